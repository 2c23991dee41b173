// A layout as the grid that its file would be read as, and what people do to
// such a workbook, as pure functions: for the tests of reading. Writes no file.
import { address, columnIndex, columnLetter, parseAddress, parseRange, quoteSheet, rangeText, span } from '../a1.ts'
import type { Grid, GridCell, GridSheet } from './grid.ts'
import type { SheetLayout, WorkbookLayout } from './sheet-layout.ts'

function formats(sheet: SheetLayout): Map<string, string> {
  const found = new Map<string, string>()
  for (const { range, style } of sheet.styled) {
    const area = parseRange(range)!
    const format = sheet.styles[style]?.format
    for (let row = area.from.row; row <= area.to.row; row++)
      for (let column = area.from.column; column <= area.to.column; column++)
        if (format && format !== 'General') found.set(address(row, column), format)
        else found.delete(address(row, column))
  }
  return found
}

const sheetOf = (sheet: SheetLayout): GridSheet => {
  const formatOf = formats(sheet)
  const cells = sheet.cells.map(({ at, value, formula }): [string, GridCell] => {
    const format = formatOf.get(at)
    return [at, { value: value ?? '', ...(formula === undefined ? {} : { formula }), ...(format === undefined ? {} : { format }) }]
  })
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: new Map(cells),
    merges: sheet.merges,
    hiddenRows: new Set(sheet.rows.filter(({ hidden }) => hidden).map(({ at }) => at)),
  }
}

export const gridOf = ({ sheets, names }: WorkbookLayout): Grid => ({
  sheets: sheets.map(sheetOf),
  names: names.map(({ name, ref }) => ({ name, ref })),
  date1904: false,
})

const changed = (grid: Grid, name: string, change: (sheet: GridSheet) => GridSheet): Grid => ({
  ...grid,
  sheets: grid.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
})

/** Null where the row or column is no more. */
type Moved = (index: number) => number | null

/** Cell references of a formula, not names that look a little like them. */
const REFERENCE = /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])/g

/** Every cell of a sheet goes where its row and column go; merges, names and formulas follow. */
function moved(grid: Grid, name: string, rows: Moved, columns: Moved): Grid {
  const reference = (text: string) =>
    text.replace(REFERENCE, (_, d1: string, letters: string, d2: string, digits: string) => {
      const [row, column] = [rows(Number(digits) - 1), columns(columnIndex(letters))]
      return row === null || column === null ? '#REF!' : `${d1}${columnLetter(column)}${d2}${row + 1}`
    })
  const next = changed(grid, name, (sheet) => ({
    ...sheet,
    cells: new Map(
      [...sheet.cells].flatMap(([at, cell]): [string, GridCell][] => {
        const spot = parseAddress(at)!
        const [row, column] = [rows(spot.row), columns(spot.column)]
        if (row === null || column === null) return []
        return [[address(row, column), cell.formula === undefined ? cell : { ...cell, formula: reference(cell.formula) }]]
      }),
    ),
    merges: sheet.merges.flatMap((range) => {
      const { from, to } = parseRange(range)!
      const [top, left, bottom, right] = [rows(from.row), columns(from.column), rows(to.row), columns(to.column)]
      return top === null || left === null || bottom === null || right === null ? [] : [rangeText(span(top, left, bottom, right))]
    }),
    hiddenRows: new Set([...sheet.hiddenRows].map((at) => rows(at - 1)).flatMap((row) => (row === null ? [] : [row + 1]))),
  }))
  const own = `${quoteSheet(name)}!`
  const names = grid.names.map(({ name: one, ref }) => ({
    name: one,
    ref: ref.startsWith(own) ? own + reference(ref.slice(own.length)) : ref,
  }))
  return { ...next, names }
}

const same: Moved = (index) => index
const inserted =
  (before: number): Moved =>
  (index) =>
    index >= before ? index + 1 : index
const deleted =
  (at: number): Moved =>
  (index) =>
    index === at ? null : index > at ? index - 1 : index

/** Rows and columns are zero-based. */
export const insertRow = (grid: Grid, sheet: string, before: number): Grid => moved(grid, sheet, inserted(before), same)
export const insertColumn = (grid: Grid, sheet: string, before: number): Grid => moved(grid, sheet, same, inserted(before))
export const deleteRow = (grid: Grid, sheet: string, at: number): Grid => moved(grid, sheet, deleted(at), same)
export const deleteColumn = (grid: Grid, sheet: string, at: number): Grid => moved(grid, sheet, same, deleted(at))

