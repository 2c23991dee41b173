// What the tests of the pane's state machine play with: a person, her obligation,
// a form read from the sheet, and the events that lead there.
import type { Content, Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Form, ObligationView, Person, Receipt } from '../../shared/wire.ts'
import { beginning } from './beginning.ts'
import type { Effect } from './effect.ts'
import type { Places } from './places.ts'
import type { Event, Session } from './session.ts'
import { step } from './step.ts'

export const person: Person = { id: 'p1', name: 'Hoa', email: 'hoa@example.vn', memberships: [] }
export const clock = { now: '2025-03-17T02:00:00.000Z', day: '2025-03-17', demo: true }
export const id = 'THANG.2025-03.STTTT'
export const obligation: ObligationView = {
  id,
  template: 'THANG',
  version: 1,
  period: '2025-03',
  agency: 'STTTT',
  dates: {
    windowFrom: '2025-02-15',
    windowTo: '2025-03-14',
    opensAt: '2025-02-28T17:00:00.000Z',
    dueAt: '2025-03-19T17:00:00.000Z',
    locksAt: '2025-03-31T17:00:00.000Z',
  },
  templateTitle: { vi: 'Báo cáo tháng', en: 'Monthly report' },
  agencyName: 'Sở Thông tin và Truyền thông',
  state: 'open',
  late: false,
  submissions: 0,
  lastReceipt: null,
  latest: null,
  accepted: false,
  openNotes: 0,
  lastReview: null,
  signsOff: false,
}
// The machine hands the form on and looks only at its obligation.
export const form = { obligation, notes: [] as Form['notes'] } as Form
export const filing: Filing = {
  template: 'THANG',
  version: 1,
  agency: 'STTTT',
  period: '2025-03',
  declaration: null,
  header: {},
  rows: [{ id: 'III.1.a', table: 'main', at: 12, entries: { ty_le: { value: 120, cell: 'H12' }, ky: { value: '3/2025', cell: 'J12' } } }],
  explanations: {},
}
export const aFinding = (name: string, more: Partial<Finding> = {}): Finding => ({
  id: name,
  code: 'above-maximum',
  severity: 'error',
  place: { rowId: 'III.1.a', field: 'ty_le', cell: 'H12' },
  params: {},
  fixes: [],
  ...more,
})
export const receipt = { number: 'KH25-000001', submissionId: 's1', obligationId: id, submittedAt: clock.now } as Receipt

export function play(from: Session, ...events: Event[]): { session: Session; effects: Effect[] } {
  let session = from
  let effects: Effect[] = []
  for (const event of events) {
    const next = step(session, event)
    session = next.session
    effects = [...next.effects]
  }
  return { session, effects }
}

export const signedIn: Event[] = [
  { type: 'started', person, clock, accounts: [] },
  { type: 'list-loaded', list: { obligations: [obligation], day: '2025-03-17' }, clock, inWorkbook: [] },
]
export const opened: Event[] = [
  ...signedIn,
  { type: 'obligation-chosen', id },
  { type: 'form-loaded', id, form, draft: null, sheet: null },
  { type: 'form-opened', id, sheet: 'Biểu THANG' },
]
export const places: Places = {
  tables: [{ key: 'main', firstRow: 11, lastRow: 40, fields: { 7: 'ty_le', 9: 'ky' }, rowIds: { 11: 'III.1.a' } }],
  header: { C5: 'nguoi_lap' },
}
export const judged = (
  purpose: 'check' | 'live' | 'submit',
  findings: Finding[],
  key: string | null = null,
  read: Filing = filing,
): Event => ({
  type: 'judged',
  id,
  purpose,
  filing: read,
  content: { ...read, rows: [] } as unknown as Content,
  places,
  findings,
  key,
})
/** The person looks once more and sends. */
export const confirmed: Event[] = [{ type: 'before-loaded', id, before: null }, { type: 'send-asked' }]
export const atForm = play(beginning(null), ...opened).session
export const kinds = (effects: readonly Effect[]) => effects.map((effect) => effect.do)
export const offline: Event = { type: 'failed', trouble: { from: 'server', slug: 'offline', requestId: null } }
