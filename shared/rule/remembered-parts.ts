// The parts of a formula that take texts and dates apart and depend on one field
// with few different values: "Quý III/2025" is worked out once, not once a row.
import type { Cells } from './environment.ts'
import type { FormulaNode } from './formula-tree.ts'
import { functionNamed } from './functions.ts'
import type { Result } from './scalar.ts'

/** Bounded, because what is typed is not. */
const REMEMBERED = 4096

const partsOf = (node: FormulaNode): readonly FormulaNode[] => {
  if (node.type === 'unary') return [node.of]
  if (node.type === 'binary') return [node.left, node.right]
  return node.type === 'call' ? node.args : []
}

/** Logic and comparisons cost less than looking an answer up. */
function isCostly(node: FormulaNode): boolean {
  const spec = node.type === 'call' ? functionNamed(node.name) : undefined
  return (spec?.body !== undefined && spec.result !== 'boolean') || partsOf(node).some(isCostly)
}

function readsOf(node: FormulaNode): string[] {
  if (node.type === 'field') return [node.key]
  // A whole column is never the same again.
  return node.type === 'column' ? ['', ''] : partsOf(node).flatMap(readsOf)
}

/** The largest such parts, each with the key of its field. */
export function rememberedParts(tree: FormulaNode, recurs: (key: string) => boolean): ReadonlyMap<FormulaNode, string> {
  const parts = new Map<FormulaNode, string>()
  const visit = (node: FormulaNode) => {
    const [key, ...others] = new Set(readsOf(node))
    if (key === undefined) return
    if (others.length === 0 && key !== '' && recurs(key) && isCostly(node)) parts.set(node, key)
    else partsOf(node).forEach(visit)
  }
  visit(tree)
  return parts
}

export function remembering<R extends Result>(run: (cells: Cells) => R, at: number): (cells: Cells) => R {
  const known = new Map<Cells[number] | undefined, R>()
  return (cells) => {
    const value = cells[at]
    let result = known.get(value)
    if (result === undefined) {
      result = run(cells)
      if (known.size < REMEMBERED) known.set(value, result)
    }
    return result
  }
}
