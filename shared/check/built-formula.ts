// A formula of a template built over the places of its table, kept from filing to filing: what the plan
// and the period say is built in, so that it is built again only where a name that it reads says something
// else. What it has learnt of one filing's texts it forgets before the next.
import { build, type Placing } from '../rule/build.ts'
import type { Compiled } from '../rule/compile.ts'
import type { Run } from '../rule/environment.ts'
import { type FormulaNode, partsOf } from '../rule/formula-tree.ts'
import { Answers } from '../rule/remembered-parts.ts'
import type { Scalar } from '../rule/scalar.ts'
import type { RuleNames } from './rule-names.ts'

type NameNode = FormulaNode & { readonly type: 'plan' | 'period' }

const namesIn = (node: FormulaNode): NameNode[] =>
  node.type === 'plan' || node.type === 'period' ? [node as NameNode] : partsOf(node).flatMap(namesIn)

export class BuiltFormula {
  readonly #formula: Compiled
  readonly #places: Pick<Placing, 'cell' | 'column' | 'recurs'>
  readonly #names: readonly NameNode[]
  readonly #answers = new Answers()
  #run: Run | null = null
  /** What its names said when it was built. */
  #said: readonly (Scalar | undefined)[] = []

  constructor(formula: Compiled, places: Pick<Placing, 'cell' | 'column' | 'recurs'>) {
    this.#formula = formula
    this.#places = places
    this.#names = namesIn(formula.tree)
  }

  /** For the rows of another filing. */
  begin(names: RuleNames): Run {
    this.#answers.forget()
    const saying = this.#names.map(({ type, name }) => names[type][name])
    if (this.#run === null || saying.some((said, at) => said !== this.#said[at])) {
      this.#run = build(this.#formula, { ...names, ...this.#places, mayHoldErrors: false, answers: this.#answers })
      this.#said = saying
    }
    return this.#run
  }
}
