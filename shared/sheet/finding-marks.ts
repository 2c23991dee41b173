// How findings and the receiver's notes are shown at cells, in an open workbook and in
// a file alike: by conditional formats of our own, so that nobody's formatting is
// touched. They are known again by the text in their formula.
import type { Severity } from '../finding.ts'

const MARKER = 'phu-luc-so'

/** Always true. */
export const markFormula = (severity: Severity | 'note'): string => `=LEN("${MARKER} ${severity}")>0`

export const isMarkFormula = (formula: string): boolean => formula.includes(`"${MARKER} `)

export const MARK_LOOKS: Readonly<Record<Severity, { readonly fill: string; readonly color: string }>> = {
  error: { fill: '#FFC7CE', color: '#9C0006' },
  warning: { fill: '#FFEB9C', color: '#7F4F00' },
  info: { fill: '#DDEBF7', color: '#1F4E79' },
}

/** A note is no judgement of ours, and looks like none. */
export const NOTE_LOOK = { fill: '#E4D7F5', color: '#4B2E83' } as const

/** The gravest first: it marks a cell that has several. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']
