import fc from 'fast-check'
import { expect, test } from 'vitest'
import { percentOf } from './round-at.ts'

/** Half up, by whole numbers alone. */
const exactly = (part: number, whole: number, places: number): number => {
  const scale = 10 ** places
  const [over, under] = [2n * 100n * BigInt(part) * BigInt(scale) + BigInt(whole), 2n * BigInt(whole)]
  return Number(over / under) / scale
}

test('a share is what pencil and paper give, and what the formula of the sheet gives', () => {
  expect(percentOf(57, 800)).toBe(7.13)
  expect(percentOf(41, 640, 4)).toBe(6.4063)
  expect(percentOf(-57, 800)).toBe(-7.13)
  const pair = fc.integer({ min: 1, max: 20_000 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)))
  fc.assert(
    fc.property(pair, fc.constantFrom(0, 2, 4), ([part, whole], places) => {
      expect(percentOf(part, whole, places)).toBe(exactly(part, whole, places))
    }),
    { numRuns: 2000 },
  )
})

test('money of a province has a share to the last place, and nothing has a share of nothing', () => {
  const dong = fc.integer({ min: 1, max: 999_999_999 }).map((thousands) => thousands * 1000)
  fc.assert(
    fc.property(dong, dong, (part, whole) => {
      expect(percentOf(part, whole)).toBe(exactly(part, whole, 2))
    }),
  )
  expect(percentOf(5, 0)).toBeNull()
})
