// How the portal's tables look: plain HTML tables, which screen readers know best.
import { makeStyles, tokens } from '@fluentui/react-components'

export const useTableStyles = makeStyles({
  /** A code is not broken. */
  name: { whiteSpace: 'nowrap' },
  /** Sentences keep room for several words in a line. */
  prose: { minWidth: 'min(14rem, 60vw)' },
  scroll: { overflowX: 'auto' },
  /** What can be moved sideways need break no word: columns are as wide as their longest. */
  whole: { '& th, & td': { overflowWrap: 'break-word' } },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase300,
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
    '& thead th': { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
    '& th': { fontWeight: tokens.fontWeightSemibold },
  },
  /** On a telephone each row is a small card; what the columns are called is said by what stands in them. */
  cards: {
    '@media (max-width: 34rem)': {
      '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& tr': {
        display: 'flex',
        flexWrap: 'wrap',
        padding: `${tokens.spacingVerticalS} 0`,
        borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      },
      '& th, & td': { borderBottom: 'none', paddingBlock: tokens.spacingVerticalXXS },
      '& tbody th': { width: '100%' },
      '& td:empty': { display: 'none' },
    },
  },
})
