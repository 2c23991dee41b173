// Every rule of the pack as the sheet of a form holds it, worked out by LibreOffice over the
// same cases as rules.test.ts: what colours a cell there is what check would report.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { afterAll, describe, expect, test } from 'vitest'
import { parseAddress } from '../../a1.ts'
import { prepare } from '../../check/prepared.ts'
import { datesFor } from '../../deadline.ts'
import { periodValues } from '../../rule/values.ts'
import { columnOf } from '../../sheet/geometry.ts'
import { listsSheet, lookupsOf } from '../../sheet/lists.ts'
import type { LayoutName, SheetLayout } from '../../sheet/sheet-layout.ts'
import { type DataRows, tableFormulas } from '../../sheet/table-formulas.ts'
import { khanhHoa2025 } from './pack.ts'
import { ROW_CASES, TABLE_CASES } from './rule-cases.ts'

const { templates, plan, register } = khanhHoa2025
const PERIODS = { month: '2025-03', quarter: '2025-Q1', 'half-year': '2025-H1', year: '2025', 'ad-hoc': '2025' }
/** Right of the widest table. */
const VERDICT = 60

const soffice = [process.env.LIBREOFFICE, ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))].find(
  (path) => path && existsSync(path),
)
const folder = mkdtempSync(join(tmpdir(), 'pack-rules-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One sheet in which each case stands in rows of its own, with its verdict at the end of its first row. */
class Sheet {
  readonly rows: CellValue[][] = []
  readonly formulas = new Map<string, { formula: string }>()
  /** The lists that rules look something up in, one sheet for each template. */
  readonly lists: { readonly sheet: SheetLayout; readonly names: readonly LayoutName[] }[] = []
  readonly expected: { readonly name: string; readonly at: number; readonly broken: boolean }[] = []

  put(row: number, column: number, value: CellValue): void {
    while (this.rows.length <= row) this.rows.push([])
    const cells = this.rows[row]!
    while (cells.length <= column) cells.push(null)
    cells[column] = value
  }
  formula(row: number, column: number, text: string): void {
    this.formulas.set(`${row},${column}`, { formula: text.replace(/^=/, '') })
  }
  verdict(name: string, at: number, broken: boolean, text: string): void {
    this.expected.push({ name, at, broken })
    this.formula(at, VERDICT, `=IF(${text.slice(1)},"broken","kept")`)
  }
}

function built(): Sheet {
  const sheet = new Sheet()
  for (const template of templates) {
    const period = PERIODS[template.regime.frequency]
    const names = periodValues(period, datesFor(template.regime, period), 'Sở Thông tin và Truyền thông')
    const which = { template: template.code, period }
    const prepared = prepare(template, plan)
    sheet.lists.push(listsSheet(template, which, { register, plan, day: '2025-03-14' }, lookupsOf(prepared)))
    for (const one of prepared) {
      for (const rule of one.rowRules)
        for (const side of ['breaks', 'keeps'] as const) {
          const at = sheet.rows.length
          sheet.put(at, 0, rule.rule.id)
          const formulas = tableFormulas(one, plan, { which, period: names, first: at, last: at })
          const values = ROW_CASES[rule.rule.id]![side]
          for (const [key, value] of Object.entries(values)) sheet.put(at, columnOf(one.table, key), value)
          for (const { field, formula } of one.computed)
            sheet.formula(at, columnOf(one.table, field.key), formulas.computed(field, formula, { at, given: true }))
          sheet.verdict(`${rule.rule.id} ${side}`, at, side === 'breaks', formulas.brokenInRow(rule, { at, given: true }))
        }
      for (const rule of one.tableRules)
        for (const side of ['breaks', 'keeps'] as const) {
          const above = new Map<string, DataRows>()
          for (const table of [...template.tables.slice(0, template.tables.indexOf(one.table)), one.table]) {
            const prefix = table === one.table ? '' : `${table.key}.`
            const columns = Object.entries(TABLE_CASES[rule.rule.id]![side]).filter(([key]) => key.includes('.') === (prefix !== ''))
            const first = sheet.rows.length
            const last = first + Math.max(1, ...columns.map(([, values]) => values.length)) - 1
            sheet.put(last, 0, rule.rule.id)
            for (const [key, values] of columns)
              values.forEach((value, index) => sheet.put(first + index, columnOf(table, key.slice(prefix.length)), value))
            above.set(table.key, { table, first, last })
          }
          const { first, last } = above.get(one.table.key)!
          const formulas = tableFormulas(one, plan, { which, period: names, first, last, above })
          sheet.verdict(`${rule.rule.id} ${side}`, first, side === 'breaks', formulas.brokenInTable(rule))
        }
    }
  }
  return sheet
}

async function worked(sheet: Sheet): Promise<string[][]> {
  const { rows, formulas: cells } = sheet
  const listed = sheet.lists.map(({ sheet: { name, cells: entries } }) => ({
    name,
    cells: new Map(entries.map(({ at, value = null }) => [`${parseAddress(at)!.row},${parseAddress(at)!.column}`, { value }])),
    rows: [],
  }))
  const namedRanges = sheet.lists.flatMap(({ names }) => names.map(({ name, ref }) => ({ name, range: ref })))
  writeFileSync(join(folder, 'rules.xlsx'), await writeXlsx({ sheets: [{ name: 'S', rows, cells }, ...listed], namedRanges }))
  const profile = pathToFileURL(join(folder, 'profile')).href
  const filter = 'csv:Text - txt - csv (StarCalc):9,34,76,1'
  execFileSync(
    String(soffice),
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'rules.xlsx')],
    { stdio: 'pipe', timeout: 60_000 },
  )
  return readFileSync(join(folder, 'rules.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.replace(/^"(.*)"$/, '$1')))
}

describe.skipIf(!soffice)('the rules of the pack in a sheet', () => {
  test('LibreOffice finds broken what breaks them and nothing else', { timeout: 120_000 }, async () => {
    const sheet = built()
    const answers = await worked(sheet)
    expect(sheet.expected.length).toBeGreaterThan(120)
    const wrong = sheet.expected.filter(({ at, broken }) => answers[at]?.[VERDICT] !== (broken ? 'broken' : 'kept'))
    expect(wrong.map(({ name, at }) => [name, answers[at]?.[VERDICT], sheet.formulas.get(`${at},${VERDICT}`)?.formula])).toEqual([])
  })
})
