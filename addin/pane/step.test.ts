import { describe, expect, test } from 'vitest'
import type { Content, Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Draft, Form, ObligationView, Person, Receipt } from '../../shared/wire.ts'
import type { OldTables } from './old-tables.ts'
import type { Places } from './places.ts'
import { beginning, type Effect, type Event, type Session } from './session.ts'
import { retryOf, step, tally } from './step.ts'

const person: Person = { id: 'p1', name: 'Hoa', email: 'hoa@example.vn', memberships: [] }
const clock = { now: '2025-03-17T02:00:00.000Z', day: '2025-03-17', demo: true }
const id = 'THANG.2025-03.STTTT'
const obligation: ObligationView = {
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
}
// The machine hands the form on and looks only at its obligation.
const form = { obligation } as Form
const filing: Filing = {
  template: 'THANG',
  version: 1,
  agency: 'STTTT',
  period: '2025-03',
  declaration: null,
  header: {},
  rows: [{ id: 'III.1.a', table: 'main', at: 12, entries: { ty_le: { value: 120, cell: 'H12' }, ky: { value: '3/2025', cell: 'J12' } } }],
  explanations: {},
}
const aFinding = (name: string, more: Partial<Finding> = {}): Finding => ({
  id: name,
  code: 'above-maximum',
  severity: 'error',
  place: { rowId: 'III.1.a', field: 'ty_le', cell: 'H12' },
  params: {},
  fixes: [],
  ...more,
})
const receipt = { number: 'KH25-000001', submissionId: 's1', obligationId: id, submittedAt: clock.now } as Receipt

function play(from: Session, ...events: Event[]): { session: Session; effects: Effect[] } {
  let session = from
  let effects: Effect[] = []
  for (const event of events) {
    const next = step(session, event)
    session = next.session
    effects = [...next.effects]
  }
  return { session, effects }
}

