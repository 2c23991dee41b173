// What consolidating one report of a whole province takes, from the question to the last byte of its workbook, the
// month before beside it: 100, 1,000 and 10,000 agencies of 50 rows. The database answers from another process over
// the wire, as D1 does: what is told is the memory of the Worker alone. What is asked about is counted ahead, as the
// regular run does; its statements are told apart. Further words pick numbers of agencies.
import type { Bench } from '../.tools/meter.ts'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { consolidatedWorkbook } from './actions/consolidated-workbook.ts'
import { loadPack } from './actions/load-pack.ts'
import { countOwn, ownAsked } from './actions/own-counts.ts'
import type { Parts } from './parts.ts'
import { readPlan, readTemplates } from './store/plan.ts'
import { type AskSql, askedDatabase } from './testing/asked-database.ts'
import { fillProvince } from './testing/long-province.ts'

const ROWS = 50
/** A quarter of what production gives: V8 in workerd collects when it is full and not before, so that what the process holds is mostly this. */
export const heapMb = 32
/** Each in a month of its own, with the one before. */
const SIZES = [
  { agencies: 100, months: ['2024-10', '2024-09'] },
  { agencies: 1_000, months: ['2025-02', '2025-01'] },
  { agencies: 10_000, months: ['2025-06', '2025-05'] },
] as const

const clock = { now: () => new Date('2025-06-20T03:00:00.000Z') }

const picked = (picks: readonly string[]) => SIZES.filter(({ agencies }) => picks.length === 0 || picks.includes(String(agencies)))

export async function database(ask: AskSql, picks: readonly string[]): Promise<void> {
  const { db } = askedDatabase(ask)
  await loadPack({ db, clock }, khanhHoa2025)
  const template = khanhHoa2025.templates.find(({ code }) => code === 'PL2')!
  const reports = picked(picks).flatMap(({ agencies, months }) => months.map((period) => ({ template, period, agencies, rows: ROWS })))
  await fillProvince(db, khanhHoa2025.plan, reports)
}

async function sizeOf(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader()
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) size += next.value.length
  return size
}

async function countedAhead(sql: AskSql, period: string): Promise<number> {
  const { db, statements } = askedDatabase(sql)
  const [names, templates] = await Promise.all([readPlan(db), readTemplates(db)])
  const template = templates.find(({ code }) => code === 'PL2')!
  await countOwn(db, await ownAsked(template, templates, period), names!, Number.POSITIVE_INFINITY)
  return statements()
}

const bench: Bench = async ({ say, sql }, picks) => {
  await say('agencies        s  µs a row    statements counted ahead    MB of file')
  for (const { agencies, months } of picked(picks)) {
    const ahead = await countedAhead(sql, months[0])
    const { db, statements } = askedDatabase(sql)
    const parts = { db, clock } as Parts
    const from = performance.now()
    const bytes = await sizeOf(await consolidatedWorkbook(parts, 'PL2', months[0]))
    const ms = performance.now() - from
    const shown = [(ms / 1000).toFixed(1), ((1000 * ms) / (agencies * ROWS)).toFixed(0), statements(), ahead, (bytes / 2 ** 20).toFixed(1)]
    await say([String(agencies).padStart(8), ...shown.map((one, at) => String(one).padStart(at < 2 ? 9 : 14))].join(''))
  }
}

export default bench
