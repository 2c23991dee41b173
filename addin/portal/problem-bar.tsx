// A problem of the API in the person's language; an ended session signs them out.
import { useEffect } from 'react'
import type { ApiProblem } from '../api/api-problem.ts'
import { TroubleBar } from '../components/trouble-bar.tsx'
import { useText } from '../text/language.tsx'

interface Props {
  readonly problem: ApiProblem | null
  readonly onRetry?: (() => void) | undefined
  readonly onEnded?: (problem: ApiProblem) => void
}

export function ProblemBar({ problem, onRetry, onEnded }: Props) {
  const { t, language } = useText()
  useEffect(() => {
    if (problem?.slug === 'signed-out') onEnded?.(problem)
  }, [problem, onEnded])
  if (!problem) return null
  const outdated = problem.slug === 'outdated'
  return (
    <TroubleBar
      message={problem.sentence?.[language] ?? t.problems[problem.slug]}
      requestId={problem.requestId}
      onRetry={outdated ? () => location.reload() : onRetry}
      {...(outdated ? { retryLabel: t.reload } : {})}
    />
  )
}
