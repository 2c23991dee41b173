// A sentence that must not be missed, with what can be done about it. Stands in
// for Fluent's MessageBar, which brings its motion library into the first load.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle20Filled } from '@fluentui/react-icons/svg/error-circle'
import { Info20Filled } from '@fluentui/react-icons/svg/info'
import { Warning20Filled } from '@fluentui/react-icons/svg/warning'
import type { ComponentType, ReactNode } from 'react'

const useStyles = makeStyles({
  notice: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    overflowWrap: 'anywhere',
  },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, '& > svg': { color: tokens.colorStatusDangerForeground1 } },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, '& > svg': { color: tokens.colorStatusWarningForeground3 } },
  success: { backgroundColor: tokens.colorStatusSuccessBackground1, '& > svg': { color: tokens.colorStatusSuccessForeground1 } },
  info: { '& > svg': { color: tokens.colorNeutralForeground3 } },
  actions: { gridColumn: 2, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

type Tone = 'error' | 'warning' | 'success' | 'info'

const ICONS: Record<Tone, ComponentType<{ 'aria-hidden': true }>> = {
  error: ErrorCircle20Filled,
  warning: Warning20Filled,
  success: CheckmarkCircle20Filled,
  info: Info20Filled,
}

interface Props {
  readonly tone: Tone
  readonly testId: string
  readonly children: ReactNode
  readonly actions?: ReactNode
}

export function Notice({ tone, testId, children, actions }: Props) {
  const styles = useStyles()
  const Icon = ICONS[tone]
  // Errors interrupt what a screen reader is saying, the rest waits its turn.
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role={tone === 'error' ? 'alert' : 'status'} data-testid={testId}>
      <Icon aria-hidden />
      <div>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
