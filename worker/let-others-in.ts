// Turns for the requests of others in the middle of long work. Whoever waits for an answer goes before what nobody waits for:
// a workbook that is being sent, what goes on after an answer, the regular run. What the work is, is not known here.
import { AsyncLocalStorage } from 'node:async_hooks'

interface Asked {
  readonly since: number
}

/** Requests that are being answered. */
const waiting = new Set<Asked>()
const own = new AsyncLocalStorage<Asked>()

/** An answer that was broken off may never be said to have ended. */
const FORGOTTEN_MS = 10_000
/** So long at most work steps aside at a time, so that it ends however much is asked meanwhile. */
const PATIENCE_MS = 200
const STEP_MS = 4

/** Only a timer gives a turn: answers of the database alone were seen not to. */
const turn = (ms: number): Promise<void> => new Promise((next) => setTimeout(next, ms))

/** Answers a request; what it leaves behind when it is answered (a stream, what goes on afterwards) is not waited for by others. */
export async function answering<T>(answer: () => Promise<T>): Promise<T> {
  const asked = { since: performance.now() }
  waiting.add(asked)
  try {
    return await own.run(asked, answer)
  } finally {
    waiting.delete(asked)
  }
}

/** The request that is being answered here, or was before what goes on now; the same for all that is done for it. */
export const request = (): object | undefined => own.getStore()

/** The request that is being answered here takes long and knows it: a file. From now on it gives way to the others. */
export function giveWay(): void {
  const asked = own.getStore()
  if (asked) waiting.delete(asked)
}

function isSomebodyWaiting(): boolean {
  const now = performance.now()
  for (const one of waiting) if (now - one.since > FORGOTTEN_MS) waiting.delete(one)
  return waiting.size > 0
}

export async function letOthersIn(): Promise<void> {
  await turn(0)
  const asked = own.getStore()
  if (asked && waiting.has(asked)) return
  for (let waited = 0; waited < PATIENCE_MS && isSomebodyWaiting(); waited += STEP_MS) await turn(STEP_MS)
}
