// A ring that turns while something is awaited, with a word beside it. Stands in
// for Fluent's Spinner, which is several times as large; who wants less motion sees it stand still.
import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
  },
  ring: {
    display: 'inline-block',
    flexShrink: 0,
    width: '1.25em',
    height: '1.25em',
    border: '3px solid currentcolor',
    borderTopColor: 'transparent',
    borderRadius: tokens.borderRadiusCircular,
    animationName: { to: { transform: 'rotate(360deg)' } },
    animationDuration: '1.2s',
    animationIterationCount: 'infinite',
    animationTimingFunction: 'linear',
    '@media (prefers-reduced-motion: reduce)': { animationName: 'none' },
  },
})

/** Inside a button, whose own words say what is awaited. */
export function Ring() {
  const styles = useStyles()
  return <span className={styles.ring} aria-hidden="true" />
}

export function Spinner({ label }: { label: string }) {
  const styles = useStyles()
  return (
    <div className={styles.box} role="status">
      <Ring />
      <span>{label}</span>
    </div>
  )
}
