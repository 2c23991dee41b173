import { describe, expect, test } from 'vitest'
import type { Draft } from '../../shared/wire.ts'
import { beginning } from './beginning.ts'
import type { OldTables } from './old-tables.ts'
import type { Event } from './session.ts'
import { retryOf, tally } from './step.ts'
import {
  aFinding,
  atForm,
  clock,
  filing,
  form,
  id,
  judged,
  kinds,
  obligation,
  offline,
  opened,
  play,
  signedIn,
} from './step-setting.contract.ts'

describe('arriving', () => {
  test('without a token the person is asked to sign in; with one the work is loaded', () => {
    expect(play(beginning(null), { type: 'started', person: null, clock, accounts: [] }).session.stage).toBe('sign-in')
    const { session, effects } = play(beginning(null), signedIn[0]!)
    expect(session.stage).toBe('list')
    expect(kinds(effects)).toContain('load-list')
  })
  test('where to sign in is shown before the server has answered; what it answers disturbs nobody who signs in meanwhile', () => {
    const early = play(beginning(null), { type: 'started', person: null, clock: null, accounts: [] }).session
    expect(early.stage).toBe('sign-in')
    const signing = play(early, { type: 'sign-in-asked', email: 'hoa@example.vn', password: 'x', remember: true }).session
    const answered = play(signing, { type: 'server-answered', clock, accounts: [] })
    expect(answered.session).toMatchObject({ stage: 'sign-in', busy: 'signing-in', clock })
    expect(retryOf(play(early, offline).session)).toEqual({ type: 'start-asked' })
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
  test('that another version is in use is learnt while the form is open: when a draft is saved, or asked now and then', () => {
    const draft: Draft = { filing, savedAt: clock.now, savedBy: 'Hoa', etag: 'e1' }
    const inUse = obligation.version + 1
    const saved = play(atForm, { type: 'draft-saved', id, draft, inUse }).session
    expect(saved.work?.obligation.version).toBe(inUse)
    const seen = play(atForm, { type: 'obligation-seen', id, obligation: { ...obligation, version: inUse, state: 'open' } })
    expect(seen.session.work?.obligation).toEqual({ ...atForm.work?.obligation, version: inUse })
    expect(seen.effects).toMatchObject([{ do: 'look-again', id }])
    // Without an answer nothing is said, and it is asked again.
    const unheard = play(atForm, { type: 'obligation-seen', id, obligation: null })
    expect(unheard.session).toEqual(atForm)
    expect(kinds(unheard.effects)).toEqual(['look-again'])
    // Whoever wants the one in use gets it; nobody is torn from what she types.
    expect(seen.session.stage).toBe(atForm.stage)
    expect(play(seen.session, { type: 'newer-asked' }).effects).toEqual([{ do: 'load-form', id }])
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
      aFinding('a', { code: 'period-short', fixes: [{ ...fix('Tháng 3/2025'), safe: true }], place: { rowId: 'III.1.a', field: 'ky' } }),
      aFinding('b', { code: 'number-ambiguous', fixes: [fix(1234, 'ty_le'), fix(1.234, 'ty_le')] }),
    ]
    const shown = play(atForm, judged('check', findings)).session
    expect(play(shown, { type: 'fix-all-asked' }).effects).toEqual([
      { do: 'write', id, sheet: 'Biểu THANG', edits: [{ cell: 'J12', value: 'Tháng 3/2025' }] },
    ])
  })
  test('fixes can be taken back until somebody types', () => {
    const fix = { rowId: 'III.1.a', field: 'ky', value: 'Tháng 3/2025', shown: 'Tháng 3/2025' }
    const fixed = play(atForm, judged('check', []), { type: 'fix-asked', fixes: [fix] }, { type: 'fixed', id }, judged('check', [])).session
    const back = { do: 'write', id, sheet: 'Biểu THANG', edits: [{ cell: 'J12', value: '3/2025' }] }
    expect(play(fixed, { type: 'undo-asked' }).effects).toEqual([back])
    const typed = play(fixed, { type: 'sheet-changed', sheet: 'Biểu THANG' }).session
    expect(play(typed, { type: 'undo-asked' }).effects).toEqual([])
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

describe('blank rows', () => {
  test('are added once at a time, and the sheet is looked at again', () => {
    const asked = play(atForm, { type: 'rows-asked', table: 'main', count: 50 })
    expect(asked.effects).toEqual([{ do: 'add-rows', form, sheet: 'Biểu THANG', table: 'main', count: 50 }])
    expect(play(asked.session, { type: 'rows-asked', table: 'main', count: 50 }).effects).toEqual([])
    const added = play(asked.session, { type: 'rows-moved', id })
    expect(added.session.busy).toBeNull()
    expect(added.effects).toMatchObject([{ do: 'judge', purpose: 'live' }])
  })
})

describe('drawing', () => {
  test('can be stopped while it goes on, and only then', () => {
    const drawing = play(beginning(null), ...opened.slice(0, -1), { type: 'form-asked' })
    expect(kinds(drawing.effects)).toEqual(['draw'])
    const stopping = play(drawing.session, { type: 'draw-progress', done: 10, of: 80 }, { type: 'stop-asked' })
    expect(kinds(stopping.effects)).toEqual(['stop-drawing'])
    expect(stopping.session.progress).toEqual({ done: 10, of: 80 })
    const stopped = play(stopping.session, { type: 'failed', trouble: { from: 'workbook', code: 'stopped' } })
    expect(stopped.session).toMatchObject({ stage: 'obligation', busy: null, progress: null, work: { sheet: null } })
    expect(play(stopped.session, { type: 'stop-asked' }).effects).toEqual([])
    expect(kinds(play(stopped.session, { type: 'form-asked' }).effects)).toEqual(['draw'])
  })
})

describe('sorting', () => {
  test('goes by the cell that is selected in a table, and the sheet is looked at again', () => {
    const at = play(atForm, judged('live', []), { type: 'cell-selected', sheet: 'Biểu THANG', address: 'H12' }).session
    expect(play(atForm, { type: 'sort-asked', descending: true }).effects).toEqual([])
    const asked = play(at, { type: 'sort-asked', descending: true })
    expect(asked.effects).toMatchObject([{ do: 'sort-rows', sheet: 'Biểu THANG', place: { cell: 'H12', table: 'main' }, descending: true }])
    expect(play(asked.session, { type: 'rows-moved', id }).effects).toMatchObject([{ do: 'judge', purpose: 'live' }])
  })
})

describe('the draft', () => {
  test('what was read is saved, once', () => {
    const { session, effects } = play(atForm, judged('live', []))
    expect(effects).toMatchObject([{ do: 'save-draft', id, filing }])
    const saved = play(session, { type: 'draft-saved', id, draft: { filing, savedAt: clock.now, savedBy: 'Hoa', etag: 'e1' } }).session
    expect(play(saved, judged('live', [])).effects).toEqual([])
  })
  test('a colleague’s draft is not overwritten until the person says so', () => {
    const theirs: Draft = { filing: { ...filing, rows: [] }, savedAt: clock.now, savedBy: 'Bình', etag: 'e2' }
    const conflict = play(atForm, judged('live', []), { type: 'draft-conflict', id, theirs }).session
    expect(play(conflict, judged('live', [], null, { ...filing, header: { x: { value: 1 } } })).effects).toEqual([])
    const looking = play(conflict, { type: 'conflict-asked' }).session
    expect(looking.stage).toBe('conflict')
    expect(play(looking, { type: 'back' }).session).toMatchObject({ stage: 'obligation', work: { draftState: 'conflict' } })
    expect(play(looking, { type: 'mine-kept' }).effects).toMatchObject([{ do: 'keep-mine', filing, theirs, sheet: 'Biểu THANG' }])
    expect(play(looking, { type: 'theirs-taken' }).effects).toMatchObject([{ do: 'take-theirs', theirs, sheet: 'Biểu THANG' }])
    const draft = { ...theirs, filing, etag: 'e3' }
    expect(play(looking, { type: 'mine-kept' }, { type: 'draft-saved', id, draft }).session).toMatchObject({
      stage: 'obligation',
      busy: null,
      work: { draftState: 'saved', theirs: null },
    })
  })
  test('taking a colleague’s draft can be stopped: what was said here stays until theirs stands', () => {
    const theirs: Draft = {
      filing: { ...filing, declaration: null, header: { nguoi_lap: { value: 'Bình' } } },
      ...{ savedAt: clock.now, savedBy: 'Bình', etag: 'e2' },
    }
    const looking = play(atForm, judged('live', []), { type: 'draft-conflict', id, theirs }, { type: 'conflict-asked' }).session
    const taking = play(looking, { type: 'theirs-taken' }).session
    expect(kinds(play(taking, { type: 'stop-asked' }).effects)).toEqual(['stop-drawing'])
    const stopped = play(taking, { type: 'failed', trouble: { from: 'workbook', code: 'stopped' } }).session
    expect(stopped).toMatchObject({ stage: 'conflict', busy: null, work: { draftState: 'conflict', theirs, said: looking.work?.said } })
    const taken = play(taking, { type: 'draft-taken', id, draft: theirs }).session
    expect(taken).toMatchObject({ stage: 'obligation', busy: null, work: { draftState: 'saved', theirs: null, findings: null } })
    expect(taken.work?.said.header).toMatchObject({ nguoi_lap: 'Bình' })
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
