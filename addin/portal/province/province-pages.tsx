// The pages about all agencies together: chosen by name, each for a template and a period.
import { Button, makeStyles, Title2, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { ApiProblem } from '../../api/api-problem.ts'
import { quarterApi } from '../../api/quarter-api.ts'
import type { TokenStore } from '../../api/token-store.ts'
import { Spinner } from '../../components/spinner.tsx'
import { useQuarterText } from '../../text/quarter-texts.ts'

const RowsView = lazy(() => import('./rows-view.tsx'))
const QuarterView = lazy(() => import('./quarter-view.tsx'))
const ReconcileView = lazy(() => import('./reconcile-view.tsx'))
const SnapshotsView = lazy(() => import('./snapshots-view.tsx'))

const VIEWS = { quarter: QuarterView, reconcile: ReconcileView, rows: RowsView, snapshots: SnapshotsView } as const
const NAMES = ['quarter', 'reconcile', 'rows', 'snapshots'] as const

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  nav: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  title: { margin: 0 },
})

interface Props {
  readonly tokens: TokenStore
  readonly onEnded: (problem: ApiProblem) => void
}

export default function ProvincePages({ tokens: store, onEnded }: Props) {
  const { t, p } = useQuarterText()
  const styles = useStyles()
  const api = useMemo(() => quarterApi('', store), [store])
  const [page, setPage] = useState<(typeof NAMES)[number]>('quarter')
  const View = VIEWS[page]
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label={p.pagesLabel}>
        {NAMES.map((one) => (
          <Button
            key={one}
            appearance={one === page ? 'primary' : 'subtle'}
            aria-current={one === page ? 'page' : undefined}
            onClick={() => setPage(one)}
            data-testid={`province-${one}`}
          >
            {p.pages[one]}
          </Button>
        ))}
      </nav>
      <Title2 as="h1" className={styles.title}>
        {p.pages[page]}
      </Title2>
      <Suspense fallback={<Spinner label={t.loading} />}>
        <View api={api} onEnded={onEnded} />
      </Suspense>
    </div>
  )
}
