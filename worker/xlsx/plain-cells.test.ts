// Cells that are known by their bytes say what the scanner says of them, whatever
// they hold and wherever the bytes are cut. The same in every run.
import { expect, it } from 'vitest'
import { sheetXml } from '../testing/workbook-file.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { WorkbookRefusal } from './refusal.ts'
import { SheetScanner } from './sheet-scanner.ts'
import { XmlFault } from './xml-fault.ts'
import { type XmlHandler, XmlScanner } from './xml-scanner.ts'

const ROUNDS = 8_000
const PIECES = [
  ...[
    '<c',
    ' r="A1"',
    ' r="B1"',
    ' r="AB1"',
    ' r="XFD1"',
    ' r="XFE1"',
    ' r="A2"',
    ' r="1"',
    ' r="A"',
    " r='C1'",
    ' s="0"',
    ' s="2"',
    ' s="9"',
  ],
  ...[' t="s"', ' t="n"', ' t="b"', ' t="str"', ' t="inlineStr"', ' t="e"', ' t="x"', '>', '/>', '</c>', '<c/>', '</row><row r="2">'],
  ...['<v>', '</v>', '<v/>', '<f>', '</f>', '<f t="shared" si="0">', '<is><t>', '</t></is>', '<is>', '<r>', '<!-- -->', ' '],
  ...[
    '0',
    '1',
    '7',
    '-1.5',
    '1e3',
    '123456789012345678',
    '.5',
    '5.',
    'A1*2',
    'Đã gửi',
    'a&amp;b',
    '&#13;',
    '&x;',
    '_x000D_',
    '\r\n',
    '\0',
    '🙂',
  ],
]
const PLAIN = [
  '<c r="A1" s="1"><v>12.5</v></c>',
  '<c r="B1" s="2" t="s"><v>1</v></c>',
  '<c r="C1" t="inlineStr"><is><t>một &lt; hai_x000D_</t></is></c>',
  '<c r="D1" s="1"/>',
  '<c r="E1"><f>A1*2</f><v>25</v></c>',
  '<c r="F1" t="str"><f>A1&amp;"x"</f><v>12.5x</v></c>',
  '<c r="G1" t="b"><v>1</v></c>',
  '<c t="s"><v>0</v></c>',
  '<c r="AA1"><v>-0</v></c>',
]

let state = 2044
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * limit)
}
const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item

/** Plain cells, with a few pieces put in, taken out or put in place of others. */
function cells(): string {
  const tokens = PLAIN.filter(() => below(3) > 0).flatMap((cell) => cell.match(/<c|<\/?\w+\/?>| \w="[^"]*"|\/?>|[^<> ]+|./g) ?? [])
  for (let change = below(3); change > 0; change--) tokens.splice(below(tokens.length), below(2), ...(below(4) > 0 ? [one(PIECES)] : []))
  return tokens.join('')
}

/** Every row as text, or the kind of refusal. */
function said(xml: string, size: number, hand: (scanner: SheetScanner) => XmlHandler): { rows: string[]; taken: number; end: string } {
  const rows: string[] = []
  const budget = new ReadBudget({ ...READ_LIMITS, writtenCells: 8 })
  const context = { strings: ['', 'Hoàn thành'], styles: 3, date1904: false, budget }
  const scanner = new SheetScanner(context, {
    row({ at, count, columns, values, errors, formulas, styles }) {
      for (let index = 0; index < count; index++)
        rows.push([at, columns[index], typeof values[index], values[index], errors[index], formulas[index], styles[index]].join('|'))
    },
    merge() {},
  })
  let taken = 0
  const handler = hand(scanner)
  const take = handler.take?.bind(handler)
  if (take) {
    handler.take = (bytes, at) => {
      const end = take(bytes, at)
      taken += end - at
      return end
    }
  }
  const reader = new XmlScanner(handler)
  const bytes = new TextEncoder().encode(xml)
  try {
    for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size))
    reader.end()
    return { rows, taken, end: 'read' }
  } catch (error) {
    if (error instanceof XmlFault) return { rows, taken, end: `broken at ${JSON.stringify(scanner.place)}` }
    if (error instanceof WorkbookRefusal) return { rows, taken, end: error.code }
    throw error
  }
}

const slow = (scanner: SheetScanner): XmlHandler => ({
  get listening() {
    return scanner.listening
  },
  open: (name, attributes) => scanner.open(name, attributes),
  text: (text) => scanner.text(text),
  close: () => scanner.close(),
})

it('are read as the scanner reads them', { timeout: 60_000 }, () => {
  const met = new Map<string, number>()
  let takenInAll = 0
  for (let round = 0; round < ROUNDS; round++) {
    const xml = sheetXml(`<row r="1">${cells()}</row>`)
    const expected = said(xml, xml.length * 2, slow)
    const size = below(2) === 0 ? xml.length * 2 : 1 + below(60)
    const { rows, taken, end } = said(xml, size, (scanner) => scanner)
    expect({ xml, rows, end }).toEqual({ xml, rows: expected.rows, end: expected.end })
    takenInAll += taken
    const kind = end.split(' ')[0] as string
    met.set(kind, (met.get(kind) ?? 0) + 1)
  }
  // All of it happens, or nothing is compared.
  expect(met.get('read')).toBeGreaterThan(ROUNDS / 10)
  expect(met.get('broken')).toBeGreaterThan(ROUNDS / 10)
  expect(takenInAll).toBeGreaterThan(ROUNDS * 50)
})
