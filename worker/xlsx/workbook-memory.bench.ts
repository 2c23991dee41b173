// How much memory a consolidated workbook takes while it is streamed: `npm run bench`
// tells beside each line what the process held at most since the line before.
import type { Bench } from '../../.tools/meter.ts'
import { writeLong } from '../testing/long-consolidation.ts'

const bench: Bench = async ({ say }) => {
  await say('   rows       MB')
  for (const rows of [10_000, 100_000, 1_000_000]) {
    const bytes = await writeLong(rows)
    await say(`${String(rows).padStart(7)} ${(bytes / 2 ** 20).toFixed(1).padStart(8)}`)
  }
}

export default bench
