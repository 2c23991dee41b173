// How the table of who has reported what looks: all lines equally high, so that it is
// known where each one stands without drawing it; names and headings stay in sight.
import { makeStyles, tokens } from '@fluentui/react-components'
import { sidewaysCue } from '../table-styles.ts'

/** Height of a line in pixels. */
export const LINE = 44

/** A name is readable beside at least one report on a telephone. */
export const AGENCY_WIDTH = 'clamp(8rem, 40vw, 17rem)'

/** Seven reports stand beside the names on a screen of 1366 pixels. */
export const REPORT_WIDTH = '9rem'

export const useMatrixStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    maxHeight: '70vh',
    ...sidewaysCue,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow2,
  },
  grid: { borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed', width: '100%' },
  head: {
    '& th': {
      position: 'sticky',
      top: 0,
      zIndex: 2,
      textAlign: 'left',
      verticalAlign: 'top',
      padding: tokens.spacingVerticalS,
      backgroundColor: tokens.colorNeutralBackground1,
      borderBottom: `2px solid ${tokens.colorNeutralStroke1}`,
    },
    '& th:first-child': { left: 0, zIndex: 3 },
  },
  line: {
    height: `${LINE}px`,
    '& > *': { padding: 0, height: `${LINE}px`, boxSizing: 'border-box', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
    '& > th': { position: 'sticky', left: 0, zIndex: 1, textAlign: 'left', backgroundColor: tokens.colorNeutralBackground1 },
  },
  group: { '& > *': { backgroundColor: `${tokens.colorNeutralBackground3} !important` } },
  agency: { width: AGENCY_WIDTH },
  report: { width: REPORT_WIDTH },
  place: {
    font: 'inherit',
    color: 'inherit',
    textAlign: 'left',
    border: 'none',
    backgroundColor: 'transparent',
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    padding: `0 ${tokens.spacingHorizontalS}`,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    alignContent: 'center',
    columnGap: tokens.spacingHorizontalXS,
    overflow: 'hidden',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  fold: { flexWrap: 'nowrap', '& svg': { flexShrink: 0 } },
  pressable: { cursor: 'pointer', ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } },
  clipped: { overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical' },
  under: { display: 'block' },
})
