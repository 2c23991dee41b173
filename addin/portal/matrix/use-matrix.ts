// The table as the server has it, asked for again while the page is open and seen. What
// stands there stays until something newer has come whole.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { MatrixChoice } from '../../../shared/matrix.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { MatrixApi, WholeMatrix } from '../../api/matrix-api.ts'
import { problemOf } from '../problem-of.ts'

/** Somebody who waits for a report looks about as often. */
const EVERY_MS = 20_000

interface State {
  readonly key: string
  readonly value: WholeMatrix | null
  /** Agencies that have come while it is loaded for the first time; null otherwise. */
  readonly coming: number | null
  readonly problem: ApiProblem | null
}

/** `changed` counts what was done here to a report: the table follows at once. */
export function useMatrix(api: MatrixApi, choice: MatrixChoice | null, changed: number): State & { readonly reload: () => void } {
  const key = JSON.stringify(choice)
  const [state, setState] = useState<State>({ key, value: null, coming: null, problem: null })
  const latest = useRef({ state, choice })
  latest.current = { state, choice }
  const turn = useRef(0)
  /** Which turn is being loaded: a table that takes long to come is not begun again. */
  const running = useRef<number | null>(null)

  const reload = useCallback(async () => {
    const { choice } = latest.current
    if (choice === null) return
    const mine = ++turn.current
    const isLatest = () => mine === turn.current
    const before = latest.current.state.key === key ? latest.current.state.value : null
    const coming = (value: WholeMatrix | null) => {
      if (before === null && isLatest()) setState({ key, value, coming: value?.rows.length ?? 0, problem: null })
    }
    coming(null)
    running.current = mine
    try {
      const value = (await api.matrix(choice, before?.mark ?? null, coming)) ?? before
      if (isLatest()) setState({ key, value, coming: null, problem: null })
    } catch (error) {
      if (isLatest()) setState({ key, value: before, coming: null, problem: problemOf(error) })
    }
    if (running.current === mine) running.current = null
  }, [api, key])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done here is a reason to ask again
  useEffect(() => {
    void reload()
    const seen = () => document.visibilityState === 'visible' && running.current === null && void reload()
    const timer = setInterval(seen, EVERY_MS)
    document.addEventListener('visibilitychange', seen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', seen)
      turn.current++
    }
  }, [reload, changed])

  return { ...(state.key === key ? state : { key, value: null, coming: 0, problem: null }), reload: () => void reload() }
}
