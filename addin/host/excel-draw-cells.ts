// The steps that put formats, values, merges and sizes of one sheet's layout
// into an Excel sheet: formats before values, so that text cells keep text.
import { parseAddress } from '../../shared/a1.ts'
import { DAY_FORMAT } from '../../shared/serial-date.ts'
import type { CellStyle, LayoutCell, SheetLayout } from '../../shared/sheet/sheet-layout.ts'
import { dayIn } from './excel-date-probe.ts'
import { asText } from './excel-input.ts'
import { extent, formatAt, type Rectangle, type StyledRectangle, styledRectangles } from './excel-rectangles.ts'
import { columnPoints } from './excel-sizes.ts'
import { type Step, weight } from './excel-steps.ts'

/** What one call weighs in a request, measured: an action and its object path. */
const CALL = 250
/** A chunk of rows that is sent as one array. */
const CHUNK = 100_000

const HORIZONTAL = { left: 'Left', center: 'Center', right: 'Right' } as const
const VERTICAL = { top: 'Top', center: 'Center', bottom: 'Bottom' } as const

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle) => sheet.getRangeByIndexes(row, column, rows, columns)

const border = (format: Excel.RangeFormat, { rows, columns }: Rectangle): void => {
  const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const
  // Excel refuses inner borders where there is nothing between.
  const inner = [...(rows > 1 ? (['InsideHorizontal'] as const) : []), ...(columns > 1 ? (['InsideVertical'] as const) : [])]
  for (const edge of [...edges, ...inner]) format.borders.getItem(edge).style = 'Continuous'
}

const paint = (range: Excel.Range, style: CellStyle, where: Rectangle): void => {
  const { format } = range
  // One format in an array of one goes to all cells; an array per cell is slow (office-js 5852, office-js-docs-pr 5400).
  if (style.format !== undefined) range.numberFormat = [[style.format]]
  if (style.bold) format.font.bold = true
  if (style.italic) format.font.italic = true
  if (style.underline) format.font.underline = 'Single'
  if (style.size !== undefined) format.font.size = style.size
  if (style.color !== undefined) format.font.color = style.color
  if (style.fill !== undefined) format.fill.color = style.fill
  if (style.horizontal !== undefined) format.horizontalAlignment = HORIZONTAL[style.horizontal]
  if (style.vertical !== undefined) format.verticalAlignment = VERTICAL[style.vertical]
  if (style.wrap) format.wrapText = true
  if (style.border) border(format, where)
  if (style.locked === false) format.protection.locked = false
}

const paintStep = (sheet: Excel.Worksheet, rectangle: StyledRectangle): Step => ({
  bytes: CALL * (Object.keys(rectangle.style).length + (rectangle.style.border ? 8 : 1)),
  queue: () => paint(rangeOf(sheet, rectangle), rectangle.style, rectangle),
})

type Written = string | number | boolean | null

const writtenOf = (cell: LayoutCell, format: string | undefined, from1904: boolean): Written => {
  if (cell.formula !== undefined) return cell.formula
  if (typeof cell.value === 'number' && format === DAY_FORMAT) return dayIn(cell.value, from1904)
  return typeof cell.value === 'string' ? asText(cell.value, format) : (cell.value ?? null)
}

const valueSteps = (sheet: Excel.Worksheet, layout: SheetLayout, from1904: boolean): Step[] => {
  const format = formatAt(layout)
  const cells = layout.cells.flatMap((cell) => {
    const spot = parseAddress(cell.at)
    return spot ? [{ ...spot, value: writtenOf(cell, format(spot.row, spot.column), from1904) }] : []
  })
  const first = cells.reduce((min, { column }) => Math.min(min, column), Number.POSITIVE_INFINITY)
  const columns = cells.reduce((max, { column }) => Math.max(max, column + 1), 0) - first
  const rows = new Map<number, Written[]>()
  for (const { row, column, value } of cells) {
    const line = rows.get(row) ?? Array.from({ length: columns }, (): Written => null)
    line[column - first] = value
    rows.set(row, line)
  }
  const steps: Step[] = []
  let chunk: { row: number; lines: Written[][]; bytes: number } | null = null
  const close = (): void => {
    if (!chunk) return
    const { row, lines, bytes } = chunk
    const where = { row, column: first, rows: lines.length, columns }
    steps.push({
      bytes: bytes + CALL,
      rows: layout.visibility === 'visible' ? lines.length : 0,
      queue: () => {
        rangeOf(sheet, where).values = lines
      },
    })
    chunk = null
  }
  for (const [row, line] of [...rows].sort(([a], [b]) => a - b)) {
    const bytes = line.reduce((sum: number, value) => sum + weight(value), 0)
    if (chunk && (chunk.row + chunk.lines.length !== row || chunk.bytes + bytes > CHUNK)) close()
    chunk ??= { row, lines: [], bytes: 0 }
    chunk.lines.push(line)
    chunk.bytes += bytes
  }
  close()
  return steps
}

/** Neighbouring rows with the same height are set by one call. */
const rowRuns = (rows: SheetLayout['rows']): { from: number; to: number; height?: number; hidden?: boolean }[] => {
  const runs: { from: number; to: number; height?: number; hidden?: boolean }[] = []
  for (const { at, height, hidden } of [...rows].sort((a, b) => a.at - b.at)) {
    const last = runs.at(-1)
    if (last && last.to + 1 === at && last.height === height && last.hidden === hidden) last.to = at
    else runs.push({ from: at, to: at, ...(height !== undefined && { height }), ...(hidden !== undefined && { hidden }) })
  }
  return runs
}

export const cellSteps = (sheet: Excel.Worksheet, layout: SheetLayout, font: string, from1904: boolean): Step[] => {
  const all = extent(layout)
  const whole: Step[] = all
    ? [
        {
          bytes: CALL,
          queue: () => {
            rangeOf(sheet, all).format.font.name = font
          },
        },
      ]
    : []
  const widths: Step = {
    bytes: CALL * 2 * layout.columns.length,
    queue: () => {
      for (const { letter, width, hidden } of layout.columns) {
        const column = sheet.getRange(`${letter}:${letter}`)
        column.format.columnWidth = columnPoints(width)
        if (hidden) column.columnHidden = true
      }
    },
  }
  const heights = rowRuns(layout.rows).map(
    ({ from, to, height, hidden }): Step => ({
      bytes: CALL * 2,
      queue: () => {
        const rows = sheet.getRange(`${from}:${to}`)
        if (height !== undefined) rows.format.rowHeight = height
        if (hidden) rows.rowHidden = true
      },
    }),
  )
  const merges = layout.merges.map((range): Step => ({ bytes: CALL, queue: () => sheet.getRange(range).merge(false) }))
  return [
    ...whole,
    ...styledRectangles(layout).map((one) => paintStep(sheet, one)),
    ...valueSteps(sheet, layout, from1904),
    ...merges,
    widths,
    ...heights,
  ]
}
