// What happens to a filing on its way to the province, through the routes, with
// the real plan, D1 and R2.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Consolidation, History, ObligationList, PastFigures, PeriodStatus, ProblemBody, Receipt } from '../shared/wire.ts'
import {
  admin,
  aggregator,
  anybody,
  filer,
  filled,
  formOf,
  judgedBeside,
  MARCH,
  newKey,
  otherFiler,
  submitted,
} from './testing/province.ts'

describe('a filing', () => {
  it('opens with the 25 tasks that VII.1.i gives Sở TTTT, and its documents', async () => {
    const form = await formOf(await filer())
    const ids = form.prefill.rows.map((row) => row.id)
    expect(ids.filter((id) => id.startsWith('III.'))).toHaveLength(25)
    expect(ids.filter((id) => id.startsWith('PL1-'))).toHaveLength(15)
    expect(form.obligation).toMatchObject({ id: MARCH, state: 'open', late: false, agencyName: 'Sở Thông tin và Truyền thông' })
    expect(form.today).toBe('2025-03-17')
  })

  it('is accepted where check finds nothing that blocks, and answered with a receipt', async () => {
    const ask = await filer()
    const form = await formOf(ask)
    const answer = await submitted(ask, filled(form))
    expect(answer.status).toBe(201)
    const receipt = await answer.json<Receipt>()
    expect(receipt).toMatchObject({
      number: 'KH25-000001',
      sequence: 1,
      late: false,
      rowCount: 40,
      obligationId: MARCH,
      submittedBy: 'Nguyễn Thị Hoa',
    })
    expect(receipt.contentHash).toMatch(/^[0-9a-f]{64}$/)
    const list = await (await ask('GET', '/api/obligations')).json<ObligationList>()
    expect(list.obligations.find(({ id }) => id === MARCH)).toMatchObject({ state: 'submitted', submissions: 1, lastReceipt: receipt })
  })

  it('is refused with the same findings that the pane shows, also when the request is made by hand', async () => {
    const ask = await filer()
    const form = await formOf(ask)
    const wrong = filled(form, { trang_thai: 'Đang thực hiện', ty_le: 120 })
    const beside = judgedBeside(form, wrong).findings
    expect(beside.map(({ code, place }) => [code, place.field])).toEqual([
      ['above-maximum', 'ty_le'],
      ['required', 'ket_qua'],
    ])
    const answer = await submitted(ask, wrong)
    expect(answer.status).toBe(422)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const problem = await answer.json<ProblemBody>()
    expect(problem).toMatchObject({ type: '/problems/filing-blocked', status: 422 })
    expect(problem.findings).toEqual(beside)
    expect((await (await ask('GET', `/api/obligations/${MARCH}/submissions`)).json<History>()).submissions).toEqual([])
  })

  it('sent twice with the same key is one submission with the same receipt', async () => {
    const ask = await filer()
    const filing = filled(await formOf(ask))
    const key = newKey()
    const [first, again] = [await submitted(ask, filing, key), await submitted(ask, filing, key)]
    expect(await again.json()).toEqual(await first.json())
    expect((await (await ask('GET', `/api/obligations/${MARCH}/submissions`)).json<History>()).submissions).toHaveLength(1)
  })

  it('sent five times at once with the same key is one submission', async () => {
    const ask = await filer()
    const filing = filled(await formOf(ask))
    const key = newKey()
    const answers = await Promise.all(Array.from({ length: 5 }, () => submitted(ask, filing, key)))
    const receipts = await Promise.all(answers.map((answer) => answer.json<Receipt>()))
    expect(new Set(receipts.map(({ submissionId }) => submissionId)).size).toBe(1)
    expect((await (await ask('GET', `/api/obligations/${MARCH}/submissions`)).json<History>()).submissions).toHaveLength(1)
  })

  it('with a key that was used for another body is refused', async () => {
    const ask = await filer()
    const form = await formOf(ask)
    const key = newKey()
    await submitted(ask, filled(form), key)
    const answer = await submitted(ask, filled(form, { ky_toi: 'Việc khác' }), key)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ type: '/problems/key-reused' })
  })

  it('of another agency answers 404, like one that does not exist', async () => {
    const form = await formOf(await filer())
    const other = await otherFiler()
    for (const answer of [
      await other('GET', `/api/obligations/${MARCH}`),
      await other('GET', `/api/obligations/${MARCH}/form`),
      await submitted(other, filled(form)),
      await other('GET', '/api/obligations/THANG.2025-03.KHONG_CO'),
    ]) {
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ type: '/problems/not-found' })
    }
  })

  it('sent again supersedes the one before; nothing is overwritten and the log is whole', async () => {
    const ask = await filer()
    const form = await formOf(ask)
    await submitted(ask, filled(form))
    await submitted(ask, filled(form, { ky_toi: 'Trình phê duyệt' }))
    const { submissions } = await (await ask('GET', `/api/obligations/${MARCH}/submissions`)).json<History>()
    expect(submissions.map(({ receipt, state }) => [receipt.sequence, state]).sort()).toEqual([
      [1, 'superseded'],
      [2, 'submitted'],
    ])
    expect(await (await (await admin())('GET', '/api/events/verify')).json()).toMatchObject({ whole: true })
    await expect(env.DB.prepare("UPDATE submissions SET submitted_at = '2020-01-01T00:00:00.000Z'").run()).rejects.toThrow()
    await expect(env.DB.prepare('DELETE FROM submissions').run()).rejects.toThrow()
  })

  it('changed in the log is found by walking the chain', async () => {
    const ask = await filer()
    await submitted(ask, filled(await formOf(ask)))
    const { results } = await env.DB.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'submission_events'",
    ).all<{ name: string }>()
    expect(results.length).toBeGreaterThan(0)
    for (const { name } of results) await env.DB.prepare(`DROP TRIGGER ${name}`).run()
    await env.DB.prepare("UPDATE submission_events SET actor = 'somebody else' WHERE seq = 1").run()
    expect(await (await (await admin())('GET', '/api/events/verify')).json()).toMatchObject({ whole: false, brokenAt: 1 })
  })

  it('may be taken back before it is due, and not after', async () => {
    const ask = await filer()
    const filing = filled(await formOf(ask))
    const first = await (await submitted(ask, filing)).json<Receipt>()
    expect((await ask('POST', `/api/submissions/${first.submissionId}/withdraw`)).status).toBe(200)
    expect(await (await ask('GET', `/api/obligations/${MARCH}`)).json()).toMatchObject({ state: 'open' })
    const second = await (await submitted(ask, filing)).json<Receipt>()
    await anybody('PUT', '/api/clock', { now: '2025-03-20T02:00:00.000Z' })
    const refused = await ask('POST', `/api/submissions/${second.submissionId}/withdraw`)
    expect(refused.status).toBe(409)
  })

  it('is late from the first instant of the 20th in Vietnam, and not a second before', async () => {
    const ask = await filer()
    const filing = filled(await formOf(ask))
    await anybody('PUT', '/api/clock', { now: '2025-03-19T16:59:30.000Z' })
    expect(await (await submitted(ask, filing)).json()).toMatchObject({ late: false })
    await anybody('PUT', '/api/clock', { now: '2025-03-19T17:00:00.000Z' })
    expect(await (await submitted(ask, filled(await formOf(ask), { ky_toi: 'Khác' }))).json()).toMatchObject({ late: true })
  })

  it('brings its cumulative values into the next month', async () => {
    const ask = await filer()
    const form = await formOf(ask)
    const answer = await submitted(
      ask,
      filled(form, { trang_thai: 'Đang thực hiện', ty_le: 40, ket_qua: 'Đã trình dự thảo quyết định lên UBND tỉnh', gn_ky: 12.5 }),
    )
    expect(answer.status, JSON.stringify(await answer.json())).toBe(201)
    await anybody('PUT', '/api/clock', { now: '2025-04-10T02:00:00.000Z' })
    const april = await formOf(ask, 'THANG.2025-04.STTTT')
    const row = april.prefill.rows.find(({ id }) => id === form.prefill.rows[0]!.id)!
    expect(row.values).toMatchObject({ ty_le_truoc: 40, gn_lk_truoc: 12_500_000 })
    const past = await (await ask('GET', '/api/obligations/THANG.2025-04.STTTT/past')).json<PastFigures>()
    expect(past.periods.map(({ period }) => period)).toEqual(['2025-03'])
    expect(past.periods[0]!.rows.find(({ rowId }) => rowId === row.id)!.figures).toMatchObject({ ty_le: 40, gn_ky: 12_500_000 })
  })

  it('as a draft tells the second person who saved what', async () => {
    const ask = await filer()
    const filing = filled(await formOf(ask))
    const path = `/api/obligations/${MARCH}/draft`
    const first = await ask('PUT', path, filing)
    const saved = await first.json<{ etag: string }>()
    expect(first.status, JSON.stringify(saved)).toBe(200)
    expect((await ask('PUT', path, { ...filing, explanations: { a: 'b' } }, { 'if-match': `"${saved.etag}"` })).status).toBe(200)
    const late = await ask('PUT', path, filing, { 'if-match': `"${saved.etag}"` })
    expect(late.status).toBe(412)
    expect(JSON.stringify(await late.json())).toContain('Nguyễn Thị Hoa')
  })
})

