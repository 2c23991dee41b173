// Quarters in which anything happened, counted once more from what happened by other means than the product's, and held
// against its summary figure by figure.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import type { QuarterlySummary } from '../shared/wire-province.ts'
import { boardNow } from './actions/boards.ts'
import { openObligations } from './actions/open-obligations.ts'
import { quarterSummary } from './actions/summarise-quarter.ts'
import { consolidatedTotals } from './actions/tallied-totals.ts'
import { partsOf, type Settings } from './index.ts'
import type { Parts } from './parts.ts'
import { begun } from './testing/begun.ts'
import { onceCounted } from './testing/once-counted.ts'
import {
  AGENCIES,
  countsOf,
  endAgencies,
  HEIRS,
  happenQuarter,
  INDICATORS,
  LAST_DAY,
  MONTHS,
  type Sent,
  type Story,
  type StoryRow,
} from './testing/random-quarter.ts'

const AFTERWARDS = new Date('2025-06-30T02:00:00.000Z')
const QUARTER = MONTHS.slice(1)
const LAST = '2025-06'
const CUT_OFF = '2025-06-14'

let parts: Parts
beforeEach(async () => {
  await begun()
  await endAgencies()
  parts = { ...(await partsOf(env as Settings)), clock: { now: () => AFTERWARDS } }
  await openObligations(parts)
})

const windowFrom = (month: string) => `2025-0${Number(month.slice(5)) - 1}-15`
const number = (value: unknown) => (typeof value === 'number' ? value : 0)
const add = (sums: Map<string, number>, name: string, amount: number) => sums.set(name, (sums.get(name) ?? 0) + amount)

class Recount {
  readonly figures = new Map<string, number>()
  readonly #story: Story

  constructor(story: Story) {
    this.#story = story
    for (const agency of AGENCIES) if (!(agency in HEIRS)) this.#count(agency)
  }

  #counted(template: string, period: string, agency: string): Sent | null {
    return countsOf(this.#story.get(`${template}.${period}.${agency}`) ?? [])
  }

