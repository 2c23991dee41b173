// What a waiver does, from the admin who grants it to the filing that it lets
// through: shown as a note, in the log, ended at once.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Finding } from '../shared/finding.ts'
import type { WaiverList, WaiverView } from '../shared/waiver.ts'
import type { ChainReport, Receipt, Verdict } from '../shared/wire.ts'
import { readAudit } from './store/changes.ts'
import { ALL_SEEN, type Ask, admin, aggregator, filer, filled, formOf, judgedBeside, MARCH, submitted } from './testing/province.ts'

const REASON = 'Nhiệm vụ đã được gia hạn bằng văn bản của UBND tỉnh.'
const ENDED = 'Nhiệm vụ đã có nguyên nhân bằng văn bản.'
const GRANT = {
  ...{ agency: 'STTTT', template: 'THANG', waives: 'required', rowId: 'PL1-2', field: 'nguyen_nhan' },
  ...{ reason: REASON, until: '2025-03-31' },
}
/** The row that is overdue, without its cause. */
async function withoutCause(ask: Ask) {
  const form = await formOf(ask)
  const filing = filled(form)
  const row = filing.rows.find(({ id }) => id === 'PL1-2')!
  const { nguyen_nhan: _, ...entries } = row.entries
  return { form, filing: { ...filing, rows: filing.rows.map((one) => (one === row ? { ...row, entries } : one)) } }
}
const judged = async (ask: Ask, filing: unknown): Promise<Finding[]> =>
  (await (await ask('POST', `/api/obligations/${MARCH}/check`, { filing })).json<Verdict>()).findings

it('lets the filing through as a note with reason and day, in the pane as on the server', async () => {
  const ask = await filer()
  const before = await withoutCause(ask)
  expect((await judged(ask, before.filing)).map(({ code, severity }) => [code, severity])).toEqual([['required', 'error']])
  expect((await submitted(ask, before.filing)).status).toBe(422)

  const granted = await (await admin())('POST', '/api/waivers', GRANT)
  expect(granted.status).toBe(201)
  expect(await granted.json<WaiverView>()).toMatchObject({ ...GRANT, endedAt: null, endedBy: null })

  const { form, filing } = await withoutCause(ask)
  const findings = await judged(ask, filing)
  expect(findings).toEqual(judgedBeside(form, filing).findings)
  expect(findings.map(({ code, severity, params }) => [code, severity, params.waivedReason, params.waivedUntil])).toEqual([
    ['required', 'info', REASON, '31/03/2025'],
  ])
  expect((await (await submitted(ask, filing)).json<Receipt>()).sequence).toBe(1)
})

it('ends at once when it is taken back, and both stand in a log that is whole', async () => {
  const ask = await filer()
  const province = await admin()
  const { id } = await (await province('POST', '/api/waivers', GRANT)).json<WaiverView>()
  const ended = await (await province('POST', `/api/waivers/${id}/end`, { reason: ENDED }, ALL_SEEN)).json<WaiverView>()
  expect(ended).toMatchObject({ endedBy: ended.grantedBy, endedReason: ENDED })
  const [line] = await readAudit(env.DB, { subject: 'waiver' }, 1)
  expect(line).toMatchObject({ action: 'ended', before: { until: GRANT.until, reason: REASON }, after: null, reason: ENDED })
  expect(await (await province('POST', `/api/waivers/${id}/end`, { reason: REASON }, ALL_SEEN)).json()).toEqual(ended)
  expect((await judged(ask, (await withoutCause(ask)).filing)).map(({ severity }) => severity)).toEqual(['error'])
  expect(await (await province('GET', '/api/events/verify')).json<ChainReport>()).toMatchObject({ whole: true, events: 2 })
  const { waivers } = await (await province('GET', '/api/waivers')).json<WaiverList>()
  expect(waivers.find((one) => one.id === id)).toEqual(ended)
})

it('is granted by admins alone, for rules, columns and agencies that exist, with a reason', async () => {
  const province = await admin()
  for (const ask of [await filer(), await aggregator()]) expect((await ask('POST', '/api/waivers', GRANT)).status).toBe(403)
  expect((await (await aggregator())('GET', '/api/waivers')).status).toBe(200)
  const wrong: [object, string][] = [
    [{ waives: 'THANG-999' }, '/waives'],
    [{ waives: 'not-a-number' }, '/waives'],
    [{ agency: 'KHONG_CO' }, '/agency'],
    [{ template: 'KHONG_CO' }, '/template'],
    [{ field: 'khong_co' }, '/field'],
    [{ reason: '   ngắn   ' }, '/reason'],
    [{ until: 'mai' }, '/until'],
  ]
  for (const [change, pointer] of wrong) {
    const answer = await province('POST', '/api/waivers', { ...GRANT, ...change })
    expect(answer.status, pointer).toBe(400)
    expect((await answer.json()).issues[0].pointer).toBe(pointer)
  }
  expect((await province('POST', '/api/waivers/none/end', { reason: REASON })).status).toBe(404)
  const { id } = await (await province('POST', '/api/waivers', GRANT)).json<WaiverView>()
  expect((await province('POST', `/api/waivers/${id}/end`, { reason: 'ngắn' }, ALL_SEEN)).status).toBe(400)
})

it('is never changed or deleted behind the log', async () => {
  const { id } = await (await (await admin())('POST', '/api/waivers', GRANT)).json<WaiverView>()
  const run = (sql: string) => env.DB.prepare(sql).bind(id).run()
  await expect(run("UPDATE waivers SET reason = 'Một lý do hoàn toàn khác' WHERE id = ?1")).rejects.toThrow(/never changed/)
  await expect(run('DELETE FROM waivers WHERE id = ?1')).rejects.toThrow(/never deleted/)
})

it('what the signed plan itself breaks is waived from the first day', async () => {
  const { waivers } = await (await (await admin())('GET', '/api/waivers')).json<WaiverList>()
  expect(waivers.map(({ agency, waives, rowId, grantedBy }) => [agency, waives, rowId, grantedBy])).toEqual([
    ['STTTT', 'PL1-NAM', 'PL1-2', null],
    ['STTTT', 'PL1-TRUOC-KH', 'PL1-2', null],
    ['STTTT', 'PL1-TEN-III', 'PL1-2', null],
    ['STTTT', 'PL1-TEN-III', 'PL1-14', null],
    ['UBND_NINHHOA', 'place-narrower', 'PL1-16', null],
    ['UBND_CAMLAM', 'place-narrower', 'PL1-16', null],
  ])
})
