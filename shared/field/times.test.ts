// Days, periods and spans of years in cells: what is understood, what is asked, what is refused.
import { describe, expect, test } from 'vitest'
import { findPeriodRange } from '../period.ts'
import type { FieldType } from '../template.ts'
import { brief, offers, readCell } from './one-cell.ts'

const date: FieldType = { kind: 'date' }
const period: FieldType = { kind: 'period' }
const years: FieldType = { kind: 'year-range' }

describe('a day is understood in every writing that is day before month', () => {
  test.each([
    ...['15/3/2025', '15/03/2025', '15-3-2025', '15.3.2025', '15 / 3 / 2025', '15 - 3 - 2025', '15/3-2025', '１５/３/２０２５'],
    ...[
      'ngày 15 tháng 3 năm 2025',
      'Ngày 15/3/2025',
      '15 tháng 3 năm 2025',
      '15 tháng 3, 2025',
      'NGÀY 15 THÁNG 3 NĂM 2025'.normalize('NFD'),
    ],
    ...[
      '2025-03-15',
      '2025/3/15',
      '2025-03-15T10:30:00',
      '15/03/2025 10:30',
      '15/3/2025 8:05:00 SA',
      '10:30 15/3/2025',
      '10h30 ngày 15/3/2025',
    ],
    ...['15/3/2025.', '\u00A015/3/2025', '15–3–2025', 'Thứ Bảy, 15/3/2025', 'thứ bảy ngày 15/3/2025', '15/3/2025 (thứ 7)'],
  ])('%s', (text) => expect(brief(readCell(date, text))).toEqual(['2025-03-15']))
  test('03/04/2025 is 3 April', () => expect(readCell(date, '03/04/2025').value).toBe('2025-04-03'))
})

describe('a day that is not surely one is asked about or refused', () => {
  test.each([
    ['15/3/25', 'date-ambiguous', ['15/03/2025', '25/03/2015']],
    ['31/12/99', 'date-ambiguous', ['31/12/2099', '31/12/1999']],
    ['ngày 15 tháng 3 năm 25', 'date-ambiguous', ['15/03/2025', '25/03/2015']],
    ['3/4', 'date-ambiguous', ['03/04/2025']],
    ['15 tháng 3', 'date-ambiguous', ['15/03/2025']],
    ['15-Mar-25', 'date-ambiguous', ['15/03/2025']],
    ['15 March, 2025', 'date-ambiguous', ['15/03/2025']],
    ['15 Thg3 2025', 'date-ambiguous', ['15/03/2025']],
    ['31-Feb-25', 'not-a-date', []],
    ['15 thg 13 2025', 'not-a-date', []],
    ['31/02/2025', 'not-a-date', []],
    ['29/02/2025', 'not-a-date', []],
    ['00/03/2025', 'not-a-date', []],
    ['02/13/2025', 'not-a-date', ['13/02/2025']],
    ['20250315', 'not-a-date', ['15/03/2025']],
    ['15032025', 'not-a-date', ['15/03/2025']],
    ['15/3/1025', 'not-a-date', []],
    ['15/3/2225', 'not-a-date', []],
    ['15/3/202', 'not-a-date', []],
    ['2025-03-15T17:00:00Z', 'not-a-date', []],
    ['hôm qua', 'not-a-date', []],
    [2025, 'not-a-date', []],
    [20250315, 'not-a-date', ['15/03/2025']],
    [-1, 'not-a-date', []],
    [1e12, 'not-a-date', []],
    [true, 'not-a-date', []],
  ] as const)('%j', (value, code, fixes) => {
    const reading = readCell(date, value)
    expect([...brief(reading), offers(reading)]).toEqual([null, code, fixes])
  })
})

test('a serial number is its day, and the time of day is dropped', () => {
  for (const serial of [45731, 45731.5, 45731.999988]) expect(brief(readCell(date, serial))).toEqual(['2025-03-15'])
})

describe('a period is understood', () => {
  test.each([
    ['Tháng 3/2025', '2025-03'],
    ['Tháng 03/2025', '2025-03'],
    ['tháng 3 năm 2025', '2025-03'],
    ['THÁNG 3-2025', '2025-03'],
    ['Thang 3/2025', '2025-03'],
    ['T3/2025', '2025-03'],
    ['T.3/2025', '2025-03'],
    ['t03.2025', '2025-03'],
    ['Tháng 12/2024', '2024-12'],
    ['Quý II/2025', '2025-Q2'],
    ['quý 2/2025', '2025-Q2'],
    ['quý 3 - 2025', '2025-Q3'],
    ['Quý III năm 2025', '2025-Q3'],
    ['Q.III/2025', '2025-Q3'],
    ['QIV/2025', '2025-Q4'],
    ['Q3/2025', '2025-Q3'],
    ['6 tháng đầu năm 2025', '2025-H1'],
    ['6T đầu năm 2025', '2025-H1'],
    ['Sáu tháng cuối năm 2025', '2025-H2'],
    ['6 tháng cuối 2025', '2025-H2'],
    ['9 tháng đầu năm 2025', '2025-9M'],
    ['9T/2025', '2025-9M'],
    ['Năm 2025', '2025'],
    ['cả năm 2025', '2025'],
    ['2025', '2025'],
    [2025, '2025'],
    ['20/02/2025', '2025-02-20'],
    ['ngày 15 tháng 3 năm 2025', '2025-03-15'],
    ['Thường xuyên', 'recurring'],
    ['Hằng năm', 'recurring'],
    ['Sau khi có kế hoạch của BCĐ CĐS quốc gia', 'after:có kế hoạch của BCĐ CĐS quốc gia'],
    [45731, '2025-03-15'],
  ])('%j', (value, code) => expect(brief(readCell(period, value))).toEqual([code]))
})

