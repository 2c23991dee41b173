// A released board as CSV: the same figures as its JSON, one line an agency. Keys
// of machines in the first line; a byte order mark, so that Excel reads Vietnamese.
import type { Board } from './board.ts'

const HEAD = 'agency,name,due,on_time,late,missing,pending,reports_light,tasks,tasks_done,tasks_overdue,tasks_light'

/** A cell that a spreadsheet would take for a formula is made text. */
const cell = (value: string | number): string => {
  const text = String(value)
  const safe = typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function boardCsv({ agencies }: Board): string {
  const lines = agencies.map(({ code, name, reports: { due, onTime, late, missing, pending }, reportsLight, tasks, tasksLight }) =>
    [
      ...[code, name, due, onTime, late, missing, pending, reportsLight],
      ...[tasks?.total ?? '', tasks?.done ?? '', tasks?.overdue ?? '', tasksLight],
    ]
      .map(cell)
      .join(','),
  )
  return `\uFEFF${[HEAD, ...lines].join('\r\n')}\r\n`
}
