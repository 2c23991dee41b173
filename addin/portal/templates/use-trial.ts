// A template tried on what was really filed, some filings at a time so that one sees how far
// it has come; a trial that is begun anew ends the one before.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Template } from '../../../shared/template.ts'
import type { TrialRequest, TriedFiling } from '../../../shared/wire-templates.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { TemplateApi } from '../../api/template-api.ts'
import { problemOf } from '../problem-of.ts'

/** How many places of a filing are found. */
export const countOf = ({ counts }: TriedFiling): number => counts.reduce((sum, { count }) => sum + count, 0)

export interface TrialState {
  /** Null: nothing was filed. */
  readonly period: string | null
  readonly total: number
  readonly filings: readonly TriedFiling[]
  readonly done: boolean
}

export interface Tried {
  readonly trial: TrialState | null
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly run: (template: Template) => Promise<void>
}

/** `code`: whose filings; `only`: what is asked about, all where nothing is named. */
export function useTrial(api: TemplateApi, code: string | null, only: TrialRequest['only']): Tried {
  const [trial, setTrial] = useState<TrialState | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const turn = useRef(0)
  const asked = useRef(only)
  asked.current = only
  useEffect(
    () => () => {
      turn.current++
    },
    [],
  )
  const run = useCallback(
    async (template: Template) => {
      const mine = ++turn.current
      setProblem(null)
      setTrial(null)
      if (code === null) return setTrial({ period: null, total: 0, filings: [], done: true })
      setBusy(true)
      try {
        let filings: readonly TriedFiling[] = []
        for (let from: number | null = 0; from !== null && mine === turn.current; ) {
          const some = await api.try(code, { template, from, only: asked.current })
          if (mine !== turn.current) return
          filings = [...filings, ...some.filings]
          from = some.next
          setTrial({ period: some.period, total: some.total, filings, done: from === null })
        }
      } catch (error) {
        if (mine === turn.current) setProblem(problemOf(error))
      } finally {
        if (mine === turn.current) setBusy(false)
      }
    },
    [api, code],
  )
  return { trial, busy, problem, run }
}
