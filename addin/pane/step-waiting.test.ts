// A network that goes away and comes back: what waits, what goes on by itself, and
// what is never sent without being asked for.
import { describe, expect, test } from 'vitest'
import type { Filing } from '../../shared/filing.ts'
import { beginning } from './beginning.ts'
import { atForm, confirmed, filing, form, id, judged, kinds, offline, opened, play, receipt, signedIn } from './step-setting.contract.ts'

const cutOff = play(atForm, { type: 'submit-asked', key: 'k1' }, judged('submit', [], 'k1'), ...confirmed, offline)
const back = { type: 'connection', online: true } as const
const changed: Filing = { ...filing, rows: [] }

describe('a submission without an answer', () => {
  test('waits calmly and is due again after a while', () => {
    expect(cutOff.session).toMatchObject({ busy: null, trouble: null, offline: true, work: { attempt: { key: 'k1' } } })
    expect(kinds(cutOff.effects)).toEqual(['resend-later'])
  })
  test('goes out again with its key when it is due, and when the network is back', () => {
    for (const event of [{ type: 'resend-due' }, back] as const)
      expect(play(cutOff.session, event).effects).toMatchObject([{ do: 'send', key: 'k1', filing }])
  })
  test('is not sent by itself once the sheet says something else', () => {
    const { session } = play(cutOff.session, { type: 'sheet-changed', sheet: 'Biểu THANG' }, judged('live', [], null, changed))
    expect(kinds(play(session, back).effects)).not.toContain('send')
    expect(play(session, { type: 'resend-due' }).effects).toEqual([])
  })
  test('is not sent twice at a time', () => {
    const sending = play(cutOff.session, back).session
    expect(kinds(play(sending, { type: 'resend-due' }).effects)).toEqual(['resend-later'])
    expect(play(sending, { type: 'retry-asked' }).effects).toEqual([])
  })
  test('is forgotten when the person says so, and when its receipt comes', () => {
    const dropped = play(cutOff.session, { type: 'attempt-dropped' })
    expect(dropped.session.work?.attempt).toBeNull()
    expect(dropped.effects).toEqual([{ do: 'drop-attempt', id }])
    expect(play(cutOff.session, { type: 'sent', id, receipt }).session).toMatchObject({
      stage: 'receipt',
      unsent: [],
      work: { attempt: null },
    })
  })
  test('of an earlier sitting is told on the list and goes on from its obligation with the same key', () => {
    const attempt = { obligation: id, key: 'k0', filing, at: '2025-03-17T02:00:00.000Z' }
    const listed = play(beginning(null), ...signedIn, { type: 'unsent-known', unsent: [attempt] }).session
    expect(listed.unsent).toHaveLength(1)
    const chosen = play(listed, { type: 'obligation-chosen', id }, { type: 'form-loaded', id, form, draft: null, sheet: 'Biểu THANG' })
    expect(kinds(chosen.effects)).not.toContain('send')
    expect(play(chosen.session, { type: 'retry-asked' }).effects).toMatchObject([{ do: 'send', key: 'k0', filing }])
  })
  test('whose receipt comes while the person is at the list refreshes the list', () => {
    const listed = play(cutOff.session, { type: 'list-asked' }).session
    expect(kinds(play(listed, { type: 'sent', id, receipt }).effects)).toContain('load-list')
  })
  test('a receipt that was known already is not counted as another submission', () => {
    const work = {
      ...cutOff.session.work!,
      obligation: { ...cutOff.session.work!.obligation, submissions: 1, lastReceipt: receipt, latest: receipt },
    }
    expect(play({ ...cutOff.session, work }, { type: 'sent', id, receipt }).session.work?.obligation.submissions).toBe(1)
  })
})

describe('without the network', () => {
  test('a filing that is ready comes to the last look and can be sent all the same', () => {
    const { session } = play(
      atForm,
      { type: 'submit-asked', key: 'k1' },
      judged('submit', [], 'k1'),
      { type: 'before-loaded', id, before: 'unknown' },
      { type: 'send-asked' },
    )
    expect(session).toMatchObject({ stage: 'confirm', busy: 'sending' })
  })
  test('a draft that could not be saved is saved again by itself; one that is refused for good is not', () => {
    const { session, effects } = play(atForm, judged('live', []), { type: 'draft-unsaved', id, why: 'offline' })
    expect(session).toMatchObject({ offline: true, work: { draftState: 'unsaved' } })
    expect(kinds(effects)).toEqual(['save-draft'])
    expect(play(session, back).effects).toMatchObject([{ do: 'save-draft', filing, afterMs: 0 }])
    expect(play(atForm, judged('live', []), { type: 'draft-unsaved', id, why: 'locked' }).effects).toEqual([])
  })
  test('a list that could not be loaded is loaded when the network is back', () => {
    const { session } = play(beginning(null), signedIn[0]!, offline)
    expect(kinds(play(session, back).effects)).toContain('load-list')
  })
  test('an open form is left alone by a network that comes and goes', () => {
    const { session, effects } = play(beginning(null), ...opened, { type: 'connection', online: false }, back)
    expect(session).toMatchObject({ offline: false, stage: 'obligation', trouble: null })
    expect(effects).toEqual([])
  })
})
