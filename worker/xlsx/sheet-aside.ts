// What a worksheet part says besides its cells: what may be typed where, formats of blank
// cells, hidden columns. Keeps no more than there is room for; a count of millions costs nothing but its bytes.
import { parseRange, type Span } from '../../shared/a1.ts'
import type { GridValidation } from '../../shared/sheet/grid.ts'
import type { ReadLimits } from './limits.ts'
import type { ReadStyle } from './styles.ts'
import type { Attributes } from './xml-attributes.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

/** How much may still be kept, of all sheets of a workbook together. */
export class AsideRoom {
  #things: number
  #characters: number
  constructor({ aside, asideText }: ReadLimits) {
    this.#things = aside
    this.#characters = asideText
  }

  /** Whether one more thing with so many characters is kept. */
  take(characters: number): boolean {
    if (this.#things < 1 || characters > this.#characters) return false
    this.#things--
    this.#characters -= characters
    return true
  }
}

/** Excel takes no longer formula. */
export const LONGEST_TEXT = 8_192
const MOST_RANGES = 200
const KINDS = new Map<string, GridValidation['kind']>([
  ['list', 'list'],
  ['whole', 'whole'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['textLength', 'length'],
])
/** What Excel 2010 and later say apart, because older programs cannot have lists on other sheets. */
const ITEMS = new Set(['dataValidation', 'x14:dataValidation'])

type Part = 'first' | 'second' | 'ranges'
const PARTS = new Map<string, Part>([
  ['formula1', 'first'],
  ['x14:formula1', 'first'],
  ['formula2', 'second'],
  ['x14:formula2', 'second'],
  ['xm:sqref', 'ranges'],
])

function rangesIn(text: string): Span[] {
  const found: Span[] = []
  for (const [one] of text.matchAll(/\S+/g)) {
    const range = parseRange(one)
    if (range && found.push(range) >= MOST_RANGES) break
  }
  return found
}

export class AsideScanner implements XmlHandler {
  listening = false
  readonly validations: GridValidation[] = []
  readonly formats = new Map<string, string>()
  readonly hiddenColumns = new Set<number>()
  more = false
  readonly #styles: readonly ReadStyle[]
  readonly #room: AsideRoom
  #part: Part | null = null
  #item: ({ [part in Part]: string } & { type: string; operator: string; prompt: string }) | null = null
  /** A cell of which nothing but its format is known so far. */
  #blank: { at: string; format: string } | null = null

  constructor(styles: readonly ReadStyle[], room: AsideRoom) {
    this.#styles = styles
    this.#room = room
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes)
    else if (name === 'v' || name === 'is' || name === 'f') this.#blank = null
    else if (ITEMS.has(name)) this.#openItem(attributes)
    else if (name === 'col') this.#column(attributes)
    this.#part = this.#item ? (PARTS.get(name) ?? (name === 'xm:f' ? this.#part : null)) : null
    this.listening = this.#part !== null
  }

  text(text: XmlText): void {
    if (this.#item && this.#part && this.#item[this.#part].length < LONGEST_TEXT) this.#item[this.#part] += text.read()
  }

  close(name: string): void {
    this.listening = false
    if (name === 'c') this.#closeCell()
    else if (ITEMS.has(name)) this.#closeItem()
  }

  #openCell(attributes: Attributes): void {
    const format = this.#styles[Number(attributes.get('s') ?? 0)]?.format
    const at = format === undefined ? undefined : attributes.get('r')
    this.#blank = at === undefined || format === undefined ? null : { at, format }
  }

  #closeCell(): void {
    if (this.#blank && this.#room.take(0)) this.formats.set(this.#blank.at, this.#blank.format)
    this.#blank = null
  }

  #column(attributes: Attributes): void {
    if (!attributes.isTrue('hidden')) return
    const [from, to] = [Number(attributes.get('min')), Math.min(Number(attributes.get('max')), 16_384)]
    for (let column = from; column <= to; column++) this.hiddenColumns.add(column - 1)
  }

  #openItem(attributes: Attributes): void {
    const said = [attributes.get('promptTitle'), attributes.get('prompt')].filter(Boolean).join(': ')
    this.#item = {
      ...{ type: attributes.get('type') ?? 'none', operator: attributes.get('operator') ?? 'between' },
      ...{ prompt: said.slice(0, LONGEST_TEXT), ranges: attributes.get('sqref') ?? '', first: '', second: '' },
    }
  }

  #closeItem(): void {
    const item = this.#item
    this.#item = null
    const kind = KINDS.get(item?.type ?? '')
    if (!item || !kind) return
    const { operator, prompt, ranges } = item
    const [first, second] = [item.first.trim(), item.second.trim()]
    if (first.length > LONGEST_TEXT || second.length > LONGEST_TEXT) return
    if (!this.#room.take(first.length + second.length + prompt.length)) this.more = true
    else this.validations.push({ kind, operator, prompt, first, second, ranges: rangesIn(ranges) })
  }
}
