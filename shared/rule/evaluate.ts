// Runs a compiled formula over one row: Excel's semantics, errors as values.
// Each tree becomes closures once; nothing is made from text at run time.
import type { Compiled } from './compile.ts'
import type { FormulaNode } from './formula-tree.ts'
import type { Argument } from './function-spec.ts'
import { FUNCTIONS } from './functions.ts'
import {
  compare,
  DIV0,
  ExcelError,
  fifteenDigits,
  isError,
  NOT_AVAILABLE,
  NUM,
  type Result,
  type Scalar,
  toLogical,
  toNumber,
  toText,
  VALUE,
} from './scalar.ts'

/** What a formula can see while it runs. */
export interface RuleEnvironment {
  readonly row: Readonly<Record<string, Result>>
  /** The values of a column of the table, blanks included. */
  readonly column: (key: string) => readonly Scalar[]
  /** Control totals, in the unit in which formulas speak of money. */
  readonly plan: Readonly<Record<string, number>>
}

type Runner = (environment: RuleEnvironment) => Argument
type SingleRunner = (environment: RuleEnvironment) => Result

const runners = new WeakMap<Compiled, SingleRunner>()

export function evaluate(formula: Compiled, environment: RuleEnvironment): Result {
  let runner = runners.get(formula)
  if (!runner) {
    runner = single(build(formula.tree))
    runners.set(formula, runner)
  }
  return runner(environment)
}

const single =
  (runner: Runner): SingleRunner =>
  (environment) => {
    const value = runner(environment)
    // A whole column where one value belongs: no implicit intersection.
    return Array.isArray(value) ? VALUE : (value as Result)
  }

function build(node: FormulaNode): Runner {
  switch (node.type) {
    case 'literal':
      return () => node.value
    case 'error': {
      const error = new ExcelError(node.text)
      return () => error
    }
    case 'blank':
      return () => null
    case 'field':
      return ({ row }) => row[node.key] ?? null
    case 'column':
      return ({ column }) => column(node.key)
    case 'plan':
      return ({ plan }) => plan[node.name] ?? new ExcelError('#NAME?')
    case 'unary':
      return unary(node.operator, single(build(node.of)))
    case 'binary':
      return binary(node.operator, single(build(node.left)), single(build(node.right)))
    case 'call':
      return call(node.name, node.args.map(build))
    case 'other':
      return () => new ExcelError('#NAME?')
  }
}

const unary =
  (operator: '+' | '-' | '%', of: SingleRunner): SingleRunner =>
  (environment) => {
    const value = of(environment)
    // Excel's unary plus changes nothing, not even text.
    if (operator === '+') return value
    const number = toNumber(value)
    return isError(number) ? number : operator === '-' ? -number : number / 100
  }

const finite = (value: number): Result => (Number.isFinite(value) ? value : NUM)

/** Where the exact result of + or - is lost in the last binary digits, Excel answers 0. */
const nearZero = (result: number, a: number, b: number) => (result !== 0 && fifteenDigits(a) === fifteenDigits(-b) ? 0 : result)

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => Result>> = {
  '+': (a, b) => finite(nearZero(a + b, a, b)),
  '-': (a, b) => finite(nearZero(a - b, a, -b)),
  '*': (a, b) => finite(a * b),
  '/': (a, b) => (b === 0 ? DIV0 : finite(a / b)),
  '^': (a, b) => (a === 0 && b === 0 ? NUM : a === 0 && b < 0 ? DIV0 : finite(a ** b)),
}

const COMPARISON: Readonly<Record<string, (sign: number) => boolean>> = {
  '=': (sign) => sign === 0,
  '<>': (sign) => sign !== 0,
  '<': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '<=': (sign) => sign <= 0,
  '>=': (sign) => sign >= 0,
}

function binary(operator: string, left: SingleRunner, right: SingleRunner): SingleRunner {
  const arithmetic = ARITHMETIC[operator]
  const comparison = COMPARISON[operator]
  return (environment) => {
    const [a, b] = [left(environment), right(environment)]
    if (isError(a)) return a
    if (isError(b)) return b
    if (comparison) return comparison(compare(a, b))
    if (operator === '&') return `${toText(a)}${toText(b)}`
    const [x, y] = [toNumber(a), toNumber(b)]
    if (isError(x)) return x
    if (isError(y)) return y
    return arithmetic ? arithmetic(x, y) : VALUE
  }
}

/** IF and its kin run only the branch that is taken. */
const LAZY: Readonly<Record<string, (args: readonly SingleRunner[]) => SingleRunner>> = {
  IF: (args) => (environment) => {
    const condition = toLogical(args[0]!(environment))
    if (isError(condition)) return condition
    const branch = condition ? args[1] : args[2]
    if (!branch) return condition
    return branch(environment) ?? 0
  },
  IFS: (args) => (environment) => {
    for (let at = 0; at + 1 < args.length; at += 2) {
      const condition = toLogical(args[at]!(environment))
      if (isError(condition)) return condition
      if (condition) return args[at + 1]!(environment) ?? 0
    }
    return NOT_AVAILABLE
  },
  SWITCH: (args) => (environment) => {
    const value = args[0]!(environment)
    if (isError(value)) return value
    for (let at = 1; at + 1 < args.length; at += 2) {
      const candidate = args[at]!(environment)
      if (isError(candidate)) return candidate
      if (compare(value, candidate) === 0) return args[at + 1]!(environment) ?? 0
    }
    return args.length % 2 === 0 ? (args.at(-1)!(environment) ?? 0) : NOT_AVAILABLE
  },
  IFERROR: (args) => (environment) => {
    const value = args[0]!(environment)
    return (isError(value) ? args[1]!(environment) : value) ?? 0
  },
}

function call(name: string, args: readonly Runner[]): Runner {
  const lazy = LAZY[name]
  if (lazy) return lazy(args.map(single))
  const body = FUNCTIONS[name]?.body
  if (!body) return () => new ExcelError('#NAME?')
  return (environment) => {
    const values: Argument[] = []
    for (const argument of args) values.push(argument(environment))
    return body(values)
  }
}
