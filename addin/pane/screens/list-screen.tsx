// Việc của tôi: what the person's agencies owe.
import { Button, Caption1, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { lazy, Suspense } from 'react'
import type { Role } from '../../../shared/wire.ts'
import { ObligationList } from '../../components/obligation-list.tsx'
import { Spinner } from '../../components/spinner.tsx'
import { useText } from '../../text/language.tsx'
import type { ScreenProps } from './screen-props.ts'

/** For those who see the whole province: nobody else waits for it. */
const PullPart = lazy(() => import('../pull/pull-part.tsx'))

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center' },
  title: { margin: 0 },
  empty: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
})

const OVERSEES: readonly Role[] = ['aggregator', 'admin', 'auditor']

export default function ListScreen({ session, dispatch, province, failed }: ScreenProps) {
  const { t } = useText()
  const styles = useStyles()
  const { person, list, inWorkbook, busy } = session
  const oversees = person?.memberships.some(({ role }) => OVERSEES.includes(role)) ?? false
  const agencies = [...new Set(person?.memberships.flatMap(({ agencyName }) => agencyName ?? []) ?? [])]
  return (
    <>
      <div className={styles.head}>
        <Subtitle1 as="h1" className={styles.title}>
          {t.myWork}
        </Subtitle1>
        <Button
          appearance="subtle"
          icon={<ArrowSync20Regular />}
          aria-label={t.refresh}
          title={t.refresh}
          disabled={busy !== null}
          onClick={() => dispatch({ type: 'list-asked' })}
        />
      </div>
      <Caption1>{[person?.name, ...agencies].filter(Boolean).join(' · ')}</Caption1>
      {!list && busy === 'loading' && <Spinner label={t.loading} />}
      {list && (
        <ObligationList
          obligations={list.obligations}
          today={list.day}
          inWorkbook={inWorkbook}
          onChoose={(id) => dispatch({ type: 'obligation-chosen', id })}
        />
      )}
      {oversees && (
        <Suspense fallback={<Spinner label={t.loading} />}>
          <PullPart ports={province} onTrouble={failed} onCalm={() => dispatch({ type: 'trouble-dismissed' })} />
        </Suspense>
      )}
      {list?.obligations.length === 0 && !oversees && (
        <div className={styles.empty}>
          <Text>{t.noWork}</Text>
          <Caption1>{t.noWorkHint}</Caption1>
          <a href="/portal.html" target="_blank" rel="noopener">
            {t.openPortal}
          </a>
        </div>
      )}
    </>
  )
}
