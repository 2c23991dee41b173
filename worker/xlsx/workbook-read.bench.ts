// How fast a long workbook is read as rows, beside nothing but inflating and
// decoding the same parts, and beside the row stream of the library that writes ours.
import { streamXlsxRows } from 'hucre/xlsx'
import type { Bench } from '../../.tools/meter.ts'
import { longWorkbook } from '../testing/long-workbook.ts'
import { inflatePart } from './inflate.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { openWorkbook } from './open-workbook.ts'
import { readWorkbook } from './read.ts'
import type { SheetRow } from './sheet-row.ts'
import { zipDirectory } from './zip-directory.ts'

const LIMITS = { ...READ_LIMITS, fileBytes: 1e9, partBytes: 1e9, totalBytes: 1e9, producedBytes: 1e9, rowsPerSheet: 1e6, cells: 1e7 }
const SIZES = [1_000, 10_000, 100_000]
/** As many rows of fifteen columns as a grid may hold. */
const GRID_ROWS = 20_000

export const inputs = Object.fromEntries(SIZES.map((rows) => [String(rows), () => longWorkbook(rows)]))

async function inflated(bytes: Uint8Array): Promise<number> {
  let length = 0
  for (const entry of zipDirectory(bytes, LIMITS).values()) {
    const decoder = new TextDecoder()
    await inflatePart(entry, new ReadBudget(LIMITS), (piece) => {
      length += decoder.decode(piece, { stream: true }).length
    })
  }
  return length
}

interface Total {
  cells: number
  sum: number
}

async function ownRows(bytes: Uint8Array): Promise<Total> {
  const total = { cells: 0, sum: 0 }
  const row = ({ count, values }: SheetRow) => {
    total.cells += count
    for (let at = 0; at < count; at++) if (typeof values[at] === 'number') total.sum += values[at] as number
  }
  const book = await openWorkbook(bytes, new ReadBudget(LIMITS))
  for (const sheet of book.sheets) await book.rows(sheet, { row, merge() {} })
  return total
}

async function libraryRows(bytes: Uint8Array): Promise<Total> {
  const total = { cells: 0, sum: 0 }
  for await (const { values } of streamXlsxRows(bytes)) {
    for (const value of values) {
      if (value === null || value === undefined) continue
      total.cells++
      if (typeof value === 'number') total.sum += value
    }
  }
  return total
}

const bench: Bench = async ({ compare, input, say }, picks) => {
  await say('   rows     MB   XML MB   limit ms     own ms  hucre ms   own/limit  hucre/own   grid ms')
  for (const rows of SIZES.filter((one) => picks.length === 0 || picks.includes(String(one)))) {
    const bytes = await input(String(rows))
    const xml = await inflated(bytes)
    const [own, library] = [await ownRows(bytes), await libraryRows(bytes)]
    if (own.cells !== rows * 14 || library.cells < rows * 13)
      throw new Error(`cells are lost: ${own.cells}, ${library.cells} of ${rows * 14}`)
    const works = { limit: () => inflated(bytes), own: () => ownRows(bytes), hucre: () => libraryRows(bytes) }
    const all: Record<string, () => unknown> =
      rows > GRID_ROWS ? works : { ...works, grid: () => readWorkbook(bytes, new ReadBudget(LIMITS)) }
    const took = await compare(all, rows > 10_000 ? 7 : 11)
    const ms = (name: string) => (took[name] === undefined ? '-' : took[name].toFixed(1))
    const ratio = (over: string, under: string) => ((took[over] as number) / (took[under] as number)).toFixed(2)
    await say(
      [
        String(rows).padStart(7),
        (bytes.length / 1e6).toFixed(1).padStart(6),
        (xml / 1e6).toFixed(1).padStart(8),
        ms('limit').padStart(10),
        ms('own').padStart(10),
        ms('hucre').padStart(9),
        ratio('own', 'limit').padStart(11),
        ratio('hucre', 'own').padStart(10),
        ms('grid').padStart(9),
      ].join(' '),
    )
  }
}

export default bench
