// The rows of all agencies as far as somebody has looked: page after page from the server.
// Knows how to go on and when what it holds is no longer of one moment.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ConsolidatedPage } from '../../../shared/wire-province.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import { problemOf } from '../problem-of.ts'

interface Held {
  readonly key: string
  readonly first: ConsolidatedPage | null
  readonly rows: ConsolidatedPage['rows']
  readonly next: string | null
  /** Something happened since the first page: the rows are of two moments. */
  readonly moved: boolean
  readonly loading: boolean
  readonly problem: ApiProblem | null
}

const nothing = (key: string): Held => ({ key, first: null, rows: [], next: null, moved: false, loading: true, problem: null })

export interface Rows extends Held {
  readonly more: () => void
  readonly reload: () => void
}

/** `key` says whose rows they are; another key begins anew. */
export function useRows(key: string, page: (after: string | null) => Promise<ConsolidatedPage>): Rows {
  const [state, setState] = useState<Held>(() => nothing(key))
  const held = state.key === key ? state : nothing(key)
  const latest = useRef({ held, page })
  latest.current = { held, page }
  const turn = useRef(0)

  const load = useCallback(
    async (after: string | null) => {
      const mine = ++turn.current
      const before = after === null ? nothing(key) : { ...latest.current.held, loading: true, problem: null }
      setState(before)
      try {
        const got = await latest.current.page(after)
        if (mine !== turn.current) return
        const first = before.first ?? got
        setState({
          ...{ key, first, rows: [...before.rows, ...got.rows], next: got.next, loading: false, problem: null },
          moved: before.moved || got.event !== first.event,
        })
      } catch (error) {
        if (mine === turn.current) setState({ ...before, loading: false, problem: problemOf(error) })
      }
    },
    [key],
  )
  useEffect(() => {
    void load(null)
    return () => {
      turn.current++
    }
  }, [load])

  return {
    ...held,
    reload: () => void load(null),
    more: () => {
      const { loading, next, problem } = latest.current.held
      if (!loading && next !== null && problem === null) void load(next)
    },
  }
}
