// Runs a compiled formula over one row by the names of its fields: Excel's
// semantics, errors as values. Whoever runs it over many rows builds it once (build.ts).
import { build } from './build.ts'
import type { Compiled } from './compile.ts'
import type { RuleEnvironment, RuleNames, Run } from './environment.ts'
import { Answers } from './remembered-parts.ts'
import { isError, type Result } from './scalar.ts'

interface Built extends Pick<RuleNames, 'plan' | 'period'> {
  readonly mayHoldErrors: boolean
  readonly run: Run
}

/** As it was last built. */
const last = new WeakMap<Compiled, Built>()

export function evaluate(formula: Compiled, { row, column, plan, period }: RuleEnvironment): Result {
  const { fields, columns } = formula
  // A key may be the name of what every object has.
  const cells = fields.map((key) => (Object.hasOwn(row, key) ? (row[key] ?? null) : null))
  const mayHoldErrors = cells.some(isError)
  let built = last.get(formula)
  if (!built || built.plan !== plan || built.period !== period || built.mayHoldErrors !== mayHoldErrors) {
    const run = build(formula, {
      ...{ plan, mayHoldErrors, ...(period && { period }) },
      cell: (key) => fields.indexOf(key),
      column: (key) => fields.length + columns.indexOf(key),
      recurs: () => false,
      answers: new Answers(),
    })
    built = { plan, ...(period && { period }), mayHoldErrors, run }
    last.set(formula, built)
  }
  return built.run([...cells, ...columns.map(column)])
}
