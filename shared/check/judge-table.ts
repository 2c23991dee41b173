// Table rules: what only all rows together show, also against the tables above.
// A blank table is judged only by rules that say so. Knows no single row.
import type { CheckContext } from '../check-context.ts'
import { evaluate } from '../rule/evaluate.ts'
import type { CheckedRow } from './check-row.ts'
import type { PreparedTable } from './prepared.ts'
import type { Report } from './report.ts'
import { ruleFinding } from './rule-finding.ts'
import { severityIn } from './rule-in-force.ts'
import { ruleNames } from './rule-names.ts'

/** The rows of the tables above, by table. */
export type Above = ReadonlyMap<string, readonly CheckedRow[]>

export function judgeTable(
  prepared: PreparedTable,
  rank: number,
  rows: readonly CheckedRow[],
  above: Above,
  context: CheckContext,
  report: Report,
): void {
  /** `tong` is a column here, `a.tong` one of table `a`. */
  const source = (key: string) => {
    const [table, field] = key.includes('.') ? (key.split('.') as [string, string]) : [undefined, key]
    return { rows: table === undefined ? rows : (above.get(table) ?? []), field }
  }
  const failed = (key: string) => {
    const { rows, field } = source(key)
    return rows.some((row) => row.failed.has(field))
  }
  const column = (key: string) => {
    const { rows, field } = source(key)
    return rows.map((row) => row.seen[field] ?? null)
  }
  for (const { rule, formula, reads } of prepared.tableRules) {
    const severity = severityIn(rule, context.period)
    if (severity === null || (rows.length === 0 && !rule.judgesNothing) || reads.some(failed)) continue
    if (evaluate(formula, { row: {}, column, ...ruleNames(prepared, context) }) === true) continue
    const field = prepared.table.fields.find((one) => one.key === rule.field)!
    report.add(
      {
        place: { table: prepared.table.key, field: field.key },
        label: field.title,
        rank: [rank, Number.MAX_SAFE_INTEGER, prepared.position.get(field.key) ?? 0],
      },
      ruleFinding(rule, severity, context.period),
    )
  }
}
