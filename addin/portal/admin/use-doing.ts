// One thing that an admin is doing: busy while the server answers, then done or refused.
import { useState } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { problemOf } from '../problem-of.ts'

export interface Doing {
  readonly busy: boolean
  readonly problem: ApiProblem | null
  /** Resolves with whether it was done. */
  readonly act: (step: () => Promise<unknown>) => Promise<boolean>
}

export function useDoing(): Doing {
  const [state, setState] = useState<{ busy: boolean; problem: ApiProblem | null }>({ busy: false, problem: null })
  return {
    ...state,
    async act(step) {
      setState({ busy: true, problem: null })
      try {
        await step()
        setState({ busy: false, problem: null })
        return true
      } catch (error) {
        setState({ busy: false, problem: problemOf(error) })
        return false
      }
    },
  }
}
