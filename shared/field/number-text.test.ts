import { describe, expect, test } from 'vitest'
import { toNumber } from './exact-decimal.ts'
import { readNumberText } from './number-text.ts'

/** number · [one, other] where it can be two · null where it is none; then the unit and whether it is English. */
const read = (text: string) => {
  const found = readNumberText(text)
  if (found.kind === 'none') return [null]
  const value = found.kind === 'number' ? toNumber(found.number) : found.readings.map(toNumber)
  return [value, ...(found.unit === null ? [] : [found.unit]), ...(found.kind === 'number' && found.english ? ['english'] : [])]
}

describe('text is read the Vietnamese way', () => {
  test.each([
    ['477.330', 477330],
    ['322.799', 322799],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['12.345.678,9', 12345678.9],
    ['1.234,5', 1234.5],
    ['12,5', 12.5],
    ['0', 0],
    ['0,5', 0.5],
    ['0,125', 0.125],
    ['007', 7],
    ['-5,25', -5.25],
    ['−5', -5],
    ['–5', -5],
    ['+5', 5],
    ['(1.234)', -1234],
    ['1 234', 1234],
    ['1 234,5', 1234.5],
    ['12 345 678', 12345678],
    ["1'234", 1234],
    ['1’234’567,8', 1234567.8],
    ['１２３', 123],
    ['１．２３４，５', 1234.5],
    ['1234,567', 1234.567],
    ['000,500', 0.5],
  ])('%s', (text, number) => expect(read(text)).toEqual([number]))
})

describe('English writing is recognised', () => {
  test.each([
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['12.5', 12.5],
    ['0.95', 0.95],
    ['0.123', 0.123],
    ['1 234.5', 1234.5],
    ["1'234.56", 1234.56],
    ['1234.5', 1234.5],
  ])('%s', (text, number) => expect(read(text)).toEqual([number, 'english']))
})

describe('what can be two numbers stays two', () => {
  test.each([
    ['1,234', [1.234, 1234]],
    ['477,330', [477.33, 477330]],
    ['-1,234', [-1.234, -1234]],
    ['(1,234)', [-1.234, -1234]],
    ['1234.567', [1234.567, 1234567]],
    ['1 234.567', [1234.567, 1234567]],
    ['- 5', [-5, 5]],
    ['– 12,5', [-12.5, 12.5]],
  ])('%s', (text, numbers) => expect(read(text)).toEqual([numbers]))
})

describe('a unit behind the number is understood', () => {
  test.each([
    ['95%', 95, 'percent'],
    ['95 %', 95, 'percent'],
    ['95,5 phần trăm', 95.5, 'percent'],
    ['1.234,5 triệu', 1234.5, 'trieu'],
    ['12 tỷ', 12, 'ty'],
    ['VND 1.000.000', 1_000_000, 'dong'],
    ['vnđ1.000.000', 1_000_000, 'dong'],
    ['1.234,5 (triệu đồng)', 1234.5, 'trieu'],
    ['12 tỉ đồng', 12, 'ty'],
    ['12,5 TỶ ĐỒNG', 12.5, 'ty'],
    ['12,5 tỷ VNĐ.', 12.5, 'ty'],
    ['5 tr.đ', 5, 'trieu'],
    ['5trđ', 5, 'trieu'],
    ['500 nghìn đồng', 500, 'nghin'],
    ['500 ngàn', 500, 'nghin'],
    ['1.500.000 đ', 1500000, 'dong'],
    ['1.500.000 Ðồng', 1500000, 'dong'],
    ['1.500.000₫', 1500000, 'dong'],
    ['2 nghìn tỷ đồng', 2, 'nghin-ty'],
    ['(12 tỷ)', -12, 'ty'],
    ['(12) tỷ', -12, 'ty'],
    ['1 tỷ 200 triệu', 1_200_000_000, 'dong'],
    ['1 tỷ 200 triệu 500 nghìn đồng', 1_200_500_000, 'dong'],
  ])('%s', (text, number, unit) => expect(read(text)).toEqual([number, unit]))
})

describe('what is no number is none, and nothing is guessed from it', () => {
  test.each([
    ...[
      'abc',
      '1.234.5',
      '1.234.56',
      '1,234,5',
      '1.234,567.8',
      '12 5',
      '1 23',
      '2024 2025',
      '0.123.456',
      '1..2',
      ',5',
      '.5',
      '5,',
      '477.330.',
    ],
    ...['1e6', '1,23E+06', '--5', '5-', '- 1,234', '3/4', '5/7', '15/3', '5 lần', '200 triệu 1 tỷ', '1,5 tỷ 200 triệu'],
    ...['1 tỷ 1200 triệu', '50%%', '$5', '(−5)', '((5))', '(5', '٣', '½', '1_000', '5 USD', '1. 234', '9'.repeat(61)],
  ])('%s', (text) => expect(read(text)).toEqual([null]))
  test('the number before a word is told, so that it can be offered', () => {
    expect(readNumberText('5 lần')).toMatchObject({ kind: 'none', counted: { units: 5n } })
    expect(readNumberText('1.200 người')).toMatchObject({ kind: 'none', counted: { units: 1200n } })
    for (const text of ['1,234 người', '-5 lần', '5/7']) expect(readNumberText(text)).toEqual({ kind: 'none', counted: null })
  })
})
