import { expect, test } from 'vitest'
import { formulaOfRow } from './excel-add-rows.ts'

test.each([
  ['=IF(ISBLANK($C76),"",$D76+E76)', '=IF(ISBLANK($C80),"",$D80+E80)'],
  ['=SUM($D$12:$D$76)', '=SUM($D$12:$D$76)'],
  ['=IF(C76="C76","C76",LOG10(D76))', '=IF(C80="C76","C76",LOG10(D80))'],
  ['=C760+C76+C7', '=C760+C80+C7'],
])('the formula of row 76 in row 80: %s', (formula, expected) => {
  expect(formulaOfRow(formula, 76, 80)).toBe(expected)
})
