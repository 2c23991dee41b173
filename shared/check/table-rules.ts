// The rules that only a whole table can break, each worked out again only when
// a column that it reads has changed.
import { evaluate } from '../rule/evaluate.ts'
import type { Result } from '../rule/scalar.ts'
import type { JudgedRow } from './check-row.ts'
import type { Said } from './found.ts'
import type { Line } from './line.ts'
import type { PreparedRule } from './prepared.ts'
import type { RuleNames } from './rule-names.ts'

export type TableRule = PreparedRule & { readonly says: Said }

/** A row that was judged anew in its old place. */
export interface Change {
  readonly before: JudgedRow
  readonly after: JudgedRow
}

const NO_ROW = {}

/** Whether the rule holds for all rows; "skipped": an error in what it reads says enough. */
type Verdict = 'holds' | 'broken' | 'skipped'

export class TableRules {
  readonly rules: readonly TableRule[]
  readonly #names: RuleNames
  #verdicts: (Verdict | null)[]

  constructor(rules: readonly TableRule[], names: RuleNames) {
    this.rules = rules
    this.#names = names
    this.#verdicts = rules.map(() => null)
  }

  /** Rows came, went or changed places. */
  forget(): void {
    this.#verdicts.fill(null)
  }

  forgetWhatReads({ before, after }: Change): void {
    for (const [at, { reads }] of this.rules.entries())
      if (reads.some((key) => before.seen[key] !== after.seen[key] || before.failed.has(key) !== after.failed.has(key)))
        this.#verdicts[at] = null
  }

  broken(lines: readonly Line[]): TableRule[] {
    return this.rules.filter((rule, at) => {
      this.#verdicts[at] ??= this.#judge(rule, lines)
      return this.#verdicts[at] === 'broken'
    })
  }

  #judge({ rule, formula, reads }: TableRule, lines: readonly Line[]): Verdict {
    const spoiled = ({ failed }: JudgedRow) => failed.size > 0 && reads.some((key) => failed.has(key))
    // A blank table is judged only by rules that say so.
    if ((lines.length === 0 && !rule.judgesNothing) || lines.some(({ judged }) => spoiled(judged!))) return 'skipped'
    const column = (key: string): Result[] => lines.map(({ judged }) => judged!.seen[key] ?? null)
    return evaluate(formula, { row: NO_ROW, column, ...this.#names }) === true ? 'holds' : 'broken'
  }
}
