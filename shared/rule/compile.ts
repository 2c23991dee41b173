// From the text of a formula over field keys to something that can be run and
// translated: parsed, its names, arities and kinds checked. What is wrong is
// answered as data with its position, never thrown.
import type { FormulaNode, Stretch } from './formula-tree.ts'
import type { Kind } from './function-spec.ts'
import { kindCheck } from './kind-check.ts'
import { parse } from './parse.ts'
import type { Refusal, RefusalCode } from './refusal.ts'
import type { ListEntries, Scope } from './scope.ts'

export interface Compiled {
  readonly source: string
  readonly tree: FormulaNode
  /** Kind of the result, as far as it is known. */
  readonly kind: Kind
  /** Keys of the fields read in the same row, and of the columns read whole. */
  readonly fields: readonly string[]
  readonly columns: readonly string[]
  /** The code lists that are looked up, by name. */
  readonly lists: Readonly<Record<string, ListEntries>>
}

export type Compilation = { readonly ok: true; readonly formula: Compiled } | { readonly ok: false; readonly refusals: readonly Refusal[] }

/** The longest formula that Excel takes in a cell, and in the list form of a validation. */
export const LONGEST_FORMULA = 8192
export const LONGEST_IN_LIST = 255

export function compileFormula(source: string, scope: Scope, longest: number = LONGEST_FORMULA): Compilation {
  const refuse = (code: RefusalCode, at: Stretch, params: Refusal['params'] = {}): Compilation => ({
    ok: false,
    refusals: [{ code, from: at.from, to: at.to, params }],
  })
  if (source.length > longest) return refuse('too-long', { from: longest, to: source.length }, { limit: longest, length: source.length })
  const parsed = parse(source)
  if ('brokenAt' in parsed) return refuse('syntax', parsed.brokenAt)
  const { kind, refusals, fields, columns, lists } = kindCheck(parsed.tree, scope)
  if (refusals.length > 0) return { ok: false, refusals }
  return { ok: true, formula: { source, tree: parsed.tree, kind, fields, columns, lists } }
}

/** The keys of all fields that the formula reads, in this row or whole. */
export const fieldsOf = (formula: Compiled): readonly string[] => [...new Set([...formula.fields, ...formula.columns])]

/** The order in which computed fields can be worked out, or the keys that wait for each other in a circle. */
export function orderComputed(formulas: ReadonlyMap<string, Compiled>): { ok: true; order: string[] } | { ok: false; cycle: string[] } {
  const order: string[] = []
  const state = new Map<string, 'open' | 'done'>()
  let cycle: string[] | undefined
  const visit = (key: string, formula: Compiled, path: readonly string[]) => {
    if (cycle || state.get(key) === 'done') return
    if (state.get(key) === 'open') {
      cycle = [...path.slice(path.indexOf(key)), key]
      return
    }
    state.set(key, 'open')
    for (const read of fieldsOf(formula)) {
      const next = formulas.get(read)
      if (next) visit(read, next, [...path, key])
    }
    state.set(key, 'done')
    order.push(key)
  }
  for (const [key, formula] of formulas) visit(key, formula, [])
  return cycle ? { ok: false, cycle } : { ok: true, order }
}
