// Makes closures of a formula once, so that running it over many rows makes
// nothing: no text is looked at, no list is built. What can be no error is told
// apart beforehand, because only errors oblige AND and OR to look at all they are given.
import type { Compiled } from './compile.ts'
import type { Cells, RuleNames, Run, Test } from './environment.ts'
import type { BinaryNode, CallNode, FormulaNode, ListPart } from './formula-tree.ts'
import { type Argument, literalOf, type Range } from './function-spec.ts'
import { functionNamed } from './functions.ts'
import { beginsAs, binary, comparison, isComparison, type Operand, unary } from './operators.ts'
import { type Answers, rememberedParts, remembering } from './remembered-parts.ts'
import { ExcelError, isError, NAME, type Result, type Scalar, toText, VALUE } from './scalar.ts'
import type { ListEntries } from './scope.ts'

export interface Placing extends RuleNames {
  /** Where among what it is given the formula finds a field of the row, and a whole column. */
  readonly cell: (key: string) => number
  readonly column: (key: string) => number
  /** Whether errors may stand in the cells. */
  readonly mayHoldErrors: boolean
  /** Fields in which the same few values come again and again. */
  readonly recurs: (key: string) => boolean
  /** Where answers about such values are kept. */
  readonly answers: Answers
}

const ALWAYS: Test = () => true
const NEVER: Test = () => false

/** Functions that take errors as they come and say yes or no. */
const ASKING: ReadonlySet<string> = new Set(['ISBLANK', 'ISNUMBER', 'ISTEXT', 'ISNONTEXT', 'ISLOGICAL', 'ISERROR', 'ISERR', 'ISNA'])
/** Functions that say yes or no, or are an error. */
const LOGICAL: ReadonlySet<string> = new Set([...ASKING, 'AND', 'OR', 'NOT', 'TRUE', 'FALSE'])

/** How many characters a LEFT takes, where the formula says it; null of anything else. */
function beginning({ name, args }: CallNode): number | null {
  if (name !== 'LEFT') return null
  const length = args[1] === undefined ? 1 : literalOf(args[1])
  return typeof length === 'number' && length >= 0 ? Math.trunc(length) : null
}

const all =
  (of: readonly Test[]): Test =>
  (cells) => {
    for (let at = 0; at < of.length; at++) if (!of[at]!(cells)) return false
    return true
  }
const any =
  (of: readonly Test[]): Test =>
  (cells) => {
    for (let at = 0; at < of.length; at++) if (of[at]!(cells)) return true
    return false
  }

const isLogical = (node: FormulaNode): boolean =>
  node.type === 'binary' ? isComparison(node.operator) : node.type === 'call' && LOGICAL.has(node.name)

const cellsOf = (entries: ListEntries, part: ListPart): Range =>
  entries.flatMap(({ label, code }) => (part === 'all' ? [label, code] : [part === 'label' ? label : code]))

