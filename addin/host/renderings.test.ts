// One description, two renderings: the form that Office.js draws and the form
// that is downloaded are the same, cell by cell, for every template.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { blankForm, drawnForm, randomFiling } from '../../worker/testing/random-filing.ts'
import { writeWorkbook } from '../../worker/xlsx/write.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { drawnLook } from './drawn-look.contract.ts'
import { excelHost, runtimeOf } from './excel.ts'
import { fileLook } from './file-look.contract.ts'
import type { BookLook } from './sheet-look.contract.ts'

const SEED = 7

const rendered = async (code: string): Promise<{ layout: WorkbookLayout; drawn: BookLook; file: BookLook }> => {
  const blank = blankForm(khanhHoa2025.templates.find((one) => one.code === code)!)
  const [filing] = fc.sample(randomFiling(blank), { numRuns: 1, seed: SEED })
  const layout = drawnForm(blank, filing ?? null, true)
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.9')
  await excelHost(runtimeOf(scope.Excel, scope.Office)).draw(layout)
  return { layout, drawn: drawnLook(workbook, layout), file: fileLook(await writeWorkbook(layout)) }
}

describe.each(khanhHoa2025.templates.map(({ code }) => code))('%s', (code) => {
  const ready = rendered(code)

  test('is the same in a file and in an open workbook', async () => {
    const { drawn, file } = await ready
    expect(Object.keys(file.sheets)).toEqual(Object.keys(drawn.sheets))
    expect(file.names).toEqual(drawn.names)
    for (const [name, look] of Object.entries(file.sheets)) {
      const other = drawn.sheets[name]!
      for (const part of Object.keys(look) as (keyof typeof look)[])
        if (part !== 'formats') expect({ [part]: look[part] }, name).toEqual({ [part]: other[part] })
      for (const [at, format] of Object.entries(look.formats)) expect({ [at]: format }, name).toEqual({ [at]: other.formats[at] })
    }
  })

  test('has all that its description says', async () => {
    const { layout, file } = await ready
    expect(Object.keys(file.names).sort()).toEqual(layout.names.map(({ name }) => name).sort())
    for (const sheet of layout.sheets) {
      const look = file.sheets[sheet.name]!
      expect(Object.keys(look.validations).sort()).toEqual(sheet.validations.map(({ range }) => range).sort())
      expect(look.conditionals.map(({ range }) => range)).toEqual(sheet.conditionals.map(({ range }) => range))
      expect(look.merges).toEqual([...sheet.merges].sort())
      expect(Object.keys(look.cells)).toHaveLength(sheet.cells.length)
      expect(Object.keys(look.heights)).toHaveLength(sheet.rows.filter(({ height }) => height !== undefined).length)
    }
  })

  test('lists come from a very hidden sheet through hidden names, refusals and hints are Vietnamese', async () => {
    const { layout, file } = await ready
    const [form, lists] = layout.sheets
    const { validations } = file.sheets[form!.name]!
    expect(file.sheets[lists!.name]?.visibility).toBe('veryHidden')
    for (const [range, { type, first, alert, prompt }] of Object.entries(validations)) {
      if (type === 'list')
        expect(file.names[first!], range).toMatch(new RegExp(`^'${lists!.name}'!\\$[A-Z]+\\$2(:\\$[A-Z]+\\$\\d+)? hidden$`))
      expect(alert, range).toMatch(/^(stop|warning|information)\|.+\|.*[à-ỹđ].*\.$/i)
      expect(prompt, range).not.toMatch(/\|$/)
    }
  })

  test('is locked but for what is typed, without a password', async () => {
    const { layout, file } = await ready
    const [form] = layout.sheets
    const { formats, validations, protected: isProtected } = file.sheets[form!.name]!
    expect(isProtected).toBe(true)
    for (const [range, { alert }] of Object.entries(validations)) {
      // Cells that the server fills have a hint as well.
      const brought = /Ô này do hệ thống/.test(alert ?? '')
      for (const at of range.split(':')) expect(formats[at]?.locked, range).toBe(brought)
    }
    const formulas = form!.cells.filter(({ formula }) => formula !== undefined)
    for (const { at } of formulas) expect(formats[at]?.locked, at).toBe(true)
    for (const { at, value } of form!.cells)
      if (/^#(keys|head|end|fields|sign)/.test(String(value))) expect(formats[at]?.locked, at).toBe(true)
  })
})
