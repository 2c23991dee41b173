import { describe, expect, test } from 'vitest'
import type { Filing } from '../../shared/filing.ts'
import type { ObligationState } from '../../shared/obligation.ts'
import type { Note } from '../../shared/review.ts'
import type { Form, SubmissionView } from '../../shared/wire.ts'
import { beginning } from './beginning.ts'
import { cellAt } from './places.ts'
import type { Event } from './session.ts'
import { notedCells, saidIn, withAnswers } from './session-review.ts'
import { step } from './step.ts'
import {
  aFinding,
  atForm,
  confirmed,
  filing,
  form,
  id,
  judged,
  kinds,
  obligation,
  places,
  play,
  receipt,
  signedIn,
} from './step-setting.contract.ts'

const note = (name: string, place: Note['place'], answers: string[] = []): Note => ({
  ...{ id: name, submissionId: 's1', sequence: 1, place, text: 'Xem lại.', writtenAt: '', writtenBy: 'Dũng' },
  answers: answers.map((text, at) => ({ sequence: at + 2, text, answeredAt: '', answeredBy: 'Hoa' })),
  ...{ resolvedAt: null, resolvedBy: null },
})
const AT_CELL = { table: 'main', rowId: 'III.1.a', field: 'ty_le' }
const AT_HEAD = { table: null, rowId: null, field: 'nguoi_lap' }
const WHOLE = { table: null, rowId: null, field: null }
const notes = [note('n1', AT_CELL), note('n2', AT_HEAD), note('n3', WHOLE)]
const returned = (state: ObligationState = 'returned'): Form => ({ ...form, obligation: { ...obligation, state }, notes })
const opened = (state?: ObligationState, draft: Filing | null = null) =>
  play(
    beginning(null),
    ...signedIn,
    { type: 'obligation-chosen', id },
    { type: 'form-loaded', id, form: returned(state), draft: draft && { filing: draft, savedAt: '', savedBy: '', etag: 'e' }, sheet: 'S' },
  ).session
const answered = (name: string, text: string): Event => ({ type: 'note-answered', note: name, text })

describe('notes in the sheet', () => {
  test('a place is found at its cell, a header field too; the whole report is nowhere', () => {
    expect([AT_CELL, AT_HEAD, WHOLE, { ...AT_CELL, rowId: 'gone' }].map((place) => cellAt(places, place))).toEqual([
      'H12',
      'C5',
      null,
      null,
    ])
  })

  test('are marked once it is known where they stand, and again only when they moved', () => {
    const first = play(opened(), judged('live', []))
    expect(first.effects).toContainEqual({ do: 'mark', sheet: 'S', findings: [], noted: ['H12', 'C5'] })
    expect(kinds(play(first.session, judged('live', [])).effects)).not.toContain('mark')
  })

  test('are looked for as soon as the form is there, without waiting for the person', () => {
    const { effects } = play(
      beginning(null),
      ...signedIn,
      { type: 'obligation-chosen', id },
      { type: 'form-loaded', id, form: returned(), draft: null, sheet: 'S' },
    )
    expect(effects).toContainEqual(expect.objectContaining({ do: 'judge', purpose: 'live', afterMs: 0 }))
    const drawn = play(
      beginning(null),
      ...signedIn,
      { type: 'obligation-chosen', id },
      { type: 'form-loaded', id, form: returned(), draft: null, sheet: null },
    )
    expect(step(drawn.session, { type: 'form-opened', id, sheet: 'S' }).effects).toContainEqual(
      expect.objectContaining({ do: 'judge', afterMs: 0 }),
    )
  })

  test('stay marked beside findings, and go before it is sent', () => {
    const found = [aFinding('f')]
    expect(play(opened(), judged('check', found)).effects).toContainEqual({ do: 'mark', sheet: 'S', findings: found, noted: ['H12', 'C5'] })
    const sent = play(opened(), judged('live', []), judged('submit', [], 'k'), ...confirmed)
    expect(sent.session.work!.noted).toEqual([])
    expect(
      kinds(
        play(sent.session, { type: 'failed', trouble: { from: 'server', slug: 'internal', requestId: null } }, judged('live', [])).effects,
      ),
    ).toContain('mark')
  })

  test('are not marked where nothing is to be answered: the report has been sent again', () => {
    expect(notedCells(returned('submitted'), places)).toEqual([])
    expect(notedCells(returned('handed-back'), places)).toEqual(['H12', 'C5'])
  })

  test('are gone to at their cell', () => {
    const session = play(opened(), judged('live', [])).session
    expect(step(session, { type: 'note-jump-asked', note: 'n1' }).effects).toEqual([{ do: 'go-to', sheet: 'S', cell: 'H12' }])
    expect(step(session, { type: 'note-jump-asked', note: 'n3' }).effects).toEqual([])
  })
})

describe('answers', () => {
  test('are saved with the draft and sent with the filing', () => {
    const session = play(opened(), judged('live', [])).session
    const next = play(session, answered('n1', 'Đã bổ sung.'))
    expect(next.session.work!.said.answers).toEqual({ n1: 'Đã bổ sung.' })
    expect(next.effects).toMatchObject([{ do: 'save-draft', filing: { answers: { n1: 'Đã bổ sung.' } } }])
    expect(play(next.session, { type: 'submit-asked', key: 'k' }).effects).toMatchObject([
      { do: 'judge', said: { answers: { n1: 'Đã bổ sung.' } } },
    ])
  })

  test('come back with the draft, but not what was sent with an earlier submission', () => {
    const draft = { ...filing, answers: { n1: 'Đã bổ sung.', n2: 'Đã sửa.' } }
    expect(opened('returned', draft).work!.said.answers).toEqual(draft.answers)
    expect(saidIn(draft, [note('n1', WHOLE, ['Đã bổ sung.']), notes[1]!]).answers).toEqual({ n2: 'Đã sửa.' })
  })

  test('that are blank leave the filing as it was', () => {
    expect(withAnswers({ ...filing, answers: { n1: 'x' } }, { n1: '  ' })).toEqual(filing)
  })
})

describe('the signature', () => {
  const submission = { receipt } as SubmissionView
  const loaded: Event = { type: 'to-sign-loaded', id, toSign: { submission, before: null } }

  test('is given for what was looked at, and leads back to the list', () => {
    const looked = play(atForm, { type: 'to-sign-asked' })
    expect(looked.effects).toEqual([{ do: 'load-to-sign', id }])
    const session = play(looked.session, loaded).session
    expect(session).toMatchObject({ stage: 'sign', busy: null })
    const asked = play(session, { type: 'sign-asked', request: { verdict: 'signed' }, key: 'k' })
    expect(asked.effects).toEqual([{ do: 'sign', submission: 's1', request: { verdict: 'signed' }, key: 'k' }])
    expect(kinds(play(asked.session, { type: 'sign-asked', request: { verdict: 'signed' }, key: 'k' }).effects)).toEqual([])
    expect(play(asked.session, { type: 'signed-off' }).session.stage).toBe('list')
  })

  test('another obligation’s answer is not shown', () => {
    const session = play(atForm, { type: 'to-sign-asked' }).session
    expect(step(session, { ...loaded, id: 'THANG.2025-03.STC' } as Event).session.stage).toBe('obligation')
  })
})
