// The report to the province: its words are kept revision by revision, its document
// holds the filed figures, and nobody overwrites unseen what somebody else wrote.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { caseAtHand, passing } from '../shared/cases/case.ts'
import type { QuarterlySummary, ReportView } from '../shared/wire-province.ts'
import { admin, aggregator, anybody, filer, filled, formOf, newKey, submitted } from './testing/province.ts'
import { partText } from './xlsx/inflate.ts'
import { READ_LIMITS } from './xlsx/limits.ts'
import { zipDirectory } from './xlsx/zip-directory.ts'

const WORDS = '/api/reports/QUY/2025-Q1/words'

/** The quarter as the standing agency filed it. */
async function filed(): Promise<void> {
  const ask = await filer()
  await anybody('PUT', '/api/clock', { now: '2025-03-20T02:00:00.000Z' })
  const { filing } = caseAtHand(passing.find(({ name }) => name === 'quy-first-quarter')!)
  expect((await submitted(ask, filing, newKey(), 'QUY.2025-Q1.STTTT')).status).toBe(201)
  expect((await submitted(ask, filled(await formOf(ask)))).status).toBe(201)
}

it('begins with the words that were filed; who saves first keeps them, the other is told who', async () => {
  await filed()
  const [first, other] = [await aggregator(), await aggregator()]
  const opened = await (await first('GET', WORDS)).json<ReportView>()
  expect(opened).toMatchObject({ etag: null, savedBy: null, agency: 'STTTT' })
  expect(opened.words).toMatchObject({
    assessment: 'Các nhiệm vụ được triển khai đúng kế hoạch',
    position: 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC',
    signer: 'Trần Văn Nam',
  })
  const words = { ...opened.words, number: '125', day: '2025-03-24' }
  const kept = await first('PUT', WORDS, words)
  expect(kept.status).toBe(200)
  const { etag } = await kept.json<ReportView>()
  expect(kept.headers.get('etag')).toBe(`"${etag}"`)

  const late = await other('PUT', WORDS, { ...opened.words, number: '126' })
  expect(late.status).toBe(412)
  expect((await late.json()).draft).toMatchObject({ savedBy: 'Phạm Quốc Dũng' })
  // The same words again, as after a lost answer, are no conflict.
  expect((await other('PUT', WORDS, words)).status).toBe(200)
  expect((await other('PUT', WORDS, { ...words, number: '126' }, { 'if-match': `"${etag}"` })).status).toBe(200)
  expect((await (await first('GET', WORDS)).json<ReportView>()).words.number).toBe('126')
  const kepts = await env.DB.prepare('SELECT revision FROM report_words ORDER BY revision').all<{ revision: number }>()
  expect(kepts.results.map(({ revision }) => revision)).toEqual([1, 2])
  await expect(env.DB.prepare("UPDATE report_words SET saved_by = 'x'").run()).rejects.toThrow(/never changed/)
})

it('is a .docx whose text holds words and figures, page numbers that begin anew and landscape appendices', async () => {
  await filed()
  const ask = await aggregator()
  const answer = await ask('GET', '/api/reports/QUY/2025-Q1.docx')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-disposition')).toContain('QUY_2025-Q1_bao-cao.docx')
  const xml = await partText(zipDirectory(await answer.bytes(), READ_LIMITS).get('word/document.xml')!)
  const text = xml.replace(/<[^>]+>/g, ' ')
  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')
  expect(text).toContain('Giải ngân còn chậm do thủ tục đấu thầu')
  // STTTT alone has reported March.
  expect(text).toMatch(
    /Chưa tính nhiệm vụ và kinh phí của 34 cơ quan chưa có báo cáo tháng cuối quý: Sở Kế hoạch và Đầu tư; .* và 14 cơ quan khác/,
  )
  const { tables } = await (await ask('GET', '/api/summaries/QUY/2025-Q1')).json<QuarterlySummary>()
  const { tong, ht_dung } = tables.find(({ key }) => key === 'a')!.totals as Record<string, number>
  expect(tong).toBe(40)
  expect(text).toContain(`Tổng số ${tong} nhiệm vụ. Đã hoàn thành ${ht_dung} nhiệm vụ`)
  expect(text).toContain('477.330')
  expect(xml.match(/w:orient="landscape"/g)).toHaveLength(2)
  expect(xml.match(/<w:pgNumType w:start="1"/g)).toHaveLength(3)
})

it('belongs to the receiver: others read at most, and only a quarter that has opened has one', async () => {
  const ask = await aggregator()
  for (const none of ['QUY/2025-Q4/words', 'QUY/2025-Q4.docx', 'THANG/2025-03/words', 'THANG/2025-03.docx', 'QUY/2025-Q1.pdf'])
    expect((await ask('GET', `/api/reports/${none}`)).status, none).toBe(404)
  const { words } = await (await ask('GET', WORDS)).json<ReportView>()
  expect((await (await admin())('GET', WORDS)).status).toBe(200)
  expect((await (await admin())('PUT', WORDS, words)).status).toBe(403)
  const wrong = await ask('PUT', WORDS, { ...words, day: '31/02/2025' })
  expect(wrong.status).toBe(400)
  expect((await wrong.json()).issues[0].pointer).toBe('/day')
})
