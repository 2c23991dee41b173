// What goes out is of one moment, whenever somebody files, and says so of a report that was returned.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import type { Board } from '../shared/board/board.ts'
import { boardNow } from './actions/boards.ts'
import { openObligations } from './actions/open-obligations.ts'
import { partsOf, type Settings } from './index.ts'
import type { Parts } from './parts.ts'
import { begun } from './testing/begun.ts'
import { disturbed } from './testing/disturbed-database.ts'
import { became, keptReport, templateOf } from './testing/kept-submission.ts'
import { onceCounted } from './testing/once-counted.ts'

const NOW = new Date('2025-06-30T02:00:00.000Z')

let parts: Parts
let agencies: string[]
beforeEach(async () => {
  await begun()
  parts = { ...(await partsOf(env as Settings)), clock: { now: () => NOW } }
  await openObligations(parts)
  const { results } = await env.DB.prepare(
    "SELECT o.agency FROM obligations o JOIN agencies a ON a.code = o.agency WHERE o.template = 'THANG' AND o.period = '2025-06' ORDER BY a.position",
  ).all<{ agency: string }>()
  agencies = results.map(({ agency }) => agency)
})

const task = (state: string, code = 'III.7.b') => ({
  id: code,
  values: { ma_nv: code, ten_nv: 'Dịch vụ công', vai_tro: 'chu-tri', trang_thai: state, han_cuoi: '2025-04-30' },
})

const filed = (agency: string, period = '2025-06', state = 'dang-thuc-hien', at = `${period}-16T01:00:00.000Z`) =>
  keptReport({ template: templateOf('THANG'), period, agency, rows: [task(state)], at })

it('a board shows tasks of exactly those agencies whose report it counts, before whichever of its questions somebody sends', async () => {
  await filed(agencies.pop()!)
  let sent = 0
  for (let nth = 0, asked = 1; nth < asked; nth += 3) {
    const agency = agencies.pop()!
    const watched = disturbed(env.DB, nth, async () => {
      sent++
      await filed(agency)
    })
    const board: Board = await onceCounted(() => boardNow({ ...parts, db: watched.db }, '2025-06'))
    for (const { code, reports, tasks } of board.agencies) expect(tasks !== null, code).toBe(reports.onTime + reports.late > 0)
    asked = watched.asked()
  }
  expect(sent).toBeGreaterThan(2)
})

it('on a board a report that was returned is missing once its time is over, however punctual the first one was', async () => {
  const [late, early, other] = agencies
  await became(await filed(late!), 'returned', '2025-06-25T01:00:00.000Z')
  await became(await filed(early!), 'returned', '2025-06-17T01:00:00.000Z')
  await filed(other!)
  const of = async (now: string) => {
    const board = await onceCounted(() => boardNow({ ...parts, clock: { now: () => new Date(now) } }, '2025-06'))
    return [late, early, other].map((agency) => {
      const { reports, reportsLight } = board.agencies.find(({ code }) => code === agency)!
      return [reports.onTime, reports.missing, reportsLight]
    })
  }
  const before = await of('2025-06-19T16:59:59.000Z')
  expect(before.map(([, missing]) => missing)).toEqual([0, 0, 0])
  const after = await of('2025-06-26T01:00:00.000Z')
  const [, others] = after[2]!
  expect(after.map(([, missing]) => Number(missing) - Number(others))).toEqual([1, 1, 0])
})

it('on a board each agency has the tasks of its own latest month, and those of before where it had nothing to report', async () => {
  const [first, second, third] = agencies
  await filed(first!, '2025-06', 'hoan-thanh')
  await filed(second!, '2025-05')
  await filed(third!, '2025-04', 'hoan-thanh')
  await keptReport({
    ...{ template: templateOf('THANG'), period: '2025-06', agency: third!, rows: [], at: '2025-06-16T01:00:00.000Z' },
    declaration: { kind: 'nothing-to-report' },
  })
  const tasksOn = async (period: string) => {
    const board = await onceCounted(() => boardNow(parts, period))
    return [first, second, third].map((agency) => board.agencies.find(({ code }) => code === agency)?.tasks ?? null)
  }
  const done = { total: 1, done: 1, overdue: 0 }
  expect(await tasksOn('2025-06')).toEqual([done, null, done])
  expect(await tasksOn('2025-Q2')).toEqual([done, { total: 1, done: 0, overdue: 1 }, done])
})
