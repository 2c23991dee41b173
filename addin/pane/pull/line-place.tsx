// Where the selected row comes from: agency, submission and receipt, whether that still
// counts, and what the selected cell said in other submissions and in the periods before.
import { Button, Caption1, makeStyles, Text, tokens } from '@fluentui/react-components'
import { showValue } from '../../../shared/field/field.ts'
import { showPeriod } from '../../../shared/period.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { usePullText } from '../../text/pull-texts.ts'
import { agencyNameOf, PlaceCard } from './place-card.tsx'
import type { PlaceOfLine, PullEvent } from './pull-session.ts'

const useStyles = makeStyles({
  values: { margin: 0, display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
})

interface Props {
  readonly place: PlaceOfLine
  readonly busy: boolean
  readonly dispatch: (event: PullEvent) => void
}

export function LinePlace({ place, busy, dispatch }: Props) {
  const { p } = usePullText()
  const { line, known, obligation, history, on } = place
  const own = history?.find(({ receipt }) => receipt.submissionId === line.submission)
  const counted = history?.findLast(({ state }) => state === 'submitted' || state === 'accepted')
  return (
    <PlaceCard title={p.placeTitle} place={place}>
      <Text weight="semibold" data-testid="place-agency">
        {agencyNameOf(known, line.agency)}
      </Text>
      {line.submission === '' ? (
        <Text size={200}>{p.gone}</Text>
      ) : (
        <>
          <Text size={200} data-testid="place-receipt">
            {p.receipt} {line.receipt}
            {line.sequence !== null && ` · ${p.sequence(line.sequence)}`}
          </Text>
          {own && <Caption1 data-testid="place-sent">{p.sentAt(showInstant(own.receipt.submittedAt), own.receipt.submittedBy)}</Caption1>}
          {history && (
            <Caption1 data-testid="place-counts">
              {counted?.receipt.submissionId === line.submission
                ? p.counts
                : counted
                  ? on
                    ? p.countedOn(showDay(on), counted.receipt.sequence)
                    : p.countsNoMore(counted.receipt.sequence)
                  : on
                    ? p.countedOnNone(showDay(on))
                    : p.countsNone}
            </Caption1>
          )}
          {line.cell !== '' && <Caption1>{p.cellOf(line.cell)}</Caption1>}
        </>
      )}
      <a href={`/portal.html#review=${encodeURIComponent(obligation)}`} target="_blank" rel="noopener" data-testid="place-portal">
        {p.openSubmission}
      </a>
      {line.kind === 'row' && <RowHistory place={place} busy={busy} dispatch={dispatch} />}
    </PlaceCard>
  )
}

function RowHistory({ place, busy, dispatch }: Props) {
  const { language, p } = usePullText()
  const styles = useStyles()
  const { field, history, past, contents, line, table, known } = place
  if (!field || !history) return null
  const figures = (past?.periods ?? []).flatMap(({ period, rows }) => {
    const number = rows.find((row) => row.table === table.key && row.rowId === line.rowId)?.figures[field.key]
    return number === undefined ? [] : [{ period, shown: showValue(field.type, number, language, known) }]
  })
  const shownIn = (submission: string): string => {
    const row = contents?.[submission]?.rows.find(({ id, table: own }) => id === line.rowId && own === table.key)
    return row ? showValue(field.type, row.values[field.key] ?? null, language, known) || p.historyBlank : p.historyAbsent
  }
  return (
    <>
      {figures.length > 0 && (
        <>
          <Caption1>{p.pastTitle}</Caption1>
          <dl className={styles.values} data-testid="place-past">
            {figures.map(({ period, shown }) => (
              <Pair key={period} term={showPeriod(period, language)} value={shown} />
            ))}
          </dl>
        </>
      )}
      {contents ? (
        <>
          <Caption1>{p.historyTitle}</Caption1>
          <dl className={styles.values} data-testid="place-history">
            {history
              .filter(({ receipt }) => contents[receipt.submissionId])
              .map(({ receipt }) => (
                <Pair
                  key={receipt.submissionId}
                  term={p.historyLine(receipt.sequence, showInstant(receipt.submittedAt))}
                  value={shownIn(receipt.submissionId)}
                />
              ))}
          </dl>
        </>
      ) : (
        // One's own number is not the one in the sheet: it stands in the submission alone.
        (history.length > 1 || field.type.kind === 'sequence') && (
          <Button disabledFocusable={busy} onClick={() => dispatch({ type: 'compare-asked' })} data-testid="place-compare">
            {p.historyShow}
          </Button>
        )
      )}
    </>
  )
}

function Pair({ term, value }: { term: string; value: string }) {
  const styles = useStyles()
  return (
    <>
      <dt>
        <Caption1>{term}</Caption1>
      </dt>
      <dd className={styles.value}>
        <Text size={200}>{value}</Text>
      </dd>
    </>
  )
}
