// One worksheet part as rows, in one pass and without an object per cell. Strict:
// a number that is none, a string that is not in the table, or cells out of order
// refuse the file instead of reading on. What rows mean is the sink's business.
import { unescapeText } from './cell-text.ts'
import { columnOf, numberIn, rowNumber, serialIn, wholeNumber } from './cell-value.ts'
import { PlainCells } from './plain-cells.ts'
import { SharedFormulas } from './shared-formulas.ts'
import type { SheetContext } from './sheet-context.ts'
import { SheetRow, type SheetSink } from './sheet-row.ts'
import type { Attributes } from './xml-attributes.ts'
import { XmlFault } from './xml-fault.ts'
import type { XmlHandler } from './xml-scanner.ts'
import type { XmlText } from './xml-text.ts'

// Where in the part the scanner stands. Elements that have no place here are skipped whole.
const outside = 0
const sheet = 1
const data = 2
const row = 3
const cell = 4
const value = 5
const formula = 6
const inline = 7
const run = 8
const inlineText = 9
const merges = 10
const merge = 11
const NOWHERE = -1

/** What an element is where it stands; no table, because this is asked for every cell. */
function childOf(at: number, name: string): number {
  if (at === row) return name === 'c' ? cell : NOWHERE
  if (at === cell) return name === 'v' ? value : name === 'f' ? formula : name === 'is' ? inline : NOWHERE
  if (at === data) return name === 'row' ? row : NOWHERE
  if (at === inline) return name === 't' ? inlineText : name === 'r' ? run : NOWHERE
  if (at === run) return name === 't' ? inlineText : NOWHERE
  if (at === merges) return name === 'mergeCell' ? merge : NOWHERE
  if (at === sheet) return name === 'sheetData' ? data : name === 'mergeCells' ? merges : NOWHERE
  return at === outside && name === 'worksheet' ? sheet : NOWHERE
}

const PARENT = [outside, outside, sheet, data, row, cell, cell, cell, inline, inline, sheet, merges]
const LETTER = { r: 114, s: 115, t: 116 }
const NAMESPACES = ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main']

export class SheetScanner implements XmlHandler {
  listening = false
  readonly #row = new SheetRow()
  readonly #formulas = new SharedFormulas()
  readonly #sink: SheetSink
  readonly #context: SheetContext
  readonly #plain: PlainCells
  #at = outside
  #skipping = 0
  #inRun = false
  #seenData = false
  #type = 'n'
  #style = 0
  /** What is written out, where the type is neither number nor shared string. */
  #text = ''
  #value: string | number | undefined
  #formula: string | undefined
  #sharedIndex: string | undefined

  constructor(context: SheetContext, sink: SheetSink) {
    this.#context = context
    this.#plain = new PlainCells(context, this.#row)
    this.#sink = sink
  }

  /** The cell that was read last, for the sentence that says where the file is broken. */
  get place(): { row: number; column: number } | null {
    return this.#row.at > 0 ? { row: this.#row.at, column: Math.max(0, this.#row.column) } : null
  }

  take(bytes: Buffer, at: number): number {
    return this.#at === row && this.#skipping === 0 ? this.#plain.take(bytes, at) : at
  }

