// Nobody is shown a part of the whole: while something is not counted yet, whoever asks is told how much is left and asks
// again. Every request counts a piece before it says so; what is counted is not known here.
import { ProblemError } from '../problem.ts'
import { leftWithClaim } from '../store/claims.ts'

/** Whoever has counted a piece may go on at once; others look again after a while. */
const [AT_ONCE, LATER] = ['0', '1']

export const stillCounting = (left: number, again = AT_ONCE): ProblemError =>
  new ProblemError('counting', undefined, { left }, { 'Retry-After': again })

/** Somebody is counting it already: nothing else needs to be read to say so. */
export async function demandNobodyCounting(db: D1Database, about: string): Promise<void> {
  const left = await leftWithClaim(db, about)
  if (left !== null) throw stillCounting(left, LATER)
}

/** A claim is seen a little after somebody has begun. */
const [LOOKS, STEP_MS] = [3, 60]

/** Somebody is counting it or, where no claim is seen, putting together what was counted. */
export async function othersAreAtIt(db: D1Database, about: string): Promise<never> {
  for (let looked = 0; looked < LOOKS; looked++) {
    await demandNobodyCounting(db, about)
    await new Promise((next) => setTimeout(next, STEP_MS))
  }
  throw stillCounting(1)
}

export function demandCounted(left: number): void {
  if (left > 0) throw stillCounting(left)
}
