// A quarter filed through the product's own actions, against sums that the database works out
// by itself: summary, traced figures, consolidated table and workbook, snapshot.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import type { Filing } from '../shared/filing.ts'
import type { SnapshotComparison } from '../shared/snapshot/snapshot.ts'
import type { Consolidation, Form } from '../shared/wire.ts'
import type { FigureTrace, QuarterlySummary } from '../shared/wire-province.ts'
import { openCase } from './actions/case.ts'
import { bodyHashOf, submit } from './actions/submit.ts'
import { moveDemoClock } from './clocks.ts'
import { partsOf, type Settings } from './index.ts'
import type { Parts } from './parts.ts'
import { readObligation } from './store/obligations.ts'
import { begun } from './testing/begun.ts'
import { demoFiling } from './testing/demo-filing.ts'
import { demoPeople } from './testing/demo-people.ts'
import { type DemoWorld, fileDemoQuarter } from './testing/demo-quarter.ts'
import { AFTERWARDS } from './testing/demo-story.ts'
import { type Ask, admin, aggregator, filer, newKey } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

/** Late, sent back and sent again, missing in the last month, sent back for good, and two that are as they should be. */
const AGENCIES = ['STTTT', 'SGTVT', 'BDT', 'SXD', 'SYT', 'SDL']
const TIMEOUT_MS = 900_000
const COUNTED = 'FROM submission_rows r JOIN counted_submissions c ON c.id = r.submission_id'
const MONTHS = "('2025-04', '2025-05', '2025-06')"

async function world(): Promise<DemoWorld> {
  await begun()
  const parts = await partsOf(env as Settings)
  const partsAt = (now: Date): Parts => ({ ...parts, clock: { now: () => now } })
  return { partsAt, ...(await demoPeople(partsAt(new Date(AFTERWARDS)), true)), say: () => {} }
}

const rows = async <T>(sql: string): Promise<T[]> => (await env.DB.prepare(sql).all<T>()).results
const number = async (sql: string): Promise<number> => (await rows<{ n: number | null }>(`SELECT (${sql}) AS n`))[0]?.n ?? 0

/** The six states as SQL has them, of the tasks that agencies lead, in the report of June. */
const STATES: Readonly<Record<string, string>> = {
  ht_dung: `state = 'hoan-thanh' AND NOT late`,
  ht_tre: `state = 'hoan-thanh' AND late`,
  dang: `state = 'thuong-xuyen' OR (state = 'dang-thuc-hien' AND NOT overdue)`,
  qua_han: `state IN ('dang-thuc-hien', 'chua-trien-khai') AND overdue`,
  chua: `state = 'chua-trien-khai' AND NOT overdue`,
  dung: `state IN ('tam-dung', 'khong-thuc-hien')`,
}
const TASKS = `SELECT c.agency, r.row_id, r.row_values ->> '$.ma_nv' AS code, r.row_values ->> '$.trang_thai' AS state,
  coalesce(r.row_values ->> '$.han_cuoi' < '2025-06-14', 0) AS overdue,
  coalesce(r.row_values ->> '$.sp_ngay' > r.row_values ->> '$.han_cuoi', 0) AS late
  ${COUNTED} WHERE c.template = 'THANG' AND c.period = '2025-06' AND r.row_values ->> '$.vai_tro' = 'chu-tri'`

async function tasksAgree(summary: QuarterlySummary): Promise<void> {
  const [groups, agencies] = [summary.tables[0]!, summary.tables[1]!]
  for (const [column, where] of Object.entries(STATES)) {
    const counted = await number(`SELECT count(*) FROM (${TASKS}) WHERE ${where}`)
    expect(groups.totals[column], column).toBe(counted)
    expect(agencies.totals[`nv_${column}`], column).toBe(counted)
    for (const { values } of agencies.rows)
      expect(values[`nv_${column}`], `${column} of ${values.co_quan}`).toBe(
        await number(`SELECT count(*) FROM (${TASKS}) WHERE agency = '${values.co_quan}' AND (${where})`),
      )
  }
  for (const [group, prefix] of [
    ['iii-7', 'III.7.'],
    ['iii-10', 'III.10.'],
    ['pl-1', 'PL1-'],
    ['pl-3', 'PL3-'],
  ])
    expect(groups.rows.find(({ values }) => values.nhom === group)?.values.tong, group).toBe(
      await number(`SELECT count(*) FROM (${TASKS}) WHERE code LIKE '${prefix}%'`),
    )
}