  #saidIn(agency: string, months: readonly string[]) {
    return months.flatMap((month) => {
      const report = this.#counted('THANG', month, agency)
      return report?.declared === null ? [{ month, agency, rows: report.rows }] : []
    })
  }

  /** Source of money and group by the lists that were filed last. */
  #project(agency: string, row: StoryRow): { template: string; source: string } | null {
    const members = [agency, ...Object.keys(HEIRS).filter((one) => HEIRS[one] === agency)]
    const listed = ['PL2', 'PL3'].flatMap((template) =>
      members.flatMap((one) => {
        const last = MONTHS.map((month) => this.#counted(template, month, one)).findLast((report) => report?.declared === null)
        return (last?.rows ?? []).map(({ values }) => ({ template, values }))
      }),
    )
    const { ma_nv: code, ten_nv: name } = row.values
    const found = listed.find(({ values }) => values.ma === code) ?? listed.find(({ values }) => values.ten === name)
    const of = (template: string) => (template === 'PL2' ? 'dau-tu-cong' : 'chi-thuong-xuyen')
    if (!found) {
      const prefixed = ['PL2', 'PL3'].find((template) => String(code).startsWith(`${template}-`))
      return prefixed ? { template: prefixed, source: of(prefixed) } : null
    }
    const needs = [
      ...[['dau-tu-cong', found.template === 'PL2' ? number(found.values.nc_dtc) : 0] as const],
      ...[['chi-thuong-xuyen', number(found.values.nc_tx)] as const, ['nstw', number(found.values.nc_nstw)] as const],
      ...[['khac', number(found.values.nc_khac)] as const],
    ]
    const most = Math.max(...needs.map(([, amount]) => amount))
    return { template: found.template, source: most > 0 ? needs.find(([, amount]) => amount === most)![0] : of(found.template) }
  }

  #count(agency: string): void {
    const last = this.#counted('THANG', LAST, agency)
    if (!last) add(this.figures, 'unreported', 1)
    if (!last || last.declared === 'not-applicable') return
    const members = [agency, ...Object.keys(HEIRS).filter((one) => HEIRS[one] === agency)]
    const said = members.flatMap((one) => this.#saidIn(one, MONTHS))
    const own = said.findLast((one) => one.agency === agency)
    const standing = last.declared === null ? [own!] : members.flatMap((one) => said.findLast((report) => report.agency === one) ?? [])
    const stands = standing.filter(({ month, agency: one }) => !own || month >= own.month || `${own.month}-31` <= (LAST_DAY[one] ?? ''))
    for (const { month, rows } of said) if (month > '2025-03') for (const row of rows) this.#money(agency, row, 'gn_quy', row.values.gn_ky)
    const seen = new Set<string>()
    for (const report of stands)
      for (const row of report.rows) {
        this.#money(agency, row, 'gn_lk', row.values.gn_lk)
        if (row.values.vai_tro === 'chu-tri') this.#task(agency, report.agency, row, said, seen)
      }
  }

  #money(agency: string, row: StoryRow, column: string, amount: unknown): void {
    if (row.values.vai_tro !== 'chu-tri' || typeof amount !== 'number') return
    add(this.figures, `${this.#project(agency, row)?.source ?? 'unsourced'}.${column}`, amount)
  }

  #task(
    agency: string,
    reporter: string,
    row: StoryRow,
    said: readonly { month: string; agency: string; rows: readonly StoryRow[] }[],
    seen: Set<string>,
  ): void {
    const { ma_nv, ten_nv, trang_thai: state, han_cuoi, sp_ngay } = row.values
    const code = ma_nv === 'IV.1.c' ? 'III.1.a' : ma_nv
    const clause = /^III\.(\d+)\./.exec(String(code))?.[1]
    const list = this.#project(agency, row)?.template
    const group = clause ? `iii-${clause}` : String(code).startsWith('PL') ? `pl-${String(code)[2]}` : list && `pl-${list[2]}`
    if (!group) {
      add(this.figures, 'ungrouped', 1)
      return
    }
    const once = String(code ?? ten_nv)
    if (seen.has(once)) {
      add(this.figures, 'repeated', 1)
      return
    }
    seen.add(once)
    const story = said
      .filter((one) => one.agency === reporter)
      .flatMap(({ month, rows }) =>
        rows.filter(({ id }) => id === row.id).map((one) => ({ month, done: one.values.trang_thai === 'hoan-thanh' })),
      )
    const broken = story.findLastIndex(({ done }) => !done)
    const since = story[broken + 1]
    const done = (sp_ngay as string | null) ?? (since ? windowFrom(since.month) : null)
    const late = han_cuoi !== null && done !== null && done > String(han_cuoi)
    const past = han_cuoi !== null && String(han_cuoi) < CUT_OFF
    const column =
      state === 'hoan-thanh'
        ? late
          ? 'ht_tre'
          : 'ht_dung'
        : state === 'tam-dung' || state === 'khong-thuc-hien'
          ? 'dung'
          : state === 'thuong-xuyen'
            ? 'dang'
            : past
              ? 'qua_han'
              : state === 'dang-thuc-hien'
                ? 'dang'
                : 'chua'
    for (const name of [`${group}.tong`, `${group}.${column}`, `${agency}.tong`, `${agency}.${column}`]) add(this.figures, name, 1)
  }
}

async function consolidationsAgree(story: Story): Promise<void> {
  for (const [code, columns] of Object.entries({ THANG: ['gn_ky', 'gn_lk'], PL2: ['nc_dtc', 'nc_tx'], PL3: ['nc_nstw'] }))
    for (const period of MONTHS) {
      const counted = AGENCIES.flatMap((agency) => countsOf(story.get(`${code}.${period}.${agency}`) ?? []) ?? [])
      const totals = (await consolidatedTotals(parts, code, period)).main!
      for (const column of columns) {
        const sum = counted.flatMap(({ rows }) => rows).reduce((all, { values }) => all + number(values[column]), 0)
        expect(totals[column], `${code} ${period} ${column}`).toBe(sum)
      }
    }
}

/** Of one template the board is what the quarter counts of its last month, wherever the agency reported something. */
async function boardAgrees(story: Story, figures: ReadonlyMap<string, number>): Promise<void> {
  const { agencies } = await onceCounted(() => boardNow(parts, LAST))
  for (const agency of AGENCIES) {
    const last = countsOf(story.get(`THANG.${LAST}.${agency}`) ?? [])
    const shown = agencies.find(({ code }) => code === agency)
    if (agency in HEIRS) expect(shown, agency).toBeUndefined()
    else if (!last || last.declared === 'not-applicable') expect(shown!.tasks, agency).toBeNull()
    else if (last.declared === null) {
      const own = (column: string) => figures.get(`${agency}.${column}`) ?? 0
      expect(shown!.tasks!.done, agency).toBeGreaterThanOrEqual(own('ht_dung') + own('ht_tre'))
      expect(shown!.tasks!.total, agency).toBeGreaterThanOrEqual(own('tong'))
      expect(shown!.tasks!.overdue, agency).toBeGreaterThanOrEqual(own('qua_han'))
    }
  }
}

