// The corpus through a real sheet: every form is drawn through the genuine Excel
// library, the cells of each case are typed into it, read back and checked.
import { expect, test } from 'vitest'
import { address } from '../../shared/a1.ts'
import { asExpected, type CaseAtHand, caseAtHand, failing, type NamedCase, passing } from '../../shared/cases/case.ts'
import { check } from '../../shared/check.ts'
import { obligationsOf } from '../../shared/deadline.ts'
import type { Entry } from '../../shared/filing.ts'
import { layout } from '../../shared/sheet/layout.ts'
import { locateTables } from '../../shared/sheet/locate-table.ts'
import { read } from '../../shared/sheet/reading.ts'
import { SheetIndex } from '../../shared/sheet/sheet-index.ts'
import type { MemorySheet } from '../sandbox/memory-sheet.ts'
import { MemoryWorkbook } from '../sandbox/memory-workbook.ts'
import { openExcel } from '../sandbox/node-runtime.contract.ts'
import { wireHost } from '../sandbox/wire/wire-host.ts'
import { excelHost, runtimeOf } from './excel.ts'

const cases = [...passing, ...failing].filter(({ notInSheet }) => notInSheet === undefined)

/** One form for all cases of the same template, period, agency and past. */
const formOf = ({ context, template, before }: CaseAtHand): string =>
  JSON.stringify([template.code, context.period, context.agency, before?.filing])

async function drawn({ template, context }: CaseAtHand) {
  const { agency, period, register, plan, prefill } = context
  const obligation = obligationsOf(template, register, period).find((one) => one.agency === agency)!
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.9')
  const host = excelHost(runtimeOf(scope.Excel, scope.Office))
  const agencyName = register.agencies.find(({ code }) => code === agency)!.name
  const name = await host.draw(layout(template, prefill, { obligation, register, plan, agencyName, provinceName: plan.province }))
  const grid = await host.grid(name)
  const opened = read(grid, name, template, context).filing
  const index = new SheetIndex(grid.sheets.find((one) => one.name === name)!)
  const located = locateTables(index, [], grid, template, { template: template.code, period })
  /** The cell of a path; added rows stand below the given ones. */
  const cellOf = (path: string): string => {
    const [table = '', id = '', field = ''] = path.split('/')
    if (table === 'header') return opened.header[id]!.cell!
    const own = opened.rows.filter((row) => row.table === table)
    const known = own.find((row) => row.id === id)?.entries[field]?.cell
    if (known) return known
    const place = located[template.tables.findIndex(({ key }) => key === table)]!
    return address(place.firstRow + own.filter((row) => !/^n\d/.test(row.id)).length + Number(id.slice(1)) - 1, place.columns.get(field)!)
  }
  return { host, name, sheet: workbook.sheet(name), cellOf }
}

function type(sheet: MemorySheet, cell: string, { value, percent, formula, font }: Entry): void {
  const { row, column } = sheet.spot(cell)
  const at = { row, column, rows: 1, columns: 1 }
  if (percent) sheet.setFormat(at, { numberFormat: '0%' })
  if (font !== undefined) sheet.setFormat(at, { fontName: font })
  if (formula !== undefined) sheet.setInput(row, column, formula)
  else sheet.setInput(row, column, typeof value === 'string' && !value.startsWith('#') ? `'${value}` : value)
}

const forms = Map.groupBy(
  cases.map((one) => ({ one, atHand: caseAtHand(one) })),
  ({ atHand }) => formOf(atHand),
)

test.each([...forms.values()].map((all) => ({ form: `${all[0]!.atHand.template.code} ${all[0]!.atHand.context.period}`, all })))(
  '$form: what is typed into the form has the findings of its case',
  { timeout: 120_000 },
  async ({ all }) => {
    const wrong: unknown[] = []
    const { host, name, sheet, cellOf } = await drawn(all[0]!.atHand)
    for (const { one, atHand } of all) wrong.push(...(await misjudged(one, atHand)))
    expect(wrong).toEqual([])

    async function misjudged({ name: caseName, findings, declaration }: NamedCase, { template, context, typed }: CaseAtHand) {
      const undo: (() => void)[] = []
      for (const [path, entry] of Object.entries(typed)) {
        const cell = cellOf(path)
        const { row, column } = sheet.spot(cell)
        const [was, format] = [sheet.formula(row, column) ?? sheet.value(row, column), sheet.format(row, column)]
        if (sheet.formula(row, column) === null && was === entry.value && Object.keys(entry).length === 1) continue
        undo.push(() => {
          sheet.setFormat({ row, column, rows: 1, columns: 1 }, { fontName: 'Times New Roman', ...format })
          sheet.setInput(row, column, typeof was === 'string' && !was.startsWith('=') ? `'${was}` : was)
        })
        type(sheet, cell, entry)
      }
      const reading = read(await host.grid(name), name, template, context)
      const verdict = check(template, { ...reading.filing, declaration: declaration ?? null }, context, reading.findings).findings
      for (const back of undo.reverse()) back()
      const misplaced = verdict.filter(
        ({ place }) => place.rowId && place.field && place.cell !== cellOf(`${place.table}/${place.rowId}/${place.field}`),
      )
      const [found, expected] = [verdict.map(asExpected), findings].map((all) => all.map((finding) => JSON.stringify(finding)))
      const surplus = found!.filter((finding) => !expected!.includes(finding))
      const lacking = expected!.filter((finding) => !found!.includes(finding))
      const wrongly = [
        ...surplus.map((one) => `+ ${one}`),
        ...lacking.map((one) => `- ${one}`),
        ...misplaced.map(({ id }) => `misplaced ${id}`),
      ]
      return wrongly.slice(0, 4).map((what) => `${caseName} ${what}`)
    }
  },
)