describe('a file', () => {
  it('is the form of the obligation, and filled in anywhere it is filed through the upload', async () => {
    const { readWorkbook } = await import('./xlsx/read.ts')
    const { writeWorkbook } = await import('./xlsx/write.ts')
    const { layout } = await import('../shared/sheet/layout.ts')
    const ask = await filer()
    const form = await formOf(ask)
    const blank = await ask('GET', `/api/obligations/${MARCH}/form.xlsx`)
    expect(blank.headers.get('content-type')).toContain('spreadsheetml')
    const grid = await readWorkbook(await blank.bytes())
    expect(grid.sheets[0]!.name).toBe('THANG 2025-03')

    const bytes = await writeWorkbook(
      layout(form.template, form.prefill, {
        obligation: form.obligation,
        register: form.register,
        plan: form.plan,
        agencyName: form.obligation.agencyName,
        provinceName: form.plan.province,
        draft: filled(form, { trang_thai: 'Đang thực hiện', ty_le: 30, ket_qua: '=Đã họp các sở, ngành – thống nhất' }),
      }),
    )
    const checked = await ask('POST', `/api/obligations/${MARCH}/upload`, bytes)
    expect(checked.status).toBe(200)
    const { findings, receipt } = await checked.json()
    expect(findings.filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual([])
    expect(receipt).toBeNull()
    const sent = await ask('POST', `/api/obligations/${MARCH}/upload?submit=true`, bytes, { 'idempotency-key': newKey() })
    expect(sent.status).toBeLessThan(300)
    expect((await sent.json()).receipt).toMatchObject({ sequence: 1, rowCount: 40 })
    expect((await env.FILES.list()).objects.length).toBeGreaterThanOrEqual(2)
  })

  it('that is no workbook, or another agency’s form, is refused in words', async () => {
    const ask = await filer()
    const text = await ask('POST', `/api/obligations/${MARCH}/upload`, new TextEncoder().encode('tên;giá trị'))
    expect(text.status).toBe(415)
    expect(JSON.stringify(await text.json())).toMatch(/xlsx/)
    const other = await otherFiler()
    const theirs = await (await other('GET', '/api/obligations/THANG.2025-03.UBND_DIENKHANH/form.xlsx')).bytes()
    const wrong = await ask('POST', `/api/obligations/${MARCH}/upload`, theirs)
    expect(wrong.status).toBe(422)
    expect(await wrong.json()).toMatchObject({ type: '/problems/wrong-form' })
  })
})

describe('the province', () => {
  it('sees who has submitted, and every figure with its submission', async () => {
    const ask = await filer()
    const receipt = await (await submitted(ask, filled(await formOf(ask)))).json<Receipt>()
    const province = await aggregator()
    const status = await (await province('GET', '/api/status?template=THANG&period=2025-03')).json<PeriodStatus>()
    expect(status).toMatchObject({ received: 1, onTime: 1, late: 0 })
    expect(status.expected).toBe(status.obligations.length)
    const consolidation = await (await province('GET', '/api/consolidations/THANG/2025-03')).json<Consolidation>()
    expect(consolidation.rows).toHaveLength(40)
    expect(consolidation.rows[0]).toMatchObject({ agency: 'STTTT', submissionId: receipt.submissionId, receiptNumber: receipt.number })
    expect(consolidation.missing).toHaveLength(status.expected - 1)
  })
})
