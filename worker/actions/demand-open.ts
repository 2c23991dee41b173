// Whether an obligation takes anything now: after it has opened, before it locks;
// what was returned also later, until it is answered. Late is neither; it is only written down.
import type { Obligation } from '../../shared/obligation.ts'
import { isReopened } from '../../shared/standing.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { submissionsOf } from '../store/submissions.ts'

export async function demandOpen(parts: Parts, { id, dates }: Obligation, now: Date): Promise<void> {
  const { opensAt, locksAt } = dates
  if (now < new Date(opensAt)) throw new ProblemError('not-open', undefined, { opensAt })
  if (now < new Date(locksAt)) return
  const sent = await submissionsOf(parts.db, [id])
  if (!isReopened(sent.map(({ lastEvent }) => lastEvent))) throw new ProblemError('locked', undefined, { locksAt })
}
