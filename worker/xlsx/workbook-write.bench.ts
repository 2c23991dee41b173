// How fast a consolidated workbook is written, beside the mere deflating (level 6) of the same XML and beside exceljs. Rows of 15 columns as
// officials fill them.
import { createDeflateRaw } from 'node:zlib'
import type { Bench, Meter } from '../../.tools/meter.ts'
import { COLUMNS, DISTINCT, distinct, writeLong } from '../testing/long-consolidation.ts'
import { Utf8Chunks } from './utf8-chunks.ts'
import { rowWriter } from './write-rows.ts'

export const peers = { exceljs: '4.4.0' }

/** What is used of it. */
interface ExcelJs {
  readonly Workbook: new () => {
    addWorksheet(name: string): { columns: unknown; addRow(cells: readonly unknown[]): { height: number } }
    readonly xlsx: { writeBuffer(): Promise<ArrayBuffer> }
  }
}

/** The XML of the distinct rows, as our writer makes it. */
function xmlChunks(): Uint8Array[] {
  const out = new Utf8Chunks()
  const xmlOf = rowWriter([Array.from({ length: COLUMNS }, (_, column) => (column >= 7 && column <= 10 ? '2' : '1'))])
  distinct.forEach((row, index) => out.add(xmlOf(row, 500_000 + index)))
  return out.take(true)
}

async function deflateOnly(chunks: readonly Uint8Array[], times: number): Promise<number> {
  const deflate = createDeflateRaw({ level: 6, chunkSize: 65_536 })
  let size = 0
  deflate.on('data', (chunk: Uint8Array) => {
    size += chunk.length
  })
  const ended = new Promise((done) => deflate.on('end', done))
  for (let time = 0; time < times; time++) for (const chunk of chunks) await new Promise<void>((done) => deflate.write(chunk, () => done()))
  deflate.end()
  await ended
  return size
}

const border = Object.fromEntries(['top', 'left', 'bottom', 'right'].map((side) => [side, { style: 'thin' as const }]))

async function excelJs(ExcelJS: ExcelJs, rows: number): Promise<number> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Tổng hợp')
  sheet.columns = Array.from({ length: COLUMNS }, (_, column) => ({
    style: { border, ...(column >= 7 && column <= 10 ? { numFmt: '#,##0.000###' } : {}) },
  }))
  for (let at = 0; at < rows; at++) sheet.addRow(distinct[at % DISTINCT]!.cells).height = 31
  return (await workbook.xlsx.writeBuffer()).byteLength
}

const cells = (...values: (string | number)[]) => values.map((value) => String(value).padStart(13)).join('')
const fixed = (value: number, places = 0) => value.toFixed(places)

async function beside(rows: number, rounds: number, library: ExcelJs | null, { compare, say }: Meter): Promise<void> {
  const chunks = xmlChunks()
  const both = { ours: () => writeLong(rows), deflate: () => deflateOnly(chunks, rows / DISTINCT) }
  const took: { ours: number; deflate: number; exceljs?: number } = await (library
    ? compare({ ...both, exceljs: () => excelJs(library, rows) }, rounds)
    : compare(both, rounds))
  const { exceljs } = took
  const beaten = exceljs === undefined ? ['', ''] : [fixed(exceljs), fixed(exceljs / took.ours, 1)]
  const megabytes = (await writeLong(rows)) / 2 ** 20
  await say(cells(rows, fixed(took.ours), fixed(took.deflate), fixed(took.ours / took.deflate, 2), ...beaten, fixed(megabytes, 1)))
}

const bench: Bench = async (meter, picks) => {
  const { runtime, say } = meter
  const { default: library } = (await meter.peer('exceljs')) as { default: ExcelJs }
  const sizes = [10_000, 100_000, 1_000_000].filter((rows) => picks.length === 0 || picks.includes(String(rows)))
  await say(cells('rows', 'ours ms', 'deflate ms', 'ours/deflate', 'exceljs ms', 'exceljs/ours', 'MB'))
  // exceljs holds the whole workbook: a worker has not the memory for 100,000 rows, Node has it not for a million.
  for (const rows of sizes)
    await beside(rows, rows > 100_000 ? 3 : 5, rows < (runtime === 'node' ? 1_000_000 : 100_000) ? library : null, meter)
}

export default bench
