// Pulling, refreshing and tracing as the pane does it, over the genuine Excel client library,
// with a server as far as this goes: what counts, and what an agency has sent.
import { expect, test } from 'vitest'
import { address } from '../../../shared/a1.ts'
import { readPulled } from '../../../shared/sheet/pulled-reading.ts'
import { samplePlan, sampleRegister } from '../../../shared/sheet/sample.ts'
import { type SampleAgency, sampleFacts, sheetNamed, template } from '../../../shared/testing/pulled-sample.ts'
import { excelHost, runtimeOf } from '../../host/excel.ts'
import { MemoryWorkbook } from '../../sandbox/memory-workbook.ts'
import { openExcel } from '../../sandbox/node-runtime.contract.ts'
import { wireHost } from '../../sandbox/wire/wire-host.ts'
import type { PullPorts } from './pull-perform.ts'
import { createPullRunner } from './pull-runner.ts'

const SHEET = 'Tổng hợp THU 2025-03'
const row = (id: string, von: number) => ({ id, ten: `việc ${id}`, von })
const A1: SampleAgency = { agency: 'A', submission: 1, rows: [row('r1', 10), row('r2', 20)] }
const A2: SampleAgency = { agency: 'A', submission: 2, rows: [row('r1', 11), row('r2', 20), row('r3', 1)] }
const B1: SampleAgency = { agency: 'B', submission: 1, rows: [row('r1', 5)] }

const both = (text: string) => ({ vi: text, en: text })
const summary = (submission: number, state: string) => ({
  ...{ state, reviews: [] },
  receipt: {
    submissionId: `s-A-${submission}`,
    sequence: submission,
    number: `KH25-A${submission}`,
    submittedAt: '2025-03-18T02:00:00.000Z',
  },
})

async function open(first: readonly SampleAgency[]) {
  let filed = first
  const workbook = new MemoryWorkbook()
  const scope = openExcel(wireHost(workbook), '1.14')
  const host = excelHost(runtimeOf(scope.Excel, scope.Office), 60_000)
  const obligations = ['A', 'B'].map((agency) => ({
    ...{
      id: `THU.2025-03.${agency}`,
      agency,
      agencyName: `Cơ quan ${agency}`,
      version: 3,
      dates: { windowTo: '2025-03-14' },
      lastReceipt: null,
    },
  }))
  const asked = { status: 0 }
  const api = {
    periods: async () => ({
      day: '2025-03-18',
      templates: [
        { code: 'THU', title: both('Thử'), periods: [{ code: '2025-03', title: both('Tháng 3'), dueAt: '2025-03-19T17:00:00.000Z' }] },
      ],
    }),
    status: async () => {
      asked.status++
      return { obligations }
    },
    form: async () => ({ template, register: sampleRegister, plan: samplePlan }),
    history: async () => ({ submissions: [summary(1, 'superseded'), summary(2, 'submitted')] }),
    past: async () => ({ periods: [] }),
    submission: async (id: string) => ({ receipt: { submissionId: id }, content: { rows: [] } }),
  } as unknown as PullPorts['api']
  const troubles: unknown[] = []
  /** As of which days it was asked for. */
  const days: (string | null)[] = []
  const consolidation = async (_template: string, _period: string, on: string | null) => {
    days.push(on)
    return { ...sampleFacts(filed).all, missing: ['C'] }
  }
  const runner = createPullRunner({ api, host, consolidation }, (error) => troubles.push(error))
  const at = (what: () => unknown) => expect.poll(what, { timeout: 30_000 })
  runner.dispatch({ type: 'look-asked' })
  await at(() => runner.session().counted).not.toBeNull()
  // Long where there are many agencies: once is enough.
  expect(asked.status).toBe(1)
  const done = async (event: Parameters<typeof runner.dispatch>[0]) => {
    runner.dispatch(event)
    await at(() => runner.session().busy).toBeNull()
    return runner.session().outcome
  }
  const file = (next: readonly SampleAgency[]): void => {
    filed = next
  }
  return { workbook, host, runner, troubles, at, done, file, days }
}

/** Where a field of a row stands by now. */
async function cellOf(host: Awaited<ReturnType<typeof open>>['host'], sheet: string, rowId: string, field: string): Promise<string> {
  const pulled = readPulled(sheetNamed(await host.grid(sheet), sheet))!
  const line = rowId === '' ? pulled.foot! : pulled.lines.find((one) => one.rowId === rowId && one.agency === 'A')!
  return address(line.row, pulled.columns.get(field)!)
}

