import { expect, test } from 'vitest'
import type { FieldType } from '../template.ts'
import { entryOf } from './read-entry-cell.ts'

const value = (type: FieldType, stored: number, date1904 = true) =>
  entryOf({ value: stored }, 'A1', type, { date1904, computed: false }).value

test('days of a 1904 workbook are counted from 1900, in columns of days and of periods', () => {
  expect(value({ kind: 'date' }, 45731 - 1462)).toBe(45731)
  expect(value({ kind: 'period' }, 45731 - 1462)).toBe(45731)
  expect(value({ kind: 'date' }, 45731, false)).toBe(45731)
})

test('what is no day stays as it is in a 1904 workbook: a year, an amount', () => {
  expect(value({ kind: 'period' }, 2025)).toBe(2025)
  expect(value({ kind: 'money', unit: 'trieu' }, 45731)).toBe(45731)
})

test('the percent format is told also of a text, not of a blank cell', () => {
  const entry = (stored: string) =>
    entryOf({ value: stored, format: '0%' }, 'A1', { kind: 'percent', places: 0 }, { date1904: false, computed: false })
  expect(entry('95 %')).toEqual({ value: '95 %', cell: 'A1', percent: true })
  expect(entry('')).toEqual({ value: null, cell: 'A1' })
})
