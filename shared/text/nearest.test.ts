import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edits, nearest } from './nearest.ts'

/** The definition, without a limit and without haste. */
function slowly(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, row) =>
    Array.from({ length: to.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  )
  for (let row = 1; row <= from.length; row++)
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      const ways = [table[row - 1]![column]! + 1, table[row]![column - 1]! + 1, table[row - 1]![column - 1]! + same]
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        ways.push(table[row - 2]![column - 2]! + 1)
      table[row]![column] = Math.min(...ways)
    }
  return table[from.length]![to.length]!
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 })

test('edits are counted as defined, up to the limit', () => {
  fc.assert(
    fc.property(word, word, fc.nat(5), (from, to, most) => {
      expect(edits(from, to, most)).toBe(Math.min(slowly(from, to), most + 1))
    }),
    { numRuns: 2000 },
  )
})

describe('nearest', () => {
  const near = (key: string, ...words: string[]) =>
    nearest(
      key,
      words.map((one) => [one, one] as const),
    )
  test('the one candidate within the tolerance is given', () => expect(near('so noi vu', 'so noi vua', 'so tai chinh')).toBe('so noi vua'))
  test('of two equally near ones none is', () => expect(near('xa cam an', 'xa cam ab', 'xa cam ac')).toBeNull())
  test('very short words have no neighbours', () => expect(near('stc', 'stp')).toBeNull())
  test('what is far is nothing', () => expect(near('so ngoai giao', 'so giao thong')).toBeNull())
})
