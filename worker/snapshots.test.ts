// The workbook of a snapshot: of its moment, the same bytes each time, known by its hash.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { canonicalJson } from '../shared/canonical-json.ts'
import type { Snapshot, SnapshotList } from '../shared/snapshot/snapshot.ts'
import type { Person } from '../shared/wire.ts'
import { freeze, makeMissingWorkbooks } from './actions/snapshots.ts'
import { sha256 } from './hash.ts'
import { partsOf, type Settings } from './index.ts'
import { keepSnapshotFile, readSnapshotFile } from './store/contents.ts'
import { begun } from './testing/begun.ts'
import { became, kept, keptReport, OF, row, templateOf } from './testing/kept-submission.ts'
import { aggregator, filer, formOf, newKey } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
})

const keyed = () => ({ 'idempotency-key': newKey() })

const texts = async (bytes: Uint8Array, sheet: string) =>
  [...(await readWorkbook(bytes)).sheets.find(({ name }) => name === sheet)!.cells.values()].map(({ value }) => value)

it('is that of its moment, whatever was sent or called otherwise since, and shows its hash', async () => {
  await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000)])
  const ask = await aggregator()
  const frozen = await (
    await ask('POST', '/api/snapshots', { ...OF, reason: 'Báo cáo UBND tỉnh', version: undefined }, keyed())
  ).json<Snapshot>()
  const path = `/api/snapshots/${frozen.id}/workbook.xlsx`
  const answer = await ask('GET', path)
  expect(answer.headers.get('content-disposition')).toContain(frozen.hash.slice(0, 12))
  const bytes = await answer.bytes()
  expect((await texts(bytes, 'Tóm tắt')).filter((text) => String(text).includes(frozen.hash))).toHaveLength(1)
  expect(await texts(bytes, 'Tổng hợp')).toContain('Trung tâm dữ liệu')
  await kept('STTTT', [row('Bản sau', 1)])
  await env.DB.prepare(`UPDATE agencies SET document = json_set(document, '$.name', 'Tên khác') WHERE code = 'STTTT'`).run()
  expect(await (await ask('GET', path)).bytes()).toEqual(bytes)
})

it('says of who had sent nothing that counts how that stood then, in the order of the register', async () => {
  await became(await kept('STTTT', [row('Trung tâm dữ liệu', 1_000_000)]), 'returned', '2025-03-18T02:00:00.000Z')
  await kept('SKHDT', [row('Mạng lõi', 1_000_000)])
  const ask = await aggregator()
  const frozen = await (await ask('POST', '/api/snapshots', { ...OF, reason: 'Báo cáo', version: undefined }, keyed())).json<Snapshot>()
  await kept('STTTT', [row('Bản sau', 1)])
  const sheets = (await readWorkbook(await (await ask('GET', `/api/snapshots/${frozen.id}/workbook.xlsx`)).bytes())).sheets
  const { cells } = sheets.find(({ name }) => name === 'Tình hình nộp')!
  const line = (at: number) => ['B', 'C'].map((column) => cells.get(`${column}${at}`)?.value)
  expect([line(13), line(14)]).toEqual([
    ['Sở Thông tin và Truyền thông', 'Trả lại'],
    ['Sở Kế hoạch và Đầu tư', 'Đã nộp'],
  ])
})

it('shows the control totals of other templates as they were then, whenever its workbook is made', async () => {
  const listed = (nc_tx: number) =>
    keptReport({
      ...{ template: templateOf('PL3'), period: OF.period, agency: 'STTTT', at: '2025-03-18T01:00:00.000Z' },
      rows: [{ id: 'n1', values: { ten: 'Thuê dịch vụ', nc_tx } }],
    })
  await kept('STTTT', [row('Trung tâm dữ liệu', 1_000_000)])
  await listed(111_000_000)
  const ask = await aggregator()
  const frozen = await (await ask('POST', '/api/snapshots', { ...OF, reason: 'Báo cáo', version: undefined }, keyed())).json<Snapshot>()
  const path = `/api/snapshots/${frozen.id}/workbook.xlsx`
  await (await ask('GET', path)).bytes()
  await listed(222_000_000)
  await env.FILES.delete(`snapshots/${frozen.hash}.xlsx`)
  const shown = await texts(await (await ask('GET', path)).bytes(), 'Đối chiếu')
  expect([shown.includes(111), shown.includes(222)]).toEqual([true, false])
})

