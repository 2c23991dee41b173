// An action that first counts by pieces, asked until all is counted, as the client asks a route.
import { ProblemError } from '../problem.ts'

/** Resolves with what the action answers once nothing is left to count. */
export async function onceCounted<T>(ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask()
    } catch (problem) {
      if (!(problem instanceof ProblemError) || problem.slug !== 'counting') throw problem
    }
}
