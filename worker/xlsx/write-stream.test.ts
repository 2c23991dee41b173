import { expect, test } from 'vitest'
import type { SheetLayout, SheetRow, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefusal } from './refusal.ts'
import { streamWorkbook } from './write.ts'

/** Row 1 is a merged title, rows 2 and 3 are samples, row 4 is a merged total. */
const sheet = (rows: number, change: Partial<SheetLayout> = {}): SheetLayout => ({
  name: 'Tổng hợp',
  visibility: 'visible',
  columns: [],
  rows: [{ at: 4, height: 20 }],
  cells: [
    { at: 'A1', value: 'Tiêu đề' },
    { at: 'A4', value: 'Cộng' },
    { at: 'C4', formula: `=SUM(C2:C${rows + 1})`, value: 6 },
  ],
  styles: { text: { format: '@' }, money: { format: '#,##0' }, group: { bold: true } },
  styled: [
    { range: 'A2:B2', style: 'text' },
    { range: 'C2', style: 'money' },
    { range: 'A3:C3', style: 'group' },
  ],
  merges: ['A1:C1', 'A4:B4'],
  validations: [],
  conditionals: [],
  protected: false,
  slot: { at: 2, kinds: 2, rows, merges: ['A2:B2'] },
  ...change,
})

const book = (...sheets: SheetLayout[]): WorkbookLayout => ({ title: 'Thử', font: 'Times New Roman', sheets, names: [] })

async function* portions(...rows: (readonly SheetRow[])[]) {
  yield* rows
}

const bytesOf = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer())

const written = async (rows: readonly SheetRow[], change: Partial<SheetLayout> = {}) =>
  (await readWorkbook(await bytesOf(await streamWorkbook(book(sheet(rows.length, change)), () => portions(rows))))).sheets[0]!

const plain = (...cells: SheetRow['cells'][number][]): SheetRow => ({ kind: 0, cells })

test('streamed rows take the place of the samples, and what stands below moves down', async () => {
  const { cells, merges } = await written([
    { kind: 1, height: 22, cells: ['I. Sở', null, { formula: 'SUM(C3:C5)', value: 6 }] },
    plain('a', 'b', 1),
    plain('c', 'd', 2),
    plain('e', 'f', 3),
  ])
  expect(cells.get('A2')).toMatchObject({ value: 'I. Sở' })
  expect(cells.get('C2')).toMatchObject({ value: 6, formula: '=SUM(C3:C5)' })
  expect(cells.get('B5')).toEqual({ value: 'f', format: '@' })
  expect(cells.get('C5')).toEqual({ value: 3, format: '#,##0' })
  expect(cells.get('A6')?.value).toBe('Cộng')
  expect(cells.get('C6')).toEqual({ value: 6, formula: '=SUM(C2:C5)' })
  expect(merges).toEqual(['A1:C1', 'A6:B6', 'A2:B2'])
})

test('a slot may stay empty', async () => {
  const { cells } = await written([], { slot: { at: 2, kinds: 2, rows: 0, merges: [] } })
  expect(cells.get('A2')?.value).toBe('Cộng')
  expect(cells.has('A4')).toBe(false)
})

test('every value comes back as it was, text never as a formula', async () => {
  const values = [
    ...['=1+1', '+84', '-2', '@SUM(A1)', '=cmd|calc', '\t=1+1', '0123', '#N/A', 'TRUE', '-', '1E5'],
    ...['  thụt  ', 'dòng 1\ndòng 2', 'về\rđầu', 'A & <b> "c" \'d\' ]]>', '_x0041_', 'a_x00e1_b', '😀'.repeat(700), 'ữ'.repeat(32_767)],
    ...[0, -1.5, 322_799, 0.1, 1e21, 154_531.001, 9_007_199_254_740_991, true, false],
  ]
  const { cells } = await written(values.map((value) => plain(value)))
  expect(values.map((_, index) => cells.get(`A${index + 2}`)?.value)).toEqual(values)
  expect([...cells.values()].filter(({ formula }) => formula !== undefined)).toHaveLength(1)
})

test('what XML cannot say does not break the file', async () => {
  const { cells } = await written([plain('nửa \ud800 cặp', 'nul \u0000 \u001b'), plain('\ufffe\uffff')])
  expect(cells.get('A2')?.value).toBe('nửa \ufffd cặp')
  expect(cells.get('B2')?.value).toBe('nul \u0000 \u001b')
  expect(cells.get('A3')?.value).toBe('\ufffd\ufffd')
})

test('the same rows give the same bytes, in whatever portions they come', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => plain(`Nhiệm vụ ${index}`, 'ư'.repeat(index % 90), index / 8))
  const layout = book(sheet(rows.length))
  const once = await bytesOf(await streamWorkbook(layout, () => portions(rows)))
  const thrice = await bytesOf(await streamWorkbook(layout, () => portions(rows.slice(0, 1), rows.slice(1, 4000), rows.slice(4000))))
  expect(thrice).toEqual(once)
  const last = (await readWorkbook(once)).sheets[0]!.cells.get('A5001')
  expect(last?.value).toBe('Nhiệm vụ 4999')
})

async function* failing(): AsyncGenerator<readonly SheetRow[]> {
  yield [plain('a')]
  throw new Error('the database went away')
}

const received = async (stream: ReadableStream<Uint8Array>) => {
  const chunks: Uint8Array[] = []
  const error = await (async () => {
    for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk)
  })().catch((reason: unknown) => reason)
  return { error, bytes: new Uint8Array(await new Blob(chunks as Uint8Array<ArrayBuffer>[]).arrayBuffer()) }
}

test('where the rows fail half-way the stream fails, and what came before is no workbook', async () => {
  const { error, bytes } = await received(await streamWorkbook(book(sheet(2)), failing))
  expect(String(error)).toContain('the database went away')
  expect(bytes.length).toBeGreaterThan(500)
  await expect(readWorkbook(bytes)).rejects.toThrow(WorkbookRefusal)
})

test('fewer or more rows than promised break the stream off: totals would lie', async () => {
  for (const promised of [1, 3]) {
    const { error } = await received(await streamWorkbook(book(sheet(promised)), () => portions([plain('a'), plain('b')])))
    expect(String(error)).toContain(`${promised} rows were promised, 2 came`)
  }
})

test('a number that is none breaks the stream off', async () => {
  const { error } = await received(await streamWorkbook(book(sheet(1)), () => portions([plain(Number.NaN)])))
  expect(error).toBeInstanceOf(RangeError)
})

test('a receiver that leaves ends the reading of rows', async () => {
  let ended = false
  let read = 0
  async function* endless() {
    try {
      for (;;) {
        read++
        yield Array.from({ length: 500 }, () => plain(crypto.randomUUID(), crypto.randomUUID(), read))
      }
    } finally {
      ended = true
    }
  }
  const reader = (await streamWorkbook(book(sheet(1e6)), endless)).getReader()
  for (let chunk = 0; chunk < 40; chunk++) await reader.read()
  await reader.cancel()
  expect(ended).toBe(true)
  expect(read).toBeLessThan(2000)
})
