// From the last look to the receipt, and what becomes of an attempt that is cut off.
import { describe, expect, test } from 'vitest'
import type { Content, Filing } from '../../shared/filing.ts'
import { beginning } from './beginning.ts'
import { retryOf } from './step.ts'
import {
  aFinding,
  atForm,
  confirmed,
  filing,
  id,
  judged,
  kinds,
  obligation,
  offline,
  opened,
  person,
  play,
  receipt,
} from './step-setting.contract.ts'

describe('submitting', () => {
  const asked = play(atForm, { type: 'submit-asked', key: 'k1' })

  test('the sheet is read afresh before anything is sent', () => {
    expect(asked.effects).toMatchObject([{ do: 'judge', purpose: 'submit', key: 'k1' }])
  })
  test('the person looks once more before anything is sent, against what was sent last', () => {
    const again = play(asked.session, { type: 'sent', id, receipt }, { type: 'back' }).session
    expect(again.stage).toBe('list')
    const work = { ...atForm.work!, obligation: { ...obligation, lastReceipt: receipt, latest: receipt } }
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
  test('a form whose version was withdrawn while it stood open is fetched anew, which says what is in use', () => {
    const { session, effects } = play(play(asked.session, judged('submit', [], 'k1'), ...confirmed).session, {
      type: 'refused',
      id,
      findings: [aFinding('v', { code: 'wrong-version' })],
    })
    expect(effects).toEqual([{ do: 'load-form', id }])
    expect(session).toMatchObject({ stage: 'obligation', busy: 'loading', work: { findings: null, pending: null, attempt: null } })
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
    expect(sending).toMatchObject({ busy: null, trouble: null, work: { attempt: { key: 'k1' } } })
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
    const signed = play(
      bare,
      { type: 'declared', declaration: { kind: 'nothing-to-report' } },
      { type: 'header-said', field: 'nguoi_ky', text: 'Trần Văn Nam' },
      { type: 'submit-asked', key: 'k' },
    )
    expect(signed.effects).toMatchObject([{ do: 'judge', said: { header: { nguoi_ky: 'Trần Văn Nam' } } }])
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
