// A sheet that somebody else made, as texts in Unicode and entries: legacy fonts
// converted, cells merged downwards sharing their text. Changes nothing in it.
import { address, parseRange, type Span } from '../a1.ts'
import type { Entry } from '../filing.ts'
import { isNumeric } from '../sheet/field-look.ts'
import type { GridCell, GridSheet } from '../sheet/grid.ts'
import { entryOf, isBlank } from '../sheet/read-entry-cell.ts'
import { SheetIndex } from '../sheet/sheet-index.ts'
import type { FieldType } from '../template.ts'
import { cleanText } from '../text/clean.ts'
import { legacyText } from '../text/legacy-font.ts'

/** The text in Unicode; as it is where it cannot be converted for certain. */
function unicode(text: string, font: string | undefined): string {
  const legacy = legacyText(text, font)
  return cleanText(legacy?.converted ?? text)
}

export class TheirSheet {
  readonly name: string
  readonly index: SheetIndex
  readonly merges: readonly Span[]
  readonly #date1904: boolean
  /** Cells merged downwards, by column, from top to bottom. */
  readonly #tall = new Map<number, Span[]>()

  constructor(sheet: GridSheet, date1904: boolean) {
    this.name = sheet.name
    this.index = new SheetIndex(sheet)
    const { lastRow, lastColumn } = this.index
    // Outside of all that is written merged cells say nothing, however many there are.
    const isInside = ({ from }: Span) => from.row <= lastRow && from.column <= lastColumn
    this.merges = sheet.merges.map(parseRange).filter((range) => range !== null && isInside(range)) as Span[]
    this.#date1904 = date1904
    for (const range of this.merges) {
      const { from, to } = range
      if (from.column !== to.column || from.row === to.row) continue
      const before = this.#tall.get(from.column)
      if (before) before.push(range)
      else this.#tall.set(from.column, [range])
    }
    for (const ranges of this.#tall.values()) ranges.sort((one, other) => one.from.row - other.from.row)
  }

  /** In Unicode, one line; "" for anything that is not text. */
  text(row: number, column: number): string {
    const cell = this.index.cell(row, column)
    return typeof cell?.value === 'string' ? unicode(cell.value, cell.font).replaceAll('\n', ' ') : ''
  }

  /** Cells of a row that hold anything, from left to right. */
  row(row: number): [column: number, cell: GridCell][] {
    return this.index.row(row).filter(([, { value }]) => value !== '' && !(typeof value === 'string' && value.trim() === ''))
  }

  /** One text merged over several rows was meant for all of them; of a number nobody knows. */
  entry(row: number, column: number, type: FieldType): Entry {
    const from = isNumeric(type) || type.kind === 'sequence' ? row : this.#topOf(row, column)
    const cell = this.index.cell(from, column)
    const entry = entryOf(cell, address(row, column), type, { date1904: this.#date1904, computed: true })
    const { font, ...rest } = entry
    if (typeof rest.value !== 'string') return rest
    const legacy = legacyText(rest.value, font)
    if (!legacy) return rest
    return legacy.converted === null ? entry : { ...rest, value: legacy.converted }
  }

  /** The row in which what is merged down to this cell stands. */
  #topOf(row: number, column: number): number {
    const ranges = this.#tall.get(column) ?? []
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle]!.from.row <= row) low = middle + 1
      else high = middle
    }
    const last = ranges[low - 1]
    return last && row <= last.to.row ? last.from.row : row
  }

  isBlank(row: number, column: number, type: FieldType): boolean {
    return isBlank(this.entry(row, column, type))
  }
}
