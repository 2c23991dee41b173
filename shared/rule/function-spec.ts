// What a function of the rule language is: arity, kinds, body. The bodies stand
// by family in functions-*.ts, the list of all in functions.ts.
import { type ExcelError, isError, NUM, type Result, type Scalar, toNumber, toText, VALUE } from './scalar.ts'

/** What a cell or a formula can hold, as far as it is known before running; 'any' where only the run tells. */
export type Kind = 'number' | 'text' | 'date' | 'boolean' | 'any'

/** One argument: a single value, or the values of a whole column. */
export type Argument = Result | readonly Scalar[]

export interface FunctionSpec {
  readonly min: number
  readonly max: number
  readonly result: Kind
  /** Kind that every argument must have; 'any' where all are taken. */
  readonly takes: Kind
  /** Positions that take a whole column; 'all' for aggregates. */
  readonly columns?: 'all' | readonly number[]
  readonly body?: (args: readonly Argument[]) => Result
}

export const isColumn = (argument: Argument | undefined): argument is readonly Scalar[] => Array.isArray(argument)
export const single = (argument: Argument | undefined): Result => (isColumn(argument) ? VALUE : (argument ?? null))
export const many = Number.POSITIVE_INFINITY

export const settle = (value: number): Result => (Number.isFinite(value) ? value : NUM)

/** A body over plain numbers; blanks and number-like text become numbers first. */
export const numeric = (min: number, max: number, apply: (...numbers: number[]) => number | ExcelError): FunctionSpec => ({
  min,
  max,
  result: 'number',
  takes: 'number',
  body: (args) => {
    const numbers: number[] = []
    for (const argument of args) {
      const number = toNumber(single(argument))
      if (isError(number)) return number
      numbers.push(number)
    }
    const result = apply(...numbers)
    return isError(result) ? result : settle(result)
  },
})

/** A body over plain texts and numbers as texts. */
export const textual = (
  min: number,
  max: number,
  result: Kind,
  apply: (args: readonly Scalar[], texts: readonly string[]) => Result,
): FunctionSpec => ({
  min,
  max,
  result,
  takes: 'any',
  body: (args) => {
    const values: Scalar[] = []
    const texts: string[] = []
    for (const argument of args) {
      const value = single(argument)
      if (isError(value)) return value
      values.push(value)
      texts.push(toText(value) as string)
    }
    return apply(values, texts)
  },
})
