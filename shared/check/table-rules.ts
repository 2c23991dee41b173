// The rules that only a whole table can break, also against the tables above it;
// each worked out again only when a column that it reads has changed.
import type { Run } from '../rule/environment.ts'
import type { Line } from './line.ts'
import type { RuleInForce } from './rule-finding.ts'
import type { RuleNames } from './rule-names.ts'
import type { Change, SeenColumns } from './seen-columns.ts'

/** The counted rows of a table, and whether any of them is another than in the last check. */
export interface TableLines {
  readonly lines: readonly Line[]
  readonly columns: SeenColumns
  readonly touched: boolean
}

/** The tables above, by key. */
export type Above = ReadonlyMap<string, TableLines>

/** "skipped": an error in what the rule reads says enough. */
type Verdict = 'holds' | 'broken' | 'skipped'

interface Kept {
  readonly rule: RuleInForce
  readonly run: Run
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
  readonly #rules: readonly Kept[]

  constructor(rules: readonly RuleInForce[], names: RuleNames) {
    this.#rules = rules.map((rule) => ({
      rule,
      run: rule.built.begin(names),
      elsewhere: rule.reads.flatMap((key) => split(key)[0] ?? []),
      verdict: null,
    }))
  }

  /** Rows came, went or changed places. */
  forget(): void {
    for (const one of this.#rules) one.verdict = null
  }

  forgetWhatReads(columns: SeenColumns, change: Change): void {
    for (const one of this.#rules) if (one.rule.reads.some((key) => columns.differs(key, change))) one.verdict = null
  }

  broken(own: TableLines, above: Above): RuleInForce[] {
    const broken: RuleInForce[] = []
    for (const one of this.#rules) {
      if (one.elsewhere.some((table) => above.get(table)?.touched !== false)) one.verdict = null
      one.verdict ??= this.#judge(one, own, above)
      if (one.verdict === 'broken') broken.push(one.rule)
    }
    return broken
  }

  #judge({ rule: { rule, reads }, run }: Kept, own: TableLines, above: Above): Verdict {
    // A blank table is judged only by rules that say so.
    if (own.lines.length === 0 && !rule.judgesNothing) return 'skipped'
    const sources = reads.map((key) => {
      const [table, field] = split(key)
      return { field, from: table === null ? own : above.get(table) }
    })
    const spoiled = sources.some(({ field, from }) => from?.columns.hasFailed(field))
    if (spoiled) return 'skipped'
    return run(sources.map(({ field, from }) => from?.columns.of(field) ?? [])) === true ? 'holds' : 'broken'
  }
}
