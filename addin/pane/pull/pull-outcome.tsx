// What came of the last pull or refresh: which rows are new, changed or gone, each with
// the way to it.
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { MOST_PULLED_ROWS } from '../../../shared/sheet/pulled-workbook.ts'
import { Notice } from '../../components/notice.tsx'
import { showDay } from '../../text/moment.ts'
import { usePullText } from '../../text/pull-texts.ts'
import type { Outcome, PullEvent, PullSession, ToldRow } from './pull-session.ts'

/** More rows are counted, not listed: nobody steps through them one by one. */
const MOST_LISTED = 30
const KINDS = ['kept', 'restored', 'changed', 'new', 'gone'] as const

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  summary: { padding: `${tokens.spacingVerticalSNudge} 0` },
  jump: { justifyContent: 'start', textAlign: 'left', width: '100%', fontWeight: tokens.fontWeightRegular, overflowWrap: 'anywhere' },
})

interface Props {
  readonly session: PullSession
  readonly dispatch: (event: PullEvent) => void
}

export function PullOutcome({ session, dispatch }: Props) {
  const { outcome } = session
  const { p } = usePullText()
  if (!outcome) return null
  switch (outcome.kind) {
    case 'pulled':
      return said('success', p.pulled(outcome.rows, outcome.sheet), outcome.on && p.pulledOn(showDay(outcome.on), outcome.missing))
    case 'too-many':
      return (
        <Notice tone="warning" testId="pull-outcome">
          <Text size={200} block>
            {p.tooMany(outcome.rows, MOST_PULLED_ROWS)}
          </Text>
          <a href="/portal.html" target="_blank" rel="noopener">
            {p.openPortal}
          </a>
        </Notice>
      )
    case 'nothing-sent':
      return said('info', outcome.on ? p.nothingSentBy(showDay(outcome.on)) : p.nothingSent)
    case 'anew':
      return said('warning', p.anew[outcome.why](outcome.old, outcome.sheet), outcome.on && p.asOfDay(showDay(outcome.on)))
    case 'unreadable':
      return said('warning', p.unreadable(outcome.sheet))
    case 'refreshed':
      return <Refreshed outcome={outcome} dispatch={dispatch} />
  }
}

const said = (tone: 'success' | 'info' | 'warning', text: string, day: string | null = null) => (
  <div role="status">
    <Notice tone={tone} testId="pull-outcome">
      <Text size={200} block>
        {text}
      </Text>
      {day && (
        <Text size={200} block>
          {day}
        </Text>
      )}
    </Notice>
  </div>
)

type Refresh = Extract<Outcome, { kind: 'refreshed' }>

function Refreshed({ outcome, dispatch }: { outcome: Refresh; dispatch: Props['dispatch'] }) {
  const { p } = usePullText()
  const styles = useStyles()
  const { sheet, told, on } = outcome
  const kinds = KINDS.flatMap((kind) => {
    const rows = told.filter((one) => one.kind === kind)
    return rows.length > 0 ? [{ kind, rows }] : []
  })
  return (
    <div role="status">
      <Notice tone="success" testId="pull-outcome">
        <Text weight="semibold" block>
          {p.refreshed}
        </Text>
        {on && (
          <Text size={200} block>
            {p.refreshedOn(showDay(on))}
          </Text>
        )}
        {kinds.length === 0 && <Text size={200}>{p.same}</Text>}
        {kinds.map(({ kind, rows }) => (
          <details key={kind} data-testid={`told-${kind}`}>
            <summary className={styles.summary}>{p.toldKinds[kind](rows.length)}</summary>
            <Rows rows={rows} onJump={(cell) => dispatch({ type: 'jump-asked', sheet, cell })} />
          </details>
        ))}
      </Notice>
    </div>
  )
}

function Rows({ rows, onJump }: { rows: readonly ToldRow[]; onJump: (cell: string) => void }) {
  const { p } = usePullText()
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {rows.slice(0, MOST_LISTED).map(({ agency, agencyName, rowId, title, cell }) => (
        <li key={`${agency} ${rowId}`}>
          {cell === null ? (
            <Caption1>{`${agencyName}: ${title}`}</Caption1>
          ) : (
            <Button appearance="subtle" className={styles.jump} onClick={() => onJump(cell)} data-testid="told-jump">
              {`${agencyName}: ${title}`}
            </Button>
          )}
        </li>
      ))}
      {rows.length > MOST_LISTED && (
        <li>
          <Caption1>{p.more(rows.length - MOST_LISTED)}</Caption1>
        </li>
      )}
    </ul>
  )
}
