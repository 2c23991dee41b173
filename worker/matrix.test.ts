// The table of who has reported what, over the real routes: against what each report's own page
// says and against SQL, page by page, as a workbook, and only when something changed.
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { countStates, type Matrix } from '../shared/matrix.ts'
import type { PeriodStatus } from '../shared/wire.ts'
import { matrixPage } from './actions/matrix.ts'
import { partsOf, type Settings } from './index.ts'
import { aggregator, filer, filled, formOf, submitted } from './testing/province.ts'
import { readWorkbook } from './xlsx/read.ts'

const MARCH = '/api/matrix?span=2025-03'

it('says of every report what the status page of its period says', async () => {
  const ask = await filer()
  await submitted(ask, filled(await formOf(ask)))
  const province = await aggregator()
  const matrix = await (await province('GET', MARCH)).json<Matrix>()
  expect(matrix.columns.map(({ template, period }) => `${template} ${period}`)).toContain('THANG 2025-03')
  for (const [place, { template, period }] of matrix.columns.entries()) {
    const status = await (await province('GET', `/api/status?template=${template}&period=${period}`)).json<PeriodStatus>()
    const cells = matrix.rows.map(({ cells }) => cells[place] ?? null)
    const { expected, received, onTime, late, nil, notApplicable, missing } = status
    expect(countStates(cells), template).toEqual({ expected, received, onTime, late, nil, notApplicable, missing })
    for (const one of status.obligations) {
      const cell = matrix.rows.find(({ agency }) => agency === one.agency)?.cells[place]
      expect(cell, one.id).toMatchObject({ state: one.state, late: one.late, receipt: one.lastReceipt?.number ?? null })
    }
  }
  const counted = await env.DB.prepare("SELECT count(*) AS n FROM counted_submissions WHERE period = '2025-03'").first<{ n: number }>()
  const receipts = matrix.rows.flatMap(({ cells }) => cells).filter((cell) => cell?.receipt)
  expect(receipts).toHaveLength(counted?.n ?? -1)
})

it('comes page by page, nobody twice and nobody left out', async () => {
  await aggregator()
  const parts = await partsOf(env as Settings)
  const whole = await matrixPage(parts, { span: '2025-03' }, null)
  expect(whole.next).toBeNull()
  const rows: Matrix['rows'] = []
  for (let after: string | null = null; ; ) {
    const page: Matrix = await matrixPage(parts, { span: '2025-03' }, after, 7)
    expect(page.rows.length).toBeLessThanOrEqual(7)
    rows.push(...page.rows)
    if (page.next === null) break
    after = page.next
  }
  expect(rows).toEqual(whole.rows)
})

it('comes again only when something happened', async () => {
  const province = await aggregator()
  const first = await province('GET', MARCH)
  const mark = first.headers.get('etag') ?? ''
  expect((await province('GET', MARCH, undefined, { 'if-none-match': mark })).status).toBe(304)
  const ask = await filer()
  await submitted(ask, filled(await formOf(ask)))
  expect((await province('GET', MARCH, undefined, { 'if-none-match': mark })).status).toBe(200)
})

it('stands in a workbook with its counts as formulas', async () => {
  const province = await aggregator()
  const matrix = await (await province('GET', '/api/matrix?template=THANG')).json<Matrix>()
  const { sheets } = await readWorkbook(await (await province('GET', '/api/matrix/workbook.xlsx?template=THANG')).bytes())
  const cells = [...(sheets[0]?.cells.values() ?? [])]
  const texts = new Set(cells.map(({ value }) => value))
  for (const { name } of matrix.rows) expect(texts).toContain(name)
  const owed = matrix.rows.filter(({ cells }) => cells[0] !== null).length
  expect(cells.filter(({ formula }) => formula?.startsWith('=COUNTIF')).map(({ value }) => value)).toContain(owed)
})

it('asks for a choice that exists', async () => {
  const province = await aggregator()
  expect((await province('GET', '/api/matrix')).status).toBe(400)
  expect((await province('GET', '/api/matrix?span=2031-01')).status).toBe(404)
})