const signedIn: Event[] = [
  { type: 'started', person, clock, accounts: [] },
  { type: 'list-loaded', list: { obligations: [obligation], day: '2025-03-17' }, clock, inWorkbook: [] },
]
const opened: Event[] = [
  ...signedIn,
  { type: 'obligation-chosen', id },
  { type: 'form-loaded', id, form, draft: null, sheet: null },
  { type: 'form-opened', id, sheet: 'Biểu THANG' },
]
const places: Places = {
  tables: [{ key: 'main', firstRow: 11, lastRow: 40, fields: { 7: 'ty_le', 9: 'ky' }, rowIds: { 11: 'III.1.a' } }],
  header: { C5: 'nguoi_lap' },
}
const judged = (purpose: 'check' | 'live' | 'submit', findings: Finding[], key: string | null = null, read: Filing = filing): Event => ({
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
const confirmed: Event[] = [{ type: 'before-loaded', id, before: null }, { type: 'send-asked' }]
const atForm = play(beginning(null), ...opened).session
const kinds = (effects: readonly Effect[]) => effects.map((effect) => effect.do)
const offline: Event = { type: 'failed', trouble: { from: 'server', slug: 'offline', requestId: null } }

describe('arriving', () => {
  test('without a token the person is asked to sign in; with one the work is loaded', () => {
    expect(play(beginning(null), { type: 'started', person: null, clock, accounts: [] }).session.stage).toBe('sign-in')
    const { session, effects } = play(beginning(null), signedIn[0]!)
    expect(session.stage).toBe('list')
    expect(kinds(effects)).toContain('load-list')
  })
  test('the ribbon’s "Check" opens and checks the form that stands in the workbook', () => {
    const arrived = play(beginning({ to: 'check', key: 'k0' }), signedIn[0]!, { ...signedIn[1]!, inWorkbook: [id] } as Event)
    expect(arrived.effects).toEqual([{ do: 'load-form', id }])
    const { effects, session } = play(arrived.session, { type: 'form-loaded', id, form, draft: null, sheet: 'Biểu THANG' })
    expect(kinds(effects)).toContain('judge')
    expect(session.wish).toBeNull()
  })
  test('the ribbon’s "Open form" opens what is due first where none stands in the workbook', () => {
    const later = { ...obligation, id: 'QUY.2025-Q1.STTTT', dates: { ...obligation.dates, dueAt: '2025-03-24T17:00:00.000Z' } }
    const sent = { ...obligation, id: 'PL1.2025-03.STTTT', state: 'submitted' as const }
    const list = { obligations: [later, sent, obligation], day: '2025-03-17' }
    const arrived = play(beginning({ to: 'form', key: 'k0' }), signedIn[0]!, { type: 'list-loaded', list, clock, inWorkbook: [] })
    expect(arrived.effects).toEqual([{ do: 'load-form', id }])
    expect(kinds(play(arrived.session, { type: 'form-loaded', id, form, draft: null, sheet: null }).effects)).toContain('draw')
  })
  test('the ribbon’s "Submit" judges the form that stands there under the key of its own', () => {
    const arrived = play(beginning({ to: 'send', key: 'k0' }), signedIn[0]!, { ...signedIn[1]!, inWorkbook: [id] } as Event)
    const { effects } = play(arrived.session, { type: 'form-loaded', id, form, draft: null, sheet: 'Biểu THANG' })
    expect(effects).toContainEqual(expect.objectContaining({ do: 'judge', purpose: 'submit', key: 'k0' }))
  })
  test('a button for a form that stands nowhere shows the list', () => {
    const { session } = play(beginning({ to: 'send', key: 'k0' }), ...signedIn)
    expect(session).toMatchObject({ stage: 'list', wish: null })
  })
  test('a server that cannot be reached leaves a way to try again', () => {
    const { session } = play(beginning(null), offline)
    expect(retryOf(session)).toEqual({ type: 'start-asked' })
  })
})

describe('the form', () => {
  test('a form that already stands in the workbook is shown, not drawn again', () => {
    expect(kinds(play(atForm, { type: 'form-asked' }).effects)).toEqual(['activate'])
  })
  test('a form is drawn with the entries of the draft', () => {
    const draft: Draft = { filing, savedAt: clock.now, savedBy: 'Hoa', etag: 'e1' }
    const { effects } = play(
      beginning(null),
      ...opened.slice(0, 3),
      { type: 'form-loaded', id, form, draft, sheet: null },
      { type: 'form-asked' },
    )
    expect(effects).toEqual([{ do: 'draw', form, draft: filing }])
  })
  test('an answer about another obligation changes nothing', () => {
    const { session } = play(atForm, { type: 'form-loaded', id: 'PL2.2025-03.STTTT', form, draft: null, sheet: 'PL2' })
    expect(session).toEqual(atForm)
  })
  test('a form whose sheet has been deleted can be opened again', () => {
    const { session } = play(atForm, { type: 'failed', trouble: { from: 'workbook', code: 'sheet-gone' } })
    expect(session.work?.sheet).toBeNull()
    expect(kinds(play(session, { type: 'form-asked' }).effects)).toEqual(['draw'])
  })
})

describe('checking', () => {
  test('findings are shown and marked in the sheet', () => {
    const { session, effects } = play(atForm, { type: 'check-asked' }, judged('check', [aFinding('a')]))
    expect(session.stage).toBe('findings')
    expect(kinds(effects)).toContain('mark')
    expect(tally(session)).toEqual({ errors: 1, warnings: 0, infos: 0, blocked: true })
  })
  test('a change while findings are shown is judged at once and marks only what changed', () => {
    const shown = play(atForm, judged('check', [aFinding('a'), aFinding('b')])).session
    expect(play(shown, { type: 'sheet-changed', sheet: 'Biểu THANG' }).effects).toMatchObject([
      { do: 'judge', purpose: 'live', afterMs: 0 },
    ])
    expect(kinds(play(shown, judged('live', [aFinding('a'), aFinding('b')])).effects)).not.toContain('mark')
    const { session, effects } = play(shown, judged('live', [aFinding('b')]))
    expect(kinds(effects)).toContain('mark')
    expect(session.work?.current).toBe('b')
  })
  test('next and previous go round and select the cell', () => {
    const shown = play(atForm, judged('check', [aFinding('a'), aFinding('b', { place: { cell: 'J12' } })])).session
    expect(play(shown, { type: 'finding-moved', by: 1 }).effects).toEqual([{ do: 'go-to', sheet: 'Biểu THANG', cell: 'J12' }])
    expect(play(shown, { type: 'finding-moved', by: -1 }).session.work?.current).toBe('b')
  })
  test('"fix all" writes only where there is one safe reading', () => {
    const fix = (value: string | number, field = 'ky') => ({ rowId: 'III.1.a', field, value, shown: String(value) })
    const findings = [
      aFinding('a', { code: 'period-short', fixes: [fix('Tháng 3/2025')], place: { rowId: 'III.1.a', field: 'ky' } }),
      aFinding('b', { code: 'number-ambiguous', fixes: [fix(1234, 'ty_le'), fix(1.234, 'ty_le')] }),
    ]
    const shown = play(atForm, judged('check', findings)).session
    expect(play(shown, { type: 'fix-all-asked' }).effects).toEqual([
      { do: 'write', id, sheet: 'Biểu THANG', edits: [{ cell: 'J12', value: 'Tháng 3/2025' }] },
    ])
  })
  test('after a fix the sheet is checked again', () => {
    expect(play(atForm, { type: 'fixed', id }).effects).toMatchObject([{ do: 'judge', purpose: 'check' }])
  })
})

describe('an old table of the workbook', () => {
  const oldTables = { tables: [], unlike: [], unread: [] } as unknown as OldTables
  const found: Event = { type: 'old-tables-found', id, oldTables }
  const looking = play(atForm, { type: 'takeover-asked' })
  const shown = play(looking.session, found).session
  const edits = [{ cell: 'H12', value: 60 }]

  test('is looked for beside the form, and not without one', () => {
    expect(looking.session.busy).toBe('looking')
    expect(looking.effects).toEqual([{ do: 'look-for-old-tables', form, sheet: 'Biểu THANG' }])
    expect(play(play(beginning(null), ...opened.slice(0, 4)).session, { type: 'takeover-asked' }).effects).toEqual([])
  })
  test('is shown before anything is written', () => {
    const { session, effects } = play(looking.session, found)
    expect(session).toMatchObject({ stage: 'takeover', busy: null, work: { oldTables } })
    expect(effects).toEqual([])
    expect(play(shown, { type: 'back' }).session.stage).toBe('obligation')
  })
  test('that comes after the person went elsewhere, or for another obligation, is not shown', () => {
    expect(play(looking.session, { type: 'back' }, found).session.stage).toBe('list')
    expect(play(looking.session, { ...found, id: 'THANG.2025-03.SNV' }).session.stage).toBe('obligation')
  })
  test('is looked at again when the form changes meanwhile, so that nothing goes into rows that moved', () => {
    expect(play(shown, { type: 'sheet-changed', sheet: 'Biểu THANG' }).effects).toMatchObject([{ do: 'look-for-old-tables' }])
  })
  test('is written once it is confirmed, and then checked', () => {
    const writing = play(shown, { type: 'takeover-confirmed', edits })
    expect(writing.effects).toEqual([{ do: 'write', id, sheet: 'Biểu THANG', edits }])
    expect(play(writing.session, { type: 'takeover-confirmed', edits }).effects).toEqual([])
    const checking = play(writing.session, { type: 'fixed', id })
    expect(checking.effects).toMatchObject([{ do: 'judge', purpose: 'check' }])
    expect(play(checking.session, judged('check', [])).session.stage).toBe('findings')
  })
  test('with nothing to write writes nothing', () => {
    expect(play(shown, { type: 'takeover-confirmed', edits: [] }).effects).toEqual([])
  })
})

describe('submitting', () => {
  const asked = play(atForm, { type: 'submit-asked', key: 'k1' })

  test('the sheet is read afresh before anything is sent', () => {
    expect(asked.effects).toMatchObject([{ do: 'judge', purpose: 'submit', key: 'k1' }])
  })
  test('the person looks once more before anything is sent, against what was sent last', () => {
    const again = play(asked.session, { type: 'sent', id, receipt }, { type: 'back' }).session
    expect(again.stage).toBe('list')
    const work = { ...atForm.work!, obligation: { ...obligation, lastReceipt: receipt } }
    const { session, effects } = play({ ...atForm, work }, { type: 'submit-asked', key: 'k1' }, judged('submit', [], 'k1'))
    expect(effects).toEqual([{ do: 'load-before', id, submission: 's1' }])
    const before = { header: {}, rows: [] } as unknown as Content
    expect(play(session, { type: 'before-loaded', id, before }).session).toMatchObject({ stage: 'confirm', work: { pending: { before } } })
  })
  test('a cell changed while the person looks is judged again before anything is sent', () => {
    const looking = play(asked.session, judged('submit', [], 'k1'), { type: 'before-loaded', id, before: null })
    const changed = play(looking.session, { type: 'sheet-changed', sheet: 'Biểu THANG' })
    expect(changed.effects).toMatchObject([{ do: 'judge', purpose: 'submit', key: 'k1' }])
    expect(play(changed.session, { type: 'send-asked' }).effects).toEqual([])
    expect(play(changed.session, judged('submit', [aFinding('a')], 'k1')).session).toMatchObject({
      stage: 'findings',
      work: { pending: null },
    })
  })
  test('going back from the last look sends nothing', () => {
    const looking = play(asked.session, judged('submit', [], 'k1'), { type: 'before-loaded', id, before: null }).session
    const { session } = play(looking, { type: 'back' })
    expect(session).toMatchObject({ stage: 'obligation', work: { pending: null } })
    expect(play(session, { type: 'send-asked' }).effects).toEqual([])
  })
  test('a filing with an error is not sent', () => {
    const { session, effects } = play(asked.session, judged('submit', [aFinding('a')], 'k1'))
    expect(kinds(effects)).not.toContain('send')
    expect(session).toMatchObject({ stage: 'findings', trouble: { slug: 'filing-blocked' } })
    expect(play(session, judged('live', [])).session.trouble).toBeNull()
  })
  test('a warning goes out only with its explanation', () => {
    const warning = aFinding('w', { severity: 'warning' })
    expect(kinds(play(asked.session, judged('submit', [warning], 'k1')).effects)).not.toContain('send')
    const explained = play(
      atForm,
      judged('check', [warning]),
      { type: 'explained', keys: ['w'], text: 'Đúng như vậy' },
      { type: 'submit-asked', key: 'k1' },
    )
    expect(kinds(play(explained.session, judged('submit', [warning], 'k1')).effects)).toEqual(['load-before'])
    expect(kinds(play(explained.session, judged('submit', [warning], 'k1'), ...confirmed).effects)).toEqual(['send'])
  })
  test('an attempt without an answer is repeated with the same key and filing', () => {
    const sending = play(asked.session, judged('submit', [], 'k1'), ...confirmed, offline).session
    expect(retryOf(sending)).toEqual({ type: 'retry-asked' })
    expect(play(sending, { type: 'retry-asked' }).effects).toEqual([{ do: 'send', id, sheet: 'Biểu THANG', filing, key: 'k1' }])
  })
  test('pressing "submit" instead of "try again" keeps the key while nothing was changed, and not longer', () => {
    const sending = play(asked.session, judged('submit', [], 'k1'), ...confirmed, offline, { type: 'submit-asked', key: 'k2' }).session
    expect(play(sending, judged('submit', [], 'k2'), ...confirmed).effects).toMatchObject([{ do: 'send', key: 'k1' }])
    const changed: Filing = { ...filing, rows: [] }
    expect(play(sending, judged('submit', [], 'k2', changed), ...confirmed).effects).toMatchObject([
      { do: 'send', key: 'k2', filing: changed },
    ])
  })
  test('a refusal ends the attempt: the next has a key of its own', () => {
    const refused = play(asked.session, judged('submit', [], 'k1'), ...confirmed, {
      type: 'failed',
      trouble: { from: 'server', slug: 'locked', requestId: null },
    }).session
    expect(refused.work?.attempt).toBeNull()
    expect(retryOf(refused)).toBeUndefined()
  })
  test('what only the server finds is shown and marked', () => {
    const { session, effects } = play(asked.session, judged('submit', [], 'k1'), ...confirmed, {
      type: 'refused',
      id,
      findings: [aFinding('s')],
    })
    expect(session.stage).toBe('findings')
    expect(kinds(effects)).toEqual(['mark'])
  })
  test('the receipt is shown and stamped into the sheet', () => {
    const { session, effects } = play(asked.session, judged('submit', [], 'k1'), ...confirmed, { type: 'sent', id, receipt })
    expect(session).toMatchObject({ stage: 'receipt', busy: null, work: { receipt, attempt: null } })
    expect(effects).toEqual([{ do: 'stamp', sheet: 'Biểu THANG', receipt }])
  })
  test('"nothing to report" can be submitted without a form in the workbook', () => {
    const bare = play(beginning(null), ...opened.slice(0, 4)).session
    expect(play(bare, { type: 'submit-asked', key: 'k' }).effects).toEqual([])
    const said = play(bare, { type: 'declared', declaration: { kind: 'nothing-to-report' } }, { type: 'submit-asked', key: 'k' })
    expect(said.effects).toMatchObject([{ do: 'judge', sheet: null, purpose: 'submit' }])
  })
})

describe('an ended session', () => {
  test('asks to sign in and then goes on where the same person was', () => {
    const ended = play(atForm, { type: 'failed', trouble: { from: 'server', slug: 'signed-out', requestId: null } })
    expect(ended.session.stage).toBe('sign-in')
    expect(ended.effects).toEqual([{ do: 'forget-token' }])
    expect(play(ended.session, { type: 'signed-in', person }).session).toMatchObject({ stage: 'obligation', work: { sheet: 'Biểu THANG' } })
  })
  test('shows nothing of it to somebody else', () => {
    const ended = play(atForm, { type: 'failed', trouble: { from: 'server', slug: 'signed-out', requestId: null } }).session
    expect(play(ended, { type: 'signed-in', person: { ...person, id: 'p2' } }).session.work).toBeNull()
  })
})

describe('the draft', () => {
  test('what was read is saved, once', () => {
    const { session, effects } = play(atForm, judged('live', []))
    expect(effects).toMatchObject([{ do: 'save-draft', id, filing, overwrite: false }])
    const saved = play(session, { type: 'draft-saved', id, draft: { filing, savedAt: clock.now, savedBy: 'Hoa', etag: 'e1' } }).session
    expect(play(saved, judged('live', [])).effects).toEqual([])
  })
  test('a colleague’s draft is not overwritten until the person says so', () => {
    const conflict = play(atForm, judged('live', []), { type: 'draft-unsaved', id, conflict: true }).session
    expect(play(conflict, judged('live', [], null, { ...filing, rows: [] })).effects).toEqual([])
    expect(play(conflict, { type: 'draft-overwrite-asked' }).effects).toMatchObject([{ do: 'save-draft', overwrite: true }])
  })
})

describe('the selected cell', () => {
  const read = play(atForm, judged('live', [])).session
  const placeOf = (address: string) => play(read, { type: 'cell-selected', sheet: 'Biểu THANG', address }).session.work?.place
  test('is known by its column and row, wherever they stand', () => {
    expect(placeOf('H12')).toEqual({ cell: 'H12', table: 'main', rowId: 'III.1.a', field: 'ty_le' })
    expect(placeOf('$J$13:$K$20')).toEqual({ cell: 'J13', table: 'main', rowId: null, field: 'ky' })
    expect(placeOf('C5:D5')).toEqual({ cell: 'C5', table: null, rowId: null, field: 'nguoi_lap' })
  })
  test('selected before the sheet was read, it is known as soon as it is', () => {
    const early = play(atForm, { type: 'cell-selected', sheet: 'Biểu THANG', address: 'H12' }).session
    expect(early.work?.place).toBeNull()
    expect(play(early, judged('live', [])).session.work?.place).toMatchObject({ field: 'ty_le', rowId: 'III.1.a' })
  })
  test('outside of the form is nothing', () => {
    for (const address of ['A1', 'H42', 'H:H', '5:9']) expect(placeOf(address), address).toBeNull()
  })
})
