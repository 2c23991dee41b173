import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, withoutRow } from './changed-formulas.ts'

const keyAt = (column: number) => ['ma', 'ten', 'von', 'gn'][column]

test.each([
  ['=IF(COUNTA($C9:$D9)=0,"",$C9-$D9)', 9, '=IF(COUNTA($C#:$D#)=0,"",$C#-$D#)'],
  ['=C15+15+$D$15', 15, '=C#+15+$D$#'],
  ['=C10&"10 "&""&C10', 10, '=C#&"10 "&""&C#'],
])('of %s in row %d its own row number is left out', (formula, row, rest) => {
  expect(withoutRow(formula, row)).toBe(rest.replaceAll('#', '\u0000'))
})

test.each([
  ['=C15+C155', 15],
  ['=LOG10(C10)', 10],
  ['=1+C1+A11', 1],
  ['=C5&"C5"', 5],
])('%s in row %d may mean other rows: it is not judged by what others say', (formula, row) => {
  expect(withoutRow(formula, row)).toBeNull()
})

test('formulas that agree without their rows mean the same in their rows', () => {
  const piece = fc.oneof(
    fc.tuple(fc.constantFrom('C', '$C', 'D$', '$D$'), fc.integer({ min: 1, max: 30 })).map(([column, row]) => `${column}${row}`),
    fc.integer({ min: 0, max: 30 }).map(String),
    fc.constantFrom('"C5"', '"""5"', '""', 'LOG10(C5)', 'SUM(C1:C9)', 'SUM(C5:D5)', ' ', 'C5:C6'),
  )
  const formula = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => `=${pieces.join('+')}`)
  const row = fc.integer({ min: 1, max: 30 })
  fc.assert(
    fc.property(formula, row, row, (one, from, to) => {
      const key = withoutRow(one, from)
      fc.pre(key !== null)
      const other = key!.replaceAll('\u0000', String(to))
      fc.pre(withoutRow(other, to) === key)
      expect(canonical(other, to, keyAt)).toBe(canonical(one, from, keyAt))
    }),
    { numRuns: 2000 },
  )
})
