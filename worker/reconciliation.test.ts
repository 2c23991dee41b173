// What is asked about between reports, as it is counted, kept and paged, against the same judged over every row.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import type { Matter, MatterCode } from '../shared/reconcile/matter.ts'
import { OwnHistory } from '../shared/reconcile/own-history.ts'
import type { MatterPage, Reconciliation } from '../shared/reconcile/reconciliation.ts'
import type { SourceRow } from '../shared/survey.ts'
import type { Values } from '../shared/tally.ts'
import { readPlan } from './store/plan.ts'
import { begun } from './testing/begun.ts'
import { kept, row } from './testing/kept-submission.ts'
import { fillProvince } from './testing/long-province.ts'
import { aggregator, filer, formOf, hasty } from './testing/province.ts'
import { runNow } from './testing/regular.ts'

const MONTHLY = khanhHoa2025.templates.find(({ code }) => code === 'THANG')!
const AGENCIES = 130
/** Agencies that one request counts. */
const PIECE = 25

beforeEach(async () => {
  await begun()
  await formOf(await filer(), 'PL2.2025-03.STTTT')
})

const asked = async (path: string) => (await (await aggregator())('GET', `/api/reconciliations/${path}`)).json<Reconciliation>()

async function allPages(path: string, kind: MatterCode): Promise<{ matters: Matter[]; pages: number }> {
  const ask = await aggregator()
  const matters: Matter[] = []
  let pages = 0
  for (let after: string | null = ''; after !== null; pages++) {
    const query: string = new URLSearchParams({ kind, ...(after && { after }) }).toString()
    const page: MatterPage = await (await ask('GET', `/api/reconciliations/${path}/matters?${query}`)).json<MatterPage>()
    matters.push(...page.matters)
    after = page.next
  }
  return { matters, pages }
}

/** Every row of what counts, judged at once. */
async function judgedWhole(periods: readonly string[]): Promise<Map<string, string[]>> {
  const names = (await readPlan(env.DB))!
  const table = MONTHLY.tables[0]!
  const rowsOf = async (period: string) => {
    const { results } = await env.DB.prepare(
      `SELECT c.agency, c.id, r.row_id, r.carried, r.row_values, r.cell FROM counted_submissions c JOIN submission_rows r ON r.submission_id = c.id
       WHERE c.template = ?1 AND c.period = ?2 ORDER BY r.position`,
    )
      .bind(MONTHLY.code, period)
      .all<{ agency: string; id: string; row_id: string; carried: number; row_values: string; cell: string }>()
    return Map.groupBy(results, ({ agency }) => agency)
  }
  const [now, ...before] = await Promise.all(periods.map(rowsOf))
  const history = new OwnHistory(table, { names, final: { trang_thai: ['hoan-thanh'] } })
  const reported = (period: string, agency: string, own: { row_id: string; carried: number; row_values: string; cell: string }[]) => ({
    report: {
      ...{
        obligationId: `THANG.${period}.${agency}`,
        template: 'THANG',
        period,
        agency,
        agencyName: '',
        submissionId: '',
        receiptNumber: '',
      },
    },
    rows: own.map(
      (one): SourceRow => ({
        ...{ id: one.row_id, carried: one.carried === 1, cell: one.cell },
        values: JSON.parse(one.row_values) as Values,
      }),
    ),
  })
  const ids = new Map<string, string[]>()
  for (const [agency, own] of now!) {
    const past = before.flatMap((known, at) => (known.has(agency) ? [reported(periods[at + 1]!, agency, known.get(agency)!)] : []))
    for (const { code, id } of history.matters(reported(periods[0]!, agency, own), past)) ids.set(code, [...(ids.get(code) ?? []), id])
  }
  return ids
}

const idsByCode = (ids: ReadonlyMap<string, readonly string[]>) => Object.fromEntries([...ids].map(([code, own]) => [code, own.toSorted()]))

const fill = () =>
  fillProvince(
    env.DB,
    khanhHoa2025.plan,
    ['2031-05', '2031-06'].map((period) => ({ template: MONTHLY, period, agencies: AGENCIES, rows: 4 })),
  )

