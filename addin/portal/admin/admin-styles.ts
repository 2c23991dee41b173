// How the admin's pages are laid out: forms in a line that wraps, cards below each other.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components'

export const useAdminStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
    // Boxes stand beside each other whatever stands below them, and what has no label stands beside the boxes.
    '&:has(> .fui-Field) > :not(.fui-Field)': { marginBlockStart: `calc(${tokens.lineHeightBase300} + 3 * ${tokens.spacingVerticalXXS})` },
  },
  wide: { flexGrow: 1, minWidth: 'min(18rem, 100%)' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  heading: { margin: 0 },
  /** Below the bar that stays at the top. */
  opened: { ...typographyStyles.title3, margin: 0, scrollMarginTop: '6rem', outlineStyle: 'none' },
  values: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  mail: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyBase },
  code: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
})
