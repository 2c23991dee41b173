// Sums, counts and averages of the rows that meet criteria.
import { criterion } from './criterion.ts'
import { exactTotal } from './exact-total.ts'
import type { FormulaNode } from './formula-tree.ts'
import { ANY, type Argument, type FunctionSpec, isRange, literalOf, MOST, type Range, single } from './function-spec.ts'
import { DIV0, type ExcelError, isError, type Result, settle, VALUE } from './scalar.ts'

/** Positions at which every criterion of (cells, criterion) pairs holds. */
function rowsThatMeet(pairs: readonly Argument[]): number[] | ExcelError {
  const first = pairs[0]
  if (!isRange(first)) return VALUE
  let rows = first.map((_, index) => index)
  for (let at = 0; at < pairs.length; at += 2) {
    const cells = pairs[at]
    const meets = criterion(single(pairs[at + 1]))
    if (isError(meets)) return meets
    if (!isRange(cells) || cells.length !== first.length) return VALUE
    rows = rows.filter((row) => meets(cells[row] ?? null))
  }
  return rows
}

function numbersAt(cells: Range, rows: readonly number[]): number[] | ExcelError {
  const numbers: number[] = []
  for (const row of rows) {
    const value = cells[row] ?? null
    if (isError(value)) return value
    if (typeof value === 'number') numbers.push(value)
  }
  return numbers
}

/** Whether a criterion, as far as it stands in the formula, is met by a blank cell. */
function meetsBlank(node: FormulaNode | undefined): boolean {
  // "<>"&[@x] begins with what is written.
  if (node?.type === 'binary' && node.operator === '&') {
    const begin = literalOf(node.left)
    return typeof begin === 'string' && begin.startsWith('<>')
  }
  const literal = literalOf(node)
  const meets = literal === undefined ? false : criterion(literal)
  return typeof meets === 'function' && meets(null)
}

const count: FunctionSpec = {
  min: 2,
  max: 2,
  pairsAfter: 0,
  result: 'number',
  takes: ANY,
  ranges: (index) => index % 2 === 0,
  rangesOnly: true,
  countsBlanks: (args) => args.every((arg, index) => index % 2 === 0 || meetsBlank(arg)),
  body: (args) => {
    const rows = rowsThatMeet(args)
    return isError(rows) ? rows : rows.length
  },
}

/** SUMIF(cells, criterion, what) */
const oneCriterion = (apply: (numbers: number[]) => Result): FunctionSpec => ({
  min: 2,
  max: 3,
  result: 'number',
  takes: ANY,
  ranges: (index) => index !== 1,
  rangesOnly: true,
  body: ([cells, meets, what = cells]) => {
    const rows = rowsThatMeet([cells ?? null, meets ?? null])
    const numbers = isError(rows) ? rows : isRange(what) ? numbersAt(what, rows) : VALUE
    return isError(numbers) ? numbers : apply(numbers)
  },
})

/** SUMIFS(what, cells, criterion, …) */
const manyCriteria = (apply: (numbers: number[]) => Result): FunctionSpec => ({
  min: 3,
  max: MOST + 1,
  pairsAfter: 1,
  result: 'number',
  takes: ANY,
  ranges: (index) => index === 0 || index % 2 === 1,
  rangesOnly: true,
  body: ([what, ...pairs]) => {
    const rows = rowsThatMeet(pairs)
    if (isError(rows)) return rows
    if (!isRange(what) || what.length !== (pairs[0] as Range).length) return VALUE
    const numbers = numbersAt(what, rows)
    return isError(numbers) ? numbers : apply(numbers)
  },
})

const sum = (numbers: number[]): Result => settle(exactTotal(numbers))
const average = (numbers: number[]): Result => (numbers.length === 0 ? DIV0 : settle(exactTotal(numbers) / numbers.length))

export const CRITERIA: Readonly<Record<string, FunctionSpec>> = {
  COUNTIF: count,
  COUNTIFS: { ...count, max: MOST },
  SUMIF: oneCriterion(sum),
  SUMIFS: manyCriteria(sum),
  AVERAGEIF: oneCriterion(average),
  AVERAGEIFS: manyCriteria(average),
}
