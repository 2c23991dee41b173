import { expect, test } from 'vitest'
import { address, columnIndex, columnLetter, parseAddress, parseRange, parseReference, rangeText, sheetReference, span } from './a1.ts'

test('columns count through Z, AA, ZZ and AAA as in Excel', () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
})

test('every column letter leads back to its number', () => {
  for (let column = 0; column < 16384; column += 7) expect(columnIndex(columnLetter(column))).toBe(column)
})

test('an address leads back to its row and column', () => {
  expect(address(11, 5)).toBe('F12')
  expect(parseAddress('$F$12')).toEqual({ row: 11, column: 5 })
})

test('what lies outside a sheet is no address', () => {
  expect(['A0', 'XFE1', 'A1048577', 'A-1', '12', 'f12', ''].map(parseAddress)).toEqual(Array(7).fill(null))
})

test('a range of one cell is written as the cell', () => {
  expect(rangeText(span(0, 0, 0, 0))).toBe('A1')
  expect(rangeText(span(0, 0, 8, 3))).toBe('A1:D9')
})

test('whole rows and columns are ranges', () => {
  expect(parseRange('$4:$5')?.from).toEqual({ row: 3, column: 0 })
  expect(parseRange('$A:$A')?.to.column).toBe(0)
})

test('a sheet name with blanks, signs and an apostrophe survives a reference', () => {
  expect(parseReference(sheetReference("Biểu 'A' 2025-03!", '$A$1'))).toEqual({ sheet: "Biểu 'A' 2025-03!", range: '$A$1' })
  expect(parseReference('Sheet1!$B$2:$C$3')).toEqual({ sheet: 'Sheet1', range: '$B$2:$C$3' })
  expect(parseReference('"THANG|1"')).toBeNull()
})
