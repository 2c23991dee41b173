// Cells as nearly every program writes them, known by their bytes and taken in one
// go: `<c r="B2" s="1" t="s"><v>4</v></c>` and its like. Takes nothing else and
// judges nothing: what looks otherwise is left to the scanner, which says the same of these.
import { unescapeText } from './cell-text.ts'
import { plainNumber, wholeNumber } from './cell-value.ts'
import type { SheetContext } from './sheet-context.ts'
import type { SheetRow } from './sheet-row.ts'
import { decodeEntities } from './xml-entities.ts'
import { textOf } from './xml-text.ts'

const QUOTE = 34
const SLASH = 47
const LESS = 60
const GREATER = 62
const SPACE = 32
const LAST_COLUMN = 16_383

const codes = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0))
const CELL = codes('<c')
const POSITION = codes(' r="')
const STYLE = codes(' s="')
const TYPE = codes(' t="')
const VALUE = codes('<v>')
const VALUE_END = codes('</v>')
const FORMULA = codes('<f>')
const FORMULA_END = codes('</f>')
const INLINE = codes('<is><t>')
const INLINE_END = codes('</t></is>')
const CELL_END = codes('</c>')
const TYPES = (['n', 's', 'b', 'str', 'inlineStr'] as const).map((name) => ({ name, written: codes(`${name}"`) }))

/** The bytes end with a zero, so that none of these is ever found across the end. */
function stands(written: readonly number[], bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < written.length; index++) if (bytes[at + index] !== written[index]) return false
  return true
}

/** Where the text ends that begins there; -1 where a line ends in it or the bytes do. */
function textEnd(bytes: Uint8Array, from: number): number {
  let at = from
  let byte = bytes[at] as number
  while (byte !== LESS && byte >= SPACE) byte = bytes[++at] as number
  return byte === LESS ? at : -1
}

function textIn(bytes: Buffer, from: number, to: number): string {
  const text = textOf(bytes, from, to)
  return text.includes('&') ? decodeEntities(text) : text
}

export class PlainCells {
  readonly #context: SheetContext
  readonly #row: SheetRow
  #value: string | number | boolean = ''
  #type: (typeof TYPES)[number]['name'] = 'n'

  constructor(context: SheetContext, row: SheetRow) {
    this.#context = context
    this.#row = row
  }

  /** Takes what it can from `at` on and answers where it stopped. */
  take(bytes: Buffer, at: number): number {
    let taken = at
    for (let next = this.#cell(bytes, at); next > 0; next = this.#cell(bytes, next)) taken = next
    return taken
  }

  /** Where the cell ends; 0, and nothing is changed, where it is none of ours. */
  #cell(bytes: Buffer, from: number): number {
    if (!stands(CELL, bytes, from)) return 0
    const row = this.#row
    let at = from + CELL.length
    let column = row.column + 1
    let style = 0
    if (stands(POSITION, bytes, at)) {
      const letters = at + POSITION.length
      column = 0
      for (at = letters; ; at++) {
        const letter = (bytes[at] as number) - 64
        if (letter < 1 || letter > 26) break
        column = column * 26 + letter
      }
      const digits = at
      while (bytes[at] !== QUOTE) if ((bytes[at++] as number) < 48) return 0
      if (digits - letters > 3 || wholeNumber(bytes, digits, at++) !== row.at) return 0
      column--
    }
    if (column <= row.column || column > LAST_COLUMN) return 0
    if (stands(STYLE, bytes, at)) {
      const digits = at + STYLE.length
      for (at = digits; bytes[at] !== QUOTE; at++) if ((bytes[at] as number) < 48) return 0
      style = wholeNumber(bytes, digits, at++)
    }
    if (style < 0 || style >= Math.max(1, this.#context.styles)) return 0
    at = this.#typeAt(bytes, at)
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) {
      this.#context.budget.writtenCell()
      row.column = column
      return at + 2
    }
    return bytes[at] === GREATER ? this.#content(bytes, at + 1, column, style) : 0
  }

  #typeAt(bytes: Buffer, at: number): number {
    this.#type = 'n'
    if (!stands(TYPE, bytes, at)) return at
    const from = at + TYPE.length
    for (const { name, written } of TYPES) {
      if (!stands(written, bytes, from)) continue
      this.#type = name
      return from + written.length
    }
    return at
  }

  #content(bytes: Buffer, from: number, column: number, style: number): number {
    let at = from
    let formulaFrom = -1
    let formulaTo = -1
    if (stands(FORMULA, bytes, at)) {
      formulaFrom = at + FORMULA.length
      formulaTo = textEnd(bytes, formulaFrom)
      if (formulaTo <= formulaFrom || !stands(FORMULA_END, bytes, formulaTo)) return 0
      at = formulaTo + FORMULA_END.length
    }
    const inline = this.#type === 'inlineStr'
    const opening = inline ? INLINE : VALUE
    const closing = inline ? INLINE_END : VALUE_END
    if (!stands(opening, bytes, at)) return 0
    const textFrom = at + opening.length
    const textTo = textEnd(bytes, textFrom)
    if (textTo <= textFrom || !stands(closing, bytes, textTo)) return 0
    at = textTo + closing.length
    const isText = inline || this.#type === 'str'
    if (!stands(CELL_END, bytes, at) || !(isText || this.#isPlain(bytes, textFrom, textTo))) return 0
    this.#context.budget.writtenCell()
    const row = this.#row
    row.column = column
    const value = isText ? unescapeText(textIn(bytes, textFrom, textTo)) : this.#value
    if (value !== '' || formulaFrom > 0) row.add(value, formulaFrom < 0 ? undefined : textIn(bytes, formulaFrom, formulaTo), style, false)
    return at + CELL_END.length
  }

  /** Whether it is a number, a shared string or a yes or no as they are nearly always written. */
  #isPlain(bytes: Buffer, from: number, to: number): boolean {
    if (this.#type === 'n') {
      const number = plainNumber(bytes, from, to)
      this.#value = number
      return !Number.isNaN(number)
    }
    if (this.#type === 's') {
      const string = this.#context.strings[wholeNumber(bytes, from, to)]
      this.#value = string ?? ''
      return string !== undefined
    }
    const digit = (bytes[from] as number) - 48
    this.#value = digit === 1
    return to === from + 1 && (digit === 0 || digit === 1)
  }
}
