// A change that an admin is making to what she saw: where somebody else was quicker, she is told
// what came meanwhile and says which stands. Nothing is overwritten that she has not seen.
import { useState } from 'react'
import * as v from 'valibot'
import { AuditEntry } from '../../../shared/audit/change.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { problemOf } from '../problem-of.ts'

export interface Change {
  readonly busy: boolean
  readonly problem: ApiProblem | null
  /** What others changed since, the latest first; null where nobody did. */
  readonly since: readonly AuditEntry[] | null
  /** Resolves with whether it was done. */
  readonly act: (step: (seen: number) => Promise<unknown>) => Promise<boolean>
  /** The same step once more, over what was shown. */
  readonly insist: () => Promise<boolean>
  /** What is changed from here on is seen as of this event. */
  readonly look: (asOf: number) => void
}

type Step = (seen: number) => Promise<unknown>

const Seen = v.looseObject({ asOf: v.number() })
const Since = v.pipe(v.array(AuditEntry), v.minLength(1))

interface State {
  readonly seen: number
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly since: readonly AuditEntry[] | null
  readonly step: Step | null
}

/** `asOf` of what was loaded when the form was opened. */
export function useChange(asOf: number): Change {
  const still = (seen: number): State => ({ seen, busy: false, problem: null, since: null, step: null })
  const [state, setState] = useState(() => still(asOf))
  const run = async (step: Step, seen: number): Promise<boolean> => {
    setState({ ...still(seen), busy: true })
    try {
      const answer = v.safeParse(Seen, await step(seen))
      setState(still(answer.success ? answer.output.asOf : seen))
      return true
    } catch (error) {
      const problem = problemOf(error)
      const since = problem.slug === 'changed-meanwhile' ? v.safeParse(Since, problem.since) : null
      if (since?.success) setState({ ...still(since.output[0]?.seq ?? seen), since: since.output, step })
      else setState({ ...still(seen), problem })
      return false
    }
  }
  return {
    ...{ busy: state.busy, problem: state.problem, since: state.since },
    act: (step) => run(step, state.seen),
    insist: () => (state.step ? run(state.step, state.seen) : Promise.resolve(false)),
    look: (next) => setState(still(next)),
  }
}
