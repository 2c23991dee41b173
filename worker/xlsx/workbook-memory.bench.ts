// How much memory writing a consolidated workbook and reading an uploaded one take,
// row by row: `npm run bench` tells beside each line what the process held at most
// since the line before.
import type { Bench } from '../../.tools/meter.ts'
import { writeLong } from '../testing/long-consolidation.ts'
import { longWorkbook } from '../testing/long-workbook.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { openWorkbook } from './open-workbook.ts'

const WRITTEN = [10_000, 100_000, 1_000_000]
const READ = [1_000, 10_000, 100_000]
/** Longer than an upload may be. */
const LIMITS = { ...READ_LIMITS, partBytes: 1e9, totalBytes: 1e9, producedBytes: 1e9 }

export const inputs = Object.fromEntries(READ.map((rows) => [String(rows), () => longWorkbook(rows)]))

async function cellsOf(bytes: Uint8Array): Promise<number> {
  let cells = 0
  const book = await openWorkbook(bytes, new ReadBudget(LIMITS))
  for (const sheet of book.sheets) await book.rows(sheet, { row: ({ count }) => (cells += count), merge() {} })
  return cells
}

const bench: Bench = async ({ input, say }) => {
  const told = (rows: number, done: string, bytes: number) =>
    say(`${String(rows).padStart(7)} rows ${done} ${(bytes / 2 ** 20).toFixed(1).padStart(6)} MB`)
  for (const rows of WRITTEN) await told(rows, 'written', await writeLong(rows))
  for (const rows of READ) {
    const bytes = await input(String(rows))
    await cellsOf(bytes)
    await told(rows, 'read   ', bytes.length)
  }
}

export default bench
