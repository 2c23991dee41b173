// In which of the six columns a reported task is counted. What counts is the report of the
// quarter's last month; a task is overdue when its due time ended before that month's cut-off.
import type { Meaning } from './source.ts'

export type Counted = 'doneOnTime' | 'doneLate' | 'going' | 'overdue' | 'idle' | 'stopped'

export interface ReportedTask {
  readonly meaning: Meaning
  /** Last day of the due time, `YYYY-MM-DD`; null where it names no day. */
  readonly lastDay: string | null
  /** Day of the document or product that completed it. */
  readonly documentDate: string | null
  /** First day of the data window of the first report that called it completed. */
  readonly doneSince: string | null
}

export function countedAs(task: ReportedTask, cutOff: string): Counted {
  const { meaning, lastDay, documentDate, doneSince } = task
  if (meaning === 'stopped') return 'stopped'
  // Without a document, a task is held to be on time unless its due time had ended before the window in which
  // it was first reported as completed: nobody is called late on a guess.
  if (meaning === 'done') {
    const done = documentDate ?? doneSince
    return lastDay !== null && done !== null && done > lastDay ? 'doneLate' : 'doneOnTime'
  }
  if (meaning === 'recurring') return 'going'
  if (lastDay !== null && lastDay < cutOff) return 'overdue'
  return meaning === 'going' ? 'going' : 'idle'
}
