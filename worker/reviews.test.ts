// What a receiver can do with a submission, through the routes: accept, return with
// notes, one or many; what the agency answers; what counts meanwhile.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Note, ReviewRequest } from '../shared/review.ts'
import { layout } from '../shared/sheet/layout.ts'
import { countedAt, type SubmissionEvent } from '../shared/standing.ts'
import type {
  ChainReport,
  Consolidation,
  Form,
  History,
  ObligationView,
  ProblemBody,
  Receipt,
  ReviewOutcomes,
  SubmissionView,
  UploadResult,
} from '../shared/wire.ts'
import { type Ask, admin, aggregator, anybody, filer, filled, formOf, MARCH, newKey, otherFiler, submitted } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'
import { writeWorkbook } from './xlsx/write.ts'

const sent = async (ask: Ask, change = {}, answers?: Record<string, string>, obligation = MARCH): Promise<Receipt> => {
  const filing = filled(await formOf(ask, obligation), change)
  const answer = await submitted(ask, answers ? { ...filing, answers } : filing, newKey(), obligation)
  expect(answer.status, JSON.stringify(answer.status < 300 ? '' : await answer.json())).toBe(201)
  return answer.json<Receipt>()
}
const said = (ask: Ask, submissionId: string, review: ReviewRequest, key = newKey()) =>
  ask('POST', `/api/submissions/${submissionId}/review`, review, { 'idempotency-key': key })
const WHOLE = { table: null, rowId: null, field: null }
const returned = (...texts: string[]): ReviewRequest => ({
  verdict: 'returned',
  notes: texts.map((text) => ({ place: WHOLE, text })),
  resolves: [],
})
const viewOf = async (ask: Ask) => (await ask('GET', `/api/obligations/${MARCH}`)).json<ObligationView>()
const notesOf = async (ask: Ask) => (await (await ask('GET', `/api/obligations/${MARCH}/notes`)).json<{ notes: Note[] }>()).notes
const countedNow = async (ask: Ask) =>
  (await (await ask('GET', '/api/consolidations/THANG/2025-03')).json<Consolidation>()).rows[0]?.submissionId ?? null
const whole = async () => (await (await admin())('GET', '/api/events/verify')).json<ChainReport>()

describe('accepting', () => {
  it('is seen by the agency, is an event, and done twice it is done once', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const first = await said(province, submissionId, { verdict: 'accepted' })
    expect(first.status).toBe(200)
    expect(await first.json()).toMatchObject({ state: 'accepted', reviews: [{ verdict: 'accepted', by: 'Phạm Quốc Dũng' }] })
    expect((await said(province, submissionId, { verdict: 'accepted' })).status).toBe(200)
    expect(await viewOf(ask)).toMatchObject({ state: 'accepted', accepted: true, openNotes: 0 })
    expect(await whole()).toMatchObject({ whole: true, events: 2 })
    expect((await ask('POST', `/api/submissions/${submissionId}/withdraw`)).status).toBe(409)
  })

  it('what a later submission has replaced is refused with which one came, in both languages', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const second = await sent(ask, { ky_toi: 'Trình phê duyệt' })
    const answer = await said(province, submissionId, { verdict: 'accepted' })
    expect(answer.status).toBe(409)
    const problem = await answer.json<ProblemBody & { refusal: { vi: string; en: string } }>()
    expect(problem.type).toBe('/problems/moved-on')
    expect(problem.refusal.vi).toContain(`Đơn vị đã nộp lần 2 (${second.number}`)
    expect(problem.refusal.en).toContain(`submission 2 (${second.number}`)
    expect((await said(province, second.submissionId, { verdict: 'accepted' })).status).toBe(200)
  })
})

