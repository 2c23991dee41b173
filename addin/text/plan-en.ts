// The page of the plan in English.
import type { planVi } from './plan-vi.ts'

export const planEn: typeof planVi = {
  lead: 'Control totals, code lists and tasks of the plan in use. Every change stands in the log and holds for forms that are opened from then on.',
  totals: 'Control totals (đồng)',
  totalHint: (name, value) => `${value} đồng; in rules: plan.${name}`,
  lists: 'Code lists',
  listTitle: 'Name of the list in Vietnamese',
  listTitleEn: 'Name of the list in English',
  list: 'List',
  listRow: 'One a line: code; Vietnamese label; English label; from; to',
  listHint: 'Days as dd/mm/yyyy, blank is open. A code that was used is not deleted: give it a last day.',
  unreadable: (line) => `The line "${line}" is not understood: it needs code, Vietnamese label and English label with semicolons between.`,
  tasks: 'Tasks and who answers for them',
  table: 'Form',
  tableHint:
    'Forms that are not here have only rows that agencies write anew each period and keep nothing of the last: nothing can be given in advance.',
  find: 'Find by code or name',
  noTable:
    'No form takes tasks that are given out: under Templates let the rows of a table be brought by the system, with columns that it fills in, and publish that.',
  noTask: 'This form has no task yet. Press Add a task.',
  task: 'Task',
  assigned: 'Given to',
  assignOf: (task) => `Edit task ${task}`,
  changing: {
    add: 'Add a task',
    editOf: (task) => `Task ${task}`,
    code: 'Code of the row',
    codeHint:
      'Letters, digits, dots and hyphens, such as III.9.c. By it the task is known from period to period; it cannot be changed later.',
    from: 'From the period',
    further: 'Filled beforehand (need not be)',
    furtherHint:
      'Columns that agencies fill themselves and that stay from period to period. What is filled here stands in the form when it opens; agencies may change it.',
    preview: 'Preview',
    end: 'End from this period…',
    ends: (period) => `From ${period} the form no longer has this task. Reports that were sent stay as they are.`,
    endsFrom: (period) => `Ends from ${period}`,
    nothingOpen: 'No open report changes.',
    effect: 'Open reports that change',
    effectOn: (n) => `${n} open reports change:`,
    what: 'Change',
    whats: { gains: 'gains the row', loses: 'loses the row', changes: 'its row changes' },
    state: 'State',
    states: { sent: 'sent; what was sent stays', begun: 'being filled in', untouched: 'not begun' },
    later: (n, first) => `${n} periods that are not open yet, from ${first}, open with the change.`,
  },
  more: (n) => `${n} more tasks: type to find them.`,
  next: 'Make the plan of the next year',
  nextHint:
    'Made from this plan: the same forms and tasks, due a year later, agencies that ended replaced by their heirs. The file is loaded when the system is set up for the new year; look through totals, targets and wording.',
  number: 'Number of the new plan',
  issuedOn: 'Issued on',
  make: 'Make the file',
}
