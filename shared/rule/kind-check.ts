// Walks a formula before it is ever run: which fields it reads, whether all that
// it names exists, and whether text stands where Excel needs a number.
import type { BinaryNode, CallNode, FormulaNode } from './formula-tree.ts'
import type { FunctionSpec, Kind } from './function-spec.ts'
import { functionNamed } from './functions.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import { kindOfPeriodFact, kindOfPlanFact, type ListEntries, type Scope } from './scope.ts'

export interface Checked {
  readonly kind: Kind
  readonly refusals: readonly Refusal[]
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  readonly lists: Readonly<Record<string, ListEntries>>
}

/** Where a node stands: alone, where a function takes cells, or where it looks in a list. */
type Seat = 'value' | 'range' | 'list'

/** Excel nests functions 64 deep. */
const DEEPEST_CALL = 64
/** Chains of operators and brackets: far more than people write, far less than a stack holds. */
const DEEPEST = 1000
/** The longest text that Excel takes between quotes in a formula. */
const LONGEST_TEXT = 255

const ARITHMETIC = new Set(['+', '-', '*', '/', '^'])
const COMPARISON = new Set(['=', '<>', '<', '>', '<=', '>='])

const shared = (kinds: readonly Kind[]): Kind => (kinds.length > 0 && kinds.every((kind) => kind === kinds[0]) ? (kinds[0] as Kind) : 'any')
const isEmptyText = (node: FormulaNode) => node.type === 'literal' && node.value === ''

function arityFits(spec: FunctionSpec, count: number): boolean {
  return count >= spec.min && count <= spec.max && (spec.pairsAfter === undefined || (count - spec.pairsAfter) % 2 === 0)
}

