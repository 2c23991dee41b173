// What an agency goes on from: its own last report, and those of the agencies whose work it
// took over since. Rows that were added by hand get ids of their own here.
import type { Content, ContentRow } from './filing.ts'
import { periodRange } from './period.ts'

const isAdded = ({ id }: ContentRow): boolean => id.startsWith('n')

export interface Inherited {
  readonly previous: Content | null
  /** The highest number among the ids of added rows. */
  readonly lastAdded: number
}

/** The last report of an agency that ended. */
export interface Left {
  readonly content: Content
  /** On which it still existed. */
  readonly lastDay: string
}

/**
 * `from`: of those who ended. The agency's own report holds them already where it is about a period that ended after they
 * did, unless they reported that period themselves. A task that both reported is the agency's own.
 */
export function inherited(own: Content | null, from: readonly Left[], lastAdded: number): Inherited {
  const since = from.flatMap(({ content, lastDay }) =>
    own === null || content.period >= own.period || periodRange(own.period).to <= lastDay ? [content] : [],
  )
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
