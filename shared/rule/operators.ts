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

/** Comparison of what can be no error. `constant`: the right side, where it is the same for every row. */
export function comparison(operator: string, left: Run, right: Run, constant: Scalar | undefined): Test {
  const [a, b] = [left as (cells: Cells) => Scalar, right as (cells: Cells) => Scalar]
  if (operator === '<') return (cells) => compare(a(cells), b(cells)) < 0
  if (operator === '>') return (cells) => compare(a(cells), b(cells)) > 0
  if (operator === '<=') return (cells) => compare(a(cells), b(cells)) <= 0
  if (operator === '>=') return (cells) => compare(a(cells), b(cells)) >= 0
  const same = typeof constant === 'string' ? sameText(a, constant) : (cells: Cells) => equal(a(cells), b(cells))
  return operator === '=' ? same : (cells) => !same(cells)
}

/** Whether a text begins as another, which is told by its first letter where it does not. */
export function beginsAs(of: Run, text: string, beginning: Test): Test {
  return (cells) => {
    const value = of(cells)
    return !(typeof value === 'string' && value !== '' && beginOtherwise(value, text)) && beginning(cells)
  }
}

function sameText(of: (cells: Cells) => Scalar, text: string): Test {
  if (text === '') return (cells) => (of(cells) ?? '') === ''
  const key = folded(text)
  return (cells) => {
    const value = of(cells)
    return value === text || (typeof value === 'string' && value !== '' && !beginOtherwise(value, text) && folded(value) === key)
  }
}
