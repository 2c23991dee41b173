// Functions over whole columns: sums, counts, and those with criteria.
import { type Argument, type FunctionSpec, isColumn, settle, single } from './function-spec.ts'
import { compare, DIV0, type ExcelError, isError, type Result, type Scalar, toNumber, VALUE } from './scalar.ts'

/** The numbers an aggregate sees: of a column only real numbers; a value given directly is converted. */
function numbersOf(args: readonly Argument[]): number[] | ExcelError {
  const numbers: number[] = []
  for (const argument of args) {
    if (isColumn(argument)) {
      for (const value of argument) if (typeof value === 'number') numbers.push(value)
      continue
    }
    if (argument === null) continue
    const number = toNumber(argument as Result)
    if (isError(number)) return number
    numbers.push(number)
  }
  return numbers
}

const aggregate = (apply: (numbers: number[]) => Result): FunctionSpec => ({
  min: 1,
  max: 30,
  result: 'number',
  takes: 'any',
  columns: 'all',
  body: (args) => {
    const numbers = numbersOf(args)
    return isError(numbers) ? numbers : apply(numbers)
  },
})

/** Sum without the drift of binary fractions: to 15 digits of the largest partial sum. */
const total = (numbers: readonly number[]) => {
  let sum = 0
  let largest = 0
  for (const number of numbers) {
    sum += number
    largest = Math.max(largest, Math.abs(sum), Math.abs(number))
  }
  const digits = largest === 0 ? 0 : 15 - Math.ceil(Math.log10(largest))
  return digits > 0 && digits <= 15 ? Number(sum.toFixed(digits)) : sum
}

/** A criterion of COUNTIF and its kin: ">=5", "<>x", "Hoàn thành". */
function criterion(value: Result): ((cell: Scalar) => boolean) | ExcelError {
  if (isError(value)) return value
  const text = String(value ?? '')
  const [, operator, rest] = /^(>=|<=|<>|>|<|=)?([\s\S]*)$/.exec(text)!
  const asNumber = toNumber(rest === '' ? '' : rest!)
  const target: Scalar =
    typeof value === 'number' || typeof value === 'boolean' ? value : isError(asNumber) || rest === '' ? rest! : asNumber
  const same = (cell: Scalar) =>
    target === '' ? cell === null || cell === '' : cell !== null && typeof cell === typeof target && compare(cell, target) === 0
  const ordered = (test: (sign: number) => boolean) => (cell: Scalar) =>
    cell !== null && typeof cell === typeof target && test(compare(cell, target))
  switch (operator) {
    case '<>':
      return (cell) => !same(cell)
    case '>':
      return ordered((sign) => sign > 0)
    case '>=':
      return ordered((sign) => sign >= 0)
    case '<':
      return ordered((sign) => sign < 0)
    case '<=':
      return ordered((sign) => sign <= 0)
    default:
      return same
  }
}

/** Positions at which every criterion of (column, criterion) pairs holds. */
function positions(pairs: readonly Argument[]): number[] | ExcelError {
  const first = pairs[0]
  if (!isColumn(first)) return VALUE
  let kept = first.map((_, index) => index)
  for (let at = 0; at < pairs.length; at += 2) {
    const column = pairs[at]
    const test = criterion(single(pairs[at + 1]))
    if (isError(test)) return test
    if (!isColumn(column) || column.length !== first.length) return VALUE
    kept = kept.filter((index) => test(column[index] ?? null))
  }
  return kept
}

const at = (column: Argument | undefined, kept: readonly number[]) =>
  (isColumn(column) ? kept.map((index) => column[index] ?? null) : []).filter((v) => typeof v === 'number')

export const AGGREGATE: Readonly<Record<string, FunctionSpec>> = {
  SUM: aggregate((numbers) => settle(total(numbers))),
  AVERAGE: aggregate((numbers) => (numbers.length === 0 ? DIV0 : settle(total(numbers) / numbers.length))),
  MIN: aggregate((numbers) => (numbers.length === 0 ? 0 : Math.min(...numbers))),
  MAX: aggregate((numbers) => (numbers.length === 0 ? 0 : Math.max(...numbers))),
  COUNT: {
    ...aggregate((numbers) => numbers.length),
    body: (args) =>
      args.reduce<number>((n, a) => n + (isColumn(a) ? a.filter((v) => typeof v === 'number').length : typeof a === 'number' ? 1 : 0), 0),
  },
  COUNTA: {
    ...aggregate(() => 0),
    body: (args) => args.reduce<number>((n, a) => n + (isColumn(a) ? a.filter((v) => v !== null).length : a === null ? 0 : 1), 0),
  },
  COUNTBLANK: {
    min: 1,
    max: 1,
    result: 'number',
    takes: 'any',
    columns: 'all',
    body: ([column]) => (isColumn(column) ? column.filter((v) => v === null || v === '').length : VALUE),
  },
  COUNTIF: {
    min: 2,
    max: 2,
    result: 'number',
    takes: 'any',
    columns: [0],
    body: (args) => ((kept) => (isError(kept) ? kept : kept.length))(positions(args)),
  },
  COUNTIFS: {
    min: 2,
    max: 10,
    result: 'number',
    takes: 'any',
    columns: [0, 2, 4, 6, 8],
    body: (args) => ((kept) => (isError(kept) ? kept : kept.length))(positions(args)),
  },
  SUMIF: {
    min: 2,
    max: 3,
    result: 'number',
    takes: 'any',
    columns: [0, 2],
    body: (args) => ((kept) => (isError(kept) ? kept : total(at(args[2] ?? args[0], kept))))(positions(args.slice(0, 2))),
  },
  SUMIFS: {
    min: 3,
    max: 11,
    result: 'number',
    takes: 'any',
    columns: [0, 1, 3, 5, 7, 9],
    body: (args) => ((kept) => (isError(kept) ? kept : total(at(args[0], kept))))(positions(args.slice(1))),
  },
}
