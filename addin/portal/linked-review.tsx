// The submission that a link leads to, as the pane's do. An obligation that one may not see
// answers as if it did not exist.
import { lazy, Suspense } from 'react'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { useLoad } from './use-load.ts'

const ReviewPage = lazy(() => import('./review-page.tsx'))

interface Props {
  readonly api: Api
  readonly obligation: string
  readonly mayJudge: boolean
  readonly onBack: () => void
  readonly onEnded: (problem: ApiProblem) => void
}

export default function LinkedReview({ api, obligation, mayJudge, onBack, onEnded }: Props) {
  const { t } = useText()
  const { value, problem, loading, reload } = useLoad(`linked ${obligation}`, () => api.form(obligation))
  return (
    <>
      <ProblemBar problem={problem} onRetry={reload} onEnded={onEnded} />
      {loading && <Spinner label={t.loading} />}
      {value && (
        <Suspense fallback={<Spinner label={t.loading} />}>
          <ReviewPage
            api={api}
            obligation={value.obligation}
            may={mayJudge ? 'judge' : 'read'}
            onBack={onBack}
            onDone={onBack}
            onEnded={onEnded}
          />
        </Suspense>
      )}
    </>
  )
}
