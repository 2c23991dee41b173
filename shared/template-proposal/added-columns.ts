// Which columns of a table of any form hold numbers because the form counts with them: sums
// below or beside them, or the row that numbers the columns. Knows no titles and no types.
import { columnIndex } from '../a1.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import { numberingOf } from './column-numbers.ts'

const REFERENCE = /\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])/g
/** Text in it, or what is also counted of texts. */
const OF_TEXT = /"|COUNT|!|\[|LOOKUP|INDEX|MATCH|CONCAT|&/i
const COUNTS = /\b(?:SUM|SUBTOTAL|SUMPRODUCT|AVERAGE|MAX|MIN|ROUND)\(|[+*/-]/i

/** No formula of a form is longer. */
const LONGEST = 1_000

const without = (formula: string): string => formula.replace(/=\s*""|""/g, '')

/** Zero-based columns that formulas between two rows (inclusive) add, multiply or divide, and from where that follows. */
export function addedColumns(sheet: TheirSheet, from: number, to: number, titled: ReadonlyMap<number, readonly string[]>): Set<number> {
  const added = new Set<number>()
  for (const row of sheet.index.rows()) {
    if (row < from || row > to) continue
    for (const [, { formula }] of sheet.row(row)) {
      if (formula === undefined || formula.length > LONGEST || !COUNTS.test(formula.slice(1)) || OF_TEXT.test(without(formula))) continue
      for (const [, begin, first, end, last] of formula.matchAll(REFERENCE)) {
        const isInside = (one: string | undefined) => one === undefined || (Number(one) > from && Number(one) <= to + 1)
        if (!isInside(first) || !isInside(last)) continue
        const left = columnIndex(begin!)
        const right = end === undefined ? left : columnIndex(end)
        for (const column of titled.keys()) if (column >= left && column <= right) added.add(column)
      }
    }
  }
  const { columns, formulas } = numberingOf(sheet, from, titled)
  for (const [of, text] of formulas) {
    added.add(of)
    const expression = text.slice(text.indexOf('=') + 1).replace(/100/g, '')
    for (const [number] of expression.matchAll(/\d{1,2}/g)) {
      const column = columns.get(Number(number))
      if (column !== undefined) added.add(column)
    }
  }
  return added
}
