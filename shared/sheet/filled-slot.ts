// A sheet with a slot once its rows are at hand: the same sheet without a slot, as the
// renderer draws it that cannot stream. Says the same as the streamed file.
import { address, columnLetter, parseAddress, parseRange, rangeText, type Span, span } from '../a1.ts'
import type { LayoutCell, LiveCell, RowSlot, SheetLayout, SheetRow, StyledRange } from './sheet-layout.ts'

const isLive = (cell: SheetRow['cells'][number]): cell is LiveCell => typeof cell === 'object' && cell !== null

/** The cells of one streamed row; `row` from 0. */
export function cellsOfRow({ cells }: SheetRow, row: number): LayoutCell[] {
  const all: LayoutCell[] = []
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    if (cell === null || cell === undefined || cell === '') continue
    const at = address(row, column)
    if (!isLive(cell)) all.push({ at, value: cell })
    else all.push({ at, formula: `=${cell.formula}`, ...(cell.value === null ? {} : { value: cell.value }) })
  }
  return all
}

const spanOf = (range: string): Span => {
  const found = parseRange(range)
  if (!found) throw new Error(`not a range: ${range}`)
  return found
}

/** Neighbouring rows of one kind, from 0, counted from the first row of the slot. */
export function runsOfKind(rows: readonly SheetRow[]): { kind: number; from: number; to: number }[] {
  const runs: { kind: number; from: number; to: number }[] = []
  rows.forEach(({ kind }, index) => {
    const last = runs.at(-1)
    if (last?.kind === kind) last.to = index
    else runs.push({ kind, from: index, to: index })
  })
  return runs
}

/** The styles of the sample of a kind, in the order in which later ones win; columns from 0, inclusive. */
export function stylesOfKind(
  { styled }: SheetLayout,
  slot: Pick<RowSlot, 'at'>,
  kind: number,
): { from: number; to: number; style: string }[] {
  const sample = slot.at - 1 + kind
  return styled.flatMap(({ range, style }) => {
    const { from, to } = spanOf(range)
    return from.row <= sample && sample <= to.row ? [{ from: from.column, to: to.column, style }] : []
  })
}

export function filledSlot(layout: SheetLayout, rows: readonly SheetRow[]): SheetLayout {
  const { slot, ...sheet } = layout
  if (!slot) return layout
  if (rows.length !== slot.rows) throw new Error(`${slot.rows} rows should come, ${rows.length} came`)
  const first = slot.at - 1
  const below = first + slot.kinds
  const shift = slot.rows - slot.kinds
  const down = (range: string): string => {
    const { from, to } = spanOf(range)
    return from.row < below ? range : rangeText(span(from.row + shift, from.column, to.row + shift, to.column))
  }
  const isSample = (range: string): boolean => {
    const { from } = spanOf(range)
    return from.row >= first && from.row < below
  }
  const runs = runsOfKind(rows)
  const styled = Array.from({ length: slot.kinds }, (_, kind) =>
    stylesOfKind(layout, slot, kind).flatMap(({ from, to, style }): StyledRange[] =>
      runs.filter((run) => run.kind === kind).map((run) => ({ range: rangeText(span(first + run.from, from, first + run.to, to)), style })),
    ),
  ).flat()
  const at = (row: number): number => (row <= below ? row : row + shift)
  return {
    ...sheet,
    cells: [
      ...layout.cells.flatMap((cell) => {
        const spot = parseAddress(cell.at)
        if (!spot || spot.row < first) return [cell]
        return spot.row < below ? [] : [{ ...cell, at: `${columnLetter(spot.column)}${at(spot.row + 1)}` }]
      }),
      ...rows.flatMap((row, index) => cellsOfRow(row, first + index)),
    ],
    styled: [...layout.styled.filter(({ range }) => !isSample(range)).map((one) => ({ ...one, range: down(one.range) })), ...styled],
    merges: [...layout.merges.map(down), ...slot.merges],
    rows: [
      ...layout.rows.filter((row) => row.at <= first || row.at > below).map((row) => ({ ...row, at: at(row.at) })),
      ...rows.flatMap(({ height }, index) => (height === undefined ? [] : [{ at: slot.at + index, height }])),
    ],
  }
}
