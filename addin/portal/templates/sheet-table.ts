// A sheet's layout as rows of cells for an HTML table: what is hidden is left out, merged cells
// are one, each cell with the look that counts. Knows no template.
import { columnIndex, parseAddress, parseRange, type Span } from '../../../shared/a1.ts'
import { dateOfSerial } from '../../../shared/serial-date.ts'
import type { CellStyle, LayoutCell, SheetLayout } from '../../../shared/sheet/sheet-layout.ts'

export interface ShownCell {
  /** From 0, as in the sheet. */
  readonly column: number
  readonly text: string
  readonly columns: number
  readonly rows: number
  readonly style: CellStyle
}

export interface ShownRow {
  /** From 1, as in the sheet. */
  readonly at: number
  /** Points. */
  readonly height: number | undefined
  readonly cells: readonly ShownCell[]
}

export interface ShownSheet {
  /** Characters, of the columns that are seen. */
  readonly columns: readonly { readonly at: number; readonly width: number }[]
  readonly rows: readonly ShownRow[]
}

const DAY = /y/i

function textOf({ value, formula }: LayoutCell, { format = '' }: CellStyle): string {
  if (value === undefined) return formula === undefined ? '' : 'ƒx'
  if (typeof value === 'number') {
    const day = DAY.test(format) ? dateOfSerial(value) : null
    return day ? day.split('-').reverse().join('/') : String(value).replace('.', ',')
  }
  return typeof value === 'boolean' ? String(value).toUpperCase() : value
}

/** Rows below the tables' first `blankRows` empty ones are left out: they look alike. */
export function shownSheet(sheet: SheetLayout, blankRows = 6): ShownSheet {
  const cells = new Map(sheet.cells.map((cell) => [cell.at, cell]))
  const hiddenRows = new Set(sheet.rows.filter(({ hidden }) => hidden).map(({ at }) => at))
  const heights = new Map(sheet.rows.map(({ at, height }) => [at, height]))
  const columns = sheet.columns.filter(({ hidden }) => !hidden).map(({ letter, width }) => ({ at: columnIndex(letter), width }))
  const seen = new Set(columns.map(({ at }) => at))
  const merges = sheet.merges.flatMap((range) => parseRange(range) ?? [])
  const ranges = sheet.styled.flatMap(({ range, style }) => {
    const span = parseRange(range)
    return span ? [{ span, style: sheet.styles[style] ?? {} }] : []
  })
  const last = Math.max(0, ...ranges.map(({ span }) => span.to.row), ...sheet.cells.map(({ at }) => parseAddress(at)?.row ?? 0))
  const looks = lookTable(ranges, last)
  const lettered = new Map(sheet.columns.map(({ letter }) => [columnIndex(letter), letter]))

  const rows: ShownRow[] = []
  let blank = 0
  for (let row = 0; row <= last; row++) {
    if (hiddenRows.has(row + 1)) continue
    const shown: ShownCell[] = []
    for (const { at } of columns) {
      const merge = merges.find((one) => inside(one, row, at))
      if (merge && (merge.from.row !== row || merge.from.column !== at)) continue
      const style = looks[row]?.get(at) ?? {}
      const cell = cells.get(`${lettered.get(at)}${row + 1}`)
      const width = merge ? [...seen].filter((one) => one >= merge.from.column && one <= merge.to.column).length : 1
      shown.push({
        column: at,
        text: cell ? textOf(cell, style) : '',
        columns: width,
        rows: merge ? merge.to.row - merge.from.row + 1 : 1,
        style,
      })
    }
    blank = shown.every(({ text }) => text === '' || text === 'ƒx') && shown.some(({ style }) => style.border) ? blank + 1 : 0
    if (blank <= blankRows) rows.push({ at: row + 1, height: heights.get(row + 1), cells: shown })
  }
  return { columns, rows }
}

const inside = ({ from, to }: Span, row: number, column: number) =>
  row >= from.row && row <= to.row && column >= from.column && column <= to.column

/** The look of each cell: of several that are laid over each other, the last. */
function lookTable(ranges: readonly { span: Span; style: CellStyle }[], last: number): Map<number, CellStyle>[] {
  const looks = Array.from({ length: last + 1 }, () => new Map<number, CellStyle>())
  for (const { span, style } of ranges)
    for (let row = span.from.row; row <= Math.min(span.to.row, last); row++)
      for (let column = span.from.column; column <= span.to.column; column++) looks[row]!.set(column, style)
  return looks
}
