// Every template of the pack, drawn into Excel through the genuine library and
// read back by the one reader: what was brought into the form comes out of it.
import { expect, test } from 'vitest'
import { check } from '../../shared/check.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import { obligationsOf } from '../../shared/deadline.ts'
import { cellValue } from '../../shared/field/field.ts'
import { editsOf } from '../../shared/fixes.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../../shared/prefill.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { read } from '../../shared/sheet/reading.ts'
import type { Template } from '../../shared/template.ts'
import { type MemoryOptions, MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost, runtimeOf } from './excel.ts'

const { register, plan, assignments, templates } = khanhHoa2025

const PERIODS = ['2025-03', '2025-Q1', '2025-H1', '2025']

const obligationFor = (template: Template): Obligation => {
  for (const period of PERIODS) {
    const all = obligationsOf(template, register, period)
    const found = all.find(({ agency }) => agency === 'STTTT') ?? all[0]
    if (found) return found
  }
  throw new Error(`nobody owes ${template.code}`)
}

const open = (memory: MemoryOptions = {}) => {
  const workbook = new MemoryWorkbook(memory)
  const wire = wireHost(workbook)
  const scope = openExcel(wire, '1.9')
  return { workbook, wire, host: excelHost(runtimeOf(scope.Excel, scope.Office)) }
}

test.each(templates.map((template) => ({ code: template.code, template })))('$code is drawn and read back', async ({ template }) => {
  const obligation = obligationFor(template)
  const known = prefill(template, obligation.agency, obligation.period, { register, plan, assignments, previous: null })
  const { host, wire, workbook } = open()
  const agencyName = register.agencies.find(({ code }) => code === obligation.agency)?.name ?? ''
  const sheet = await host.draw(layout(template, known, { obligation, register, plan, agencyName, provinceName: 'Khánh Hòa' }))

  expect(await host.forms()).toMatchObject([
    { sheet, identity: { template: template.code, agency: obligation.agency, period: obligation.period } },
  ])
  const { filing, findings } = read(await host.grid(sheet), sheet, template)
  expect(findings).toEqual([])
  expect(filing.rows.filter(({ id }) => known.rows.some((row) => row.id === id)).map(({ id }) => id)).toEqual(
    known.rows.map(({ id }) => id),
  )
  for (const row of known.rows) {
    const types = new Map(template.tables.find(({ key }) => key === row.table)?.fields.map((field) => [field.key, field.type]))
    const got = filing.rows.find(({ id }) => id === row.id)?.entries ?? {}
    for (const [key, value] of Object.entries(row.values)) {
      const type = types.get(key)
      if (type) expect(got[key]?.value ?? null, `${row.id} ${key}`).toBe(cellValue(type, value, { register, plan }))
    }
  }
  expect(workbook.sheet(sheet).protected).toBe(true)
  // Far below the 5 MB that Excel on the web allows.
  expect(Math.max(...wire.exchanges.map(({ bytesIn }) => bytesIn))).toBeLessThan(2_000_000)
})

test.each([false, true])(
  'days of last period, a day typed badly and its fix are the same days, counted from 1904: %s',
  async (date1904) => {
    const template = templates.find(({ code }) => code === 'PL1')!
    const [agency, period] = ['UBND_DIENKHANH', '2025-04']
    const obligation = obligationsOf(template, register, period).find((one) => one.agency === agency)!
    const row = { id: 'PL1-17', table: 'main', carried: true, values: { trang_thai: 'da-trinh', ngay_trinh: '2025-03-10' } }
    const previous = {
      ...{ template: 'PL1', version: 1, agency, period: '2025-03', declaration: null, header: {}, rows: [row], explanations: {} },
    }
    const known = prefill(template, agency, period, { register, plan, assignments, previous })
    const context: CheckContext = { today: '2025-04-16', agency, period, register, plan, prefill: known, previous }
    const { host, workbook } = open({ date1904 })
    const sheet = await host.draw(layout(template, known, { obligation, register, plan, agencyName: agency, provinceName: 'Khánh Hòa' }))
    const reading = async () => {
      const { filing, findings } = read(await host.grid(sheet), sheet, template, context)
      const judged = check(template, filing, context, findings)
      return { filing, findings: judged.findings, content: judged.content }
    }
    const opened = await reading()
    const ofRow = (content: typeof opened.content) => content.rows.find(({ id }) => id === 'PL1-17')!.values
    expect(opened.content.header).toMatchObject({ tu_ngay: '2025-03-15', den_ngay: '2025-04-14' })
    expect(ofRow(opened.content).ngay_trinh).toBe('2025-03-10')

    const cell = opened.filing.rows.find(({ id }) => id === 'PL1-17')!.entries.ngay_trinh!.cell!
    workbook.type(sheet, cell, "'11/3")
    const typed = await reading()
    const { fixes } = typed.findings.find(({ code, place }) => code === 'date-ambiguous' && place.cell === cell)!
    await host.write(sheet, editsOf(typed.filing, fixes.slice(0, 1)))
    expect(ofRow((await reading()).content).ngay_trinh).toBe('2025-03-11')
  },
)