describe('returning', () => {
  it('pins notes to cells, header and whole; the agency reads them with who and when', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const { content, findings } = await (await province('GET', `/api/submissions/${submissionId}`)).json<SubmissionView>()
    expect(findings.every(({ severity }) => severity !== 'error')).toBe(true)
    const { table, id: rowId } = content.rows[0]!
    const answer = await said(province, submissionId, {
      verdict: 'returned',
      notes: [
        { place: { table, rowId, field: 'ky_toi' }, text: 'Nêu rõ văn bản và thời hạn.' },
        { place: { table: null, rowId: null, field: 'nguoi_ky' }, text: 'Người ký chưa đúng thẩm quyền.' },
        { place: WHOLE, text: 'Đề nghị nộp lại trước ngày 22.' },
      ],
      resolves: [],
    })
    expect(answer.status).toBe(200)
    expect(await viewOf(ask)).toMatchObject({ state: 'returned', openNotes: 3, lastReceipt: null })
    const { notes } = await formOf(ask)
    expect(notes.map(({ place, text, sequence, writtenBy }) => [place.field, text, sequence, writtenBy])).toEqual([
      ['ky_toi', 'Nêu rõ văn bản và thời hạn.', 1, 'Phạm Quốc Dũng'],
      ['nguoi_ky', 'Người ký chưa đúng thẩm quyền.', 1, 'Phạm Quốc Dũng'],
      [null, 'Đề nghị nộp lại trước ngày 22.', 1, 'Phạm Quốc Dũng'],
    ])
    expect(await whole()).toMatchObject({ whole: true })
    for (const table of ['reviews', 'notes'])
      await expect(env.DB.prepare(`DELETE FROM ${table}`).run(), table).rejects.toThrow(/never deleted/)
    await expect(env.DB.prepare("UPDATE notes SET text = 'khác'").run()).rejects.toThrow(/never changed/)
  })

  it('shows in the form that the agency downloads: a list that leads to the cells, and a note at each; it is taken back as a form', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const { content } = await (await province('GET', `/api/submissions/${submissionId}`)).json<SubmissionView>()
    const { table, id: rowId } = content.rows[1]!
    const notes = [
      { place: { table, rowId, field: 'ky_toi' }, text: 'Nêu rõ văn bản và thời hạn.' },
      { place: { table: null, rowId: null, field: 'nguoi_ky' }, text: 'Người ký chưa đúng thẩm quyền.' },
      { place: WHOLE, text: 'Đề nghị nộp lại trước ngày 22.' },
    ]
    await said(province, submissionId, { verdict: 'returned', notes, resolves: [] })
    const path = `/api/obligations/${MARCH}/form.xlsx`
    const bytes = await (await ask('GET', path)).bytes()
    const { sheets } = await readWorkbook(bytes)
    const list = sheets.find(({ name }) => name === 'Ý kiến của nơi nhận')!
    const line = (at: number) => ['C', 'E'].map((column) => list.cells.get(`${column}${at}`)?.value)
    const uploaded = await (await ask('POST', `/api/obligations/${MARCH}/upload`, bytes)).json<UploadResult>()
    expect(uploaded.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    const form = sheets.find(({ name }) => name === 'THANG 2025-03')!
    const [cell, text] = line(5)
    expect(text).toBe(notes[0]!.text)
    expect(form.cells.get(String(cell))?.value).toBe(content.rows[1]!.values.ky_toi)
    expect(form.cells.get(`A${/\d+$/.exec(String(cell))![0]}`)?.value).toBe(rowId)
    expect(form.cells.get(String(line(6)[0]))?.value).toBe(content.header.nguoi_ky)
    expect(line(7)).toEqual([undefined, notes[2]!.text])
    // The province gets it as it was handed out.
    const plain = await readWorkbook(await (await province('GET', path)).bytes())
    expect(plain.sheets.map(({ name }) => name)).not.toContain('Ý kiến của nơi nhận')
  })

  it('without a note, or with one pinned to nothing that is there, is refused with which and why', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    expect((await said(province, submissionId, returned())).status).toBe(400)
    const refused = await said(province, submissionId, {
      verdict: 'returned',
      notes: [
        { place: WHOLE, text: 'Xem lại.' },
        { place: { table: 'nhiem_vu', rowId: 'không-có', field: 'ky_toi' }, text: 'Xem lại.' },
      ],
      resolves: [],
    })
    expect(refused.status).toBe(400)
    const problem = await refused.json<ProblemBody & { refusal: { vi: string }; issues: { pointer: string }[] }>()
    expect(problem.issues[0]!.pointer).toBe('/notes/1/place')
    expect(problem.refusal.vi).toMatch(/^Ý kiến 2: /)
    expect(await viewOf(ask)).toMatchObject({ state: 'submitted', openNotes: 0 })
  })

  it('sent twice with the same key is one return', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const key = newKey()
    expect((await said(province, submissionId, returned('Xem lại.'), key)).status).toBe(200)
    expect((await said(province, submissionId, returned('Xem lại.'), key)).status).toBe(200)
    expect((await said(province, submissionId, returned('Khác.'))).status).toBe(409)
    expect(await notesOf(ask)).toHaveLength(1)
  })

  it('carries notes on: the agency answers with the next submission, the receiver settles', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const first = await sent(ask)
    await said(province, first.submissionId, returned('Thiếu căn cứ.', 'Sai đơn vị tính.'))
    const [one, two] = await notesOf(ask)
    const second = await sent(ask, { ky_toi: 'Trình phê duyệt' }, { [one!.id]: '  Đã bổ sung.  ', [two!.id]: ' ', nobody: 'x' })
    expect(second.contentHash).not.toBe(first.contentHash)
    expect(await viewOf(ask)).toMatchObject({ state: 'submitted', openNotes: 2, late: false })
    expect(
      (await notesOf(province)).map(({ answers }) => answers.map(({ sequence, text, answeredBy }) => [sequence, text, answeredBy])),
    ).toEqual([[[2, 'Đã bổ sung.', 'Nguyễn Thị Hoa']], []])
    await said(province, second.submissionId, { verdict: 'returned', notes: [], resolves: [one!.id] })
    expect(await viewOf(ask)).toMatchObject({ state: 'returned', openNotes: 1 })
    const third = await sent(ask, { ky_toi: 'Đã trình' }, { [two!.id]: 'Đã sửa thành triệu đồng.' })
    await said(province, third.submissionId, { verdict: 'accepted' })
    expect(await viewOf(ask)).toMatchObject({ state: 'accepted', openNotes: 0 })
    const { submissions } = await (await ask('GET', `/api/obligations/${MARCH}/submissions`)).json<History>()
    expect(submissions.map(({ state }) => state)).toEqual(['returned', 'returned', 'accepted'])
    expect((await notesOf(ask)).every(({ resolvedBy }) => resolvedBy === 'Phạm Quốc Dũng')).toBe(true)
    expect(await whole()).toMatchObject({ whole: true, events: 6 })
  })

  it('is answered beside an uploaded workbook as well', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    await said(province, submissionId, returned('Thiếu căn cứ.'))
    const form = await formOf(ask)
    const { obligation, register, plan, template, prefill } = form
    const texts = { obligation, register, plan, agencyName: obligation.agencyName, provinceName: plan.province }
    const bytes = await writeWorkbook(layout(template, prefill, { ...texts, draft: filled(form, { ky_toi: 'Đã bổ sung căn cứ' }) }))
    const body = new FormData()
    body.set('file', new File([new Uint8Array(bytes)], 'bieu-mau.xlsx'))
    body.set('answers', JSON.stringify({ [form.notes[0]!.id]: 'Đã bổ sung căn cứ.' }))
    const request = new Request('https://pls.test', { method: 'POST', body })
    const headers = { 'content-type': request.headers.get('content-type')!, 'idempotency-key': newKey() }
    const answer = await ask('POST', `/api/obligations/${MARCH}/upload?submit=true`, new Uint8Array(await request.arrayBuffer()), headers)
    expect((await answer.json<UploadResult>()).receipt).toMatchObject({ sequence: 2 })
    expect((await notesOf(ask))[0]!.answers).toMatchObject([{ sequence: 2, text: 'Đã bổ sung căn cứ.' }])
  })

  it('opens the form again after the period has locked, and who was on time stays on time', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    const { obligation } = await formOf(ask)
    await anybody('PUT', '/api/clock', { now: new Date(Date.parse(obligation.dates.locksAt) + 3_600_000).toISOString() })
    const form = await (await ask('GET', `/api/obligations/${MARCH}/form`)).json<Form>()
    expect((await submitted(ask, filled(form, { ky_toi: 'Muộn' }))).status).toBe(409)
    await said(province, submissionId, returned('Sửa cột kế hoạch kỳ tới.'))
    expect((await ask('PUT', `/api/obligations/${MARCH}/draft`, filled(form))).status).toBe(200)
    const again = await submitted(ask, filled(form, { ky_toi: 'Đã sửa' }))
    expect(again.status, JSON.stringify(await again.json())).toBe(201)
    expect(await viewOf(ask)).toMatchObject({ state: 'submitted', late: false })
    expect((await submitted(ask, filled(form, { ky_toi: 'Lần nữa' }))).status).toBe(409)
  })

  it('cannot be undone by taking the submission back', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const { submissionId } = await sent(ask)
    await said(province, submissionId, returned('Sửa.'))
    const refused = await ask('POST', `/api/submissions/${submissionId}/withdraw`)
    expect(refused.status).toBe(409)
    expect(await viewOf(ask)).toMatchObject({ state: 'returned' })
  })
})

