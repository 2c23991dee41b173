// Files that are no form of today: one of an earlier version of the template is read into the
// form of today; of a workbook that is none of ours the cells are handed out to be mapped.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { obligationsOf } from '../shared/deadline.ts'
import type { Filing } from '../shared/filing.ts'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../shared/prefill.ts'
import { layout } from '../shared/sheet/layout.ts'
import type { Template } from '../shared/template.ts'
import type { UploadedSheets, UploadResult } from '../shared/wire.ts'
import { loadPack } from './actions/load-pack.ts'
import { filer, MARCH } from './testing/province.ts'
import { sheetXml, workbookFile } from './testing/workbook-file.ts'
import { readWorkbook } from './xlsx/read.ts'
import { writeWorkbook } from './xlsx/write.ts'

const { plan, register, assignments, templates } = khanhHoa2025
const first = templates.find(({ code }) => code === 'THANG')!
const second: Template = {
  ...first,
  version: 2,
  tables: first.tables.map((table) => ({
    ...table,
    rules: table.rules.filter(({ formula }) => !/kho_khan|ky_toi/.test(formula)),
    fields: table.fields
      .filter(({ key }) => key !== 'kho_khan')
      .map((field) => (field.key === 'ky_toi' ? { ...field, key: 'viec_ky_toi', was: ['ky_toi'] } : field)),
  })),
}
const filing = (version: number, values: Record<string, string | number>): Filing => ({
  ...{ template: 'THANG', version, agency: 'STTTT', period: '2025-03', declaration: null, header: {}, explanations: {} },
  rows: [{ id: 'III.1.a', table: 'main', entries: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])) }],
})

beforeEach(async () => {
  const newer = { ...khanhHoa2025, templates: templates.map((one) => (one === first ? second : one)) }
  await loadPack({ db: env.DB, clock: { now: () => new Date('2025-03-01T00:00:00Z') } }, newer)
})

it('a form of the version before is read by keys old and new, and what has no place is told', async () => {
  const obligation = obligationsOf(first, register, '2025-03').find(({ agency }) => agency === 'STTTT')!
  const filled = prefill(first, 'STTTT', '2025-03', { register, plan, assignments, previous: null })
  const draft = filing(1, { ty_le: 60, ky_toi: 'Ban hành kế hoạch kiểm tra', kho_khan: 'Thiếu nhân lực' })
  const names = { agencyName: 'Sở Thông tin và Truyền thông', provinceName: plan.province }
  const file = await writeWorkbook(layout(first, filled, { obligation, register, plan, ...names, draft }))
  const answer = await (await filer())('POST', `/api/obligations/${MARCH}/upload`, file)
  const { older, findings } = await answer.json<UploadResult>()
  expect(older).toMatchObject({ version: 1, columns: [{ cells: 1 }], rows: [] })
  expect(findings.map(({ code }) => code)).not.toContain('wrong-version')
  // What came over is not asked for again.
  const missing = findings.filter(({ code, place }) => code === 'required' && place.rowId === 'III.1.a').map(({ place }) => place.field)
  expect(missing).not.toContain('viec_ky_toi')
  expect(missing).not.toContain('ty_le')
})

it('the cells of a workbook that is none of ours are handed out, of hidden sheets none, and the file is kept', async () => {
  const table = sheetXml(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Nội dung nhiệm vụ</t></is></c></row><row r="2"><c r="A2"><v>60</v></c></row>',
  )
  const bytes = workbookFile({ sheets: { 'Bảng cũ': table } })
  const answer = await (await filer())('POST', `/api/obligations/${MARCH}/upload/sheets`, bytes)
  expect(answer.status).toBe(200)
  expect(await answer.json<UploadedSheets>()).toEqual({
    sheets: [{ name: 'Bảng cũ', cells: { A1: { value: 'Nội dung nhiệm vụ' }, A2: { value: 60 } }, merges: [] }],
    unread: [],
    date1904: false,
  })
  expect((await env.FILES.list({ prefix: 'originals/' })).objects).toHaveLength(1)
})

it('what is no workbook is refused there in the same words', async () => {
  const answer = await (await filer())('POST', `/api/obligations/${MARCH}/upload/sheets`, new TextEncoder().encode('tên;giá trị\n'))
  expect([answer.status, (await answer.json()).type]).toEqual([415, '/problems/not-a-workbook'])
})

it('a filing is given back as our form with what it says; a filing for another obligation is not', async () => {
  const ask = await filer()
  const answer = await ask('POST', `/api/obligations/${MARCH}/form.xlsx`, { filing: filing(2, { ket_qua: 'Đã trình dự thảo kế hoạch' }) })
  const { sheets } = await readWorkbook(await answer.bytes())
  expect([...sheets[0]!.cells.values()].map(({ value }) => value)).toContain('Đã trình dự thảo kế hoạch')
  const other = { ...filing(2, {}), agency: 'SNV' }
  expect((await ask('POST', `/api/obligations/${MARCH}/form.xlsx`, { filing: other })).status).toBe(422)
})
