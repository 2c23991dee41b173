// What one report brings into the next: through the routes, over the real store.
import { expect, it } from 'vitest'
import { caseAtHand, type NamedCase, passing } from '../shared/cases/case.ts'
import type { Filing } from '../shared/filing.ts'
import { anybody, filer, filled, formOf, submitted } from './testing/province.ts'

const filingOf = (name: string): Filing => caseAtHand(passing.find((one: NamedCase) => one.name === name)!).filing
const on = (day: string) => anybody('PUT', '/api/clock', { now: `${day}T02:00:00.000Z` })

it('a project keeps its code, its budget stands in the monthly report, and a number is not given twice', async () => {
  const ask = await filer()
  const listed = filingOf('pl2-one-project')
  expect((await submitted(ask, listed, 'pl2-march', 'PL2.2025-03.STTTT')).status).toBe(201)
  // The form of the same month stays as it was handed out.
  expect((await formOf(ask)).prefill.rows).toHaveLength(40)

  await on('2025-04-10')
  const april = await formOf(ask, 'PL2.2025-04.STTTT')
  expect(april.prefill).toMatchObject({ rows: [{ id: 'n1', values: { ma: 'PL2-STTTT-01' } }], lastAdded: 1 })
  const monthly = await formOf(ask, 'THANG.2025-04.STTTT')
  expect(monthly.prefill.rows.at(-1)).toMatchObject({
    id: 'PL2-STTTT-01',
    values: { ma_nv: 'PL2-STTTT-01', ten_nv: 'Nâng cấp Trung tâm dữ liệu tỉnh', kh_von: 20_000_000_000 },
  })

  // In April the project is gone; in May its number stays its own.
  const other = { ...listed, period: '2025-04', rows: [{ ...listed.rows[0]!, id: 'n2' }] }
  expect((await submitted(ask, other, 'pl2-april', 'PL2.2025-04.STTTT')).status).toBe(422)
  await on('2025-05-10')
  expect((await formOf(ask, 'PL2.2025-05.STTTT')).prefill).toMatchObject({ rows: [{ id: 'n1' }], lastAdded: 1 })
})

it('cumulative amounts are not lost by a month with nothing to report', async () => {
  const ask = await filer()
  const added = {
    ...{ ma_nv: { value: '123/UBND-KSTT' }, ten_nv: { value: 'Việc giao thêm' }, vai_tro: { value: 'Chủ trì' } },
    ...{ trang_thai: { value: 'Chưa triển khai' }, ty_le: { value: 0 }, ky_toi: { value: 'Trình phê duyệt' } },
    ...{ kh_von: { value: 100 }, gn_ky: { value: 12.5 } },
  }
  const march = filled(await formOf(ask))
  const filing = { ...march, rows: [...march.rows, { id: 'n1', table: 'main', entries: added }] }
  expect((await submitted(ask, filing)).status).toBe(201)
  await on('2025-04-10')
  const april = await formOf(ask, 'THANG.2025-04.STTTT')
  const nothing = { ...filled(april), declaration: { kind: 'nothing-to-report' as const }, rows: [] }
  expect((await submitted(ask, nothing, 'april', 'THANG.2025-04.STTTT')).status).toBe(201)
  await on('2025-05-10')
  const may = await formOf(ask, 'THANG.2025-05.STTTT')
  expect(may.prefill.rows.find(({ id }) => id === 'n1')?.values).toMatchObject({ gn_lk_truoc: 12_500_000, kh_von: 100_000_000 })
})
