// A list as far as somebody has looked at it: page after page from the server, by key. Knows how to go on, and that what
// comes too late is of another list.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { problemOf } from './problem-of.ts'

interface Page {
  readonly next: string | null
}

interface Held<T extends Page> {
  readonly key: string | null
  readonly pages: readonly T[]
  readonly loading: boolean
  readonly problem: ApiProblem | null
}

export interface Pages<T extends Page> extends Held<T> {
  /** Whether there is more than was loaded. */
  readonly unread: boolean
  readonly more: () => void
  readonly reload: () => void
}

/** Rows of several pages as one list; what a later page says of a row takes the place of what an earlier one said. */
export function withLater<R extends { readonly id: string }>(pages: readonly (readonly R[])[]): R[] {
  return [...new Map(pages.flat().map((row) => [row.id, row])).values()]
}

/** `key` says whose pages they are: another key begins anew, and null is nothing yet. */
export function usePages<T extends Page>(key: string | null, page: (after: string | null) => Promise<T>): Pages<T> {
  const nothing: Held<T> = { key, pages: [], loading: key !== null, problem: null }
  const [state, setState] = useState(nothing)
  const held = state.key === key ? state : nothing
  const latest = useRef({ held, page })
  latest.current = { held, page }
  const turn = useRef(0)

  const load = useCallback(
    async (after: string | null) => {
      if (key === null) return
      const mine = ++turn.current
      const pages = after === null ? [] : latest.current.held.pages
      setState({ key, pages, loading: true, problem: null })
      try {
        const got = await latest.current.page(after)
        if (mine === turn.current) setState({ key, pages: [...pages, got], loading: false, problem: null })
      } catch (error) {
        if (mine === turn.current) setState({ key, pages, loading: false, problem: problemOf(error) })
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

  const next = held.pages.at(-1)?.next ?? null
  return {
    ...held,
    unread: next !== null,
    reload: () => void load(null),
    more: () => {
      const { loading, pages } = latest.current.held
      const after = pages.at(-1)?.next ?? null
      if (!loading && after !== null) void load(after)
    },
  }
}