async function timesAgree(summary: QuarterlySummary): Promise<void> {
  for (const { values } of summary.tables[1]!.rows) {
    const sent = `SELECT c.obligation_id, o.due_at, (SELECT min(s.submitted_at) FROM submissions s JOIN submission_events e ON e.submission_id = s.id
      WHERE s.obligation_id = c.obligation_id AND NOT EXISTS (SELECT 1 FROM submission_events w WHERE w.submission_id = s.id AND w.kind = 'withdrawn')) AS first
      FROM counted_submissions c JOIN obligations o ON o.id = c.obligation_id
      WHERE c.template = 'THANG' AND c.period IN ${MONTHS} AND c.agency = '${values.co_quan}'`
    expect(values.so_ky).toBe(3)
    expect(values.dung_han, String(values.co_quan)).toBe(await number(`SELECT count(*) FROM (${sent}) WHERE first < due_at`))
    expect(values.tre, String(values.co_quan)).toBe(await number(`SELECT count(*) FROM (${sent}) WHERE first >= due_at`))
    expect(values.khong).toBe(3 - Number(values.dung_han) - Number(values.tre))
  }
}

async function moneyAgrees(summary: QuarterlySummary): Promise<void> {
  const money = summary.tables[3]!
  for (const [source, prefix] of [
    ['dau-tu-cong', 'PL2-'],
    ['chi-thuong-xuyen', 'PL3-'],
  ]) {
    const sum = (field: string, periods: string) =>
      number(`SELECT sum(r.row_values ->> '$.${field}') ${COUNTED} WHERE c.template = 'THANG' AND c.period IN ${periods}
        AND r.row_values ->> '$.ma_nv' LIKE '${prefix}%'
        AND c.agency IN (SELECT agency FROM counted_submissions WHERE template = 'THANG' AND period = '2025-06')`)
    const { values } = money.rows.find((row) => row.values.nguon === source)!
    expect(values.gn_quy, source).toBe(await sum('gn_ky', MONTHS))
    expect(values.gn_lk, source).toBe(await sum('gn_lk', "('2025-06')"))
  }
  expect(money.totals.ke_hoach).toBe(477_330_000_000)
  expect(money.rows.map(({ values }) => values.ke_hoach)).toEqual([0, 322_799_000_000, 154_531_000_000, 0])
}

async function indicatorsAgree(summary: QuarterlySummary): Promise<void> {
  for (const code of ['CQS_VB_DIENTU', 'ATTT_SOC', 'XHS_VIENPHI']) {
    const of = (field: string) =>
      number(`SELECT sum(r.row_values ->> '$.${field}') ${COUNTED} WHERE c.template = 'CHITIEU' AND c.period = '2025-Q2'
        AND r.row_values ->> '$.ma' = '${code}' AND r.row_values ->> '$.ap_dung' = 'co'`)
    const { values } = summary.tables[2]!.rows.find((row) => row.values.ma === code)!
    const [over, under] = [await of('tu_so'), await of('mau_so')]
    expect(values.ket_qua, code).toBe(under === 0 ? null : Math.round((over / under) * 1e6) / 1e4)
  }
}

async function figuresLeadBack(ask: Ask, summary: QuarterlySummary): Promise<void> {
  const traced = async (figure: string) =>
    (await ask('GET', `/api/summaries/QUY/2025-Q2/figures/${encodeURIComponent(figure)}`)).json<FigureTrace>()
  const { places, value } = await traced('b.B-SYT.nv_dang')
  const stored = await rows<{ row_id: string }>(`SELECT row_id FROM (${TASKS}) WHERE agency = 'SYT' AND (${STATES.dang}) ORDER BY row_id`)
  expect(places.map(({ cell }) => cell?.rowId).sort()).toEqual(stored.map(({ row_id }) => row_id).sort())
  expect(value).toBe(places.length)
  for (const place of places) {
    const kept = await rows<{ cell: string; value: string }>(
      `SELECT cell, row_values ->> '$.${place.cell?.field}' AS value FROM submission_rows WHERE submission_id = '${place.submissionId}' AND row_id = '${place.cell?.rowId}'`,
    )
    expect(kept).toEqual([{ cell: place.cell?.at, value: place.cell?.value }])
  }
  for (const { key, rows: own } of summary.tables)
    for (const { id, values, counts } of own.slice(0, 2))
      for (const field of Object.keys(counts)) {
        const trace = await traced(`${key}.${id}.${field}`)
        expect(trace.places.length, `${key}.${id}.${field}`).toBe(counts[field])
        expect(trace.value).toEqual(values[field])
      }
  await totalsLeadBack(ask, summary)
  expect((await traced('outside.unreported')).places.map(({ agency }) => agency)).toContain('BDT')
  for (const none of ['b.B-SYT.nope', 'b.B-SYT.constructor', 'a.*.__proto__', 'a.*.nope', 'outside.*'])
    expect((await ask('GET', `/api/summaries/QUY/2025-Q2/figures/${encodeURIComponent(none)}`)).status, none).toBe(404)
}

