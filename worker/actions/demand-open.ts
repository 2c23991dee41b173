// Whether an obligation takes anything now: after it has opened, before it locks.
// Late is neither; it is only written down.
import type { Obligation } from '../../shared/obligation.ts'
import { ProblemError } from '../problem.ts'

export function demandOpen({ dates }: Obligation, now: Date): void {
  const { opensAt, locksAt } = dates
  if (now < new Date(opensAt)) throw new ProblemError('not-open', undefined, { opensAt })
  if (now >= new Date(locksAt)) throw new ProblemError('locked', undefined, { locksAt })
}
