// Nộp báo cáo: what my agencies owe, and for the chosen one the form as a file,
// the upload, the receipt and the history.
import { Button, makeStyles, Text, Title2, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { lazy, Suspense, useState } from 'react'
import type { Api } from '../api/api.ts'
import type { ApiProblem } from '../api/api-problem.ts'
import type { TokenStore } from '../api/token-store.ts'
import { ObligationList } from '../components/obligation-list.tsx'
import { Spinner } from '../components/spinner.tsx'
import { useText } from '../text/language.tsx'
import { ObligationPanel } from './obligation-panel.tsx'
import { ProblemBar } from './problem-bar.tsx'
import { useLoad } from './use-load.ts'

const MyMail = lazy(() => import('./my-mail.tsx'))
const ReviewPage = lazy(() => import('./review-page.tsx'))

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gap: tokens.spacingHorizontalXL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 56rem)': { gridTemplateColumns: '22rem minmax(0, 1fr)' },
  },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', marginBottom: tokens.spacingVerticalM },
})

interface Props {
  readonly api: Api
  readonly tokens: TokenStore
  /** Codes of the agencies for which the person signs. */
  readonly signs: readonly string[]
  readonly onEnded: (problem: ApiProblem) => void
}

export function FilingPage({ api, tokens: store, signs, onEnded }: Props) {
  const { t } = useText()
  const styles = useStyles()
  const { value: list, problem, loading, reload } = useLoad('obligations', () => api.obligations())
  const [chosen, setChosen] = useState<string | null>(null)
  const [signing, setSigning] = useState(false)
  const obligation = list?.obligations.find((one) => one.id === chosen)
  if (signing && obligation)
    return (
      <Suspense fallback={<Spinner label={t.loading} />}>
        <ReviewPage
          {...{ api, obligation, onEnded }}
          may="sign"
          onBack={() => setSigning(false)}
          onDone={() => {
            setSigning(false)
            reload()
          }}
        />
      </Suspense>
    )
  return (
    <>
      <ProblemBar problem={problem} onRetry={reload} onEnded={onEnded} />
      <div className={styles.columns}>
        <div>
          <div className={styles.head}>
            <Title2 as="h1" style={{ margin: 0 }}>
              {t.myWork}
            </Title2>
            <Button
              appearance="subtle"
              icon={<ArrowSync20Regular />}
              aria-label={t.refresh}
              title={t.refresh}
              disabled={loading}
              onClick={reload}
            />
          </div>
          {!list && loading && <Spinner label={t.loading} />}
          {list && <ObligationList obligations={list.obligations} today={list.day} chosen={chosen} onChoose={setChosen} />}
          {list?.obligations.length === 0 && <Text>{t.noWork}</Text>}
          <Suspense fallback={null}>
            <MyMail tokens={store} onEnded={onEnded} />
          </Suspense>
        </div>
        {obligation && list ? (
          <ObligationPanel
            key={obligation.id}
            {...{ api, obligation, onEnded }}
            today={list.day}
            onSubmitted={reload}
            onSign={signs.includes(obligation.agency) && obligation.state === 'awaiting-sign-off' ? () => setSigning(true) : null}
          />
        ) : (
          list && list.obligations.length > 0 && <Text>{t.chooseObligation}</Text>
        )}
      </div>
    </>
  )
}