describe('what is not surely a period is said, with the writing that would be', () => {
  test.each([
    ['3/2025', '2025-03', 'period-short', ['Tháng 3/2025']],
    ['03.2025', '2025-03', 'period-short', ['Tháng 3/2025']],
    ['2025-Q2', '2025-Q2', 'period-short', ['Quý II/2025']],
    [45717, '2025-03', 'period-short', ['Tháng 3/2025', '01/03/2025']],
    [3.2025, null, 'not-a-period', ['Tháng 3/2025']],
    ['T3/25', null, 'period-ambiguous', ['Tháng 3/2025']],
    ['Quý II/25', null, 'period-ambiguous', ['Quý II/2025']],
    ['15/3/25', null, 'period-ambiguous', ['15/03/2025', '25/03/2015']],
    ['Tháng 3', null, 'period-ambiguous', ['Tháng 3/2025']],
    ['Quý II', null, 'period-ambiguous', ['Quý II/2025']],
    ['3/4', null, 'period-ambiguous', ['03/04/2025']],
    ['6 tháng năm 2025', null, 'period-ambiguous', ['6 tháng đầu năm 2025']],
    ['Trước 30/6/2025', null, 'period-ambiguous', ['30/06/2025']],
    ['Đến hết quý II/2025', null, 'period-ambiguous', ['Quý II/2025']],
    ['Trong tháng 3/2025', null, 'period-ambiguous', ['Tháng 3/2025']],
    ['Hàng quý', null, 'period-ambiguous', ['Thường xuyên']],
    ['II/2025', null, 'period-ambiguous', ['Quý II/2025']],
    ['2025/03', null, 'period-ambiguous', ['Tháng 3/2025']],
    ['H2/2025', null, 'period-ambiguous', ['6 tháng cuối năm 2025']],
    ['tháng ba năm 2025', null, 'period-ambiguous', ['Tháng 3/2025']],
    ['Tháng năm năm 2025', null, 'period-ambiguous', ['Tháng 5/2025']],
    ['tháng mười hai/2025', null, 'period-ambiguous', ['Tháng 12/2025']],
    ['Quý I+II/2025', null, 'period-ambiguous', ['6 tháng đầu năm 2025']],
    ['Quý III và quý IV năm 2025', null, 'period-ambiguous', ['6 tháng cuối năm 2025']],
    ['Q2-Q3/2025', null, 'not-a-period', []],
    ['Quý II, I/2025', null, 'not-a-period', []],
    ['tháng nào năm 2025', null, 'not-a-period', []],
    ['V/2025', null, 'not-a-period', []],
    ['2025/13', null, 'not-a-period', []],
    ['Th á ng 8/2025', null, 'not-a-period', ['Tháng 8/2025']],
    ['Quý V/2025', null, 'not-a-period', []],
    ['Tháng 13/2025', null, 'not-a-period', []],
    ['Tháng 3/1025', null, 'not-a-period', []],
    ['Tháng 3-4/2025', null, 'not-a-period', []],
    ['2024-2025', null, 'not-a-period', []],
    ['sớm', null, 'not-a-period', []],
    ['31/02/2025', null, 'not-a-date', []],
    ['02/13/2025', null, 'not-a-date', ['13/02/2025']],
    [12, null, 'not-a-period', []],
  ] as const)('%j', (value, code, finding, fixes) => {
    const reading = readCell(period, value)
    expect([...brief(reading), offers(reading)]).toEqual([code, finding, fixes])
  })
})

test.each([
  ['2025-03', '2025-03-01', '2025-03-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-Q2', '2025-04-01', '2025-06-30'],
  ['2025-H1', '2025-01-01', '2025-06-30'],
  ['2025-9M', '2025-01-01', '2025-09-30'],
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-02-20', '2025-02-20', '2025-02-20'],
])('%s runs from %s to %s', (code, from, to) => expect(findPeriodRange(code)).toEqual({ from, to }))

test('what comes after something has no days', () => {
  for (const code of ['recurring', 'after:có kế hoạch', '2025-13', '2025-Q5']) expect(findPeriodRange(code)).toBeNull()
})

describe('a span of years', () => {
  test.each([
    ['2025', '2025'],
    [2025, '2025'],
    ['2024-2026', '2024-2026'],
    ['2024 – 2026', '2024-2026'],
    ['giai đoạn 2024 - 2026', '2024-2026'],
    ['từ năm 2024 đến năm 2026', '2024-2026'],
    ['2025-2025', '2025'],
  ])('%j', (value, span) => expect(brief(readCell(years, value))).toEqual([span]))
  test.each([
    ['2026-2024', ['2024–2026']],
    ['2024-26', ['2024–2026']],
    ['2025-03', []],
    ['24-26', []],
    ['1025', []],
    ['2024-2206', []],
    ['2024, 2025', []],
    [45717, []],
  ])('%j is asked about', (value, fixes) => {
    const reading = readCell(years, value)
    expect([...brief(reading), offers(reading)]).toEqual([null, 'not-a-year-range', fixes])
  })
})
