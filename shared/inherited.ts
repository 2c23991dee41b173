// What an agency goes on from: its own last report, and those of the agencies whose work it
// took over since. Rows that were added by hand get ids of their own here.
import type { Content, ContentRow } from './filing.ts'

const isAdded = ({ id }: ContentRow): boolean => id.startsWith('n')

export interface Inherited {
  readonly previous: Content | null
  /** The highest number among the ids of added rows. */
  readonly lastAdded: number
}

/**
 * `from`: the last reports of those who ended. One that is older than the agency's own report is in it already. A task
 * that both reported is the agency's own.
 */
export function inherited(own: Content | null, from: readonly Content[], lastAdded: number): Inherited {
  const since = from.filter(({ period }) => own === null || period >= own.period)
  const [first] = since
  if (!first) return { previous: own, lastAdded }
  // Names of people do not pass from one agency to another.
  const base = own ?? { ...first, header: {}, rows: [], explanations: {} }
  const rows = [...base.rows]
  const there = new Set(rows.map(({ table, id }) => `${table} ${id}`))
  let last = lastAdded
  for (const row of since.flatMap((content) => content.rows)) {
    if (isAdded(row)) rows.push({ ...row, id: `n${++last}` })
    else if (!there.has(`${row.table} ${row.id}`)) {
      there.add(`${row.table} ${row.id}`)
      rows.push(row)
    }
  }
  return { previous: { ...base, rows }, lastAdded: last }
}
