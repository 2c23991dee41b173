// Queues many calls and sends them in few requests, none near Excel's limit of
// 5 MB: measured by estimated bytes, not by rows. What Excel finds too large all
// the same goes out in halves. Between two requests it can be told to stop.
import { codeOf } from './excel-run.ts'
import { HostError } from './host.ts'

export interface Step {
  /** Roughly what the calls weigh in the request. */
  readonly bytes: number
  /** Rows that a person sees come with it. */
  readonly rows?: number
  queue(): void
}

/** What a value weighs: in UTF-8 a Vietnamese letter takes up to three bytes; JSON adds quotes and a comma. */
export const weight = (value: string | number | boolean | null): number => (typeof value === 'string' ? value.length * 3 + 3 : 12)

const MOST = 1_500_000
/** Smaller requests are not worth their round trip. */
const LEAST = 150_000
/** So that a person who waits sees something happen, and is heard when she does not want to wait. */
const PIECES = 8

export interface Watched {
  /** Rows that stand in the sheet. */
  readonly progress?: ((done: number, of: number) => void) | undefined
  readonly stopped?: () => boolean
}

const rowsOf = (steps: readonly Step[]): number => steps.reduce((sum, { rows = 0 }) => sum + rows, 0)

const batches = (steps: readonly Step[]): Step[][] => {
  const total = steps.reduce((sum, { bytes }) => sum + bytes, 0)
  const most = Math.min(MOST, Math.max(LEAST, total / PIECES))
  const all: Step[][] = [[]]
  let weight = 0
  for (const step of steps) {
    if (weight > 0 && weight + step.bytes > most) {
      all.push([])
      weight = 0
    }
    all.at(-1)!.push(step)
    weight += step.bytes
  }
  return all
}

/** A request that is refused for its size has done nothing. */
const send = async (context: Excel.RequestContext, steps: readonly Step[], stopped: () => boolean): Promise<void> => {
  if (stopped()) throw new HostError('stopped')
  context.workbook.application.suspendApiCalculationUntilNextSync()
  for (const step of steps) step.queue()
  try {
    await context.sync()
  } catch (error) {
    if (codeOf(error) !== 'RequestPayloadSizeLimitExceeded' || steps.length < 2) throw error
    const half = Math.ceil(steps.length / 2)
    await send(context, steps.slice(0, half), stopped)
    await send(context, steps.slice(half), stopped)
  }
}

/** Lets the pane paint and hear its buttons. */
const breathe = () => new Promise<void>((resolve) => setTimeout(resolve))

export const perform = async (
  context: Excel.RequestContext,
  steps: readonly Step[],
  { progress, stopped = () => false }: Watched = {},
): Promise<void> => {
  context.workbook.application.suspendScreenUpdatingUntilNextSync()
  const of = rowsOf(steps)
  let done = 0
  for (const batch of batches(steps)) {
    await send(context, batch, stopped)
    done += rowsOf(batch)
    progress?.(done, of)
    await breathe()
  }
}

const TRIES = 5
const PAUSE = 500

/** Tidies up: what made the work before it fail, a cell being edited for one, can make this fail too, but passes. */
export const patiently = async (work: () => Promise<void>): Promise<void> => {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    try {
      await work()
      return
    } catch {
      // The error that counts is the one that the work failed with.
      if (attempt < TRIES) await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}
