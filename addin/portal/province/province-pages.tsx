// The pages about all agencies together: chosen by name, each for a template and a period.
import { lazy, useMemo, useState } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { quarterApi } from '../../api/quarter-api.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'
import { NamedPages } from '../named-pages.tsx'

const RowsView = lazy(() => import('./rows-view.tsx'))
const QuarterView = lazy(() => import('./quarter-view.tsx'))
const ReconcileView = lazy(() => import('./reconcile-view.tsx'))
const SnapshotsView = lazy(() => import('./snapshots-view.tsx'))

const VIEWS = { quarter: QuarterView, reconcile: ReconcileView, rows: RowsView, snapshots: SnapshotsView } as const
const NAMES = ['quarter', 'reconcile', 'rows', 'snapshots'] as const

interface Props {
  readonly tokens: TokenStore
  readonly onEnded: (problem: ApiProblem) => void
}

export default function ProvincePages({ tokens: store, onEnded }: Props) {
  const { p } = useQuarterText()
  const api = useMemo(() => quarterApi('', store), [store])
  const [page, setPage] = useState<(typeof NAMES)[number]>('quarter')
  const View = VIEWS[page]
  return (
    <NamedPages label={p.pagesLabel} names={NAMES} titles={p.pages} chosen={page} onChoose={setPage} area="province">
      <View api={api} onEnded={onEnded} />
    </NamedPages>
  )
}
