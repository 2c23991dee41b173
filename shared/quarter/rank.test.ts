import { expect, test } from 'vitest'
import { ranks } from './rank.ts'

test('equals share a place, and the next comes after all of them', () => {
  const points = [70, 90, 90, 50, 90]
  expect(ranks(points, (one, other) => other - one)).toEqual([4, 1, 1, 5, 1])
})