export function build({ tree, lists }: Compiled, placing: Placing): Run {
  const remembered = rememberedParts(tree, placing.recurs)
  const tests = new Map<FormulaNode, Test | null>()

  /** Some part of the formula, run only for values that it has not seen. */
  const kept = <R extends Result>(node: FormulaNode, run: (cells: Cells) => R): ((cells: Cells) => R) => {
    const key = remembered.get(node)
    return key === undefined ? run : remembering(run, placing.cell(key), placing.answers)
  }

  const named = (names: Readonly<Record<string, Scalar>> | undefined, name: string): Result =>
    names && Object.hasOwn(names, name) ? (names[name] ?? NAME) : NAME

  /** What is the same for every row; undefined where it depends on the row. */
  const constantOf = (node: FormulaNode): Result | undefined => {
    if (node.type === 'literal') return node.value
    if (node.type === 'plan') return named(placing.plan, node.name)
    return node.type === 'period' ? named(placing.period, node.name) : undefined
  }

  /** Whether it can be no error. */
  const isSure = (node: FormulaNode): boolean => {
    switch (node.type) {
      case 'literal':
      case 'blank':
        return true
      case 'field':
        return !placing.mayHoldErrors
      case 'plan':
      case 'period':
        return !isError(constantOf(node))
      case 'binary':
        return node.operator === '&' ? isSure(node.left) && isSure(node.right) : testOf(node) !== null
      case 'call': {
        const [test, ...values] = node.args
        if (testOf(node) !== null || (node.name === 'IF' && testOf(test!) !== null && values.every(isSure))) return true
        return beginning(node) !== null && isSure(test!)
      }
      default:
        return false
    }
  }

  /** The node as something that is always true or false; null where it may be anything else. */
  const testOf = (node: FormulaNode): Test | null => {
    let test = tests.get(node)
    if (test === undefined) {
      const made = node.type === 'binary' ? comparing(node) : node.type === 'call' ? asking(node) : null
      test = made && kept(node, made)
      tests.set(node, test)
    }
    return test
  }

  const operand = (node: FormulaNode): Operand => {
    const constant = constantOf(node)
    return {
      run: run(node),
      cell: node.type === 'field' ? placing.cell(node.key) : undefined,
      constant: isError(constant) ? undefined : constant,
    }
  }

  const comparing = ({ operator, left, right }: BinaryNode): Test | null => {
    if (!isComparison(operator) || !isSure(left) || !isSure(right)) return null
    const constant = constantOf(right)
    const test = comparison(operator, operand(left), operand(right))
    const isBeginning =
      operator === '=' && typeof constant === 'string' && constant !== '' && left.type === 'call' && beginning(left) !== null
    return isBeginning && !remembered.has(left) ? beginsAs(operand(left.args[0]!), constant, test) : test
  }

  const asking = ({ name, args }: CallNode): Test | null => {
    if (name === 'TRUE') return ALWAYS
    if (name === 'FALSE') return NEVER
    const [first, second, third] = args
    if (name === 'ISBLANK' && first?.type === 'field') {
      const at = placing.cell(first.key)
      return (cells) => cells[at] === null
    }
    if (ASKING.has(name)) return running(name, [run(first!)]) as Test
    if (name !== 'NOT' && name !== 'AND' && name !== 'OR' && name !== 'IF') return null
    const of = args.map(testOf)
    if (of.includes(null)) return null
    const [a, b, c = NEVER] = of as Test[]
    if (name === 'NOT') return (cells) => !a!(cells)
    if (name === 'IF') return (cells) => (a!(cells) ? b!(cells) : c(cells))
    if (!second) return a!
    if (third) return name === 'AND' ? all(of as Test[]) : any(of as Test[])
    return name === 'AND' ? (cells) => a!(cells) && b!(cells) : (cells) => a!(cells) || b!(cells)
  }

  /** AND, OR of logicals and errors. From position `free` on none is an error, and the first that decides ends it. */
  const together =
    (all: boolean, of: readonly Run[], free: number): Run =>
    (cells) => {
      let verdict = all
      for (let at = 0; at < of.length; at++) {
        const flag = of[at]!(cells)
        if (isError(flag)) return flag
        if (flag === all) continue
        verdict = !all
        if (at + 1 >= free) break
      }
      return verdict
    }

  /** A function over its arguments, which are put into the same list every time. */
  const running = (name: string, given: readonly ((cells: Cells) => Argument)[]): Run => {
    const body = functionNamed(name)?.body
    if (!body) return () => NAME
    const args: Argument[] = given.map(() => null)
    return (cells) => {
      for (let at = 0; at < given.length; at++) args[at] = given[at]!(cells)
      return body(args)
    }
  }

  /** Where a function takes cells, a field is one cell and a column all of them. */
  const argument = (node: FormulaNode, asRange: boolean): ((cells: Cells) => Argument) => {
    if (node.type === 'list') {
      const entries = cellsOf(lists[node.name] ?? [], node.part)
      return () => entries
    }
    if (asRange && node.type === 'column') {
      const at = placing.column(node.key)
      return (cells) => cells[at] as Range
    }
    const one = run(node)
    return asRange && node.type === 'field' ? (cells) => [one(cells)] : one
  }

  const call = (node: CallNode): Run => {
    const { name, args } = node
    const spec = functionNamed(name)
    const condition = name === 'IF' ? testOf(args[0]!) : null
    if (condition) {
      const [then, otherwise] = [run(args[1]!), args[2] ? run(args[2]) : NEVER]
      return (cells) => (condition(cells) ? then(cells) : otherwise(cells))
    }
    const count = beginning(node)
    if (count !== null && isSure(args[0]!)) {
      const of = run(args[0]!)
      return (cells) => {
        const value = of(cells)
        return (typeof value === 'string' ? value : (toText(value) as string)).slice(0, count)
      }
    }
    if (spec?.lazy) return spec.lazy(args.map(run))
    if ((name === 'AND' || name === 'OR') && args.every(isLogical)) {
      const free = args.findLastIndex((one) => testOf(one) === null) + 1
      return together(name === 'AND', args.map(run), free)
    }
    return running(
      name,
      args.map((one, index) => argument(one, spec?.ranges?.(index) ?? false)),
    )
  }

  const run = (node: FormulaNode): Run => testOf(node) ?? kept(node, making(node))

  const making = (node: FormulaNode): Run => {
    switch (node.type) {
      case 'literal':
      case 'plan':
      case 'period': {
        const constant = constantOf(node)!
        return () => constant
      }
      case 'error': {
        const error = new ExcelError(node.text)
        return () => error
      }
      case 'blank':
        return () => null
      case 'field': {
        const at = placing.cell(node.key)
        return (cells) => cells[at] as Result
      }
      case 'unary':
        return unary(node.operator, run(node.of))
      case 'binary':
        return binary(node.operator, run(node.left), run(node.right))
      case 'call':
        return call(node)
      // Compiling refuses the rest.
      case 'column':
      case 'list':
        return () => VALUE
      case 'name':
      case 'other':
        return () => NAME
    }
  }

  const whole = run(tree)
  // A blank that comes out whole is 0, as in a cell that holds `=A1`.
  return testOf(tree) ? whole : (cells) => whole(cells) ?? 0
}
