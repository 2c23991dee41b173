// A quarter in which anything may happen to any report of a few agencies, the same for the same seed: sent, corrected,
// taken back, returned, accepted, late, nothing to report, not applicable; agencies end in it. Kept as if it had been
// judged, and remembered, so that a test can count it again by itself.
import { env } from 'cloudflare:workers'
import type { Declaration } from '../../shared/filing.ts'
import type { Value } from '../../shared/value.ts'
import { numbersFrom } from './consolidation-sample.ts'
import { became, keptReport, templateOf } from './kept-submission.ts'

export interface StoryRow {
  readonly id: string
  readonly values: Readonly<Record<string, Value>>
}

export interface Sent {
  readonly at: string
  readonly declared: Declaration['kind'] | null
  readonly rows: readonly StoryRow[]
  readonly last: 'submitted' | 'withdrawn' | 'accepted' | 'returned'
}

export const MONTHS = ['2025-03', '2025-04', '2025-05', '2025-06'] as const
export const INDICATORS = ['CQS_VB_DIENTU', 'ATTT_SOC', 'ATTT_RAQUET_6T', 'DE_AN06_31MH'] as const
/** An agency that ends, its last day, and its heir: one that is there all along, one that speaks first afterwards. */
const ENDS = [
  ['SNV', '2025-05-31', 'SXD'],
  ['SDL', '2025-04-30', 'SLDTBXH'],
] as const
export const AGENCIES = ['STTTT', 'SGTVT', 'BDT', 'SXD', 'SYT', 'SDL', 'SNV', 'SLDTBXH'] as const
export const HEIRS: Readonly<Record<string, string>> = Object.fromEntries(ENDS.map(([ended, , heir]) => [ended, heir]))
export const LAST_DAY: Readonly<Record<string, string>> = Object.fromEntries(ENDS.map(([ended, day]) => [ended, day]))
const ONLY_AFTER: Readonly<Record<string, string>> = { SLDTBXH: '2025-05' }

const STATES = ['chua-trien-khai', 'dang-thuc-hien', 'hoan-thanh', 'hoan-thanh', 'tam-dung', 'khong-thuc-hien', 'thuong-xuyen']
const LAST_DAYS = ['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-13', '2025-06-14', '2025-12-31', null]
const LISTED: Readonly<Record<string, readonly string[]>> = {
  PL2: ['nc_dtc', 'nc_tx', 'nc_nstw', 'nc_khac'],
  PL3: ['nc_tx', 'nc_nstw', 'nc_khac'],
}

const dueAt = (period: string) => `${period.endsWith('Q2') ? '2025-06' : period}-19T17:00:00.000Z`
const sentAt = (period: string, late: boolean, nth: number) =>
  late ? `${dueAt(period).slice(0, 7)}-2${1 + nth}T01:00:00.000Z` : `${dueAt(period).slice(0, 7)}-16T0${1 + nth}:00:00.000Z`

/** In the order they were sent; the counted one follows from `last`. */
export type Story = ReadonlyMap<string, readonly Sent[]>

/** Of a report the one that counts, told from what happened and from nothing else. */
export function countsOf(sent: readonly Sent[]): Sent | null {
  let counts: Sent | null = null
  let accepted: Sent | null = null
  for (const one of sent) {
    if (one.last === 'withdrawn') continue
    if (one.last === 'accepted') accepted = one
    counts = one.last === 'returned' ? accepted : one
  }
  return counts
}

/** Ends agencies in the register, before anything is asked of them. */
export async function endAgencies(): Promise<void> {
  for (const [ended, day, heir] of ENDS)
    await env.DB.prepare(
      `UPDATE agencies SET document = json_set(document, '$.validTo', ?2, '$.successors', json_array(?3), '$.heir', ?3) WHERE code = ?1`,
    )
      .bind(ended, day, heir)
      .run()
}