describe('many at once', () => {
  it('are dealt with each for itself: what moved on is told and stops none', async () => {
    const [ask, other, province] = [await filer(), await otherFiler(), await aggregator()]
    const old = await sent(ask)
    const mine = await sent(ask, { ky_toi: 'Trình phê duyệt' })
    const theirs = await sent(other, {}, undefined, 'THANG.2025-03.UBND_DIENKHANH')
    const body = { verdict: 'accepted', submissions: [old.submissionId, mine.submissionId, theirs.submissionId, 'none'] }
    const { outcomes } = await (await province('POST', '/api/reviews', body, { 'idempotency-key': newKey() })).json<ReviewOutcomes>()
    expect(outcomes.map(({ done }) => done)).toEqual([false, true, true, false])
    expect(outcomes[0]!.refusal!.vi).toContain('lần 2')
    const back = { verdict: 'returned', submissions: [mine.submissionId, theirs.submissionId], text: 'Mẫu đã đổi, nộp lại.' }
    await province('POST', '/api/reviews', back, { 'idempotency-key': newKey() })
    expect(await viewOf(ask)).toMatchObject({ state: 'returned', openNotes: 1 })
    expect((await notesOf(ask))[0]).toMatchObject({ text: 'Mẫu đã đổi, nộp lại.', place: WHOLE })
  })
})

