import { expect, test } from 'vitest'
import { typedInput } from './typed-input.ts'

test.each([
  ['12', 'General', 12],
  ['-1,234.5', 'General', -1234.5],
  ['1.234,5', 'General', '1.234,5'],
  ['95%', 'General', 0.95],
  ['3/2025', 'General', 45717],
  ['3/17/2025', 'General', 45733],
  ['17/3/2025', 'General', '17/3/2025'],
  ['2025-03-17', 'General', 45733],
  ['true', 'General', true],
  ['=A1', 'General', '=A1'],
  ['+SUM(A1)', 'General', '=SUM(A1)'],
  ['-', 'General', '-'],
  ['Tháng 3/2025', 'General', 'Tháng 3/2025'],
  ["'00123", 'General', "'00123"],
  ['', 'General', null],
  ['=A1', '@', '=A1'],
  ['00123', '@', '00123'],
  [7, '@', '7'],
  [7, 'General', 7],
])('Excel makes of %j in a cell of format %s: %j', (input, format, stored) => {
  expect(typedInput(input, format)).toBe(stored)
})
