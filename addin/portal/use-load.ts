// Something that is loaded from the server and can be loaded again. The last
// value stays while the next is on its way; an answer that comes too late is dropped.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { problemOf } from './problem-of.ts'

export interface Loaded<T> {
  readonly value: T | null
  readonly problem: ApiProblem | null
  readonly loading: boolean
  readonly reload: () => void
}

/** `key` says what is loaded: another key is another thing, and null is nothing yet. */
export function useLoad<T>(key: string | null, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ key: string | null; value: T | null; problem: ApiProblem | null; loading: boolean }>({
    key: null,
    value: null,
    problem: null,
    loading: false,
  })
  const latest = useRef(load)
  latest.current = load
  const turn = useRef(0)

  const reload = useCallback(() => {
    if (key === null) return
    const mine = ++turn.current
    setState((before) => ({ key, value: before.key === key ? before.value : null, problem: null, loading: true }))
    latest.current().then(
      (value) => mine === turn.current && setState({ key, value, problem: null, loading: false }),
      (error) => mine === turn.current && setState({ key, value: null, problem: problemOf(error), loading: false }),
    )
  }, [key])
  useEffect(reload, [reload])

  const current = state.key === key
  return {
    value: current ? state.value : null,
    problem: current ? state.problem : null,
    loading: current ? state.loading : key !== null,
    reload,
  }
}