describe('what does not go with an agency’s own history', () => {
  it('is counted in pieces and kept, and every page of it is what all rows say', async () => {
    await fill()
    const ask = await hasty('aggregator@khanhhoa.example')
    for (let left = AGENCIES - PIECE; left > 0; left -= PIECE) {
      const answer = await ask('GET', '/api/reconciliations/THANG/2031-06')
      expect([answer.status, (await answer.json()).left]).toEqual([503, left])
    }
    const whole = await (await ask('GET', '/api/reconciliations/THANG/2031-06')).json<Reconciliation>()
    const expected = await judgedWhole(['2031-06', '2031-05'])
    expect(expected.size).toBeGreaterThan(1)
    expect(whole.kinds.filter(({ code }) => !code.startsWith('same-'))).toHaveLength(expected.size)
    const found = new Map<string, string[]>()
    for (const [code, ids] of expected) {
      expect(whole.kinds.find((one) => one.code === code)?.count, code).toBe(ids.length)
      const { matters, pages } = await allPages('THANG/2031-06', code as MatterCode)
      expect(pages, code).toBeGreaterThanOrEqual(Math.ceil(ids.length / 50))
      expect(matters.every((one) => one.code === code)).toBe(true)
      found.set(
        code,
        matters.map(({ id }) => id),
      )
    }
    expect(idsByCode(found)).toEqual(idsByCode(expected))
  })

  it('is counted anew for an agency whose report no longer counts, and by the regular run', async () => {
    await fill()
    const before = await asked('THANG/2031-06')
    const gone = 'THANG-2031-06-A00000-00000000-0000'
    const last = (await env.DB.prepare('SELECT seq, hash FROM submission_events ORDER BY seq DESC LIMIT 1').first<{
      seq: number
      hash: string
    }>())!
    const withdrawn = `INSERT INTO submission_events (seq, at, actor, kind, submission_id, body_hash, previous_hash, hash)
      VALUES (?1, '2031-06-19', 'nobody', 'withdrawn', ?2, ?3, ?4, ?3)`
    await env.DB.prepare(withdrawn)
      .bind(last.seq + 1, gone, 'f'.repeat(64), last.hash)
      .run()
    const expected = await judgedWhole(['2031-06', '2031-05'])
    const after = await asked('THANG/2031-06')
    expect(after).not.toEqual(before)
    for (const [code, ids] of expected) expect(after.kinds.find((one) => one.code === code)?.count, code).toBe(ids.length)

    await env.DB.prepare('DELETE FROM agency_counts').run()
    await runNow()
    const { n } = (await env.DB.prepare(`SELECT count(*) AS n FROM agency_counts WHERE about = 'matters THANG.2031-06'`).first<{
      n: number
    }>())!
    // Whoever reported before alone is counted too, with nothing to be asked.
    expect(n).toBe(AGENCIES)
  })
})

it('a key of a page that is none, or of another kind, is refused', async () => {
  await fill()
  const ask = await aggregator()
  const keys: Readonly<Record<string, readonly string[]>> = {
    'above-plan': ['main'],
    'agency-above-plan': ['1', 'main/nope/1/A00001', 'main/nc_dtc/x/A00001'],
    'same-row': ['3', 'nope', 'main/100/A00001', 'main/90/A00001/1', 'main/x/A00001/1', 'main/100/nobody/1'],
    unchanged: ['A00001/x'],
  }
  for (const [kind, all] of Object.entries(keys))
    for (const after of all)
      expect(
        (await ask('GET', `/api/reconciliations/THANG/2031-06/matters?${new URLSearchParams({ kind, after })}`)).status,
        `${kind} ${after}`,
      ).toBe(400)
})

describe('what several agencies filed', () => {
  const LONG = 'Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính tỉnh Khánh Hòa giai đoạn hai'
  const summary = async () => Object.fromEntries((await asked('PL2/2025-03')).kinds.map(({ code, count }) => [code, count]))

  it('is found from kept numbers, from rows of submissions without them, and told with the rows themselves', async () => {
    await kept('STTTT', [row('Trung tâm dữ liệu', 1_000), row(LONG, 2_000), row('Chỉ một nơi có', 3_000)])
    await kept('STC', [row('TRUNG TÂM  dữ liệu', 1_000), row(`${LONG} mở rộng`, 2_000)])
    const counts = await summary()
    expect(counts['same-row']).toBe(2)
    const { matters } = await allPages('PL2/2025-03', 'same-row')
    expect(matters.map(({ params }) => params.likeness)).toEqual([100, expect.any(Number)])
    expect(matters[0]!.places.map(({ cell }) => cell!.value)).toEqual(['Trung tâm dữ liệu', 'TRUNG TÂM  dữ liệu'])
    expect(matters[1]!.places.map(({ cell }) => cell!.at)).toEqual(['D21', 'D21'])

    const trigger = (await env.DB.prepare(`SELECT sql FROM sqlite_master WHERE name = 'submission_texts_kept'`).first<{ sql: string }>())!
    const texts = async () => (await env.DB.prepare('SELECT * FROM submission_texts ORDER BY submission_id').all()).results
    const made = await texts()
    await env.DB.batch(
      // A new version, so that the answer is not the one that was kept.
      [
        ...['DROP TRIGGER submission_texts_kept', 'DELETE FROM submission_texts', trigger.sql],
        'UPDATE versions SET version = hex(randomblob(8))',
      ].map((sql) => env.DB.prepare(sql)),
    )
    expect(await summary()).toEqual(counts)
    const again = new Set((await texts()).map((one) => JSON.stringify(one)))
    expect(made.filter((one) => String(one.table_key) === 'main' && again.has(JSON.stringify(one))).length).toBeGreaterThanOrEqual(2)
  })
})
