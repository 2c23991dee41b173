// How far tasks have come, as it is counted and kept, against the rows one by one.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { countedFrom } from '../shared/packs/khanh-hoa-2025/quarter.ts'
import type { Meaning } from '../shared/quarter/source.ts'
import { countedAs } from '../shared/quarter/task-state.ts'
import type { PlanProgress } from '../shared/wire-province.ts'
import { aggregator, filer, filled, formOf, submitted } from './testing/province.ts'
import { runNow } from './testing/regular.ts'

it('is what the rows say one by one: led tasks alone, each once, overdue by the cut-off', async () => {
  const ask = await filer()
  const form = await formOf(ask)
  expect((await submitted(ask, filled(form))).status).toBe(201)
  const { tasks } = countedFrom
  const { results } = await env.DB.prepare('SELECT row_values AS text FROM submission_rows').all<{ text: string }>()
  const rows = results.map(({ text }) => JSON.parse(text) as Record<string, string | null>)
  const twice = new Set(tasks.same.map(([code]) => code))
  const counted = rows
    .filter((row) => row[tasks.role] === tasks.lead && row[tasks.state] !== null && !twice.has(row[tasks.code] ?? ''))
    .map((row) => {
      const task = {
        meaning: (tasks.states as Record<string, Meaning>)[row[tasks.state] ?? ''] ?? 'idle',
        lastDay: row[tasks.lastDay] ?? null,
      }
      return countedAs({ ...task, documentDate: null, doneSince: null }, form.obligation.dates.windowTo)
    })
  const of = (...wanted: string[]) => counted.filter((one) => wanted.includes(one)).length
  const expected = { total: counted.length, done: of('doneOnTime', 'doneLate'), overdue: of('overdue') }
  expect(expected.total).toBeGreaterThan(3)
  expect(expected.overdue).toBeGreaterThan(0)
  const province = await aggregator()
  const kept = () => env.DB.prepare('SELECT count(*) AS n FROM submission_progress').first('n')
  const shown = async () => (await (await province('GET', '/api/progress')).json<PlanProgress>()).months
  const months = [{ period: '2025-03', ...expected }]
  // Counted when it was sent.
  expect(await kept()).toBe(1)
  expect(await shown()).toEqual(months)
  // As it was before submissions were counted then: by the next run, or by whoever asks before.
  for (const count of [runNow, shown]) {
    await env.DB.batch(
      ['DROP TRIGGER IF EXISTS submission_progress_kept', 'DELETE FROM submission_progress'].map((sql) => env.DB.prepare(sql)),
    )
    await count()
    expect(await kept()).toBe(1)
    expect(await shown()).toEqual(months)
  }
})