export function kindCheck(tree: FormulaNode, scope: Scope): Checked {
  const refusals: Refusal[] = []
  const [fields, columns] = [new Set<string>(), new Set<string>()]
  const lists: Record<string, ListEntries> = {}
  const refuse = (node: FormulaNode, code: RefusalCode, params: Refusal['params'] = {}): Kind => {
    refusals.push({ code, from: node.from, to: node.to, params })
    return 'any'
  }

  const reference = (node: FormulaNode & { type: 'field' | 'column' }, seat: Seat): Kind => {
    const known = node.type === 'column' ? { ...scope.elsewhere, ...scope.fields } : scope.fields
    const kind = Object.hasOwn(known, node.key) ? known[node.key] : undefined
    if (kind === undefined) return refuse(node, 'unknown-field', { key: node.key })
    if (node.type === 'field') {
      if (scope.about === 'table') return refuse(node, 'field-not-allowed', { key: node.key })
      fields.add(node.key)
      return kind
    }
    if (scope.about === 'row') return refuse(node, 'column-not-allowed', { key: node.key })
    if (seat !== 'range') return refuse(node, 'column-outside-aggregate', { key: node.key })
    columns.add(node.key)
    return kind
  }

  const list = (node: FormulaNode & { type: 'list' }, seat: Seat): Kind => {
    const entries = scope.lists && Object.hasOwn(scope.lists, node.name) ? scope.lists[node.name] : undefined
    if (!entries) return refuse(node, 'unknown-list', { name: node.name })
    if (seat !== 'list') return refuse(node, 'list-outside-lookup', { name: node.name })
    lists[node.name] = entries
    return 'text'
  }

  const binary = (node: BinaryNode, depth: number, calls: number): Kind => {
    const [left, right] = [visit(node.left, 'value', depth, calls), visit(node.right, 'value', depth, calls)]
    if (ARITHMETIC.has(node.operator)) {
      if (left === 'text') refuse(node.left, 'text-in-arithmetic')
      if (right === 'text') refuse(node.right, 'text-in-arithmetic')
      const oneDate = (left === 'date') !== (right === 'date')
      return oneDate && (node.operator === '+' || (node.operator === '-' && left === 'date')) ? 'date' : 'number'
    }
    if (COMPARISON.has(node.operator)) {
      const clash = (a: Kind, b: Kind, other: FormulaNode) => a === 'date' && b === 'text' && !isEmptyText(other)
      if (clash(left, right, node.right) || clash(right, left, node.left)) refuse(node, 'date-against-text')
      return 'boolean'
    }
    return node.operator === '&' ? 'text' : refuse(node, 'not-expressible', { text: node.operator })
  }

  const call = (node: CallNode, depth: number, calls: number): Kind => {
    const spec = functionNamed(node.name)
    if (!spec) return refuse(node, 'unknown-function', { name: node.name })
    if (calls >= DEEPEST_CALL) return refuse(node, 'too-deep', { limit: DEEPEST_CALL })
    const { args } = node
    if (!arityFits(spec, args.length)) refuse(node, 'wrong-arity', { name: node.name, count: args.length, min: spec.min, max: spec.max })
    const kinds = args.map((argument, index) => {
      const cells = spec.ranges?.(index) ?? false
      const part = spec.lists?.(index)
      if (part && (argument.type !== 'list' || (argument.part === 'all') !== (part === 'all')))
        return refuse(argument, 'list-wanted', { name: node.name, part })
      const kind = visit(argument, part ? 'list' : cells ? 'range' : 'value', depth, calls + 1)
      if (spec.lists && index === 0 && kind !== 'text' && kind !== 'any') refuse(argument, 'number-in-list', { name: node.name })
      const takes = spec.takes[Math.min(index, spec.takes.length - 1)]
      if (takes === 'number' && kind === 'text') refuse(argument, 'text-in-arithmetic')
      // What a missing argument means differs from function to function, and from program to program.
      if (argument.type === 'blank' && !spec.lazy)
        refuse(node, 'wrong-arity', { name: node.name, count: index, min: spec.min, max: spec.max })
      if (cells && spec.rangesOnly && argument.type !== 'field' && argument.type !== 'column')
        refuse(argument, 'not-expressible', { text: node.name })
      return kind
    })
    const why = spec.refuses?.(args)
    if (why) refuse(node, why, { name: node.name, text: node.name })
    if (scope.about === 'table' && spec.countsBlanks?.(args)) refuse(node, 'counts-blank-rows', { name: node.name })
    const { result } = spec
    return typeof result === 'string' ? result : shared(kinds.filter((_, index) => result(index, args.length)))
  }

  const visit = (node: FormulaNode, seat: Seat, depth: number, calls: number): Kind => {
    if (depth > DEEPEST) return refuse(node, 'too-deep', { limit: DEEPEST })
    switch (node.type) {
      case 'literal':
        if (typeof node.value === 'string' && node.value.length > LONGEST_TEXT)
          refuse(node, 'too-long', { limit: LONGEST_TEXT, length: node.value.length })
        return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'boolean' : 'text'
      case 'error':
      case 'blank':
        return 'any'
      case 'field':
      case 'column':
        return reference(node, seat)
      case 'list':
        return list(node, seat)
      case 'plan':
        return kindOfPlanFact(node.name) ?? (scope.plan.includes(node.name) ? 'number' : refuse(node, 'unknown-name', { name: node.name }))
      case 'period':
        return kindOfPeriodFact(node.name) ?? refuse(node, 'unknown-name', { name: node.name })
      case 'name':
        return refuse(node, 'unknown-name', { name: node.text })
      case 'other':
        return refuse(node, 'not-expressible', { text: node.text })
      case 'unary': {
        const kind = visit(node.of, 'value', depth + 1, calls)
        if (kind === 'text') refuse(node.of, 'text-in-arithmetic')
        return node.operator === '+' ? kind : 'number'
      }
      case 'binary':
        return binary(node, depth + 1, calls)
      case 'call':
        return call(node, depth + 1, calls)
    }
  }

  const kind = visit(tree, 'value', 0, 0)
  return { kind, refusals, fields: [...fields], columns: [...columns], lists }
}
