// Nobody is shown a part of the whole: while something is not counted yet, whoever asks is told how much is left and asks
// again. Every request counts a piece before it says so; what is counted is not known here.
import { ProblemError } from '../problem.ts'

const AGAIN_SECONDS = 1

export const stillCounting = (left: number): ProblemError =>
  new ProblemError('counting', undefined, { left }, { 'Retry-After': String(AGAIN_SECONDS) })

export function demandCounted(left: number): void {
  if (left > 0) throw stillCounting(left)
}
