// A released board as CSV: the same figures as its JSON, one line an agency. Keys
// of machines in the first line.
import { csv } from '../csv.ts'
import type { Board } from './board.ts'

const HEAD = 'agency,name,due,on_time,late,missing,pending,reports_light,tasks,tasks_done,tasks_overdue,tasks_light'.split(',')

export const boardCsv = ({ agencies }: Board): string =>
  csv([
    HEAD,
    ...agencies.map(({ code, name, reports: { due, onTime, late, missing, pending }, reportsLight, tasks, tasksLight }) => [
      ...[code, name, due, onTime, late, missing, pending, reportsLight],
      ...[tasks?.total ?? '', tasks?.done ?? '', tasks?.overdue ?? '', tasksLight],
    ]),
  ])
