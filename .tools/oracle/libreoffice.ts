// Works formulas out with LibreOffice: writes them as real formulas into a real
// .xlsx beside their rows, has it recalculated, and reads the answers.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { columnLetter } from '../../shared/a1.ts'
import type { Compiled } from '../../shared/rule/compile.ts'
import type { ListPart } from '../../shared/rule/formula-tree.ts'
import { isError } from '../../shared/rule/scalar.ts'
import { toExcel } from '../../shared/rule/to-excel.ts'
import { NIL } from '../../shared/value.ts'
import { formulaOfError, KEYS, PLAN, type Row, scope } from './random-row.ts'

export interface Case {
  readonly formula: Compiled
  /** Which row the formula is asked about. */
  readonly row: number
}

/** What stands in the CSV: text is quoted, the rest is not. */
export interface Answer {
  readonly shown: string
  readonly kind: 'error' | 'text' | 'logical' | 'number'
}

const LIST_SHEET = 'L'
const lists = Object.entries(scope.lists ?? {})
const nameOf = (list: string, part: ListPart) => `ds_${list}_${part}`

/** Two columns for each list; their names are those of a form. */
function listNames(): { name: string; range: string }[] {
  return lists.flatMap(([list, entries], index) => {
    const [label, code] = [columnLetter(2 * index), columnLetter(2 * index + 1)]
    const range = (from: string, to: string) => `${LIST_SHEET}!$${from}$1:$${to}$${entries.length}`
    return [
      { name: nameOf(list, 'label'), range: range(label, label) },
      { name: nameOf(list, 'code'), range: range(code, code) },
      { name: nameOf(list, 'all'), range: range(label, code) },
    ]
  })
}
const listRows = (): CellValue[][] =>
  Array.from({ length: Math.max(...lists.map(([, entries]) => entries.length)) }, (_, row) =>
    lists.flatMap(([, entries]): CellValue[] => [entries[row]?.label ?? null, entries[row]?.code ?? null]),
  )

/** In the cells of `nilKeys` blanks are written "-", as people do in columns of numbers. */
function workbook(rows: readonly Row[], cases: readonly Case[], nilKeys: readonly string[]): Promise<Uint8Array> {
  const at = (key: string) => columnLetter(KEYS.indexOf(key))
  const cells = new Map<string, { formula: string }>()
  const data = rows.map((row, index) =>
    KEYS.map((key, column): CellValue => {
      const value = row[key] ?? null
      const formula = formulaOfError(value)
      if (formula !== null) cells.set(`${index},${column}`, { formula })
      return isError(value) ? null : (value ?? (nilKeys.includes(key) ? NIL : null))
    }),
  )
  const answer = columnLetter(KEYS.length)
  for (const [index, one] of cases.entries()) {
    const written = toExcel(one.formula, {
      cell: (key) => `$${at(key)}$${one.row + 1}`,
      column: (key) => `$${at(key)}$1:$${at(key)}$${rows.length}`,
      plan: (name) => PLAN[name] ?? 0,
      list: nameOf,
      blankLook: (key) => (nilKeys.includes(key) ? 'number' : undefined),
    })
    cells.set(`${index},${KEYS.length}`, { formula: written.slice(1) })
    const cell = `${answer}${index + 1}`
    const kind = `IF(ISERROR(${cell}),"error",IF(ISTEXT(${cell}),"text",IF(ISLOGICAL(${cell}),"logical","number")))`
    cells.set(`${index},${KEYS.length + 1}`, { formula: kind })
    // Times 1, because a date would be shown as one.
    cells.set(`${index},${KEYS.length + 2}`, { formula: `IF(ISERROR(${cell}),${cell},IF(ISNUMBER(${cell}),${cell}*1,${cell}))` })
  }
  const sheet = Array.from({ length: Math.max(cases.length, rows.length) }, (_, index): CellValue[] => data[index] ?? [])
  return writeXlsx({
    sheets: [
      { name: 'S', rows: sheet, cells },
      { name: LIST_SHEET, rows: listRows() },
    ],
    namedRanges: listNames(),
  })
}

const CSV = 'csv:Text - txt - csv (StarCalc):124,34,76,1,,0,true,false'

export async function askLibreOffice(
  soffice: string,
  rows: readonly Row[],
  cases: readonly Case[],
  nilKeys: readonly string[] = [],
): Promise<Answer[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rule-oracle-'))
  try {
    const file = join(folder, 'cases.xlsx')
    writeFileSync(file, await workbook(rows, cases, nilKeys))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    await promisify(execFile)(soffice, [profile, '--headless', '--convert-to', CSV, '--outdir', folder, file], { timeout: 300_000 })
    return readFileSync(join(folder, 'cases.csv'), 'utf8')
      .split('\n')
      .slice(0, cases.length)
      .map((line) => {
        const [kind = '', shown = ''] = line.split('|').slice(-2)
        return { kind: kind.slice(1, -1) as Answer['kind'], shown: shown.replace(/^"([\s\S]*)"$/, '$1').replaceAll('""', '"') }
      })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