/** A total opens what all its rows count: as many things, or what their cells add up to. */
async function totalsLeadBack(ask: Ask, { tables }: QuarterlySummary): Promise<void> {
  const [groups, agencies, indicators, money] = tables
  for (const [table, field] of [
    [groups!, 'tong'],
    [agencies!, 'dung_han'],
    [money!, 'gn_lk'],
  ] as const) {
    const places: FigureTrace['places'] = []
    for (let next: string | null = ''; next !== null; ) {
      const path = `/api/summaries/QUY/2025-Q2/figures/${encodeURIComponent(`${table.key}.*.${field}`)}?after=${next}`
      const page: FigureTrace = await (await ask('GET', next === '' ? path.replace(/\?.*/, '') : path)).json()
      expect(page.value, field).toBe(table.totals[field])
      expect(page.count, field).toBe(table.rows.reduce((sum, { counts }) => sum + counts[field]!, 0))
      places.push(...page.places)
      next = page.next
    }
    const added = table === money ? places.reduce((sum, { cell }) => sum + Number(cell?.value ?? 0), 0) : places.length
    expect(added, field).toBe(table.totals[field])
    expect(new Set(places.map(({ submissionId, cell, period }) => `${submissionId} ${cell?.rowId} ${period}`)).size, field).toBe(
      places.length,
    )
  }
  expect((await ask('GET', `/api/summaries/QUY/2025-Q2/figures/${indicators!.key}.*.ket_qua`)).status).toBe(404)
}

async function consolidationAgrees(ask: Ask): Promise<void> {
  const answer = await (await ask('GET', '/api/consolidations/PL3/2025-06')).json<Consolidation>()
  const stored = await rows<{ submission_id: string; row_id: string; row_values: string }>(
    `SELECT r.submission_id, r.row_id, r.row_values ${COUNTED} JOIN agencies a ON a.code = c.agency WHERE c.template = 'PL3' AND c.period = '2025-06' ORDER BY a.position, r.position`,
  )
  expect(answer.rows.map(({ submissionId, rowId, values }) => [submissionId, rowId, values])).toEqual(
    stored.map(({ submission_id, row_id, row_values }) => [submission_id, row_id, JSON.parse(row_values)]),
  )
  const sum = await number(`SELECT sum(r.row_values ->> '$.nc_tx') ${COUNTED} WHERE c.template = 'PL3' AND c.period = '2025-06'`)
  expect(answer.totals.main?.nc_tx).toBe(sum)
  const file = await readWorkbook(await (await ask('GET', '/api/consolidations/PL3/2025-06/workbook.xlsx')).bytes())
  const cells = file.sheets.filter(({ name }) => name.startsWith('Tổng hợp')).flatMap(({ cells }) => [...cells.values()])
  const shown = new Map<unknown, number>()
  for (const { value } of cells) shown.set(value, (shown.get(value) ?? 0) + 1)
  for (const { row_values } of stored) {
    const values = JSON.parse(row_values) as { ten: string; nc_tx: number }
    expect(shown.get(values.ten), values.ten).toBeGreaterThan(0)
    expect(shown.has(values.nc_tx / 1e6), String(values.nc_tx)).toBe(true)
  }
  expect(shown.has(sum / 1e6)).toBe(true)
}

