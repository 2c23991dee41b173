// The parts of a formula that take texts and dates apart and depend on one field
// with few different values: "Quý III/2025" is worked out once, not once a row.
import type { Cells } from './environment.ts'
import { type FormulaNode, partsOf } from './formula-tree.ts'
import { functionNamed } from './functions.ts'
import type { Result } from './scalar.ts'

/** Bounded, because what is typed is not. */
const REMEMBERED = 4096

/** What is known of a part: the fields that it reads, and whether it costs more than looking an answer up. */
interface Part {
  readonly reads: ReadonlySet<string>
  readonly costs: boolean
}

/** A whole column is never the same again. */
const COLUMN: Part = { reads: new Set(['', 'column']), costs: false }

/** Every part of the formula once. Logic and comparisons cost less than looking an answer up. */
function partsBelow(node: FormulaNode, known: Map<FormulaNode, Part>): Part {
  const below = partsOf(node).map((one) => partsBelow(one, known))
  const spec = node.type === 'call' ? functionNamed(node.name) : undefined
  const part: Part =
    node.type === 'column'
      ? COLUMN
      : {
          reads: node.type === 'field' ? new Set([node.key]) : new Set(below.flatMap(({ reads }) => [...reads])),
          costs: (spec?.body !== undefined && spec.result !== 'boolean') || below.some(({ costs }) => costs),
        }
  known.set(node, part)
  return part
}

const knownOf = new WeakMap<FormulaNode, ReadonlyMap<FormulaNode, Part>>()

/** Worked out once: a formula is built anew for whoever is told something else of the plan and the period. */
function knownParts(tree: FormulaNode): ReadonlyMap<FormulaNode, Part> {
  let known = knownOf.get(tree)
  if (!known) {
    const parts = new Map<FormulaNode, Part>()
    partsBelow(tree, parts)
    known = parts
    knownOf.set(tree, known)
  }
  return known
}

/** The largest such parts, each with the key of its field. */
export function rememberedParts(tree: FormulaNode, recurs: (key: string) => boolean): ReadonlyMap<FormulaNode, string> {
  const known = knownParts(tree)
  const parts = new Map<FormulaNode, string>()
  const visit = (node: FormulaNode) => {
    const { reads, costs } = known.get(node)!
    const [key, ...others] = reads
    if (key === undefined) return
    if (others.length === 0 && costs && recurs(key)) parts.set(node, key)
    else partsOf(node).forEach(visit)
  }
  visit(tree)
  return parts
}

/** What the parts of formulas have answered: of the texts of one filing, and to be forgotten before the next. */
export class Answers {
  readonly #all: Map<unknown, unknown>[] = []

  begin<Answer>(): Map<Cells[number] | undefined, Answer> {
    const known = new Map<Cells[number] | undefined, Answer>()
    this.#all.push(known)
    return known
  }

  forget(): void {
    for (const known of this.#all) known.clear()
  }
}

export function remembering<R extends Result>(run: (cells: Cells) => R, at: number, answers: Answers): (cells: Cells) => R {
  const known = answers.begin<R>()
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
