// Runs a compiled formula over one row: Excel's semantics, errors as values.
// Each tree becomes closures once; nothing is made from text at run time.
import type { Compiled } from './compile.ts'
import type { RuleEnvironment, Run } from './environment.ts'
import type { CallNode, FormulaNode, ListPart, UnaryOperator } from './formula-tree.ts'
import type { Argument, Range } from './function-spec.ts'
import { functionNamed } from './functions.ts'
import { power } from './functions-math.ts'
import {
  compare,
  DIV0,
  ExcelError,
  equal,
  fifteenDigits,
  isError,
  NAME,
  type Result,
  type Scalar,
  settle,
  toNumber,
  toText,
  VALUE,
} from './scalar.ts'
import type { ListEntries } from './scope.ts'

const runs = new WeakMap<Compiled, Run>()

/** A blank that comes out whole is 0, as in a cell that holds `=A1`. */
export function evaluate(formula: Compiled, environment: RuleEnvironment): Result {
  let run = runs.get(formula)
  if (!run) {
    run = build(formula.tree, formula.lists)
    runs.set(formula, run)
  }
  return run(environment) ?? 0
}

type Lists = Compiled['lists']

function build(node: FormulaNode, lists: Lists): Run {
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
      return ({ row }) => {
        const value = row[node.key]
        // A key may be the name of what every object has.
        return value !== undefined && typeof value !== 'function' ? value : null
      }
    case 'plan':
      return ({ plan }) => (Object.hasOwn(plan, node.name) ? (plan[node.name] ?? NAME) : NAME)
    case 'period':
      return ({ period }) => (period && Object.hasOwn(period, node.name) ? (period[node.name] ?? NAME) : NAME)
    case 'unary':
      return unary(node.operator, build(node.of, lists))
    case 'binary':
      return binary(node.operator, build(node.left, lists), build(node.right, lists))
    case 'call':
      return call(node, lists)
    // Compiling refuses the rest.
    case 'column':
    case 'list':
      return () => VALUE
    case 'name':
    case 'other':
      return () => NAME
  }
}

/** Where a function takes cells, a field is one cell and a column all of them. */
function buildArgument(node: FormulaNode, asRange: boolean, lists: Lists): (environment: RuleEnvironment) => Argument {
  if (node.type === 'list') {
    const cells = cellsOf(lists[node.name] ?? [], node.part)
    return () => cells
  }
  if (asRange && node.type === 'column') return ({ column }) => column(node.key)
  const run = build(node, lists)
  return asRange && node.type === 'field' ? (environment) => [run(environment)] : run
}

const cellsOf = (entries: ListEntries, part: ListPart): Range =>
  entries.flatMap(({ label, code }) => (part === 'all' ? [label, code] : [part === 'label' ? label : code]))

function unary(operator: UnaryOperator, of: Run): Run {
  // Excel's unary plus changes nothing, not even text.
  if (operator === '+') return of
  return (environment) => {
    const number = toNumber(of(environment))
    return isError(number) ? number : settle(operator === '-' ? -number : number / 100)
  }
}

/**
 * Where a sum or difference would be nothing but the error of binary fractions, Excel answers 0:
 * "Floating-point arithmetic may give inaccurate results in Excel", Microsoft 78113.
 */
const nothingLeft = (a: number, b: number) => a !== 0 && a < 0 !== b < 0 && fifteenDigits(a) === fifteenDigits(-b)

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

const COMPARISON: Readonly<Record<string, (sign: number) => boolean>> = {
  '<': (sign) => sign < 0,
  '>': (sign) => sign > 0,
  '<=': (sign) => sign <= 0,
  '>=': (sign) => sign >= 0,
}

function combining(operator: string): (a: Scalar, b: Scalar) => Result {
  if (operator === '=') return equal
  if (operator === '<>') return (a, b) => !equal(a, b)
  const comparison = COMPARISON[operator]
  return comparison ? (a, b) => comparison(compare(a, b)) : (a, b) => `${toText(a)}${toText(b)}`
}

/** The error of the left operand is met first. */
function binary(operator: string, left: Run, right: Run): Run {
  const arithmetic = ARITHMETIC[operator]
  if (arithmetic)
    return (environment) => {
      const a = toNumber(left(environment))
      if (isError(a)) return a
      const b = toNumber(right(environment))
      return isError(b) ? b : arithmetic(a, b)
    }
  const combined = combining(operator)
  return (environment) => {
    const a = left(environment)
    const b = right(environment)
    if (isError(a)) return a
    return isError(b) ? b : combined(a, b)
  }
}

function call(node: CallNode, lists: Lists): Run {
  const spec = functionNamed(node.name)
  if (spec?.lazy) return spec.lazy(node.args.map((argument) => build(argument, lists)))
  const body = spec?.body
  if (!body) return () => NAME
  const args = node.args.map((argument, index) => buildArgument(argument, spec.ranges?.(index) ?? false, lists))
  return (environment) => body(args.map((argument) => argument(environment)))
}
