// A sheet of the skeleton cut open at its slot: what stands before the streamed
// rows, what comes after them moved down, and the styles that the samples show.
import { columnIndex, parseRange, rangeText, span } from '../../shared/a1.ts'
import type { RowSlot, SheetLayout } from '../../shared/sheet/sheet-layout.ts'
import type { RowKind } from './write-rows.ts'

export interface OpenSheet {
  readonly head: string
  readonly tail: string
  readonly kinds: readonly RowKind[]
}

const END = '</sheetData>'

function kindOf(row: string): RowKind {
  const styles: (string | null)[] = []
  for (const [, letters, style] of row.matchAll(/<c r="([A-Z]+)\d+"(?: s="(\d+)")?/g)) styles[columnIndex(letters!)] = style ?? null
  return Array.from(styles, (style) => style ?? null)
}

/** Ranges of the sheet as it is drawn, in the sheet as it will be. */
const moved = (range: string, slot: RowSlot): string => {
  const area = parseRange(range)
  if (!area) throw new Error(`not a range: ${range}`)
  const { from, to } = area
  const shift = slot.rows - slot.kinds
  return from.row < slot.at - 1 ? range : rangeText(span(from.row + shift, from.column, to.row + shift, to.column))
}

/** `xml` is the part as the library wrote it, without merges. */
export function openSheet(xml: string, sheet: SheetLayout, slot: RowSlot): OpenSheet {
  if (sheet.validations.length > 0 || sheet.conditionals.length > 0) throw new Error('a sheet with a slot has no validations')
  const shift = slot.rows - slot.kinds
  const rows = [...xml.matchAll(/<row r="(\d+)"/g)].map((match) => ({ number: Number(match[1]), at: match.index }))
  const end = xml.indexOf(END)
  const begin = (number: number) => rows.find((row) => row.number >= number)?.at ?? end
  const kinds = Array.from({ length: slot.kinds }, (_, kind) => kindOf(xml.slice(begin(slot.at + kind), begin(slot.at + kind + 1))))
  const merges = [...sheet.merges.map((range) => moved(range, slot)), ...slot.merges]
  const rowsBelow = xml
    .slice(begin(slot.at + slot.kinds), end)
    .replace(/<row r="(\d+)"|<c r="([A-Z]+)(\d+)"/g, (_, row: string | undefined, letters: string, cell: string) =>
      row === undefined ? `<c r="${letters}${Number(cell) + shift}"` : `<row r="${Number(row) + shift}"`,
    )
  const mergeCells =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
  return {
    head: xml
      .slice(0, begin(slot.at))
      .replace(/(<dimension ref="A1:[A-Z]+)(\d+)"/, (_, corner: string, last: string) => `${corner}${Number(last) + shift}"`),
    tail: rowsBelow + xml.slice(end).replace(/^<\/sheetData>(<sheetProtection[^>]*\/>)?/, (before) => before + mergeCells),
    kinds,
  }
}