describe('what counts', () => {
  it('is the same in the database as in shared/standing.ts, whatever happened before', async () => {
    const [ask, province] = [await filer(), await aggregator()]
    const receipts: Receipt[] = []
    const last: SubmissionEvent[] = []
    const happens = async (event: 'submitted' | 'accepted' | 'returned') => {
      if (event === 'submitted') {
        receipts.push(await sent(ask, { ky_toi: `Lần ${receipts.length + 1}` }))
        last.push('submitted')
      } else {
        const answer = await said(province, receipts.at(-1)!.submissionId, event === 'accepted' ? { verdict: event } : returned('Sửa.'))
        expect(answer.status).toBe(200)
        last[last.length - 1] = event
      }
      expect(await countedNow(province), last.join(' ')).toBe(receipts[countedAt(last)]?.submissionId ?? null)
    }
    for (const event of [
      'submitted',
      'submitted',
      'returned',
      'submitted',
      'accepted',
      'submitted',
      'returned',
      'submitted',
      'accepted',
      'returned',
    ] as const)
      await happens(event)
    expect(await countedNow(province)).toBe(receipts[2]!.submissionId)
  })
})

it('only the receiver may say it: not the agency, not another, not the province’s other roles', async () => {
  const [ask, other, boss] = [await filer(), await otherFiler(), await admin()]
  const { submissionId } = await sent(ask)
  expect((await said(ask, submissionId, { verdict: 'accepted' })).status).toBe(403)
  expect((await said(other, submissionId, { verdict: 'accepted' })).status).toBe(404)
  expect((await said(boss, submissionId, { verdict: 'accepted' })).status).toBe(403)
  expect((await boss('POST', '/api/reviews', { verdict: 'accepted', submissions: [submissionId] })).status).toBe(403)
})