it('of a snapshot that has none yet is made of the same submissions, and stays', async () => {
  await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000)])
  const ask = await aggregator()
  const frozen = await (
    await ask('POST', '/api/snapshots', { ...OF, reason: 'Báo cáo UBND tỉnh', version: undefined }, keyed())
  ).json<Snapshot>()
  const path = `/api/snapshots/${frozen.id}/workbook.xlsx`
  const first = await (await ask('GET', path)).bytes()
  await kept('STTTT', [row('Bản sau', 1)])
  await env.FILES.delete(`snapshots/${frozen.hash}.xlsx`)
  const again = await (await ask('GET', path)).bytes()
  expect(await texts(again, 'Tổng hợp')).toEqual(await texts(first, 'Tổng hợp'))
  expect(await texts(again, 'Tóm tắt')).toEqual(await texts(first, 'Tóm tắt'))
  expect((await ask('GET', '/api/snapshots/nope/workbook.xlsx')).status).toBe(404)
})

it('is not waited for: where making it fails, the moment stands, and the regular run makes the workbook', async () => {
  await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000)])
  const parts = await partsOf(env as Settings)
  const person = (await env.DB.prepare('SELECT id FROM "user" LIMIT 1').first<{ id: string }>())!
  const works: (() => Promise<unknown>)[] = []
  const files = new Proxy(env.FILES, {
    get: (target, name) => {
      const own = Reflect.get(target, name)
      if (name === 'put')
        return (key: string, ...rest: unknown[]) =>
          key.endsWith('.xlsx') ? Promise.reject(new Error('the file store is away')) : Reflect.apply(own, target, [key, ...rest])
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
  const asked = { template: OF.template, period: OF.period, reason: 'Báo cáo UBND tỉnh' }
  const late = { ...parts, files, afterwards: (work: () => Promise<unknown>) => works.push(work) }
  const made = await freeze(late, { id: person.id, name: 'Hoa' } as Person, asked, newKey())
  expect(works).toHaveLength(1)
  await expect(works[0]!()).rejects.toThrow('the file store is away')
  expect(await readSnapshotFile(env.FILES, made.hash)).toBeNull()
  await kept('STTTT', [row('Bản sau', 1)])
  await makeMissingWorkbooks({ ...parts, clock: { now: () => new Date(made.madeAt) } })
  const bytes = new Uint8Array(await new Response((await readSnapshotFile(env.FILES, made.hash))!).arrayBuffer())
  expect(await texts(bytes, 'Tổng hợp')).toContain('Trung tâm dữ liệu')
  expect(await texts(bytes, 'Tổng hợp')).not.toContain('Bản sau')
})

it('three clicks are one snapshot, and the list says when its workbook is there', async () => {
  await kept('STTTT', [row('Trung tâm dữ liệu', 322_799_000_000)])
  const ask = await aggregator()
  const [body, key] = [{ ...OF, reason: 'Báo cáo UBND tỉnh', version: undefined }, keyed()]
  const answers = await Promise.all([1, 2, 3].map(() => ask('POST', '/api/snapshots', body, key)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  const made = await Promise.all(answers.map((one) => one.json<Snapshot>()))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  const listed = async () =>
    (await (await ask('GET', `/api/snapshots?${new URLSearchParams({ template: OF.template, period: OF.period })}`)).json<SnapshotList>())
      .snapshots
  await expect.poll(async () => (await listed()).map(({ ready }) => ready), { timeout: 10_000 }).toEqual([true])
  expect((await ask('POST', '/api/snapshots', { ...body, reason: 'Việc khác' }, key)).status).toBe(422)
  expect((await ask('POST', '/api/snapshots', body)).status).toBe(400)
  expect(await listed()).toHaveLength(1)
})

it('is kept in pieces where it is large, whole and in order', async () => {
  const chunk = (at: number) => new Uint8Array(1_000_003).fill(at)
  const hash = await sha256(canonicalJson('large'))
  let made = 0
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (made === 20) controller.close()
      else controller.enqueue(chunk(made++))
    },
  })
  await keepSnapshotFile(env.FILES, hash, stream)
  const bytes = new Uint8Array(await new Response((await readSnapshotFile(env.FILES, hash))!).arrayBuffer())
  expect(bytes.length).toBe(20 * 1_000_003)
  for (let at = 0; at < 20; at++) expect([bytes[at * 1_000_003], bytes[(at + 1) * 1_000_003 - 1]]).toEqual([at, at])
})
