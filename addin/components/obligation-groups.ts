// The order in which a person should see what they owe: what is late, what is
// to be done by due date, what is done, what comes later.
import type { ObligationState } from '../../shared/obligation.ts'
import type { ObligationView } from '../../shared/wire.ts'

const GROUPS = ['overdue', 'todo', 'signing', 'done', 'later', 'closed'] as const
export type Group = (typeof GROUPS)[number]

const GROUP_OF: Readonly<Record<ObligationState, Group>> = {
  overdue: 'overdue',
  returned: 'todo',
  extended: 'todo',
  open: 'todo',
  draft: 'todo',
  'handed-back': 'todo',
  'awaiting-sign-off': 'signing',
  submitted: 'done',
  accepted: 'done',
  nil: 'done',
  'not-applicable': 'done',
  'not-open': 'later',
  locked: 'closed',
}

export function groupObligations(obligations: readonly ObligationView[]): { group: Group; obligations: ObligationView[] }[] {
  const byDue = obligations.toSorted((a, b) => a.dates.dueAt.localeCompare(b.dates.dueAt) || a.id.localeCompare(b.id))
  return GROUPS.map((group) => {
    const mine = byDue.filter((one) => GROUP_OF[one.state] === group)
    return { group, obligations: group === 'done' || group === 'closed' ? mine.reverse() : mine }
  }).filter(({ obligations }) => obligations.length > 0)
}
