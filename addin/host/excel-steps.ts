// Queues many calls and sends them in few requests, none near Excel's limit of
// 5 MB: measured by estimated bytes, not by rows.

export interface Step {
  /** Roughly what the calls weigh in the request. */
  readonly bytes: number
  queue(): void
}

const MOST = 1_500_000
/** Smaller requests are not worth their round trip. */
const LEAST = 150_000
/** So that a person who waits sees something happen. */
const PIECES = 4

export type Progress = (done: number, of: number) => void

export const perform = async (context: Excel.RequestContext, steps: readonly Step[], progress?: Progress): Promise<void> => {
  const { application } = context.workbook
  application.suspendScreenUpdatingUntilNextSync()
  application.suspendApiCalculationUntilNextSync()
  const total = steps.reduce((sum, { bytes }) => sum + bytes, 0)
  const most = Math.min(MOST, Math.max(LEAST, total / PIECES))
  let waiting = 0
  for (const [index, step] of steps.entries()) {
    if (waiting > 0 && waiting + step.bytes > most) {
      await context.sync()
      progress?.(index, steps.length)
      application.suspendApiCalculationUntilNextSync()
      waiting = 0
    }
    step.queue()
    waiting += step.bytes
  }
  await context.sync()
  progress?.(steps.length, steps.length)
}
