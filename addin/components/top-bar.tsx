// The bar above every page: where one is, back, language, sign out, and the
// demo's clock. The right end stays free: in Excel the personality menu covers it.
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { QuestionCircle20Regular } from '@fluentui/react-icons/svg/question-circle'
import { SignOut20Regular } from '@fluentui/react-icons/svg/sign-out'
import type { ClockReading } from '../../shared/wire-deployment.ts'
import { useText } from '../text/language.tsx'
import { showDay } from '../text/moment.ts'
import { CountingLine } from './counting-line.tsx'

const useStyles = makeStyles({
  top: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  clock: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '40px',
    paddingLeft: tokens.spacingHorizontalM,
  },
  title: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  small: { minWidth: 'auto' },
})

interface Props {
  readonly title: string
  readonly clock: ClockReading | null
  readonly onBack?: (() => void) | undefined
  readonly onHelp?: (() => void) | undefined
  readonly helpOpen?: boolean
  readonly onSignOut?: (() => void) | undefined
  /** Pixels left free at the right end. */
  readonly free: number
}

export function TopBar({ title, clock, onBack, onHelp, helpOpen = false, onSignOut, free }: Props) {
  const { t, switchLanguage } = useText()
  const styles = useStyles()
  return (
    <header className={styles.top}>
      <div className={styles.bar} style={{ paddingRight: free }}>
        {onBack && (
          <Button
            appearance="subtle"
            className={styles.small}
            icon={<ArrowLeft20Regular />}
            aria-label={t.back}
            onClick={onBack}
            data-testid="back"
          />
        )}
        <Text weight="semibold" className={styles.title}>
          {title}
        </Text>
        <Button
          appearance="subtle"
          className={styles.small}
          aria-label={`${t.otherLanguageShort} · ${t.otherLanguage}`}
          title={t.otherLanguage}
          onClick={switchLanguage}
          data-testid="switch-language"
        >
          {t.otherLanguageShort}
        </Button>
        {onHelp && (
          <Button
            appearance="subtle"
            className={styles.small}
            icon={<QuestionCircle20Regular />}
            aria-label={t.help}
            aria-expanded={helpOpen}
            title={t.help}
            onClick={onHelp}
            data-testid="help"
          />
        )}
        {onSignOut && (
          <Button
            appearance="subtle"
            className={styles.small}
            icon={<SignOut20Regular />}
            aria-label={t.signOut}
            title={t.signOut}
            onClick={onSignOut}
            data-testid="sign-out"
          />
        )}
      </div>
      {clock?.demo && (
        <div className={styles.clock} data-testid="demo-clock">
          {t.demoClock(showDay(clock.day))}
        </div>
      )}
      <CountingLine />
    </header>
  )
}
