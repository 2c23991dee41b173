// What a function of the rule language is: arity, kinds, body. The bodies stand
// by family in functions-*.ts, the list of all in functions.ts.
import type { Run } from './environment.ts'
import type { FormulaNode } from './formula-tree.ts'
import type { RefusalCode } from './refusal.ts'
import { type ExcelError, isError, type Result, type Scalar, settle, toNumber, toText, VALUE } from './scalar.ts'

/** What a cell or a formula can hold, as far as it is known before running; 'any' where only the run tells. */
export type Kind = 'number' | 'text' | 'date' | 'boolean' | 'any'

/** The cells that an aggregate gets: a whole column, or one cell of the row. */
export type Range = readonly Result[]
export type Argument = Result | Range

export interface FunctionSpec {
  readonly min: number
  readonly max: number
  /** Arguments that come in pairs: how many stand before the pairs. */
  readonly pairsAfter?: number
  /** Kind of the result, or the positions of the arguments that it is one of. */
  readonly result: Kind | ((index: number, count: number) => boolean)
  /** Kinds of the arguments, the last for all that follow. Text where a number is wanted is refused. */
  readonly takes: readonly ('number' | 'any')[]
  /** Positions at which cells are seen as cells: text in them is no number and a blank is not 0. */
  readonly ranges?: (index: number) => boolean
  /** Whether these positions take cells only, no values. */
  readonly rangesOnly?: boolean
  /** Positions at which a code list is looked up, and which part of it. */
  readonly lists?: (index: number) => 'all' | 'column' | undefined
  /** What else is demanded of the arguments: why they are refused, or null. */
  readonly refuses?: (args: readonly FormulaNode[]) => RefusalCode | null
  /** Whether rows that are blank altogether change the result. */
  readonly countsBlanks?: (args: readonly FormulaNode[]) => boolean
  readonly body?: (args: readonly Argument[]) => Result
  /** For functions that run only the arguments they need. */
  readonly lazy?: (args: readonly Run[]) => Run
}

export const ANY = ['any'] as const
export const NUMBERS = ['number'] as const
/** Excel takes up to 255 arguments; no rule that people can read needs more than 30. */
export const MOST = 30

export const isRange = (argument: Argument | undefined): argument is Range => Array.isArray(argument)
export const single = (argument: Argument | undefined): Result => (isRange(argument) ? VALUE : (argument ?? null))

/** The value that is written in the formula itself, if it is one. */
export const literalOf = (node: FormulaNode | undefined): Scalar | undefined => (node?.type === 'literal' ? node.value : undefined)

/** A body over plain numbers; blanks and number-like text become numbers first. */
export const numeric = (min: number, max: number, apply: (...numbers: number[]) => number | ExcelError): FunctionSpec => ({
  min,
  max,
  result: 'number',
  takes: NUMBERS,
  body: (args) => {
    const first = toNumber(single(args[0]))
    if (isError(first)) return first
    let result: number | ExcelError
    if (args.length === 1) result = apply(first)
    else {
      const numbers = [first]
      for (let at = 1; at < args.length; at++) {
        const number = toNumber(single(args[at]))
        if (isError(number)) return number
        numbers.push(number)
      }
      result = apply(...numbers)
    }
    return isError(result) ? result : settle(result)
  },
})

/** A body over texts, and numbers at the positions that `takes` names. */
export const textual = (
  takes: FunctionSpec['takes'],
  min: number,
  result: Kind,
  apply: (texts: readonly string[], numbers: readonly number[]) => Result,
  max = takes.length,
): FunctionSpec => ({
  min,
  max,
  result,
  takes,
  body: (args) => {
    const texts: string[] = []
    const numbers: number[] = []
    for (let index = 0; index < args.length; index++) {
      const value = single(args[index])
      const one = takes[Math.min(index, takes.length - 1)] === 'number' ? toNumber(value) : toText(value)
      if (isError(one)) return one
      if (typeof one === 'number') numbers.push(one)
      else texts.push(one)
    }
    return apply(texts, numbers)
  },
})
