// The sheets of consolidated rows that stand in the workbook, each with what it was made
// from; a copy is one more of them.
import { Button, Caption1, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components'
import { showPeriod } from '../../../shared/period.ts'
import { showDay, showInstant } from '../../text/moment.ts'
import { usePullText } from '../../text/pull-texts.ts'
import type { PullEvent, PullSession } from './pull-session.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  item: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalXS },
})

interface Props {
  readonly session: PullSession
  readonly dispatch: (event: PullEvent) => void
}

export function PulledSheets({ session, dispatch }: Props) {
  const { language, p } = usePullText()
  const styles = useStyles()
  const { sheets, busy, progress } = session
  return (
    <section aria-label={p.sheets}>
      <Subtitle2 as="h3" className={styles.heading}>
        {p.sheets}
      </Subtitle2>
      <ul className={styles.list}>
        {sheets.map(({ sheet, mark }) => (
          <li key={sheet} className={styles.item} data-testid={`pulled-${sheet}`}>
            <Text weight="semibold">{sheet}</Text>
            <Caption1>
              {p.sheetOf(mark.template, showPeriod(mark.period, language))}
              {mark.agencies && ` · ${p.someAgencies(mark.agencies.length)}`}
            </Caption1>
            <Caption1>{mark.on ? p.asOfDay(showDay(mark.on)) : p.madeAt(showInstant(mark.madeAt))}</Caption1>
            <div className={styles.actions}>
              <Button
                aria-label={p.refreshOf(sheet)}
                disabledFocusable={busy !== null}
                onClick={() => dispatch({ type: 'refresh-asked', sheet })}
                data-testid="pulled-refresh"
              >
                {p.refresh}
              </Button>
              <Button
                appearance="subtle"
                aria-label={p.goToOf(sheet)}
                onClick={() => dispatch({ type: 'jump-asked', sheet, cell: null })}
                data-testid="pulled-go"
              >
                {p.goTo}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {busy === 'refreshing' && (
        <Caption1 role="status" data-testid="refresh-progress">
          {progress ? p.rowsDrawn(progress.done, progress.of) : p.refreshing}
        </Caption1>
      )}
    </section>
  )
}
