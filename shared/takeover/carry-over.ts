// A form of an earlier version of its template, as a filing for the version of today: values by
// field key, by the keys a field had before, by title. What has no place is told, never dropped in silence.
import { address, columnLetter } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import type { Entry, Filing, FilingRow } from '../filing.ts'
import { isMark, MARK, parseKeysMark } from '../sheet/anchors.ts'
import type { Grid, GridSheet } from '../sheet/grid.ts'
import type { LocatedTable } from '../sheet/locate-table.ts'
import { entryOf, isBlank } from '../sheet/read-entry-cell.ts'
import { read } from '../sheet/reading.ts'
import { isAddedId } from '../sheet/row-identity.ts'
import { SheetIndex } from '../sheet/sheet-index.ts'
import type { Field, Table, Template } from '../template.ts'
import { recognise } from './recognise.ts'

export interface LeftBehind {
  /** Columns of the old sheet, with how many cells hold something. */
  readonly columns: readonly { readonly column: string; readonly title: string; readonly cells: number }[]
  /** Rows that the new form does not have and does not take. */
  readonly rows: readonly { readonly at: number; readonly text: string }[]
}

export interface CarriedOver {
  readonly filing: Filing
  /** Columns that go on under another key or title. */
  readonly renamed: readonly { readonly column: string; readonly from: string; readonly to: Field }[]
  readonly left: LeftBehind
}

interface OldTable {
  readonly key: string
  readonly keysAt: number
  /** Field keys by column. */
  readonly keys: ReadonlyMap<number, string>
}

function oldTables(index: SheetIndex): OldTable[] {
  return index.rows().flatMap((row) => {
    const cells = index.row(row)
    const mark = cells.flatMap(([, { value }]) => (typeof value === 'string' ? (parseKeysMark(value.trim()) ?? []) : []))[0]
    if (!mark) return []
    const keys = cells.flatMap(([column, { value }]): [number, string][] =>
      typeof value === 'string' && !isMark(value.trim()) ? [[column, value.trim()]] : [],
    )
    return [{ key: mark.table, keysAt: row, keys: new Map(keys) }]
  })
}

/** The rows from below the header to the end mark. */
function dataRows(index: SheetIndex, { keysAt, key }: OldTable): { head: number[]; data: number[] } {
  const below = index.rows().filter((row) => row > keysAt)
  const marked = (row: number, test: (text: string) => boolean) =>
    index.row(row).some(([, { value }]) => typeof value === 'string' && test(value.trim()))
  const end = below.find((row) => marked(row, (text) => text === MARK.end(key) || text === MARK.sign || text.startsWith('#keys|')))
  const inside = below.filter((row) => end === undefined || row < end)
  const head = inside.filter((row) => marked(row, (text) => text === MARK.head))
  return { head, data: inside.filter((row) => !head.includes(row)) }
}

const titleOf = (index: SheetIndex, head: readonly number[], column: number, key: string): string =>
  head
    .map((row) => index.text(row, column))
    .filter((text) => /\p{L}{2,}/u.test(text))
    .at(-1) ?? key

/** Which column goes on as which field, of those that do not find each other by key. */
function pairs(
  sheet: GridSheet,
  old: OldTable,
  table: Table,
  template: Template,
  context: CheckContext,
  date1904: boolean,
): Map<number, Field> {
  const there = new Set(old.keys.values())
  const open = table.fields.filter(({ key, source }) => source === 'input' && !there.has(key))
  const ours = new Set(table.fields.map(({ key }) => key))
  const found = new Map<number, Field>()
  const free = () => open.filter((field) => ![...found.values()].includes(field))
  const homeless = [...old.keys].filter(([, key]) => !ours.has(key))
  for (const [column, key] of homeless) {
    const field = open.find(({ was }) => was?.includes(key))
    if (field) found.set(column, field)
  }
  if (free().length === 0 || homeless.length === found.size) return found
  const proposals = recognise(sheet, template, context, date1904).filter((one) => one.table === table.key && one.header.from >= old.keysAt)
  for (const { column, field: key } of proposals[0]?.columns ?? []) {
    const field = free().find((one) => one.key === key)
    if (field && !found.has(column) && homeless.some(([other]) => other === column)) found.set(column, field)
  }
  return found
}

const LONGEST = 90
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text)

/** Text by which a person knows the row. */
const rowText = ({ entries, id }: FilingRow): string =>
  short(Object.values(entries).flatMap(({ value }) => (typeof value === 'string' && /\p{L}{2,}.*\s/u.test(value) ? [value] : []))[0] ?? id)

export function carryOver(grid: Grid, sheetName: string, template: Template, context: CheckContext): CarriedOver {
  const { filing: found, tables } = read(grid, sheetName, template, context)
  const sheet = grid.sheets.find(({ name }) => name === sheetName)
  const index = new SheetIndex(sheet ?? { name: sheetName, visibility: 'visible', cells: new Map(), merges: [], hiddenRows: new Set() })
  const renamed: { column: string; from: string; to: Field }[] = []
  const columns: { column: string; title: string; cells: number }[] = []
  const rowsAt = new Map(found.rows.map((row) => [row.at, row]))
  const extra = new Map<FilingRow, Record<string, Entry>>()

  for (const old of sheet ? oldTables(index) : []) {
    const located: LocatedTable | undefined = tables.find((one) => one?.table.key === old.key) ?? undefined
    const { head, data } = dataRows(index, old)
    const paired = located && sheet ? pairs(sheet, old, located.table, template, context, grid.date1904) : new Map<number, Field>()
    const ours = new Set(located?.table.fields.map(({ key }) => key))
    for (const [column, key] of old.keys) {
      if (ours.has(key)) continue
      const title = titleOf(index, head, column, key)
      const to = paired.get(column)
      if (!to) {
        const cells = data.filter((row) => !['', undefined].includes(index.cell(row, column)?.value as string | undefined)).length
        if (cells > 0) columns.push({ column: columnLetter(column), title, cells })
        continue
      }
      renamed.push({ column: columnLetter(column), from: title, to })
      for (const row of data) {
        const filed = rowsAt.get(row + 1)
        const entry = entryOf(index.cell(row, column), address(row, column), to.type, { date1904: grid.date1904, computed: false })
        if (filed && !isBlank(entry)) extra.set(filed, { ...extra.get(filed), [to.key]: entry })
      }
    }
  }

  const given = new Set(context.prefill.rows.map(({ id }) => id))
  const takesRows = new Set(template.tables.flatMap(({ key, rows }) => (rows.source === 'carried' ? [] : [key])))
  const left = found.rows.filter(({ id, table }) => !given.has(id) && !isAddedId(id) && !takesRows.has(table))
  const used = new Set(found.rows.map(({ id }) => id))
  const fresh = (): string => {
    let number = 1
    while (used.has(`n${number}`)) number++
    used.add(`n${number}`)
    return `n${number}`
  }
  const rows = found.rows
    .filter((row) => !left.includes(row))
    .map((row): FilingRow => {
      const { entries } = row
      const id = given.has(row.id) || isAddedId(row.id) ? row.id : fresh()
      return { ...row, id, entries: { ...entries, ...extra.get(row) } }
    })
  const holdsAnything = (row: FilingRow) =>
    Object.entries(row.entries).some(
      ([key, entry]) =>
        !isBlank(entry) && template.tables.some(({ fields }) => fields.some((one) => one.key === key && one.source === 'input')),
    )
  return {
    filing: { ...found, version: template.version, rows },
    renamed,
    left: { columns, rows: left.filter(holdsAnything).map((row) => ({ at: row.at ?? 0, text: rowText(row) })) },
  }
}
