// What people do to a workbook between download and upload, at random and one
// after another; each says what it must be answered with, which mostly is nothing.
import fc from 'fast-check'
import { address, parseAddress } from '../../shared/a1.ts'
import type { FindingCode } from '../../shared/finding.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import * as person from '../../shared/sheet/sample-grid.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'

export interface Mistreated {
  readonly grid: Grid
  readonly sheet: string
  readonly told: ReadonlySet<FindingCode>
}

interface Rows {
  /** Zero-based rows of each table that bear an id or something typed. */
  readonly filled: readonly (readonly number[])[]
  readonly blank: readonly number[]
  readonly last: number
  readonly lastColumn: number
}

/** Reads the id column only: what a person sees of a table is where its rows are. */
function rowsOf({ grid, sheet }: Mistreated, isBlank: (row: number) => boolean): Rows {
  const cells = grid.sheets.find(({ name }) => name === sheet)!.cells
  const spots = [...cells].map(([at, { value }]) => ({ ...parseAddress(at)!, value }))
  const marks = new Map(
    spots.flatMap(({ row, value }) => (typeof value === 'string' && value.startsWith('#') ? [[row, value] as const] : [])),
  )
  const last = Math.max(...spots.map(({ row }) => row))
  const filled: number[][] = []
  const blank: number[] = []
  let inside: number[] | null = null
  for (let row = 0; row <= last; row++) {
    const mark = marks.get(row)
    if (mark?.startsWith('#end|')) inside = null
    else if (mark === '#head') {
      inside = filled.at(-1)?.length === 0 ? filled.at(-1)! : []
      if (filled.at(-1) !== inside) filled.push(inside)
    } else if (inside) (isBlank(row) ? blank : inside).push(row)
  }
  return { filled, blank, last, lastColumn: Math.max(...spots.map(({ column }) => column)) }
}

const isBlankRow = ({ grid, sheet }: Mistreated) => {
  const used = new Set<number>()
  for (const [at, { formula }] of grid.sheets.find(({ name }) => name === sheet)!.cells)
    if (formula === undefined) used.add(parseAddress(at)!.row)
  return (row: number) => !used.has(row)
}

type Change = (before: Mistreated, dice: readonly number[]) => Mistreated

const pick = <T>(from: readonly T[], dice: number): T | undefined => from[Math.floor(dice * from.length)]
const on = (before: Mistreated, grid: Grid, ...told: FindingCode[]): Mistreated => ({
  ...before,
  grid,
  told: new Set([...before.told, ...told]),
})

const NAMES = ["Biểu 'tháng' 3", 'Sheet1', 'bao cao (2)', 'ĐƠN VỊ – nộp', '2025']

const CHANGES: Readonly<Record<string, Change>> = {
  'inserts a row': (before, [a]) =>
    on(before, person.insertRow(before.grid, before.sheet, Math.floor(a! * (rowsOf(before, isBlankRow(before)).last + 3)))),
  'inserts a column': (before, [a]) =>
    on(before, person.insertColumn(before.grid, before.sheet, Math.floor(a! * (rowsOf(before, isBlankRow(before)).lastColumn + 3)))),
  'deletes a blank row': (before, [a]) => {
    const row = pick(rowsOf(before, isBlankRow(before)).blank, a!)
    return row === undefined ? before : on(before, person.deleteRow(before.grid, before.sheet, row))
  },
  sorts: (before, [a, ...keys]) => {
    const rows = pick(
      rowsOf(before, isBlankRow(before)).filled.filter(({ length }) => length > 1),
      a!,
    )
    if (!rows) return before
    const order = rows.map((row, at) => ({ row, key: keys[at % keys.length]! + at * 0.001 })).sort((x, y) => x.key - y.key)
    // What stands between filled rows stays where it is.
    const whole = Array.from({ length: rows.at(-1)! - rows[0]! + 1 }, (_, at) => rows[0]! + at)
    let next = 0
    const moved = whole.map((row) => (rows.includes(row) ? order[next++]!.row : row))
    return on(before, person.reorderRows(before.grid, before.sheet, rows[0]!, moved))
  },
  filters: (before, [a, b]) => {
    const rows = pick(
      rowsOf(before, isBlankRow(before)).filled.filter(({ length }) => length > 0),
      a!,
    )
    const row = rows && pick(rows, b!)
    return row === undefined ? before : on(before, person.hideRows(before.grid, before.sheet, [row]), 'row-hidden')
  },
  'renames the sheet': (before, [a]) => {
    const name = pick(
      NAMES.filter((one) => before.grid.sheets.every((sheet) => sheet.name !== one)),
      a!,
    )
    return name === undefined ? before : { ...on(before, person.renameSheet(before.grid, before.sheet, name)), sheet: name }
  },
  'copies the sheet': (before) => on(before, person.copySheet(before.grid, before.sheet, `Sao ${before.grid.sheets.length}`)),
  'adds a sheet': (before) => on(before, person.addSheet(before.grid, `Nháp ${before.grid.sheets.length}`, { A1: 'Ghi nhanh', B7: 12 })),
  'fills columns of her own': (before, [a]) => {
    const { filled, lastColumn } = rowsOf(before, isBlankRow(before))
    return on(
      before,
      filled
        .flat()
        .reduce((grid, row) => person.put(grid, before.sheet, address(row, lastColumn + 2), { value: Math.floor(a! * 1e6) }), before.grid),
    )
  },
  'unhides everything': (before) => ({ ...before, grid: person.unhideAll(before.grid), told: new Set() }),
  'loses the names': (before) => on(before, person.loseNames(before.grid)),
}

/** One to five things done to a form, one after another. */
export const mistreatment: fc.Arbitrary<{ names: string[]; apply: (fresh: Mistreated) => Mistreated }> = fc
  .array(
    fc.tuple(
      fc.constantFrom(...Object.keys(CHANGES)),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 7, maxLength: 7 }),
    ),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((steps) => ({
    names: steps.map(([name]) => name),
    apply: (fresh) => steps.reduce((before, [name, dice]) => CHANGES[name]!(before, dice), fresh),
  }))

/** The grid as a file again, without looks. */
export const layoutOf = ({ sheets, names }: Grid): WorkbookLayout => ({
  title: '',
  font: 'Times New Roman',
  sheets: sheets.map(({ name, visibility, cells, merges, hiddenRows }) => ({
    ...{ name, visibility, merges, protected: false, columns: [], styled: [], styles: {}, validations: [], conditionals: [] },
    rows: [...hiddenRows].map((at) => ({ at, hidden: true })),
    cells: [...cells].map(([at, { value, formula }]) => ({ at, value, ...(formula === undefined ? {} : { formula }) })),
  })),
  names: names.map(({ name, ref }) => ({ name, ref, visible: false })),
})
