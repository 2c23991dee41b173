// The moment of what is shown, and the way to what has come since: these pages are not renewed by themselves,
// lest a figure change under somebody's eyes.
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowSync20Regular } from '@fluentui/react-icons/svg/arrow-sync'
import { showDay, showInstant } from '../../text/moment.ts'
import { useQuarterText } from '../../text/quarter-texts.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
})

interface Props {
  /** ISO instant. */
  readonly at: string
  /** `YYYY-MM-DD`: what counted at the end of that day; null is at that instant. */
  readonly on?: string | null
  readonly loading: boolean
  readonly onReload: () => void
}

export function AsOf({ at, on = null, loading, onReload }: Props) {
  const { p } = useQuarterText()
  const styles = useStyles()
  return (
    <div className={styles.line}>
      <Caption1 role="status">{on === null ? p.asOf(showInstant(at)) : p.asOfDay(showDay(on))}</Caption1>
      <Button icon={<ArrowSync20Regular />} disabled={loading} onClick={onReload} data-testid="reload">
        {p.refresh}
      </Button>
    </div>
  )
}
