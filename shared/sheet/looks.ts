// The styles that forms and consolidated workbooks share. NĐ 30/2020/NĐ-CP:
// Times New Roman, headings in bold, notes in italics; black on white prints best.
import type { CellStyle } from './sheet-layout.ts'

export const FONT = 'Times New Roman'

/** Grey of cells that the server fills or a formula computes. */
export const LOCKED_FILL = '#EDEDED'
const HEAD_FILL = '#DCE6F1'
const GROUP_FILL = '#F2F2F2'

/** Cells that a rule speaks about, in the colours of the pane's findings; bold, so that it shows on paper too. */
export const MARKS = {
  error: { fill: '#FFC7CE', color: '#9C0006', bold: true },
  warning: { fill: '#FFEB9C', color: '#7F4F00', bold: true },
  info: { fill: '#DDEBF7', color: '#1F4E79', bold: true },
} as const

/** Cells that still have to be filled: quieter than a mistake, because a form begins with many of them. */
export const MISSING = { fill: '#FDE9D9' } as const

export const LOOKS = {
  plain: { size: 12, vertical: 'center' },
  screen: { size: 9, horizontal: 'center', vertical: 'center', wrap: true, color: '#404040', fill: HEAD_FILL },
  office: { size: 12, bold: true, horizontal: 'center', vertical: 'center', wrap: true },
  motto: { size: 13, bold: true, underline: true, horizontal: 'center', vertical: 'center' },
  title: { size: 14, bold: true, horizontal: 'center', vertical: 'center', wrap: true },
  attached: { size: 12, italic: true, horizontal: 'center', vertical: 'center', wrap: true },
  note: { size: 11, italic: true, horizontal: 'left', vertical: 'center', wrap: true },
  unit: { size: 11, italic: true, horizontal: 'right', vertical: 'center' },
  label: { size: 12, horizontal: 'left', vertical: 'center', wrap: true },
  tableTitle: { size: 12, bold: true, horizontal: 'left', vertical: 'center', wrap: true },
  head: { size: 11, bold: true, horizontal: 'center', vertical: 'center', wrap: true, border: true, fill: HEAD_FILL },
  number: { size: 9, italic: true, horizontal: 'center', vertical: 'center', border: true },
  total: { size: 11, bold: true, horizontal: 'center', vertical: 'center', border: true, fill: GROUP_FILL, wrap: true },
  group: { size: 11, bold: true, horizontal: 'left', vertical: 'center', border: true, fill: GROUP_FILL, wrap: true },
  placeAndDate: { size: 12, italic: true, horizontal: 'center', vertical: 'center' },
  signer: { size: 12, bold: true, horizontal: 'center', vertical: 'center', wrap: true },
  signHint: { size: 11, italic: true, horizontal: 'center', vertical: 'center' },
  id: { size: 8, color: '#808080', format: '@' },
  freeId: { size: 8, color: '#808080', format: '@', locked: false },
  body: { size: 11, vertical: 'center', wrap: true, border: true },
  bodyCentre: { size: 11, horizontal: 'center', vertical: 'center', wrap: true, border: true },
} as const satisfies Record<string, CellStyle>

export type Look = keyof typeof LOOKS
