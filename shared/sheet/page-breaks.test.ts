// No table of a form begins where only its header would fit on the page.
import { expect, test } from 'vitest'
import { pagesOf } from './geometry.ts'
import { pageBreaks } from './page-breaks.ts'
import { SheetBuilder } from './sheet-builder.ts'

/** One page of 100 characters, which is not scaled down: about 480 points high. */
const pages = pagesOf({ widths: [50, 50], last: 2, total: 100, begin: 1 })

/** Rows of twenty points: so many of heading, then of each table. */
function breaksOf(heading: number, ...tables: number[]): number[] {
  const sheet = new SheetBuilder()
  const begins: number[] = []
  let row = heading
  for (const rows of tables) {
    begins.push(row)
    row += rows
  }
  for (let at = 0; at < row; at++) sheet.row(at, { height: 20 })
  return pageBreaks(sheet, begins, row, pages)
}

test.each([
  ['all fit on one page', 5, [5, 5, 5], []],
  ['the second does not fit', 10, [8, 10], [19]],
  ['the heading stays with the first table, however long', 10, [40], []],
  ['behind a long table there is room for a short one', 2, [30, 5], []],
  ['each takes a page', 2, [18, 20, 20], [21, 41]],
])('%s', (_, heading, tables, expected) => {
  expect(breaksOf(heading, ...tables)).toEqual(expected)
})

test('hidden rows take nothing', () => {
  const sheet = new SheetBuilder()
  for (let row = 0; row < 40; row++) sheet.row(row, { height: 20, ...(row >= 10 && row < 30 ? { hidden: true } : {}) })
  expect(pageBreaks(sheet, [5, 30], 40, pages)).toEqual([])
})
