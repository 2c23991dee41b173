// Says how much the server still has to count before it can answer; nothing where nobody waits for it.
import { makeStyles, tokens } from '@fluentui/react-components'
import { useSyncExternalStore } from 'react'
import { leftToCount, onCounting } from '../api/counting.ts'
import { useText } from '../text/language.tsx'

const useStyles = makeStyles({
  line: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground3,
  },
})

export function CountingLine() {
  const { t } = useText()
  const styles = useStyles()
  const left = useSyncExternalStore(onCounting, leftToCount, () => 0)
  // The place is always there, so that a screen reader hears what comes into it.
  return (
    <div role="status" className={left > 0 ? styles.line : undefined} data-testid="counting">
      {left > 0 ? t.counting(left) : ''}
    </div>
  )
}
