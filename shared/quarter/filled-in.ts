// The form of a report that is made from others, with the figures in it: what is typed may be
// typed over, what is given stands. Words and signatures stay with whoever signs.
import type { Prefill } from '../filing.ts'
import type { Table, Template } from '../template.ts'
import { isNothing, type Value } from '../value.ts'
import type { QuarterlySummary, SummaryRow } from '../wire-province.ts'

type Row = Prefill['rows'][number]

/** What was signed for the quarter before is brought by the form itself. */
function figuresOf(table: Table, { values, counts }: SummaryRow, known: Row['values']): Record<string, Value> {
  const filled = { ...known }
  for (const { key, source, carryFrom } of table.fields) {
    const value = values[key]
    const given = source === 'carried' && carryFrom === undefined && (key in counts || known[key] === undefined)
    if (!isNothing(value) && (source === 'input' || given)) filled[key] = value
  }
  return filled
}

export function filledIn(template: Template, opened: Prefill, summary: QuarterlySummary): Prefill {
  const rows = template.tables.flatMap((table): Row[] => {
    const own = opened.rows.filter((row) => row.table === table.key)
    const counted = summary.tables.find(({ key }) => key === table.key)
    if (!counted) return own
    const known = new Map(own.map((row) => [row.id, row.values]))
    return counted.rows.map((row) => ({ id: row.id, table: table.key, values: figuresOf(table, row, known.get(row.id) ?? {}) }))
  })
  return { ...opened, rows }
}
