// Functions over cells: sums, counts and extremes of columns. In cells only
// numbers count; a value given directly is converted first.

import { ExactTotal, exactTotal } from './exact-total.ts'
import { ANY, type Argument, type FunctionSpec, isRange, MOST } from './function-spec.ts'
import { DIV0, type ExcelError, fifteenDigits, folded, isError, NUM, type Result, settle, toNumber, VALUE } from './scalar.ts'

/** Takes the numbers one by one; the error that ends it. */
function eachNumber(args: readonly Argument[], take: (number: number) => void): ExcelError | null {
  for (const argument of args) {
    if (isRange(argument)) {
      for (const value of argument) {
        if (typeof value === 'number') take(value)
        else if (isError(value)) return value
      }
      continue
    }
    // A blank out of IF and its kin is still a blank cell.
    if (argument === null) continue
    const number = toNumber(argument as Result)
    if (isError(number)) return number
    take(number)
  }
  return null
}

function numbersOf(args: readonly Argument[]): number[] | ExcelError {
  const numbers: number[] = []
  return eachNumber(args, (number) => numbers.push(number)) ?? numbers
}

const aggregate = (apply: (numbers: number[]) => Result, result: FunctionSpec['result'] = 'number'): FunctionSpec => ({
  min: 1,
  max: MOST,
  result,
  takes: ['number'],
  ranges: () => true,
  body: (args) => {
    const numbers = numbersOf(args)
    return isError(numbers) ? numbers : apply(numbers)
  },
})

const counting = (max: number, rangesOnly: boolean, cell: (value: Result) => boolean, given: (value: Result) => boolean): FunctionSpec => ({
  min: 1,
  max,
  result: 'number',
  takes: ANY,
  ranges: () => true,
  rangesOnly,
  body: (args) => {
    let count = 0
    for (const argument of args) {
      if (!isRange(argument)) count += given(argument as Result) ? 1 : 0
      else for (const value of argument) count += cell(value) ? 1 : 0
    }
    return count
  },
})

const extreme = (better: (a: number, b: number) => number): FunctionSpec =>
  aggregate(
    (numbers) => (numbers.length === 0 ? 0 : numbers.reduce(better)),
    () => true,
  )

function median(numbers: readonly number[]): Result {
  if (numbers.length === 0) return NUM
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : settle((sorted[middle - 1]! + sorted[middle]!) / 2)
}

const isNumber = (value: Result) => typeof value === 'number'

export const AGGREGATE: Readonly<Record<string, FunctionSpec>> = {
  SUM: {
    ...aggregate(() => 0),
    // Without a list of them: it is the one that runs over long columns after each edit.
    body: (args) => {
      const total = new ExactTotal()
      const error = eachNumber(args, (number) => total.add(number))
      return error ?? settle(total.value)
    },
  },
  PRODUCT: aggregate((numbers) => (numbers.length === 0 ? 0 : settle(numbers.reduce((product, number) => product * number)))),
  AVERAGE: aggregate((numbers) => (numbers.length === 0 ? DIV0 : settle(exactTotal(numbers) / numbers.length))),
  MEDIAN: aggregate(median),
  MIN: extreme((a, b) => (a < b ? a : b)),
  MAX: extreme((a, b) => (a > b ? a : b)),
  COUNT: counting(MOST, false, isNumber, (value) => value !== null && !isError(toNumber(value))),
  COUNTA: counting(
    MOST,
    false,
    (value) => value !== null,
    (value) => value !== null,
  ),
  COUNTBLANK: {
    ...counting(
      1,
      true,
      (value) => value === null || value === '',
      () => false,
    ),
    countsBlanks: () => true,
  },
  // Excel has no such function; its COUNTA(UNIQUE(…)) counts blanks as one more value and answers 1 where there is none.
  COUNTUNIQUE: {
    min: 1,
    max: 1,
    result: 'number',
    takes: ANY,
    ranges: () => true,
    rangesOnly: true,
    refuses: ([column]) => (column?.type === 'field' ? 'not-expressible' : null),
    body: ([column]) => {
      const seen = new Set<number | string | boolean>()
      for (const value of isRange(column) ? column : []) {
        if (isError(value)) return value
        if (value === null || value === '') continue
        seen.add(typeof value === 'string' ? `"${folded(value)}` : typeof value === 'number' ? fifteenDigits(value) : value)
      }
      return seen.size
    },
  },
  SUMPRODUCT: {
    min: 1,
    max: MOST,
    result: 'number',
    takes: ['number'],
    ranges: () => true,
    rangesOnly: true,
    body: (args) => {
      const ranges = args.filter(isRange)
      const length = ranges[0]?.length ?? 0
      if (ranges.some((range) => range.length !== length)) return VALUE
      const products: number[] = []
      for (let at = 0; at < length; at++) {
        let product = 1
        for (const range of ranges) {
          const value = range[at] ?? null
          if (isError(value)) return value
          product *= typeof value === 'number' ? value : 0
        }
        products.push(product)
      }
      return settle(exactTotal(products))
    },
  },
}
