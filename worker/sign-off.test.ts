// The signature of an agency's head: nothing reaches the province without it, and
// what is on time is what was signed on time.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { SignRequest } from '../shared/review.ts'
import type { SignOffList } from '../shared/sign-off.ts'
import type { ChainReport, History, ObligationView, PeriodStatus, ProblemBody, Receipt } from '../shared/wire.ts'
import {
  ALL_SEEN,
  type Ask,
  admin,
  aggregator,
  anybody,
  filer,
  filled,
  formOf,
  MARCH,
  newKey,
  otherFiler,
  signer,
  signingFiler,
  submitted,
} from './testing/province.ts'

const OURS = 'THANG.2025-03.STC'
const DUE = '2025-03-19T17:00:00.000Z'

const sent = async (ask: Ask, change = {}): Promise<Receipt> => {
  const answer = await submitted(ask, filled(await formOf(ask, OURS), change), newKey(), OURS)
  expect(answer.status).toBe(201)
  return answer.json<Receipt>()
}
const said = (ask: Ask, id: string, request: SignRequest, key = newKey()) =>
  ask('POST', `/api/submissions/${id}/sign`, request, { 'idempotency-key': key })
const viewOf = async (ask: Ask) => (await ask('GET', `/api/obligations/${OURS}`)).json<ObligationView>()
const statusOf = async (ask: Ask) => (await ask('GET', '/api/status?template=THANG&period=2025-03')).json<PeriodStatus>()
const SIGNED = { verdict: 'signed' } as const