/** The form opens with the figures; with its words it is sent as it is. */
async function reportIsSent(summary: QuarterlySummary): Promise<void> {
  const ask = await filer()
  const form = await (await ask('GET', '/api/obligations/QUY.2025-Q2.STTTT/form')).json<Form>()
  const opened = new Map(form.prefill.rows.map(({ id, values }) => [id, values]))
  for (const { rows: own } of summary.tables.slice(0, 2))
    for (const { id, values } of own)
      for (const column of ['ht_dung', 'nv_qua_han', 'dung_han', 'so_ky', 'xep'])
        if (column in values) expect(opened.get(id)?.[column], `${id} ${column}`).toBe(values[column])
  const fields = new Map(form.template.tables.map((table) => [table.key, table.fields]))
  const filing: Filing = {
    ...{ template: 'QUY', version: form.template.version, agency: 'STTTT', period: '2025-Q2', declaration: null, explanations: {} },
    header: { nguoi_lap: { value: 'Nguyễn Thị Hoa' }, nguoi_ky: { value: 'Trần Văn Nam, Giám đốc' } },
    rows: form.prefill.rows.map(({ id, table, values }) => ({
      ...{ id, table },
      entries:
        table === 'e'
          ? Object.fromEntries(['danh_gia', 'ton_tai', 'ky_toi'].map((key) => [key, { value: 'Thực hiện theo kế hoạch đã đề ra' }]))
          : Object.fromEntries(
              (fields.get(table) ?? []).flatMap(({ key, source, type }) => {
                const value = values[key]
                if (source !== 'input' || value === undefined || Array.isArray(value)) return []
                return [[key, { value: type.kind === 'money' && typeof value === 'number' ? value / 1e6 : value }]]
              }),
            ),
    })),
  }
  const answer = await ask('POST', '/api/obligations/QUY.2025-Q2.STTTT/submissions', { filing }, { 'idempotency-key': newKey() })
  expect(answer.status, JSON.stringify(await answer.json())).toBe(201)
}

async function snapshotStands(ask: Ask, made: DemoWorld): Promise<void> {
  const request = { template: 'THANG', period: '2025-06', reason: 'Báo cáo UBND tỉnh' }
  const frozen = await (await ask('POST', '/api/snapshots', request, { 'idempotency-key': newKey() })).json<{
    id: string
    hash: string
    rowCount: number
  }>()
  expect(frozen.rowCount).toBe(await number(`SELECT count(*) ${COUNTED} WHERE c.template = 'THANG' AND c.period = '2025-06'`))
  const compared = async () => (await ask('GET', `/api/snapshots/${frozen.id}/comparison`)).json<SnapshotComparison>()
  expect(await compared()).toMatchObject({ agencies: [], totals: [], unchanged: AGENCIES.length - 1 })
  // Somebody corrects, somebody comes late.
  const parts = made.partsAt(new Date(AFTERWARDS))
  for (const agency of ['SYT', 'BDT']) {
    const obligation = (await readObligation(parts.db, `THANG.2025-06.${agency}`))!
    const filing = demoFiling(await openCase(parts, obligation), 2)
    const person = await made.filerOf(agency)
    const bodyHash = await bodyHashOf(obligation, { filing })
    await submit(parts, { person, obligation, filing, bodyHash, idempotencyKey: newKey(), originalHash: null })
  }
  const after = await compared()
  expect(after.agencies.map(({ agency, before, after: now }) => [agency, before !== null, now !== null])).toEqual([
    ['SYT', true, true],
    ['BDT', false, true],
  ])
  expect(after.agencies[0]?.difference?.cells.every(({ field }) => field === 'ket_qua')).toBe(true)
  expect(after.agencies[0]?.difference?.cells.length).toBeGreaterThan(5)
  const sheet = (await readWorkbook(await (await ask('GET', `/api/snapshots/${frozen.id}/comparison.xlsx`)).bytes())).sheets[0]!
  const said = [...sheet.cells.values()].map(({ value }) => value)
  expect(said.filter((text) => text === 'Sửa')).toHaveLength(after.agencies[0]!.difference!.cells.length)
  for (const text of ['Mới nộp', after.agencies[1]!.agencyName]) expect(said).toContain(text)
  expect((await (await ask('GET', '/api/snapshots?template=THANG&period=2025-06')).json()).snapshots).toMatchObject([{ hash: frozen.hash }])
  await expect(env.DB.prepare('UPDATE snapshots SET submissions = 0').run()).rejects.toThrow('never changed')
  const verified = await (await admin())('GET', '/api/events/verify')
  expect(await verified.json()).toMatchObject({ whole: true })
}

it('the quarter agrees with what the database adds up, and every figure leads back to its cells', { timeout: TIMEOUT_MS }, async () => {
  const made = await world()
  await fileDemoQuarter(made, AGENCIES)
  await moveDemoClock(env.DB, new Date(AFTERWARDS))
  const ask = await aggregator()
  const summary = await (await ask('GET', '/api/summaries/QUY/2025-Q2')).json<QuarterlySummary>()
  expect(summary.months).toEqual(['2025-04', '2025-05', '2025-06'])
  await tasksAgree(summary)
  await timesAgree(summary)
  await moneyAgrees(summary)
  await indicatorsAgree(summary)
  expect(summary.checks.filter(({ holds }) => !holds)).toEqual([])
  await figuresLeadBack(ask, summary)
  await consolidationAgrees(ask)
  await reportIsSent(summary)
  await snapshotStands(ask, made)
})
