// All matters of one template and period: what exceeds the plan, what several agencies filed,
// what does not go with an agency's own history. Reads rows agency by agency and keeps none.
import type { Names } from '../field/field.ts'
import { shownInBoth } from '../field/field.ts'
import type { Report } from '../quarter/quarter-count.ts'
import type { CountedHead, RowSource, SourceOf, SourceRow, Survey } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { Control } from './controls.ts'
import { controlsOf } from './controls.ts'
import type { Matter } from './matter.ts'
import { OwnHistory, type ReportedRows } from './own-history.ts'
import type { Repeat } from './repeats.ts'
import { comparedFields } from './watched-columns.ts'

/** What counts for one period, in the order of the register. */
export interface PeriodReports {
  readonly heads: readonly CountedHead[]
  reportOf(head: CountedHead): Report
  readonly sourceOf: SourceOf
}

export interface ReconcileFacts {
  readonly template: Template
  readonly survey: Survey
  readonly now: PeriodReports
  /** The periods before, the latest first. */
  readonly before: readonly PeriodReports[]
  readonly names: Names
  /** Values that mean that something is completed, by field. */
  readonly final: Readonly<Record<string, readonly string[]>>
}

export interface Reconciled {
  readonly controls: readonly Control[]
  readonly matters: readonly Matter[]
  /** How many more matters there are than are told. */
  readonly more: number
  /** Rows beyond this were not compared with those of other agencies; null where all were. */
  readonly comparedOnly: number | null
}

/** Of those that do not go with an agency's own history; more would be read by nobody. */
const MOST_MATTERS = 1_000
/** Agencies that are named where all together ask for too much: the largest. */
const MOST_LARGEST = 100
/** Rows that one such matter shows. */
const MOST_PLACES = 20
/** Agencies that a sentence names. */
const MOST_NAMED = 12

const inOrder = (one: Matter, other: Matter) => (one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1)

export async function reconcile(facts: ReconcileFacts): Promise<Reconciled> {
  const { template, survey, now, names } = facts
  const controls: Control[] = []
  const matters: Matter[] = []
  const compared: number[] = []
  let more = 0
  for (const table of template.tables) {
    const known = survey.get(table.key)
    if (!known) continue
    const sums = controlsOf(template, table, known, now.heads, names.plan)
    controls.push(...sums)
    matters.push(...sums.flatMap((control) => abovePlan(control, facts)), ...known.repeats.map((repeat) => repeated(repeat, table, facts)))
    more += known.repeatCount - known.repeats.length + sums.reduce((sum, { above, aboveCount }) => sum + aboveCount - above.length, 0)
    const own = await againstHistory(table, facts, MOST_MATTERS)
    matters.push(...own.told)
    more += own.more
    if (known.comparedOnly !== null) compared.push(known.comparedOnly)
  }
  return { controls, matters: matters.toSorted(inOrder), more, comparedOnly: compared.length > 0 ? Math.min(...compared) : null }
}

function abovePlan({ field, label, planned, filed, above, table }: Control, { names, now, survey }: ReconcileFacts): Matter[] {
  const show = (dong: number) => shownInBoth(field.type, dong, names)
  const whole = (head: CountedHead) => ({ ...now.reportOf(head), cell: null })
  const agencies = above.map(
    ({ head, filed }): Matter => ({
      id: `agency-above-plan:${now.reportOf(head).obligationId}:${table}/${field.key}`,
      ...{ code: 'agency-above-plan', severity: 'error', label, places: [whole(head)] },
      params: { agency: head.agencyName, planned: show(planned), filed: show(filed), above: show(filed - planned) },
    }),
  )
  if (filed <= planned) return agencies
  const amounts = survey.get(table)?.bySubmission
  const amountOf = ({ submissionId }: CountedHead) => Number(amounts?.get(submissionId)?.[field.key] ?? 0) || 0
  const largest = now.heads.toSorted((a, b) => amountOf(b) - amountOf(a)).slice(0, MOST_LARGEST)
  const province: Matter = {
    id: `above-plan:${table}/${field.key}`,
    ...{ code: 'above-plan', severity: 'error', label, places: largest.map(whole) },
    params: { planned: show(planned), filed: show(filed), above: show(filed - planned) },
  }
  return [province, ...agencies]
}

function repeated({ kind, field, text, likeness, agencies: count, places }: Repeat, table: Table, { now }: ReconcileFacts): Matter {
  const reports = places.map(({ head, rowId, cell, text: own }) => ({
    ...now.reportOf(head),
    cell: { table: table.key, rowId, field, name: own, at: cell, value: own },
  }))
  const named = [...new Set(places.map(({ head }) => head.agencyName))].slice(0, MOST_NAMED)
  const agencies = [...named, ...(count > named.length ? [`+${count - named.length}`] : [])]
  return {
    id: `${kind}:${reports.map((one) => `${one.obligationId}/${one.cell.rowId}`).join(',')}/${field}`,
    ...{ code: kind, severity: 'warning', label: table.fields.find(({ key }) => key === field)?.title ?? null },
    params: { text, likeness, agencies: agencies.join('; '), count },
    places: reports,
  }
}

/** Reads the rows of several periods side by side: all stand in the order of the register. */
async function againstHistory(
  table: Table,
  { now, before, names, final }: ReconcileFacts,
  most: number,
): Promise<{ readonly told: readonly Matter[]; readonly more: number }> {
  const history = new OwnHistory(table, { names, final })
  const fields = comparedFields(table, Object.keys(final))
  const readers = before
    .filter(({ heads }) => heads.some(({ rows }) => (rows[table.key] ?? 0) > 0))
    .map((period) => new ByAgency(period, table, fields))
  if (readers.length === 0) return { told: [], more: 0 }
  const current = new ByAgency(now, table, fields)
  const told: Matter[] = []
  let count = 0
  for (const { agency } of now.heads) {
    const own = await current.of(agency)
    const past: ReportedRows[] = []
    for (const reader of readers) {
      const rows = await reader.of(agency)
      if (rows) past.push(rows)
    }
    if (!own) continue
    const found = history.matters(own, past)
    count += found.length
    told.push(...found.slice(0, most - told.length).map((one) => ({ ...one, places: one.places.slice(0, MOST_PLACES) })))
  }
  return { told, more: count - told.length }
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