it('a submission waits for the signature, counts for nobody, and can be taken back or replaced', async () => {
  const [ask, head, province] = [await signingFiler(), await signer(), await aggregator()]
  const first = await sent(ask)
  expect(first.signature).toBeNull()
  expect(await viewOf(ask)).toMatchObject({ state: 'awaiting-sign-off', signsOff: true, lastReceipt: null })
  expect(await statusOf(province)).toMatchObject({ received: 0 })
  const early = await province(
    'POST',
    `/api/submissions/${first.submissionId}/review`,
    { verdict: 'accepted' },
    { 'idempotency-key': newKey() },
  )
  expect(early.status).toBe(409)
  const second = await sent(ask, { ky_toi: 'Trình phê duyệt' })
  const old = await said(head, first.submissionId, SIGNED)
  expect(old.status).toBe(409)
  expect((await old.json<ProblemBody & { refusal: { vi: string } }>()).refusal.vi).toContain('lần 2')
  expect((await ask('POST', `/api/submissions/${second.submissionId}/withdraw`)).status).toBe(200)
  expect((await said(head, first.submissionId, SIGNED)).status).toBe(200)
  expect(await viewOf(ask)).toMatchObject({ state: 'submitted', lastReceipt: { signature: { by: 'Huỳnh Ngọc Bình' } } })
  expect(await statusOf(province)).toMatchObject({ received: 1, onTime: 1 })
  expect(await (await (await admin())('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true, events: 4 })
})

it('handed back it is to do again, with the sentence; what was signed before goes on counting', async () => {
  const [ask, head] = [await signingFiler(), await signer()]
  const first = await sent(ask)
  const sentence = 'Đối chiếu lại số giải ngân với kho bạc.'
  expect((await said(head, first.submissionId, { verdict: 'handed-back', sentence: ' ' } as SignRequest)).status).toBe(400)
  const key = newKey()
  expect((await said(head, first.submissionId, { verdict: 'handed-back', sentence }, key)).status).toBe(200)
  expect((await said(head, first.submissionId, { verdict: 'handed-back', sentence }, key)).status).toBe(200)
  expect((await viewOf(ask)).state).toBe('handed-back')
  const second = await sent(ask, { ky_toi: 'Đã đối chiếu' })
  await said(head, second.submissionId, SIGNED)
  const third = await sent(ask, { ky_toi: 'Bổ sung' })
  await said(head, third.submissionId, { verdict: 'handed-back', sentence })
  expect(await viewOf(ask)).toMatchObject({ state: 'handed-back', lastReceipt: { submissionId: second.submissionId } })
  const { submissions } = await (await ask('GET', `/api/obligations/${OURS}/submissions`)).json<History>()
  expect(submissions.map(({ state }) => state)).toEqual(['handed-back', 'submitted', 'handed-back'])
  expect(submissions[0]!.reviews).toMatchObject([{ verdict: 'handed-back', sentence, by: 'Huỳnh Ngọc Bình' }])
})

it('what is signed after the due instant is late, also where it was prepared before', async () => {
  const [ask, head, province] = [await signingFiler(), await signer(), await aggregator()]
  const prepared = await sent(ask)
  expect(prepared.late).toBe(false)
  await anybody('PUT', '/api/clock', { now: DUE })
  expect(await viewOf(ask)).toMatchObject({ state: 'awaiting-sign-off', late: true })
  await said(head, prepared.submissionId, SIGNED)
  expect(await viewOf(ask)).toMatchObject({
    state: 'submitted',
    late: true,
    lastReceipt: { late: true, signature: { by: 'Huỳnh Ngọc Bình' } },
  })
  expect(await statusOf(province)).toMatchObject({ received: 1, onTime: 0, late: 1 })
})

it('after the period has locked nothing is signed, unless the receiver has returned it', async () => {
  const [ask, head, province] = [await signingFiler(), await signer(), await aggregator()]
  const first = await sent(ask)
  await said(head, first.submissionId, SIGNED)
  const { dates } = await viewOf(ask)
  const second = await sent(ask, { ky_toi: 'Khác' })
  await anybody('PUT', '/api/clock', { now: new Date(Date.parse(dates.locksAt)).toISOString() })
  expect((await said(head, second.submissionId, SIGNED)).status).toBe(409)
  const back = { verdict: 'returned', notes: [{ place: { table: null, rowId: null, field: null }, text: 'Sửa.' }], resolves: [] }
  await province('POST', `/api/submissions/${first.submissionId}/review`, back, { 'idempotency-key': newKey() })
  const third = await sent(ask, { ky_toi: 'Đã sửa' })
  expect((await said(head, third.submissionId, SIGNED)).status).toBe(200)
  expect(await viewOf(ask)).toMatchObject({ state: 'submitted', late: false })
})

it('is the signer’s alone, and only for the own agency', async () => {
  const [ask, other, stranger, province] = [await signingFiler(), await otherFiler(), await filer(), await aggregator()]
  const { submissionId } = await sent(ask)
  expect((await said(ask, submissionId, SIGNED)).status).toBe(403)
  expect((await said(province, submissionId, SIGNED)).status).toBe(403)
  for (const one of [other, stranger]) expect((await said(one, submissionId, SIGNED)).status).toBe(404)
})

it('is asked for from the day that an admin sets, and no longer from another day', async () => {
  const [boss, ask] = [await admin(), await filer()]
  const set = (setting: object) => boss('POST', '/api/sign-offs', setting, ALL_SEEN)
  expect((await set({ agency: 'KHONG_CO', signsOff: 'required', from: '2025-03-01' })).status).toBe(400)
  expect((await set({ agency: 'STTTT', signsOff: 'required', from: '2025-03-18' })).status).toBe(201)
  const state = async () => (await (await ask('GET', `/api/obligations/${MARCH}`)).json<ObligationView>()).signsOff
  expect(await state()).toBe(false)
  await anybody('PUT', '/api/clock', { now: '2025-03-17T17:00:00.000Z' })
  expect(await state()).toBe(true)
  await set({ agency: 'STTTT', signsOff: 'none', from: '2025-03-18' })
  expect(await state()).toBe(false)
  const { signOffs } = await (await boss('GET', '/api/sign-offs')).json<SignOffList>()
  expect(signOffs.map(({ agency, signsOff, setBy }) => [agency, signsOff, setBy])).toEqual([
    ['STTTT', 'none', 'Võ Thị Ánh Nguyệt'],
    ['STTTT', 'required', 'Võ Thị Ánh Nguyệt'],
    ['STC', 'required', null],
  ])
  expect(await (await boss('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true, events: 2 })
  await expect(env.DB.prepare("UPDATE sign_offs SET signs_off = 'none'").run()).rejects.toThrow(/never changed/)
})
