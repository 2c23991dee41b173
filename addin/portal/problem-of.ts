// Whatever was thrown as the problem it is; a bug of ours is "internal" and stays visible in the console.
import { ApiProblem } from '../api/api-problem.ts'

export function problemOf(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error
  console.error(error)
  return new ApiProblem('internal', { cause: error })
}
