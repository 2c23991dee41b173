// What refusing (or reading) each file of the hostile corpus costs: milliseconds,
// and beside each line the most memory that was held meanwhile. The files are made
// outside of the process that is measured.
import type { Bench } from '../../.tools/meter.ts'
import { HOSTILE_CONTAINERS } from '../testing/hostile-containers.ts'
import { HOSTILE_PARTS } from '../testing/hostile-parts.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { readWorkbook } from './read.ts'
import { WorkbookRefusal } from './refusal.ts'

const corpus = [...HOSTILE_CONTAINERS, ...HOSTILE_PARTS]

export const inputs = Object.fromEntries(corpus.map(({ name, file }) => [name, file]))

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(bytes, new ReadBudget(READ_LIMITS))
    return 'read'
  } catch (error) {
    if (error instanceof WorkbookRefusal) return error.code
    throw error
  }
}

const bench: Bench = async ({ input, once, say }, picks) => {
  const some = corpus.filter(({ name }) => picks.length === 0 || picks.some((pick) => name.includes(pick)))
  for (const { name, code } of some) {
    const bytes = await input(name)
    await say('')
    let said = ''
    const ms = await once(async () => {
      said = await outcome(bytes)
    })
    if (said !== (code ?? 'read')) throw new Error(`${name}: ${said}`)
    await say(`${ms.toFixed(0).padStart(6)} ms  ${said.padEnd(16)} ${name}`)
  }
}

export default bench