/** A formula of a row speaks about its own row, wherever that goes. */
function inRow(cell: GridCell, from: number, to: number): GridCell {
  if (cell.formula === undefined) return cell
  const formula = cell.formula.replace(REFERENCE, (whole, d1: string, letters: string, d2: string, digits: string) =>
    d2 === '' && Number(digits) - 1 === from ? `${d1}${letters}${to + 1}` : whole,
  )
  return { ...cell, formula }
}

/** Rows in another order: `order[i]` is the row that comes to stand at `first + i`. Hidden columns are sorted too; `only` leaves the others in place. */
export function reorderRows(
  grid: Grid,
  sheet: string,
  first: number,
  order: readonly number[],
  only: (column: number) => boolean = () => true,
): Grid {
  const to = new Map(order.map((row, index) => [row, first + index]))
  return changed(grid, sheet, (one) => ({
    ...one,
    cells: new Map(
      [...one.cells].map(([at, cell]): [string, GridCell] => {
        const { row, column } = parseAddress(at)!
        const target = only(column) ? (to.get(row) ?? row) : row
        return [address(target, column), inRow(cell, row, target)]
      }),
    ),
  }))
}

export const put = (grid: Grid, sheet: string, at: string, cell: GridCell | null): Grid =>
  changed(grid, sheet, (one) => {
    const cells = new Map(one.cells)
    if (cell === null) cells.delete(at)
    else cells.set(at, cell)
    return { ...one, cells }
  })

/** A row is copied onto another, as with Ctrl+C on whole rows. */
export const copyRow = (grid: Grid, sheet: string, from: number, to: number): Grid =>
  changed(grid, sheet, (one) => {
    const copies = [...one.cells].flatMap(([at, cell]): [string, GridCell][] => {
      const { row, column } = parseAddress(at)!
      return row === from ? [[address(to, column), inRow(cell, from, to)]] : []
    })
    return { ...one, cells: new Map([...one.cells, ...copies]) }
  })

export const merge = (grid: Grid, sheet: string, range: string): Grid =>
  changed(grid, sheet, (one) => ({ ...one, merges: [...one.merges, range] }))

export const hideRows = (grid: Grid, sheet: string, rows: readonly number[]): Grid =>
  changed(grid, sheet, (one) => ({ ...one, hiddenRows: new Set([...one.hiddenRows, ...rows.map((row) => row + 1)]) }))

export const unhideAll = (grid: Grid): Grid => ({
  ...grid,
  sheets: grid.sheets.map((sheet) => ({ ...sheet, visibility: 'visible', hiddenRows: new Set() })),
})

export const renameSheet = (grid: Grid, from: string, to: string): Grid => ({
  ...changed(grid, from, (sheet) => ({ ...sheet, name: to })),
  names: grid.names.map(({ name, ref }) => ({ name, ref: ref.replaceAll(`${quoteSheet(from)}!`, `${quoteSheet(to)}!`) })),
})

export const copySheet = (grid: Grid, from: string, to: string): Grid => ({
  ...grid,
  sheets: [...grid.sheets, ...grid.sheets.filter(({ name }) => name === from).map((sheet) => ({ ...sheet, name: to }))],
})

export const addSheet = (grid: Grid, name: string, cells: Readonly<Record<string, string | number>> = {}): Grid => ({
  ...grid,
  sheets: [
    {
      name,
      visibility: 'visible',
      cells: new Map(Object.entries(cells).map(([at, value]) => [at, { value }])),
      merges: [],
      hiddenRows: new Set(),
    },
    ...grid.sheets,
  ],
})

/** The three anchors, each lost: hidden names; the record sheet and lists; the key row and the id column. */
export const loseNames = (grid: Grid): Grid => ({ ...grid, names: [] })
export const loseRecord = (grid: Grid): Grid => ({ ...grid, sheets: grid.sheets.filter(({ visibility }) => visibility === 'visible') })
export function loseMarks(grid: Grid, sheet: string): Grid {
  const cells = grid.sheets.find(({ name }) => name === sheet)?.cells ?? new Map<string, GridCell>()
  const keyRows = [...cells].flatMap(([at, { value }]) => (String(value).startsWith('#keys|') ? [parseAddress(at)!.row] : []))
  const without = keyRows.sort((a, b) => b - a).reduce((one, row) => deleteRow(one, sheet, row), grid)
  return deleteColumn(without, sheet, 0)
}
