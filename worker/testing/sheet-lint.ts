// What Excel demands of a worksheet part and no schema says, or says where no
// spreadsheet program complains: everything that is wrong, in words.
import { parseAddress, parseRange, type Span } from '../../shared/a1.ts'
import { childOf, childrenOf, type Element } from './xml-tree.ts'

/** Of the elements of CT_Worksheet those that may occur, in the order of the schema. */
const ORDER = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection', 'autoFilter'],
  ...['mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup'],
  ...['headerFooter', 'rowBreaks', 'colBreaks', 'drawing', 'legacyDrawing', 'tableParts', 'extLst'],
]
const LONGEST = { text: 32_767, formula: 8192, list: 255, title: 32, prompt: 255, error: 225, header: 255 } as const
const HIGHEST_ROW = 409
const WIDEST_COLUMN = 255

export interface Book {
  readonly styles: number
  readonly differentials: number
  readonly strings: readonly string[]
}

const overlap = (a: Span, b: Span) =>
  a.from.row <= b.to.row && b.from.row <= a.to.row && a.from.column <= b.to.column && b.from.column <= a.to.column

function* overlaps(ranges: readonly { text: string; area: Span }[]): Generator<string> {
  const sorted = [...ranges].sort((a, b) => a.area.from.row - b.area.from.row)
  for (const [index, one] of sorted.entries())
    for (let other = index + 1; other < sorted.length && sorted[other]!.area.from.row <= one.area.to.row; other++)
      if (overlap(one.area, sorted[other]!.area)) yield `${one.text} and ${sorted[other]!.text} overlap`
}

function* ranges(texts: readonly string[], into: { text: string; area: Span }[]): Generator<string> {
  for (const text of texts) {
    const area = parseRange(text)
    if (!area || area.from.row > area.to.row || area.from.column > area.to.column) yield `not a range: ${text}`
    else into.push({ text, area })
  }
}

function* lintCell(cell: Element, at: string, { styles, strings }: Book): Generator<string> {
  const { t: type = 'n', s: style } = cell.attributes
  if (style !== undefined && !(Number(style) < styles)) yield `${at}: style ${style} of ${styles}`
  const [value, formula, inline] = ['v', 'f', 'is'].map((name) => childOf(cell, name))
  if (formula && (formula.text === '' || formula.text.startsWith('=') || formula.text.length > LONGEST.formula))
    yield `${at}: formula "${formula.text}"`
  if ((type === 'inlineStr') !== (inline !== undefined)) yield `${at}: inline text without its type`
  const text = type === 's' ? strings[Number(value?.text)] : type === 'str' ? value?.text : inline && childOf(inline, 't')?.text
  if (type === 's' && text === undefined) yield `${at}: string ${value?.text} of ${strings.length}`
  if (text !== undefined && text.replace(/_x[0-9A-Fa-f]{4}_/g, '_').length > LONGEST.text) yield `${at}: text of ${text.length} characters`
  if (type === 'n' && value && !/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(value.text)) yield `${at}: "${value.text}" is no number`
  if (type === 'b' && !/^[01]$/.test(value?.text ?? '')) yield `${at}: "${value?.text}" is no truth value`
  if (!['n', 's', 'str', 'b', 'inlineStr'].includes(type)) yield `${at}: type ${type}`
}

function* lintRows(data: Element, corner: Span | null, book: Book): Generator<string> {
  let lastRow = 0
  for (const row of data.children) {
    const number = Number(row.attributes.r)
    if (!(number > lastRow && number <= 1_048_576)) yield `row ${row.attributes.r} after ${lastRow}`
    if (row.attributes.ht !== undefined && !(Number(row.attributes.ht) >= 0 && Number(row.attributes.ht) <= HIGHEST_ROW))
      yield `row ${number} is ${row.attributes.ht} high`
    lastRow = number
    let lastColumn = -1
    for (const cell of row.children) {
      const at = cell.attributes.r ?? ''
      const spot = parseAddress(at)
      if (!spot || spot.row !== number - 1 || spot.column <= lastColumn) yield `cell ${at} in row ${number} after column ${lastColumn}`
      if (spot && corner && (spot.row > corner.to.row || spot.column > corner.to.column)) yield `${at} lies outside of the dimension`
      lastColumn = spot?.column ?? lastColumn
      yield* lintCell(cell, at, book)
    }
  }
}

