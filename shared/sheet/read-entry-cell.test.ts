import { expect, test } from 'vitest'
import { entryOf } from './read-entry-cell.ts'

const money = { kind: 'money', unit: 'trieu' } as const
const read = (cell: Parameters<typeof entryOf>[0], computed: boolean) => entryOf(cell, 'F9', money, { date1904: false, computed })

test('a computed cell that holds a formula was not typed over, whatever it shows', () => {
  expect(read({ value: 0, formula: '=C9+D9' }, true)).toEqual({ value: null, cell: 'F9' })
  expect(read({ value: '#VALUE!', error: true, formula: '=C9+D9' }, true)).toEqual({ value: null, cell: 'F9' })
})

test('a number typed over it is an entry, and so is a formula where a value is typed', () => {
  expect(read({ value: 477 }, true)).toEqual({ value: 477, cell: 'F9' })
  expect(read({ value: 3, formula: '=1+2' }, false)).toEqual({ value: 3, cell: 'F9', formula: '=1+2' })
})
