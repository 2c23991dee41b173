// Sentences of the table of who has reported what, in English.
import type { MatrixTexts } from './matrix-texts.ts'

export const matrixEn: MatrixTexts = {
  title: 'Who has reported what',
  lead: 'Each cell is one report. Press a cell with a submission to see and review it; arrow keys move, Enter opens.',
  together: 'Show',
  bySpan: (span) => `All templates of ${span}`,
  byTemplate: (code, title) => `All periods of ${code} · ${title}`,
  find: 'Find an agency',
  show: 'Only agencies with',
  shows: {
    all: 'All agencies',
    missing: 'reports not submitted',
    late: 'reports overdue or submitted late',
    waiting: 'reports waiting to be accepted',
    returned: 'returned reports',
    noted: 'notes not answered',
  },
  otherAgencies: 'Other agencies',
  agency: 'Agency',
  notOwed: 'Not owed',
  done: (received, expected) => `${received}/${expected} received`,
  lateOf: (n) => `${n} late`,
  lateCell: 'late',
  notes: (n) => `${n} ${n === 1 ? 'note' : 'notes'}`,
  shown: (shown, all) => `${shown}/${all} agencies`,
  noneShown: 'There is no such agency. Choose "All agencies" to see the whole table again.',
  loadingMore: (n) => `Loading, ${n} agencies so far…`,
  asOf: (time) => `As of ${time}, updates by itself.`,
  notFresh: 'It could not be updated; the table is as of the time above and will try again.',
  download: 'Download the table (.xlsx)',
  completeness:
    'Received: submitted, all required cells filled and no errors left. "Nothing to report" and "Not applicable" are received too.',
}
