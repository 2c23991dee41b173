import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberText } from './number-text.ts'

const same = (number: number): void => {
  expect(numberText(number)).toBe(String(number))
}

test('any number has the text that String gives', () => {
  fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), same), { numRuns: 2000 })
})

test('so has any number of few decimals, as money and percentages are', () => {
  const decimals = fc.tuple(fc.integer({ min: -(2 ** 53), max: 2 ** 53 }), fc.integer({ min: 0, max: 9 }))
  fc.assert(
    fc.property(decimals, ([digits, places]) => same(digits / 10 ** places)),
    { numRuns: 5000 },
  )
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (digits) => same(digits / 1000)),
    { numRuns: 2000 },
  )
})

test.each([
  ...[0, -0, 1, -1, 999, 1000, 999_999, 1_000_000, 1_048_576, 0.1, 0.01, 0.001, 0.0001, 0.00001, 0.000001, 0.0000001],
  ...[0.1 + 0.2, 100.5, -0.5, 1e15, 999_999_999_999_999, 1e21, 1.5e300, 5e-324, 999_999_999.999_999, 477_330.25],
])('%d is written as String writes it', same)

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('%d fits into no cell', (number) => {
  expect(() => numberText(number)).toThrow('no number for a cell')
})
