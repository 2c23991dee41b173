import { expect, test } from 'vitest'
import { sampleTemplate } from '../../../shared/sheet/sample.ts'
import { shownAt } from './shown-at.ts'

const { fields } = sampleTemplate().tables[0]!
const [first, second] = fields.map(({ key }) => key) as [string, string]

test('a new rule is shown at the first column that its formula names', () => {
  expect(shownAt(fields, { field: first, formula: '=' }, `=[@${second}]>[@${first}]`)).toBe(second)
  expect(shownAt(fields, { field: first, formula: '=SUM(' }, `=SUM([${second}])>0`)).toBe(second)
})

test('a name that is not whole, or is no column, chooses nothing', () => {
  expect(shownAt(fields, { field: first, formula: '=' }, `=[@${second}`)).toBe(first)
  expect(shownAt(fields, { field: first, formula: '=' }, '=[@khong_co]>0')).toBe(first)
})

test('what was chosen, or is written already, stays', () => {
  expect(shownAt(fields, { field: second, formula: '=' }, `=[@${first}]>0`)).toBe(second)
  expect(shownAt(fields, { field: first, formula: `=[@${first}]>0` }, `=[@${second}]>0`)).toBe(first)
})