function* lintColumns(cols: Element | undefined): Generator<string> {
  let last = 0
  for (const { attributes } of cols?.children ?? []) {
    const [min, max] = [Number(attributes.min), Number(attributes.max)]
    if (!(min > last && max >= min && max <= 16_384)) yield `column ${min} after ${last}`
    if (!(Number(attributes.width ?? 0) <= WIDEST_COLUMN)) yield `column ${min} is ${attributes.width} wide`
    last = max
  }
}

function* lintValidations(element: Element | undefined): Generator<string> {
  if (!element) return
  if (Number(element.attributes.count) !== element.children.length) yield 'count of validations'
  const areas: { text: string; area: Span }[] = []
  for (const one of element.children) {
    const { sqref = '', promptTitle = '', prompt = '', errorTitle = '', error = '', type } = one.attributes
    yield* ranges(sqref.split(' '), areas)
    if (promptTitle.length > LONGEST.title || errorTitle.length > LONGEST.title) yield `${sqref}: title too long`
    if (prompt.length > LONGEST.prompt || error.length > LONGEST.error) yield `${sqref}: message too long`
    for (const { name, text } of one.children) {
      if (text === '' || text.startsWith('=') || text.length > LONGEST.formula) yield `${sqref}: ${name} "${text}"`
      if (type === 'list' && text.startsWith('"') && text.length - 2 > LONGEST.list) yield `${sqref}: list of ${text.length} characters`
    }
  }
  yield* overlaps(areas)
}

export function* lintSheet(sheet: Element, book: Book): Generator<string> {
  const names = sheet.children.map(({ name }) => name)
  const ranks = names.map((name) => ORDER.indexOf(name))
  if (ranks.includes(-1)) yield `unknown elements among ${names}`
  if (ranks.some((rank, index) => rank < (ranks[index - 1] ?? 0))) yield `order of elements: ${names}`
  for (const [index, name] of names.entries()) if (name !== 'conditionalFormatting' && names.indexOf(name) !== index) yield `${name} twice`
  const corner = parseRange(childOf(sheet, 'dimension')?.attributes.ref ?? 'A1')
  if (!corner) yield 'dimension is no range'
  yield* lintColumns(childOf(sheet, 'cols'))
  yield* lintRows(childOf(sheet, 'sheetData')!, corner, book)
  const merges = childOf(sheet, 'mergeCells')
  const merged: { text: string; area: Span }[] = []
  if (merges && (merges.children.length === 0 || Number(merges.attributes.count) !== merges.children.length)) yield 'count of merges'
  yield* ranges(
    childrenOf(merges, 'mergeCell').map(({ attributes }) => attributes.ref ?? ''),
    merged,
  )
  yield* overlaps(merged)
  for (const { text, area } of merged)
    if (area.from.row === area.to.row && area.from.column === area.to.column) yield `merge of one cell: ${text}`
  yield* lintValidations(childOf(sheet, 'dataValidations'))
  const rules = childrenOf(sheet, 'conditionalFormatting')
  yield* ranges(
    rules.flatMap(({ attributes }) => (attributes.sqref ?? '').split(' ')),
    [],
  )
  const all = rules.flatMap(({ children }) => children)
  if (new Set(all.map(({ attributes }) => attributes.priority)).size !== all.length) yield 'priorities of conditional formats'
  for (const { attributes } of all)
    if (!(Number(attributes.dxfId) < book.differentials)) yield `differential style ${attributes.dxfId} of ${book.differentials}`
  for (const { name, text } of childOf(sheet, 'headerFooter')?.children ?? []) if (text.length > LONGEST.header) yield `${name} too long`
}
