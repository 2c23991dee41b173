// Tổng hợp, for those who see the whole province: what is pulled, the sheets that stand in
// the workbook, what a refresh changed, and where the selected row or total comes from.
import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Spinner } from '../../components/spinner.tsx'
import { usePullText } from '../../text/pull-texts.ts'
import { LinePlace } from './line-place.tsx'
import { PullChoice } from './pull-choice.tsx'
import { PullOutcome } from './pull-outcome.tsx'
import type { PullPorts } from './pull-perform.ts'
import { createPullRunner } from './pull-runner.ts'
import type { PullEvent } from './pull-session.ts'
import { PulledSheets } from './pulled-sheets.tsx'
import { TotalPlace } from './total-place.tsx'

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  heading: { margin: 0 },
})

interface Props {
  readonly ports: PullPorts
  /** Told to the person by the pane. */
  readonly onTrouble: (error: unknown) => void
  /** Something else is asked for: what was told before is over. */
  readonly onCalm: () => void
}

export default function PullPart({ ports, onTrouble, onCalm }: Props) {
  const { t, p } = usePullText()
  const styles = useStyles()
  const [runner] = useState(() => createPullRunner(ports, onTrouble))
  const session = useSyncExternalStore(runner.subscribe, runner.session)
  const dispatch = (event: PullEvent): void => {
    if (event.type.endsWith('-asked')) onCalm()
    runner.dispatch(event)
  }
  useEffect(() => {
    runner.dispatch({ type: 'look-asked' })
    return runner.end
  }, [runner])
  const { busy, place, choices } = session
  return (
    <section className={styles.part} aria-label={p.title} aria-busy={busy !== null} data-testid="pull-part">
      <div>
        <Subtitle2 as="h2" className={styles.heading}>
          {p.title}
        </Subtitle2>
        <Text size={200} block>
          {p.lead}
        </Text>
      </div>
      {busy === 'looking' && <Spinner label={t.loading} />}
      {choices?.templates.every(({ periods }) => periods.length === 0) && <Text>{p.none}</Text>}
      {place?.kind === 'line' && <LinePlace place={place} busy={busy !== null} dispatch={dispatch} />}
      {place?.kind === 'total' && <TotalPlace place={place} dispatch={dispatch} />}
      <PullOutcome session={session} dispatch={dispatch} />
      {session.sheets.length > 0 && <PulledSheets session={session} dispatch={dispatch} />}
      {choices && <PullChoice session={session} dispatch={dispatch} />}
    </section>
  )
}