export async function happenQuarter(seed: number): Promise<Story> {
  const roll = numbersFrom(seed)
  const chance = (percent: number) => roll(100) < percent
  const pick = <T>(all: readonly T[]): T => all[roll(all.length)]!
  const story = new Map<string, Sent[]>()
  const told = (template: string, period: string, agency: string) => countsOf(story.get(`${template}.${period}.${agency}`) ?? [])

  /** What an agency went on from: rows of the last report that said something, with what it took over since. */
  const knownRows = (agency: string, period: string): StoryRow[] => {
    const said = (one: string) =>
      MONTHS.filter((month) => month < period)
        .map((month) => ({ month, report: told('THANG', month, one) }))
        .findLast(({ report }) => report !== null && report.declared === null)
    const own = said(agency)
    const rows = [...(own?.report?.rows ?? [])]
    for (const [ended, day, heir] of ENDS) {
      const from = heir === agency && day < `${period}-01` ? said(ended) : undefined
      if (!from || (own && from.month < own.month && `${own.month}-31` > day)) continue
      for (const row of from.report?.rows ?? []) rows.push(row.id.startsWith('n') ? { ...row, id: `n${rows.length + 1}00` } : row)
    }
    return rows
  }

  const tasksOf = (agency: string): StoryRow[] => {
    const own = (id: string, ma_nv: string | null, ten_nv: string): StoryRow => ({
      ...{
        id,
        values: { ma_nv, ten_nv: `${ten_nv} của ${agency}`, vai_tro: chance(85) ? 'chu-tri' : 'phoi-hop', han_cuoi: pick(LAST_DAYS) },
      },
    })
    const all = [
      ...[own('III.1.a', 'III.1.a', 'Tuyên truyền'), own('III.7.b', 'III.7.b', 'Dịch vụ công'), own('PL1-3', 'PL1-3', 'Kế hoạch')],
      ...[own('n1', `PL2-${agency}`, 'Trung tâm dữ liệu'), own('n2', 'IV.1.c', 'Tuyên truyền nữa'), own('n3', null, 'Việc giao thêm')],
      ...[own('n4', 'X-9', 'Dự án Mạng'), own('n5', `PL3-${agency}`, 'Thuê dịch vụ'), own('n6', null, 'Dự án Mạng')],
    ]
    // What two agencies lead alike is one task at the heir: here each has its own.
    return agency in HEIRS ? all.filter(({ id }) => id.startsWith('n')) : all
  }

  const monthRows = (agency: string, period: string): StoryRow[] => {
    const known = knownRows(agency, period)
    const rows = known.length > 0 ? known : tasksOf(agency)
    return rows.map(({ id, values }) => {
      const state = pick(STATES)
      const before = values.gn_lk ?? null
      const paid = chance(60) ? roll(9_000_000) * 1000 - (chance(10) ? 9_000_000_000 : 0) : null
      const soFar = before === null && paid === null ? null : Number(before ?? 0) + (paid ?? 0)
      return {
        id,
        values: {
          ...{ ...values, trang_thai: state, gn_lk_truoc: before, gn_ky: paid, gn_lk: soFar },
          sp_ngay: state === 'hoan-thanh' && chance(50) ? `2025-0${3 + roll(4)}-${10 + roll(20)}` : null,
        },
      }
    })
  }

  const listRows = (template: string, agency: string): StoryRow[] =>
    [
      ['PL2', 'PL3'].map((list) => ({ ma: `${list}-${agency}`, ten: `Danh mục ${list} của ${agency}` })),
      [{ ma: template === 'PL2' ? 'Q-1' : 'Q-2', ten: chance(50) ? `Dự án Mạng của ${agency}` : `Khác ${template}` }],
    ]
      .flat()
      .filter(() => chance(70))
      .map((named, at) => ({
        id: `n${at + 1}`,
        values: { ...named, ...Object.fromEntries(LISTED[template]!.map((key) => [key, chance(70) ? roll(1000) * 1_000_000 : null])) },
      }))

  const indicatorRows = (): StoryRow[] =>
    INDICATORS.filter(() => chance(85)).map((ma) => {
      const [isRate, under] = [ma.startsWith('CQS') || ma === 'ATTT_SOC', 1 + roll(1_000_000)]
      const typed = roll(40)
      return {
        id: ma,
        values: {
          ...{ ma, loai: isRate ? 'ty-le' : 'so-dem', ap_dung: chance(80) ? 'co' : 'khong-ap-dung' },
          ...(isRate ? { tu_so: roll(under + 1), mau_so: under, ket_qua_nhap: null } : { tu_so: null, mau_so: null, ket_qua_nhap: typed }),
          dat: typed >= 1 ? 'dat' : 'chua-dat',
        },
      }
    })

  async function happen(template: string, period: string, agency: string, rowsOf: () => StoryRow[]): Promise<void> {
    const key = `${template}.${period}.${agency}`
    const sent: Sent[] = []
    story.set(key, sent)
    if (chance(12)) return
    const late = chance(20)
    const times = pick([1, 1, 1, 2, 2, 3])
    for (let nth = 0; nth < times; nth++) {
      const kind = pick(['nothing-to-report', 'not-applicable', null, null, null, null, null, 'nothing-to-report'] as const)
      const rows = kind === null ? rowsOf() : []
      const declaration: Declaration | null = kind === 'not-applicable' ? { kind, reason: 'Không có' } : kind && { kind }
      const last = pick(['submitted', 'submitted', 'submitted', 'accepted', 'withdrawn', 'returned'] as const)
      const at = sentAt(period, late, nth)
      const id = await keptReport({ template: templateOf(template), period, agency, rows, declaration, at, late })
      if (last !== 'submitted') await became(id, last, at)
      sent.push({ at, declared: kind, rows, last })
    }
  }

  const owes = (agency: string, period: string) => {
    const first = `${period.endsWith('Q2') ? '2025-06' : period}-30`
    return (LAST_DAY[agency] ?? '9') >= first && (ONLY_AFTER[agency] ?? '') <= period
  }
  for (const period of MONTHS)
    for (const agency of AGENCIES) {
      if (!owes(agency, period)) continue
      await happen('THANG', period, agency, () => monthRows(agency, period))
      for (const list of ['PL2', 'PL3']) await happen(list, period, agency, () => listRows(list, agency))
    }
  for (const agency of AGENCIES) if (owes(agency, '2025-Q2')) await happen('CHITIEU', '2025-Q2', agency, indicatorRows)
  return story
}
