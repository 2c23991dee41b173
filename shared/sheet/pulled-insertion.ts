// New lines of a sheet of consolidated rows as they are drawn between the others: in the
// columns where they stand by now, looking as the samples of the layout say.
import { address, parseRange } from '../a1.ts'
import { runsOfKind, stylesOfKind } from './filled-slot.ts'
import type { WantedLine } from './pulled-match.ts'
import type { PulledTable } from './pulled-workbook.ts'
import type { SheetLayout, SheetRow, StyledRange } from './sheet-layout.ts'
import type { RowMove } from './sheet-revision.ts'

type Content = string | number | boolean | null

export const isLive = (cell: SheetRow['cells'][number]): boolean => typeof cell === 'object' && cell !== null
export const contentOf = (cell: SheetRow['cells'][number]): Content => (cell === undefined || cell === '' ? null : (cell as Content))

export function styleByColumn(layout: SheetLayout, kind: number): (string | undefined)[] {
  const all: (string | undefined)[] = []
  for (const { from, to, style } of layout.slot ? stylesOfKind(layout, layout.slot, kind) : [])
    for (let column = from; column <= to; column++) all[column] = style
  return all
}

export interface Drawn {
  readonly pulled: PulledTable
  readonly columns: readonly (number | undefined)[]
  readonly styles: readonly (readonly (string | undefined)[])[]
  readonly ours: readonly number[]
}

export function insertion({ pulled, columns, styles, ours }: Drawn, above: number, lines: readonly WantedLine[]): RowMove {
  const rows = lines.map(({ row }) => row)
  const { layout } = pulled
  const styled = runsOfKind(rows).flatMap(({ kind, from, to }) =>
    columns.flatMap((column, index): StyledRange[] => {
      const style = styles[kind]?.[index]
      if (column === undefined || style === undefined) return []
      return [{ range: `${address(above + from, column)}:${address(above + to, column)}`, style }]
    }),
  )
  const cells = rows.flatMap((row, offset) =>
    columns.flatMap((column, index) => {
      const cell = row.cells[index]
      const content = isLive(cell) ? null : contentOf(cell)
      return column === undefined || content === null ? [] : [{ at: address(above + offset, column), value: content }]
    }),
  )
  return {
    ...{ move: 'insert', above, count: lines.length, columns: ours },
    layout: {
      ...{
        name: layout.name,
        visibility: 'visible',
        columns: [],
        styles: layout.styles,
        validations: [],
        conditionals: [],
        protected: false,
      },
      ...{ cells, styled, merges: mergesOf(layout, columns, above, rows) },
      rows: rows.flatMap(({ height }, index) => (height === undefined ? [] : [{ at: above + index + 1, height }])),
    },
  }
}

/** The line that names an agency is merged over the same columns everywhere. */
function mergesOf({ slot }: SheetLayout, columns: Drawn['columns'], above: number, rows: readonly SheetRow[]): string[] {
  const band = slot?.merges[0] === undefined ? null : parseRange(slot.merges[0])
  const inside = band ? columns.slice(band.from.column, band.to.column + 1).filter((column) => column !== undefined) : []
  if (inside.length < 2) return []
  return rows.flatMap(({ kind }, index) =>
    kind === 0 ? [`${address(above + index, Math.min(...inside))}:${address(above + index, Math.max(...inside))}`] : [],
  )
}