  open(name: string, attributes: Attributes): void {
    const next = this.#skipping > 0 ? NOWHERE : childOf(this.#at, name)
    if (next === NOWHERE) {
      if (this.#at === outside || this.listening) throw new XmlFault()
      this.#skipping++
      return
    }
    this.#at = next
    if (next === cell) this.#openCell(attributes)
    else if (next === value || next === inlineText) this.listening = true
    else if (next === formula) this.#openFormula(attributes)
    else if (next === row) this.#openRow(attributes)
    else if (next === run) this.#inRun = true
    else if (next === merge) this.#sink.merge(attributes.get('ref') ?? '')
    else if (next === data) this.#openData()
    else if (next === sheet && !NAMESPACES.some((one) => attributes.declares(one))) throw new XmlFault()
  }

  text(text: XmlText): void {
    if (this.#at === formula) this.#formula = `${this.#formula ?? ''}${text.read()}`
    else if (this.#type === 'n') this.#put(numberIn(text))
    else if (this.#type === 's') this.#put(this.#sharedString(text))
    else this.#text = this.#text === '' ? text.read() : this.#text + text.read()
  }

  close(): void {
    if (this.#skipping > 0) {
      this.#skipping--
      return
    }
    const closed = this.#at
    this.listening = false
    this.#at = closed === inlineText && this.#inRun ? run : (PARENT[closed] as number)
    if (closed === cell) this.#closeCell()
    else if (closed === run) this.#inRun = false
    else if (closed === row && (this.#row.count > 0 || this.#row.hidden)) this.#sink.row(this.#row)
  }

  /** A number in two pieces, as around a comment, is nothing that a program writes. */
  #put(read: string | number | undefined): void {
    if (this.#value !== undefined) throw new XmlFault()
    this.#value = read
  }

  #openData(): void {
    if (this.#seenData) throw new XmlFault()
    this.#seenData = true
  }

  #openRow(attributes: Attributes): void {
    const read = this.#row
    let at = 0
    for (let index = 0; index < attributes.count; index++) {
      if (attributes.letter(index) !== LETTER.r) continue
      if (at > 0) throw new XmlFault()
      at = rowNumber(attributes.bytes, attributes.valueFrom(index), attributes.valueTo(index))
    }
    at ||= read.at + 1
    if (at <= read.at || at > 1_048_576) throw new XmlFault()
    read.at = at
    read.hidden = attributes.isTrue('hidden')
    read.count = 0
    this.#row.column = -1
  }

  #openCell(attributes: Attributes): void {
    this.#context.budget.writtenCell()
    let column = this.#row.column + 1
    this.#type = 'n'
    this.#style = 0
    for (let index = 0; index < attributes.count; index++) {
      const letter = attributes.letter(index)
      const from = attributes.valueFrom(index)
      const to = attributes.valueTo(index)
      if (letter === LETTER.r) column = columnOf(attributes.bytes, from, to, this.#row.at)
      else if (letter === LETTER.s) this.#style = wholeNumber(attributes.bytes, from, to)
      else if (letter === LETTER.t) this.#type = attributes.word(index)
    }
    if (column <= this.#row.column || column > 16_383) throw new XmlFault()
    if (this.#style < 0 || this.#style >= Math.max(1, this.#context.styles)) throw new XmlFault()
    this.#row.column = column
    this.#text = ''
    this.#value = undefined
    this.#formula = undefined
    this.#sharedIndex = undefined
  }

  #openFormula(attributes: Attributes): void {
    if (this.#formula !== undefined) throw new XmlFault()
    this.#formula = ''
    this.#sharedIndex = attributes.get('t') === 'shared' ? attributes.get('si') : undefined
    this.listening = true
  }

  #closeCell(): void {
    if (this.#value === undefined && this.#formula === undefined && this.#text === '') return
    if (this.#sharedIndex !== undefined) {
      const at = { row: this.#row.at - 1, column: this.#row.column }
      this.#formula = this.#formulas.take(this.#sharedIndex, this.#formula ?? '', at)
    }
    const read = this.#read()
    if (read === undefined && this.#formula === undefined) return
    this.#row.add(read ?? '', this.#formula, this.#style, this.#type === 'e')
  }

  #read(): string | number | boolean | undefined {
    const text = this.#text
    switch (this.#type) {
      case 'n':
      case 's':
        return this.#value
      case 'str':
      case 'inlineStr':
        return text === '' ? undefined : unescapeText(text)
      case 'b':
        return booleanIn(text.trim())
      case 'e':
        return text.trim() === '' ? undefined : text.trim()
      case 'd':
        return text.trim() === '' ? undefined : serialIn(text, this.#context.date1904)
      default:
        throw new XmlFault()
    }
  }

  #sharedString(text: XmlText): string | undefined {
    let index = wholeNumber(text.bytes, text.from, text.to)
    if (index < 0) {
      const written = text.read().trim()
      index = /^\d{1,9}$/.test(written) ? Number(written) : -1
      if (written === '') return undefined
    }
    const found = this.#context.strings[index]
    if (found === undefined) throw new XmlFault()
    return found === '' ? undefined : found
  }
}

function booleanIn(text: string): boolean | undefined {
  if (text === '1' || text === 'true') return true
  if (text === '0' || text === 'false') return false
  if (text === '') return undefined
  throw new XmlFault()
}
