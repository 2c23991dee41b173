// Numbers in cells of the four types that count: which value is taken, what is asked, what is offered.
import { describe, expect, test } from 'vitest'
import type { FieldType } from '../template.ts'
import { brief, offers, readCell } from './one-cell.ts'

const decimal: FieldType = { kind: 'decimal', places: 2 }
const integer: FieldType = { kind: 'integer', min: 0 }
const percent: FieldType = { kind: 'percent', places: 2, min: 0, max: 100 }
const money = (unit: 'dong' | 'trieu' | 'ty'): FieldType => ({ kind: 'money', unit })

describe('decimal', () => {
  test.each([
    ['477.330', 477330, 'number-as-text'],
    ['1,234.5', 1234.5, 'number-english'],
    ['1,234', null, 'number-ambiguous'],
    ['12.5', 12.5, 'number-english'],
    ['477.330 ', 477330, 'number-as-text'],
    ['1\u2009234,5', 1234.5, 'number-as-text'],
    ['1\u202F234,5', 1234.5, 'number-as-text'],
    ['1.234.56', null, 'not-a-number'],
    ['abc', null, 'not-a-number'],
    ['12 tỷ', null, 'wrong-unit'],
    ['95%', null, 'number-ambiguous'],
    ['– 5', null, 'number-ambiguous'],
    ['1e6', null, 'not-a-number'],
    ['#N/A', null, 'cell-error'],
    ['1,2345', 1.2345, 'number-as-text', 'too-many-places'],
    ['9999999999999999', null, 'too-many-digits'],
  ])('%j', (text, ...expected) => expect(brief(readCell(decimal, text))).toEqual(expected))

  test('a real number is taken as it is stored, without a word', () => {
    for (const number of [0, -5.25, 1234.5, 322.79, 0.1 + 0.2, 1e14, 45717]) expect(readCell(decimal, number).findings).toEqual([])
    expect(readCell(decimal, 0.1 + 0.2).value).toBe(0.3)
  })
  test('a column of three places asks what "1.234" is, one of two places need not', () => {
    expect(offers(readCell({ kind: 'decimal', places: 3 }, '1.234'))).toEqual(['1,234', '1.234'])
    expect(brief(readCell(decimal, '1.234'))).toEqual([1234, 'number-as-text'])
  })
  test('both readings are offered', () => {
    expect(offers(readCell(decimal, '1,234'))).toEqual(['1,234', '1.234'])
    expect(offers(readCell(decimal, '95%'))).toEqual(['95', '0,95'])
    expect(offers(readCell(decimal, '- 5'))).toEqual(['-5', '5'])
  })
  test('a cell in percent format is asked about, and the answer is written so that it is not shown as percent again', () => {
    const reading = readCell(decimal, 0.95, { percent: true })
    expect(brief(reading)).toEqual([null, 'percent-format'])
    expect(reading.findings[0]?.fixes.map(({ value }) => value)).toEqual(['95', '0,95'])
    expect(brief(readCell(decimal, '95', { percent: true }))).toEqual([95, 'number-as-text'])
    expect(offers(readCell(decimal, '95', { percent: true }))).toEqual([])
  })
})

describe('integer', () => {
  test.each([
    ['1.234', 1234, 'number-as-text'],
    ['1,0', 1, 'number-as-text'],
    ['12,5', null, 'not-whole'],
    ['1,234', null, 'number-ambiguous'],
    ['5 lần', null, 'not-a-number'],
    ['95%', null, 'wrong-unit'],
    ['3/4', null, 'not-a-number'],
    [-1, -1, 'below-minimum'],
    [true, null, 'not-a-number'],
  ])('%j', (value, ...expected) => expect(brief(readCell(integer, value))).toEqual(expected))
  test('the number before a word is offered', () => expect(offers(readCell(integer, '5 lần'))).toEqual(['5']))
  test('a stored 1,234 may be 1.234 typed on an English Excel', () => expect(offers(readCell(integer, 1.234))).toEqual(['1.234']))
  test('beyond fifteen digits nothing is kept', () => expect(brief(readCell(integer, 1e15))).toEqual([null, 'too-many-digits']))
})

