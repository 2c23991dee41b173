// The rows of submissions that are named, page by page, in their order. How many rows make a page follows from what the
// last ones weighed: few statements where rows are small, little memory where they are large.
import type { CountedHead, RowSource, SourceRow } from '../../shared/survey.ts'
import type { Values } from '../../shared/tally.ts'
import { letOthersIn } from '../let-others-in.ts'

interface PageRow {
  /** The place of its submission among those that were asked for. */
  nth: number
  position: number
  row_id: string
  carried: number
  row_values: string
  cell: string | null
}

/** Characters of a page: several times as much is needed while it is parsed. */
const WEIGHT = 600_000
/** Of a row beside its values. */
const ENVELOPE = 150
const [FIRST, LEAST, MOST] = [500, 50, 4_000]
/** A function of the database takes no more arguments. */
const ARGUMENTS = 30
/** A statement takes no more bound values, with some for the rest of it. */
const MOST_BOUND = 90

/** Some columns of a row without their names, which are a third of it: arrays of an array, whose paths are bound from `first` on. */
function valuesOf(count: number, first: number): string {
  const lists = Array.from({ length: Math.ceil(count / ARGUMENTS) }, (_, nth) => {
    const from = nth * ARGUMENTS
    const columns = Array.from({ length: Math.min(ARGUMENTS, count - from) }, (_, at) => `r.row_values -> ?${first + from + at}`)
    return `json_array(${columns.join(', ')})`
  })
  return `json_array(${lists.join(', ')})`
}

/** A column that the row does not have is blank. */
function named(fields: readonly string[], text: string): Values {
  const values: Record<string, Values[string]> = {}
  let at = 0
  for (const list of JSON.parse(text) as Values[string][][]) for (const value of list) values[fields[at++]!] = value
  return values
}

/**
 * A page begins after the last row of the one before, by key; it asks only for as many submissions as it may need,
 * because the database sorts what it is asked for. Where `fields` are named, other columns are not sent by it.
 */
export function rowSource(db: D1Database, table: string, heads: readonly CountedHead[], fields?: readonly string[]): RowSource {
  const some = fields && fields.length <= MOST_BOUND ? fields : null
  const queue = heads.filter(({ rows }) => (rows[table] ?? 0) > 0)
  const countOf = (index: number) => queue[index]?.rows[table] ?? 0
  const sql = `SELECT e.key AS nth, r.position, r.row_id, r.carried, ${some ? valuesOf(some.length, 5) : 'r.row_values'} AS row_values, r.cell
    FROM json_each(?1) e JOIN submission_rows r ON r.submission_id = e.value AND (e.key > 0 OR r.position > ?3)
    WHERE r.table_key = ?2 ORDER BY e.key, r.position LIMIT ?4`
  /** The submission that is being read, how many of its rows are, and the position of the last of them. */
  let [at, read, after] = [0, 0, -1]
  let size = FIRST
  let page: PageRow[] = []

  async function turn(): Promise<void> {
    await letOthersIn()
    let to = at
    for (let rows = -read; to < queue.length && rows < size; to++) rows += countOf(to)
    const asked = JSON.stringify(queue.slice(at, to).map(({ submissionId }) => submissionId))
    const { results } = await db
      .prepare(sql)
      .bind(asked, table, after, size, ...(some ?? []).map((key) => `$.${key}`))
      .all<PageRow>()
    const from = at
    let weight = 0
    for (const { nth, position, row_values } of results) {
      if (from + nth !== at) throw new Error(`rows of ${table} in ${queue[at]?.submissionId} are missing`)
      ;[read, after] = [read + 1, position]
      if (read === countOf(at)) [at, read, after] = [at + 1, 0, -1]
      weight += row_values.length + ENVELOPE
    }
    if (results.length === 0) throw new Error(`rows of ${table} are missing`)
    size = Math.max(LEAST, Math.min(MOST, Math.floor((WEIGHT * results.length) / weight)))
    page = results
  }

  return {
    async next(count) {
      if (page.length === 0) await turn()
      // Taken out: what has been read is not held until the page ends.
      return page.splice(0, count).map(
        ({ row_id, carried, row_values, cell }): SourceRow => ({
          id: row_id,
          carried: carried === 1,
          cell,
          values: some ? named(some, row_values) : (JSON.parse(row_values) as Values),
        }),
      )
    },
  }
}
