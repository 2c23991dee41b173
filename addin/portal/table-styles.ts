// How the portal's tables look: plain HTML tables, which screen readers know best.
import { type GriffelStyle, makeStyles, tokens } from '@fluentui/react-components'

const ground = tokens.colorNeutralBackground1
const edge = tokens.colorNeutralStroke1Pressed

/** Whoever sees no bar to move it by still sees at which side there is more: an edge that goes away at the end. */
export const sidewaysCue: GriffelStyle = {
  backgroundColor: ground,
  backgroundImage: `linear-gradient(${ground}, ${ground}), linear-gradient(${ground}, ${ground}), linear-gradient(to right, ${edge}, transparent), linear-gradient(to left, ${edge}, transparent)`,
  backgroundPosition: 'left, right, left, right',
  backgroundRepeat: 'no-repeat',
  backgroundSize: '1.25rem 100%, 1.25rem 100%, 0.75rem 100%, 0.75rem 100%',
  backgroundAttachment: 'local, local, scroll, scroll',
}

export const useTableStyles = makeStyles({
  /** A code, a receipt, a moment: not broken. */
  name: { whiteSpace: 'nowrap' },
  /** Sentences keep room for several words in a line. */
  prose: { minWidth: 'min(14rem, 60vw)' },
  scroll: { overflowX: 'auto', ...sidewaysCue },
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
  /** As long as a row does not fit, it is a card whose cells say what their columns are called (`data-label`). */
  labelled: {
    '@media (max-width: 60rem)': {
      '& thead': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
      '& tr': {
        display: 'block',
        padding: `${tokens.spacingVerticalS} 0`,
        borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      },
      '& th, & td': { display: 'block', borderBottom: 'none', paddingBlock: tokens.spacingVerticalXXS },
      '& tr > [data-number]': { textAlign: 'left' },
      '& td[data-label]::before': { content: 'attr(data-label) ": "', color: tokens.colorNeutralForeground2 },
      '& td:empty': { display: 'none' },
    },
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