describe('percent', () => {
  test.each([
    ['95%', 95, 'number-as-text'],
    ['10%', 10, 'number-as-text'],
    ['95 phần trăm', 95, 'number-as-text'],
    ['0,95', 0.95, 'percent-fraction'],
    ['0.95', 0.95, 'percent-fraction'],
    ['0,5%', 0.5],
    ['95.125', null, 'number-ambiguous'],
    ['12 triệu', null, 'wrong-unit'],
    [95, 95],
    [0.95, 0.95, 'percent-fraction'],
    [1, 1, 'percent-fraction'],
    [0, 0],
    [101, 101, 'above-maximum'],
    [33.333, 33.333, 'too-many-places'],
  ])('%j', (value, ...expected) => expect(brief(readCell(percent, value))).toEqual(expected))
  test('the format of the cell decides, never the size of the number', () => {
    const formatted = { percent: true }
    expect(brief(readCell(percent, 0.95, formatted))).toEqual([95])
    expect(brief(readCell(percent, 0.005, formatted))).toEqual([0.5])
    expect(brief(readCell(percent, 0.29, formatted))).toEqual([29])
    expect(brief(readCell(percent, 95, formatted))).toEqual([9500, 'above-maximum'])
  })
  test('what is written into a cell in percent format is a fraction again', () => {
    const { findings } = readCell(percent, '33,3333', { percent: true })
    expect(findings.flatMap(({ fixes }) => fixes.map(({ value }) => value))).toEqual([0.333333, 0.3333])
  })
})

describe('money', () => {
  test.each([
    ['12 tỷ', 'trieu', 12_000_000_000, 'number-as-text'],
    ['12,5 tỷ đồng', 'trieu', 12_500_000_000, 'number-as-text'],
    ['1.234,5 triệu', 'dong', 1_234_500_000, 'number-as-text'],
    ['1.234,5 triệu', 'ty', 1_234_500_000, 'number-as-text'],
    ['500 nghìn', 'trieu', 500_000, 'number-as-text'],
    ['322.799.000 đồng', 'trieu', 322_799_000, 'number-as-text'],
    ['1 tỷ 200 triệu', 'trieu', 1_200_000_000, 'number-as-text'],
    ['477.330', 'trieu', 477_330_000_000, 'number-as-text'],
    ['1,234', 'trieu', null, 'number-ambiguous'],
    ['1,234 tỷ', 'trieu', null, 'number-ambiguous'],
    ['12.5', 'trieu', 12_500_000, 'number-english'],
    ['95%', 'trieu', null, 'wrong-unit'],
    [322_799, 'trieu', 322_799_000_000],
    [322.799, 'trieu', 322_799_000, 'thousandfold'],
    [154.5, 'trieu', 154_500_000],
    [0.001, 'trieu', 1_000],
    [0.0015, 'trieu', 1_500, 'too-many-places'],
    [0.0000015, 'trieu', 2, 'too-many-places'],
    [0.5, 'dong', 1, 'too-many-places'],
    [322.799, 'ty', 322_799_000_000, 'thousandfold'],
    [12_000_000, 'trieu', 12_000_000_000_000, 'thousandfold'],
    [12_000_000_000_000, 'dong', 12_000_000_000_000],
    [9_007_200, 'ty', null, 'above-maximum'],
    [999_999_999_999_999, 'dong', 999_999_999_999_999],
    [1e15, 'dong', null, 'too-many-digits'],
    [1e300, 'trieu', null, 'too-many-digits'],
  ] as const)('%j in %s', (value, unit, ...expected) => expect(brief(readCell(money(unit), value))).toEqual(expected))

  test('the unit written behind the number is worked out and offered in the unit of the column', () => {
    const [finding] = readCell(money('trieu'), '12 tỷ').findings
    expect(finding).toMatchObject({
      severity: 'info',
      expected: '12.000',
      params: { unit: 'trieu' },
      fixes: [{ value: 12000, shown: '12.000' }],
    })
  })
  test('both readings are offered, so that accepting all fixes takes neither', () => {
    expect(offers(readCell(money('trieu'), '12.5'))).toEqual(['12,5', '12.500'])
    expect(offers(readCell(money('trieu'), 322.799))).toEqual(['322.799', '322,799'])
    expect(offers(readCell(money('trieu'), '1,234'))).toEqual(['1,234', '1.234'])
  })
  test('fractions of đồng block, what is finer than a thousand đồng is kept and told', () => {
    expect(readCell(money('trieu'), 0.0000015).findings[0]?.severity).toBe('error')
    expect(readCell(money('trieu'), 0.0015).findings[0]?.severity).toBe('warning')
  })
  test('limits are whole đồng and are told in the unit of the column', () => {
    const type: FieldType = { kind: 'money', unit: 'trieu', min: 0, max: 5_000_000 }
    expect(readCell(type, 5.1).findings[0]).toMatchObject({ code: 'above-maximum', params: { limit: '5' } })
    expect(readCell(type, -0.5).findings[0]).toMatchObject({ code: 'below-minimum', params: { limit: '0' } })
  })
  test('a cell in percent format is no amount', () => {
    expect(brief(readCell(money('trieu'), 0.5, { percent: true }))).toEqual([null, 'percent-format'])
  })
})

test('a numeric cell is never read again from its text', () => {
  // Its text, in whatever language of Excel, would be read otherwise: 322.799 as three hundred thousand.
  expect(readCell(decimal, 322.79).value).toBe(322.79)
  expect(readCell({ kind: 'decimal', places: 3 }, 1.234).value).toBe(1.234)
  expect(readCell(integer, 1234).value).toBe(1234)
})
