// Whatever stands in a cell, every writer makes XML of it that any reader takes,
// and our reader gives back what stood there.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { textXml, unescapeText } from './cell-text.ts'
import { partText } from './inflate.ts'
import { READ_LIMITS } from './limits.ts'
import { readWorkbook } from './read.ts'
import { reportSheet } from './report-sheet.ts'
import { streamWorkbook, writeWorkbook } from './write.ts'
import { zipDirectory } from './zip-directory.ts'

const AWKWARD = [
  ...['\u0000', '\u0001', '\t', '\n', '\r', '\r\n', '\u000b', '\u000c', '\u001f', '\u007f', '\u0085', '\u2028', '\ud800', '\udc00'],
  ...['😀', '\ufffe', '\uffff', '\ufffd', '\ufeff', '_x0041_', '_x005F_', '_x005F_x0041_', '_x000D_', '_xFFFF_', '_X0041_', '_x', '_'],
  ...['&', '&amp;', '&#10;', '<', '>', ']]>', '"', "'", ' ', '=', '@', 'ữ', 'e\u0301', '#N/A', 'x'],
]
const pieces = fc.array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'binary', maxLength: 3 })), { minLength: 1, maxLength: 8 })
const anyText = pieces.map((all) => all.join('')).filter((text) => text !== '')

/** What no character is cannot be said in XML. */
const kept = (text: string) => text.toWellFormed().replace(/[\ufffe\uffff]/g, '\ufffd')

const layoutOf = (change: Partial<SheetLayout>, title = 'Thử'): WorkbookLayout => ({
  ...{ title, font: 'Times New Roman', names: [] },
  sheets: [
    {
      ...{ name: 'Thử', visibility: 'visible', columns: [], rows: [], merges: [], validations: [], conditionals: [], protected: false },
      ...{ cells: [], styles: { cell: { size: 11 } }, styled: [{ range: 'A1:A2', style: 'cell' }] },
      ...change,
    },
  ],
})

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, so they are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

async function cellsOf(bytes: Uint8Array) {
  for (const entry of zipDirectory(bytes, READ_LIMITS).values()) expect(await partText(entry), entry.path).not.toMatch(FORBIDDEN)
  const [sheet] = (await readWorkbook(bytes)).sheets
  return ['A1', 'A2'].map((at) => sheet?.cells.get(at)?.value)
}

async function* one(text: string) {
  yield [
    { kind: 0, cells: [text] },
    { kind: 0, cells: [{ formula: 'A1', value: text }] },
  ]
}

const held = (text: string) => [kept(text), kept(text)]

test('in a form, typed and as the result of a formula', async () => {
  const property = fc.asyncProperty(anyText, async (text) => {
    const cells = [
      { at: 'A1', value: text },
      { at: 'A2', formula: '=A1', value: text },
    ]
    expect(await cellsOf(await writeWorkbook(layoutOf({ cells }, text)))).toEqual(held(text))
  })
  await fc.assert(property, { numRuns: 100, examples: AWKWARD.map((text): [string] => [`a${text}b`]) })
})

test('in streamed rows, typed and as the result of a formula', async () => {
  const property = fc.asyncProperty(anyText, async (text) => {
    const stream = await streamWorkbook(layoutOf({ slot: { at: 1, kinds: 1, rows: 2, merges: [] } }), () => one(text))
    expect(await cellsOf(new Uint8Array(await new Response(stream).arrayBuffer()))).toEqual(held(text))
  })
  await fc.assert(property, { numRuns: 100, examples: AWKWARD.map((text): [string] => [`a${text}b`]) })
})

test('in the list of findings that comes back in the own workbook', () => {
  for (const text of AWKWARD.map((one) => `a${one}b`)) {
    const line = { severity: 'Lỗi', label: text, sentence: text, fix: text, target: null }
    const xml = reportSheet({ sheetName: 'Lỗi', title: text, summary: text, head: [text], lines: [line], marks: [] }, 0, 'x')
    expect(xml).not.toMatch(FORBIDDEN)
    expect(xml).toContain(`preserve">${textXml(text)}</t>`)
  }
})

test('as a title of the workbook, a hint or a refusal, without what cannot be said', async () => {
  const text = 'a\u0001\ufffe\ud800b & <c>'
  const hint = { title: text, message: text }
  const validations = [{ range: 'A1', rule: { kind: 'text-length', max: 9 }, alert: { style: 'stop', ...hint }, prompt: hint } as const]
  await cellsOf(await writeWorkbook(layoutOf({ validations }, text)))
})

test('letters that Excel would take for an escape stay letters', () => {
  expect(textXml('_x0041_ và \r')).toBe('_x005F_x0041_ và _x000D_')
  expect(unescapeText('_x005F_x0041_ và _x000D_')).toBe('_x0041_ và \r')
})
