// The rules that only a whole table can break, also against the tables above it;
// each worked out again only when a column that it reads has changed.
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

/** The counted rows of a table, and whether any of them is another than in the last check. */
export interface TableLines {
  readonly lines: readonly Line[]
  readonly touched: boolean
}

/** The tables above, by key. */
export type Above = ReadonlyMap<string, TableLines>

const NO_ROW = {}

/** "skipped": an error in what the rule reads says enough. */
type Verdict = 'holds' | 'broken' | 'skipped'

interface Kept {
  readonly rule: TableRule
  /** Keys of the tables above that it reads. */
  readonly elsewhere: readonly string[]
  verdict: Verdict | null
}

/** `tong` is a column here, `a.tong` one of table `a`. */
const split = (key: string): [table: string | null, field: string] => {
  const dot = key.indexOf('.')
  return dot < 0 ? [null, key] : [key.slice(0, dot), key.slice(dot + 1)]
}

export class TableRules {
  readonly #names: RuleNames
  readonly #rules: readonly Kept[]

  constructor(rules: readonly TableRule[], names: RuleNames) {
    this.#names = names
    this.#rules = rules.map((rule) => ({ rule, elsewhere: rule.reads.flatMap((key) => split(key)[0] ?? []), verdict: null }))
  }

  /** Rows came, went or changed places. */
  forget(): void {
    for (const one of this.#rules) one.verdict = null
  }

  forgetWhatReads({ before, after }: Change): void {
    const differs = (key: string) => before.seen[key] !== after.seen[key] || before.failed.has(key) !== after.failed.has(key)
    for (const one of this.#rules) if (one.rule.reads.some(differs)) one.verdict = null
  }

  broken(lines: readonly Line[], above: Above): TableRule[] {
    const broken: TableRule[] = []
    for (const one of this.#rules) {
      if (one.elsewhere.some((table) => above.get(table)?.touched !== false)) one.verdict = null
      one.verdict ??= this.#judge(one.rule, lines, above)
      if (one.verdict === 'broken') broken.push(one.rule)
    }
    return broken
  }

  #judge({ rule, formula, reads }: TableRule, own: readonly Line[], above: Above): Verdict {
    // A blank table is judged only by rules that say so.
    if (own.length === 0 && !rule.judgesNothing) return 'skipped'
    const source = (key: string) => {
      const [table, field] = split(key)
      return { field, lines: table === null ? own : (above.get(table)?.lines ?? []) }
    }
    const spoiled = (key: string) => {
      const { field, lines } = source(key)
      return lines.some(({ judged }) => judged!.failed.has(field))
    }
    if (reads.some(spoiled)) return 'skipped'
    const column = (key: string): Result[] => {
      const { field, lines } = source(key)
      return lines.map(({ judged }) => judged!.seen[field] ?? null)
    }
    return evaluate(formula, { row: NO_ROW, column, ...this.#names }) === true ? 'holds' : 'broken'
  }
}