test('from pulling to tracing: renamed sheets are refreshed, rows and totals say what they are', { timeout: 120_000 }, async () => {
  const { workbook, host, runner, troubles, at, done, file } = await open([A1, B1])
  expect(await done({ type: 'pull-asked' })).toEqual({ kind: 'pulled', sheet: SHEET, rows: 3, missing: 1, on: null })
  workbook.rename(SHEET, 'Của tôi')
  file([A2, B1])
  const outcome = await done({ type: 'refresh-asked', sheet: 'Của tôi' })
  expect(outcome).toMatchObject({
    ...{ kind: 'refreshed', sheet: 'Của tôi' },
    told: [
      { kind: 'changed', agency: 'A', rowId: 'r1', agencyName: 'Cơ quan A', fields: ['von'] },
      { kind: 'new', agency: 'A', rowId: 'r3', title: 'việc r3' },
    ],
  })
  const { row: line, column } = workbook.sheet('Của tôi').spot(await cellOf(host, 'Của tôi', 'r1', 'von'))
  workbook.select(workbook.sheet('Của tôi').id, { row: line, column, rows: 1, columns: 1 })
  await at(() => runner.session().place).toMatchObject({
    ...{ kind: 'line', obligation: 'THU.2025-03.A', line: { receipt: 'KH25-A2', sequence: 2, submission: 's-A-2' }, field: { key: 'von' } },
  })
  await at(() => runner.session().place).toMatchObject({ history: [{ state: 'superseded' }, { state: 'submitted' }] })
  // Rows that people put above make no difference: what is selected is read at that moment.
  workbook.insertRows('Của tôi', 2, 3)
  const total = workbook.sheet('Của tôi').spot(await cellOf(host, 'Của tôi', '', 'von'))
  workbook.select(workbook.sheet('Của tôi').id, { ...total, rows: 1, columns: 1 })
  await at(() => runner.session().place).toMatchObject({
    kind: 'total',
    shares: {
      rows: 4,
      value: 37_000_000,
      agencies: [
        { agency: 'A', value: 32_000_000 },
        { agency: 'B', value: 5_000_000 },
      ],
    },
  })
  expect(troubles).toEqual([])
  runner.end()
})

test('stopped, it leaves nothing behind and can begin anew', { timeout: 120_000 }, async () => {
  const { workbook, runner, troubles, done } = await open([A1, B1])
  runner.dispatch({ type: 'pull-asked' })
  expect(await done({ type: 'stop-asked' })).toBeNull()
  expect(workbook.sheets().map(({ name }) => name)).toEqual(['Sheet1'])
  expect(troubles).toEqual([])
  expect(await done({ type: 'pull-asked' })).toMatchObject({ kind: 'pulled' })
  runner.end()
})

test('some agencies are pulled, and refreshed as those', { timeout: 120_000 }, async () => {
  const { host, runner, done, file } = await open([A1, B1])
  runner.dispatch({ type: 'scoped', scope: { kind: 'some', codes: ['B'] } })
  expect(await done({ type: 'pull-asked' })).toMatchObject({ kind: 'pulled', rows: 1 })
  expect(runner.session().sheets[0]!.mark.agencies).toEqual(['B'])
  file([A2, B1])
  expect(await done({ type: 'refresh-asked', sheet: SHEET })).toMatchObject({ kind: 'refreshed', told: [] })
  const texts = [...sheetNamed(await host.grid(SHEET), SHEET).cells.values()].map(({ value }) => String(value))
  expect(texts.filter((text) => text.startsWith('TỔNG HỢP'))).toEqual(['TỔNG HỢP: CƠ QUAN B'])
  runner.end()
})

test('what is pulled as of a day says so, and is refreshed as of that day whatever is chosen by then', { timeout: 120_000 }, async () => {
  const { workbook, host, runner, at, done, days } = await open([A1, B1])
  runner.dispatch({ type: 'dated', asOf: { kind: 'day', day: '2025-03-10' } })
  expect(await done({ type: 'pull-asked' })).toMatchObject({ kind: 'pulled', rows: 3, on: '2025-03-10' })
  const texts = [...sheetNamed(await host.grid(SHEET), SHEET).cells.values()].map(({ value }) => value)
  expect(texts).toContain('(Số liệu tính đến hết ngày 10/03/2025)')
  runner.dispatch({ type: 'dated', asOf: { kind: 'now' } })
  expect(await done({ type: 'refresh-asked', sheet: SHEET })).toMatchObject({ kind: 'refreshed', told: [], on: '2025-03-10' })
  expect(days).toEqual(['2025-03-10', '2025-03-10'])
  expect(runner.session().sheets[0]!.mark.on).toBe('2025-03-10')
  const { row: line, column } = workbook.sheet(SHEET).spot(await cellOf(host, SHEET, 'r1', 'von'))
  workbook.select(workbook.sheet(SHEET).id, { row: line, column, rows: 1, columns: 1 })
  await at(() => runner.session().place).toMatchObject({ kind: 'line', on: '2025-03-10' })
  runner.end()
})

test('nothing sent is told; what has lost its hidden columns, or is gone, is told and left', { timeout: 120_000 }, async () => {
  const { workbook, host, runner, troubles, done, file } = await open([])
  expect(await done({ type: 'pull-asked' })).toEqual({ kind: 'nothing-sent', on: null })
  file([A1])
  await done({ type: 'pull-asked' })
  const sheet = workbook.sheet(SHEET)
  const pulled = readPulled(sheetNamed(await host.grid(SHEET), SHEET))!
  sheet.setInput(pulled.keysAt, pulled.columns.get('_row')!, null)
  expect(await done({ type: 'refresh-asked', sheet: SHEET })).toEqual({ kind: 'unreadable', sheet: SHEET })
  workbook.removeSheet(sheet.id)
  await done({ type: 'refresh-asked', sheet: SHEET })
  expect(troubles).toMatchObject([{ code: 'sheet-gone' }])
  runner.end()
})
