// The ground of the portal and the width of what stands on it.
import { makeStyles, tokens } from '@fluentui/react-components'

export const usePageStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  main: { maxWidth: '90rem', margin: '0 auto', padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}` },
})
