// A short word or number in a coloured pill. The word says it; the colour only helps.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  pill: {
    display: 'inline-block',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `${tokens.strokeWidthThin} solid currentcolor`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    // Shrinks, into two lines, only where it is wider than all there is.
    flexShrink: 0,
    maxWidth: '100%',
    boxSizing: 'border-box',
  },
  neutral: { color: tokens.colorNeutralForeground2, backgroundColor: tokens.colorNeutralBackground3 },
  brand: { color: tokens.colorBrandForeground1, backgroundColor: tokens.colorBrandBackground2 },
  success: { color: tokens.colorStatusSuccessForeground1, backgroundColor: tokens.colorStatusSuccessBackground1 },
  danger: { color: tokens.colorStatusDangerForeground1, backgroundColor: tokens.colorStatusDangerBackground1 },
})

interface Props {
  readonly tone: 'neutral' | 'brand' | 'success' | 'danger'
  readonly testId?: string
  readonly children: ReactNode
}

export function Pill({ tone, testId, children }: Props) {
  const styles = useStyles()
  return (
    <span className={mergeClasses(styles.pill, styles[tone])} data-testid={testId}>
      {children}
    </span>
  )
}
