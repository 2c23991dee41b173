// The severity of a finding as icon and word, so that colour never carries it alone.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Info16Filled } from '@fluentui/react-icons/svg/info'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { Finding } from '../../shared/finding.ts'
import { useText } from '../text/language.tsx'

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorBrandForeground1 },
})

const ICONS = { error: ErrorCircle16Filled, warning: Warning16Filled, info: Info16Filled }

export function SeverityMark({ severity }: { severity: Finding['severity'] }) {
  const { t } = useText()
  const styles = useStyles()
  const Icon = ICONS[severity]
  return (
    <span className={mergeClasses(styles.mark, styles[severity])}>
      <Icon aria-hidden />
      {t.severities[severity]}
    </span>
  )
}
