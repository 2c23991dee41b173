// From the text of a formula over field keys to something that can be run and
// translated: parsed by @borgar/fx, checked for names, arity and kinds. What
// is wrong is answered as data with its position, never thrown.
import { parse, tokenize } from '@borgar/fx'
import { type FormulaNode, toTree } from './formula-tree.ts'
import type { Kind } from './function-spec.ts'
import { FUNCTIONS } from './functions.ts'

/** What a formula may name: the fields of its table with their kinds, and the control totals of the plan. */
export interface Scope {
  readonly fields: Readonly<Record<string, Kind>>
  readonly plan: readonly string[]
}

export type RefusalCode =
  | 'syntax'
  | 'unknown-field'
  | 'unknown-function'
  | 'unknown-name'
  | 'wrong-arity'
  | 'text-in-arithmetic'
  | 'date-against-text'
  | 'column-outside-aggregate'
  | 'not-expressible'
  | 'too-long'

export interface Refusal {
  readonly code: RefusalCode
  /** Positions in the source, from 0, end exclusive. */
  readonly from: number
  readonly to: number
  readonly params: Readonly<Record<string, string | number>>
}

export interface Compiled {
  readonly source: string
  readonly tree: FormulaNode
  /** Kind of the result, as far as it is known. */
  readonly kind: Kind
  /** Keys of the fields read in the same row, and of the columns read whole. */
  readonly fields: readonly string[]
  readonly columns: readonly string[]
}

export type Compilation = { readonly ok: true; readonly formula: Compiled } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** The longest formula that Excel takes in a cell or a validation. */
const LONGEST = 8192

const ARITHMETIC = new Set(['+', '-', '*', '/', '^'])
const COMPARISON = new Set(['=', '<>', '<', '>', '<=', '>='])

export function compileFormula(source: string, scope: Scope): Compilation {
  const refuse = (code: RefusalCode, from: number, to: number, params: Refusal['params'] = {}): Compilation => ({
    ok: false,
    refusals: [{ code, from, to, params }],
  })
  if (source.length > LONGEST) return refuse('too-long', LONGEST, source.length, { limit: LONGEST, length: source.length })
  let tree: FormulaNode
  try {
    tree = toTree(parse(tokenize(source, { withLocation: true, mergeRefs: true })))
  } catch (error) {
    const at = (error as { sourceOffset?: unknown }).sourceOffset
    const from = typeof at === 'number' ? Math.min(at, source.length) : 0
    return refuse('syntax', from, source.length)
  }
  const refusals: Refusal[] = []
  const [fields, columns] = [new Set<string>(), new Set<string>()]
  const add = (node: FormulaNode, code: RefusalCode, params: Refusal['params'] = {}) =>
    refusals.push({ code, from: node.from, to: node.to, params })

  const kindOf = (node: FormulaNode, columnAllowed = false): Kind => {
    switch (node.type) {
      case 'literal':
        return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'boolean' : 'text'
      case 'error':
      case 'blank':
        return 'any'
      case 'other':
        add(node, 'not-expressible', { text: node.text })
        return 'any'
      case 'plan':
        if (!scope.plan.includes(node.name)) add(node, 'unknown-name', { name: node.name })
        return 'number'
      case 'field':
      case 'column': {
        const kind = Object.hasOwn(scope.fields, node.key) ? scope.fields[node.key]! : undefined
        if (kind === undefined) add(node, 'unknown-field', { key: node.key })
        else if (node.type === 'column' && !columnAllowed) add(node, 'column-outside-aggregate', { key: node.key })
        else (node.type === 'column' ? columns : fields).add(node.key)
        return kind ?? 'any'
      }
      case 'unary': {
        const kind = kindOf(node.of)
        if (kind === 'text') add(node.of, 'text-in-arithmetic')
        return 'number'
      }
      case 'binary':
        return binary(node)
      case 'call':
        return call(node)
    }
  }

  const binary = (node: FormulaNode & { type: 'binary' }): Kind => {
    const [left, right] = [kindOf(node.left), kindOf(node.right)]
    if (ARITHMETIC.has(node.operator)) {
      if (left === 'text') add(node.left, 'text-in-arithmetic')
      if (right === 'text') add(node.right, 'text-in-arithmetic')
      const dates = Number(left === 'date') + Number(right === 'date')
      return dates === 1 && (node.operator === '+' || node.operator === '-') ? 'date' : 'number'
    }
    if (COMPARISON.has(node.operator)) {
      const isEmptyText = (side: FormulaNode) => side.type === 'literal' && side.value === ''
      const clash = (a: Kind, b: Kind) => a === 'date' && b === 'text'
      if ((clash(left, right) && !isEmptyText(node.right)) || (clash(right, left) && !isEmptyText(node.left)))
        add(node, 'date-against-text')
      return 'boolean'
    }
    if (node.operator === '&') return 'text'
    add(node, 'not-expressible', { text: node.operator })
    return 'any'
  }

  const call = (node: FormulaNode & { type: 'call' }): Kind => {
    const spec = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined
    if (!spec) {
      add(node, 'unknown-function', { name: node.name })
      return 'any'
    }
    const count = node.args.length
    if (count < spec.min || count > spec.max || (node.name === 'IFS' && count % 2 === 1))
      add(node, 'wrong-arity', { name: node.name, count, min: spec.min, max: Math.min(spec.max, 255) })
    const kinds = node.args.map((argument, index) => kindOf(argument, spec.columns === 'all' || spec.columns?.includes(index)))
    if (spec.takes === 'number')
      for (const [index, kind] of kinds.entries()) if (kind === 'text') add(node.args[index]!, 'text-in-arithmetic')
    if (node.name === 'IF') return kinds[1] === kinds[2] ? kinds[1]! : 'any'
    return spec.result
  }

  const kind = kindOf(tree)
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, formula: { source, tree, kind, fields: [...fields], columns: [...columns] } }
}

/** The order in which computed fields can be worked out, or the keys that wait for each other in a circle. */
export function orderComputed(formulas: ReadonlyMap<string, Compiled>): { ok: true; order: string[] } | { ok: false; cycle: string[] } {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  let cycle: string[] | undefined
  const visit = (key: string, path: readonly string[]) => {
    if (cycle || state.get(key) === 'done') return
    if (state.get(key) === 'open') {
      cycle = [...path.slice(path.indexOf(key)), key]
      return
    }
    state.set(key, 'open')
    for (const read of [...formulas.get(key)!.fields, ...formulas.get(key)!.columns]) if (formulas.has(read)) visit(read, [...path, key])
    state.set(key, 'done')
    order.push(key)
  }
  for (const key of formulas.keys()) visit(key, [])
  return cycle ? { ok: false, cycle } : { ok: true, order }
}
