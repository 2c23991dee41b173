// The operators of formulas over single values, as Excel works them out. Knows no
// fields; the values come from what stands beside the operator.
import type { Cells, Run, Test } from './environment.ts'
import type { UnaryOperator } from './formula-tree.ts'
import { power } from './functions-math.ts'
import {
  areFar,
  beginOtherwise,
  compare,
  DIV0,
  type ExcelError,
  equal,
  fifteenDigits,
  folded,
  isError,
  type Result,
  type Scalar,
  settle,
  toNumber,
  toText,
} from './scalar.ts'

export const isComparison = (operator: string): boolean => operator === '=' || operator === '<>' || operator in ORDER

export function unary(operator: UnaryOperator, of: Run): Run {
  // Excel's unary plus changes nothing, not even text.
  if (operator === '+') return of
  return (cells) => {
    const number = toNumber(of(cells))
    return isError(number) ? number : settle(operator === '-' ? -number : number / 100)
  }
}

/**
 * Where a sum or difference would be nothing but the error of binary fractions, Excel answers 0:
 * "Floating-point arithmetic may give inaccurate results in Excel", Microsoft 78113.
 */
const nothingLeft = (a: number, b: number) => a !== 0 && a < 0 !== b < 0 && !areFar(a, -b) && fifteenDigits(a) === fifteenDigits(-b)

const plus = (a: number, b: number) => (nothingLeft(a, b) ? 0 : settle(a + b))

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | ExcelError>> = {
  '+': plus,
  '-': (a, b) => plus(a, -b),
  '*': (a, b) => settle(a * b),
  '/': (a, b) => (b === 0 ? DIV0 : settle(a / b)),
  '^': (a, b) => {
    const result = power(a, b)
    return isError(result) ? result : settle(result)
  },
}

const ORDER: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '<=': (sign) => sign <= 0,
  '>=': (sign) => sign >= 0,
}

/** The error of the left operand is met first. */
export function binary(operator: string, left: Run, right: Run): Run {
  const arithmetic = ARITHMETIC[operator]
  if (arithmetic)
    return (cells) => {
      const a = toNumber(left(cells))
      if (isError(a)) return a
      const b = toNumber(right(cells))
      return isError(b) ? b : arithmetic(a, b)
    }
  const order = ORDER[operator]
  const combined: (a: Scalar, b: Scalar) => Result =
    operator === '=' || operator === '<>'
      ? (a, b) => equal(a, b) === (operator === '=')
      : order
        ? (a, b) => order(compare(a, b))
        : (a, b) => `${toText(a)}${toText(b)}`
  return (cells) => {
    const a = left(cells)
    const b = right(cells)
    if (isError(a)) return a
    return isError(b) ? b : combined(a, b)
  }
}

/** What stands beside an operator, and as far as it is known: the cell that it is, or the value that is the same for every row. */
export interface Operand {
  readonly run: Run
  readonly cell?: number | undefined
  readonly constant?: Scalar | undefined
}

/** Comparison of what can be no error. The cells are looked at here: they are most of what rules compare. */
export function comparison(operator: string, left: Operand, right: Operand): Test {
  const [a, b] = [left.run as (cells: Cells) => Scalar, right.run as (cells: Cells) => Scalar]
  const { constant } = right
  if (operator === '=' || operator === '<>') {
    const wanted = operator === '='
    if (typeof constant === 'string') return sameText(left, constant, wanted)
    if (left.cell === undefined) return (cells) => equal(a(cells), b(cells)) === wanted
    const at = left.cell
    if (constant !== undefined) return (cells) => equal(cells[at] as Scalar, constant) === wanted
    return (cells) => equal(cells[at] as Scalar, b(cells)) === wanted
  }
  const below = operator === '<' || operator === '<='
  const same = operator === '<=' || operator === '>='
  const verdict = (sign: number): boolean => (sign === 0 ? same : sign < 0 === below)
  if (left.cell === undefined) return (cells) => verdict(compare(a(cells), b(cells)))
  const at = left.cell
  if (constant !== undefined) return (cells) => verdict(compare(cells[at] as Scalar, constant))
  if (right.cell === undefined) return (cells) => verdict(compare(cells[at] as Scalar, b(cells)))
  const other = right.cell
  return (cells) => verdict(compare(cells[at] as Scalar, cells[other] as Scalar))
}

/** Whether a text begins as another, which is told by its first letter where it does not. */
export function beginsAs({ run, cell }: Operand, text: string, beginning: Test): Test {
  return (cells) => {
    const value = cell === undefined ? run(cells) : cells[cell]
    return !(typeof value === 'string' && value !== '' && beginOtherwise(value, text)) && beginning(cells)
  }
}

function sameText({ run, cell }: Operand, text: string, wanted: boolean): Test {
  const of = run as (cells: Cells) => Scalar
  if (text === '')
    return (cells) => {
      const value = cell === undefined ? of(cells) : (cells[cell] as Scalar)
      return (value === null || value === '') === wanted
    }
  const key = folded(text)
  return (cells) => {
    const value = cell === undefined ? of(cells) : (cells[cell] as Scalar)
    if (typeof value !== 'string' || value === '' || beginOtherwise(value, text)) return !wanted
    return (value === text || folded(value) === key) === wanted
  }
}