const COLUMNS = ['tong', 'ht_dung', 'ht_tre', 'dang', 'qua_han', 'chua', 'dung']

it.each([2, 86])('tasks, money, indicators and discipline are what happened (quarter %i)', async (seed) => {
  const story = await happenQuarter(seed)
  const { figures } = new Recount(story)
  const summary: QuarterlySummary = await onceCounted(() => quarterSummary(parts, 'QUY', '2025-Q2'))
  const [groups, agencies, indicators, money] = summary.tables.map(({ rows }) => rows)
  for (const { values } of groups!)
    for (const column of COLUMNS) expect(values[column], `${values.nhom} ${column}`).toBe(figures.get(`${values.nhom}.${column}`) ?? 0)
  for (const { values } of agencies!) {
    const code = String(values.co_quan)
    for (const column of COLUMNS) expect(values[`nv_${column}`], `${code} ${column}`).toBe(figures.get(`${code}.${column}`) ?? 0)
    const reports = QUARTER.map((month) => story.get(`THANG.${month}.${code}`) ?? [])
    const first = (sent: readonly Sent[]) => sent.find(({ last }) => last !== 'withdrawn')!
    const counted = reports.filter((sent) => countsOf(sent) !== null)
    const late = counted.filter((sent) => first(sent).at >= `${first(sent).at.slice(0, 7)}-19T17:00:00.000Z`).length
    expect([values.dung_han, values.tre], code).toEqual([counted.length - late, late])
    expect(Number(values.so_ky) - Number(values.khong), code).toBe(counted.length)
  }
  for (const { values } of money!)
    for (const column of ['gn_quy', 'gn_lk'])
      expect(values[column], `${values.nguon} ${column}`).toBe(figures.get(`${values.nguon}.${column}`) ?? 0)
  expect(summary.outside.unsourcedPaidSoFar).toBe(figures.get('unsourced.gn_lk') ?? 0)
  expect([summary.outside.ungrouped, summary.outside.repeated]).toEqual([figures.get('ungrouped') ?? 0, figures.get('repeated') ?? 0])
  for (const code of INDICATORS) {
    const said = AGENCIES.flatMap((agency) => countsOf(story.get(`CHITIEU.2025-Q2.${agency}`) ?? [])?.rows ?? []).filter(
      ({ id }) => id === code,
    )
    const { values } = indicators!.find((one) => one.values.ma === code)!
    const applies = said.filter(({ values: own }) => own.ap_dung === 'co').map(({ values: own }) => own)
    const [over, under] = ['tu_so', 'mau_so'].map((key) => applies.reduce((sum, own) => sum + number(own[key]), 0)) as [number, number]
    const typed = applies.flatMap(({ ket_qua_nhap }) => (typeof ket_qua_nhap === 'number' ? [ket_qua_nhap] : []))
    const result = under > 0 ? (100 * over) / under : typed.length > 0 ? Math.min(...typed) : null
    if (result === null) expect(values.ket_qua, code).toBeNull()
    else expect(Number(values.ket_qua), code).toBeCloseTo(result, 3)
  }
  const owing = await env.DB.prepare(
    "SELECT count(*) AS n FROM obligations WHERE template = 'CHITIEU' AND period = '2025-Q2'",
  ).first<number>('n')
  const exempt = AGENCIES.filter((agency) => countsOf(story.get(`CHITIEU.2025-Q2.${agency}`) ?? [])?.declared === 'not-applicable')
  expect(indicators!.find((one) => one.values.ma === 'ATTT_SOC')!.values.so_phai_bao_cao).toBe(Number(owing) - exempt.length)
  expect(summary.checks.filter(({ holds, code }) => !holds && code !== 'within-plan')).toEqual([])
  await consolidationsAgree(story)
  await boardAgrees(story, figures)
})
