import { expect, test } from 'vitest'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import type { SourceRow } from '../survey.ts'
import type { PeriodReports } from './matters.ts'
import { ownMatters } from './own-matters.ts'

const { plan, register, templates } = khanhHoa2025
const template = templates.find(({ code }) => code === 'PL2')!

/** What one agency listed in a month; nothing where it had nothing to report. */
function listed(period: string, ...names: string[]): PeriodReports {
  const rows = names.map((ten, at): SourceRow => ({ id: `n${period.slice(-1)}${at}`, carried: false, cell: null, values: { ten } }))
  const head = { agency: 'STTTT', agencyName: 'Sở', submissionId: period, sequence: 1, receiptNumber: `KH-${period}`, declaration: null }
  return {
    heads: [{ ...head, rows: { main: rows.length } }],
    sourceOf: () => ({ next: async (count) => rows.splice(0, count) }),
    reportOf: (one) => ({ ...one, obligationId: `PL2.${period}.STTTT`, template: 'PL2', period }),
  }
}

async function gone(now: PeriodReports, ...before: PeriodReports[]): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { matters } of ownMatters({ template, now, before, names: { plan, register }, final: {} }))
    found.push(...matters.filter(({ code }) => code === 'row-gone').map(({ params }) => [params.row, params.receipt]))
  return found
}

test('a project that is not listed any more is asked about, also after a month with nothing to report', async () => {
  const names = ['Trung tâm dữ liệu', 'Mạng lõi']
  expect(await gone(listed('2025-06', 'Mạng lõi'), listed('2025-05', ...names))).toEqual([['Trung tâm dữ liệu', 'KH-2025-05']])
  expect(await gone(listed('2025-06', 'Mạng lõi'), listed('2025-05'), listed('2025-04', ...names))).toEqual([
    ['Trung tâm dữ liệu', 'KH-2025-04'],
  ])
  expect(await gone(listed('2025-06'), listed('2025-05', ...names))).toEqual([])
})
