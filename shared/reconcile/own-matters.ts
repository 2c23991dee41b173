// What does not go with the agency's own history, agency by agency: reads the rows of several periods side by side and
// keeps those of one agency at a time. How they are held against each other is not known here (own-history.ts).
import type { RowSource, SourceRow } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { Matter } from './matter.ts'
import type { PeriodReports } from './matters.ts'
import { type HistoryFacts, OwnHistory, type ReportedRows } from './own-history.ts'
import { comparedFields } from './watched-columns.ts'

export interface OwnMattersFacts extends HistoryFacts {
  readonly template: Template
  readonly now: PeriodReports
  /** The periods before, the latest first. */
  readonly before: readonly PeriodReports[]
}

export interface AgencyMatters {
  readonly agency: string
  readonly matters: readonly Matter[]
}

/** Rows that one matter shows. */
const MOST_PLACES = 20

/** All periods stand in the order of the register. */
export async function* ownMatters({ template, now, before, ...facts }: OwnMattersFacts): AsyncGenerator<AgencyMatters, void> {
  const readers = template.tables.map((table) => {
    const fields = comparedFields(table, Object.keys(facts.final))
    const [current, ...past] = [now, ...before].map((period) => new ByAgency(period, table, fields))
    return { history: new OwnHistory(table, facts), current: current!, past }
  })
  for (const { agency } of now.heads) {
    const matters: Matter[] = []
    for (const { history, current, past } of readers) {
      const own = await current.of(agency)
      const earlier: ReportedRows[] = []
      for (const reader of past) {
        const rows = await reader.of(agency)
        // What had nothing to report says nothing of any row: what was said before it still stands.
        if (rows && rows.rows.length > 0) earlier.push(rows)
      }
      if (own) matters.push(...history.matters(own, earlier))
    }
    yield { agency, matters: matters.map((one) => ({ ...one, places: one.places.slice(0, MOST_PLACES) })) }
  }
}

/** Gives the rows of one agency after the other; agencies that are not asked for are passed over. */
class ByAgency {
  readonly #period: PeriodReports
  readonly #table: Table
  readonly #source: RowSource
  readonly #places: ReadonlyMap<string, number>
  #at = 0

  constructor(period: PeriodReports, table: Table, fields: readonly string[]) {
    this.#period = period
    this.#table = table
    this.#source = period.sourceOf(table, { fields })
    this.#places = new Map(period.heads.map(({ agency }, at) => [agency, at]))
  }

  async of(agency: string): Promise<ReportedRows | null> {
    const place = this.#places.get(agency)
    if (place === undefined || place < this.#at) return null
    while (this.#at < place) await this.#read()
    const head = this.#period.heads[place]!
    return { report: this.#period.reportOf(head), rows: await this.#read() }
  }

  async #read(): Promise<SourceRow[]> {
    const head = this.#period.heads[this.#at++]!
    const rows: SourceRow[] = []
    for (let left = head.rows[this.#table.key] ?? 0; left > 0; ) {
      const some = await this.#source.next(left)
      rows.push(...some)
      left -= some.length
    }
    return rows
  }
}
