// All matters of one template and period: what exceeds the plan, what several agencies filed,
// what does not go with an agency's own history. Reads rows agency by agency and keeps none.
import type { Names } from '../field/field.ts'
import { showValue } from '../field/field.ts'
import type { Report } from '../quarter/quarter-count.ts'
import type { CountedHead, RowSource, SourceRow, Survey } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { Control } from './controls.ts'
import { controlsOf } from './controls.ts'
import type { Matter } from './matter.ts'
import { OwnHistory, type ReportedRows } from './own-history.ts'
import type { Repeat } from './repeats.ts'

/** What counts for one period, in the order of the register. */
export interface PeriodReports {
  readonly heads: readonly CountedHead[]
  reportOf(head: CountedHead): Report
  sourceOf(table: Table): RowSource
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
  /** Rows beyond this were not compared with those of other agencies; null where all were. */
  readonly comparedOnly: number | null
}

const inOrder = (one: Matter, other: Matter) => (one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1)

export async function reconcile(facts: ReconcileFacts): Promise<Reconciled> {
  const { template, survey, now, names } = facts
  const controls: Control[] = []
  const matters: Matter[] = []
  const compared: number[] = []
  for (const table of template.tables) {
    const known = survey.get(table.key)
    if (!known) continue
    const own = controlsOf(template, table, known, now.heads, names.plan)
    controls.push(...own)
    matters.push(...own.flatMap((control) => abovePlan(control, facts)), ...known.repeats.map((repeat) => repeated(repeat, table, facts)))
    matters.push(...(await againstHistory(table, facts)))
    if (known.comparedOnly !== null) compared.push(known.comparedOnly)
  }
  return { controls, matters: matters.toSorted(inOrder), comparedOnly: compared.length > 0 ? Math.min(...compared) : null }
}

function abovePlan({ field, label, planned, filed, above, table }: Control, { names, now }: ReconcileFacts): Matter[] {
  const show = (dong: number) => showValue(field.type, dong, 'vi', names)
  const whole = (head: CountedHead) => ({ ...now.reportOf(head), cell: null })
  const agencies = above.map(
    ({ head, filed }): Matter => ({
      id: `agency-above-plan:${now.reportOf(head).obligationId}:${table}/${field.key}`,
      ...{ code: 'agency-above-plan', severity: 'error', label, places: [whole(head)] },
      params: { agency: head.agencyName, planned: show(planned), filed: show(filed), above: show(filed - planned) },
    }),
  )
  if (filed <= planned) return agencies
  const province: Matter = {
    id: `above-plan:${table}/${field.key}`,
    ...{ code: 'above-plan', severity: 'error', label, places: now.heads.map(whole) },
    params: { planned: show(planned), filed: show(filed), above: show(filed - planned) },
  }
  return [province, ...agencies]
}

function repeated({ kind, field, text, likeness, places }: Repeat, table: Table, { now }: ReconcileFacts): Matter {
  const reports = places.map(({ head, rowId, cell, text: own }) => ({
    ...now.reportOf(head),
    cell: { table: table.key, rowId, field, name: own, at: cell, value: own },
  }))
  const agencies = [...new Set(places.map(({ head }) => head.agencyName))]
  return {
    id: `${kind}:${reports.map((one) => `${one.obligationId}/${one.cell.rowId}`).join(',')}/${field}`,
    ...{ code: kind, severity: 'warning', label: table.fields.find(({ key }) => key === field)?.title ?? null },
    params: { text, likeness, agencies: agencies.join('; '), count: agencies.length },
    places: reports,
  }
}

/** Reads the rows of several periods side by side: all stand in the order of the register. */
async function againstHistory(table: Table, { now, before, names, final }: ReconcileFacts): Promise<Matter[]> {
  const history = new OwnHistory(table, { names, final })
  const readers = before
    .filter(({ heads }) => heads.some(({ rows }) => (rows[table.key] ?? 0) > 0))
    .map((period) => new ByAgency(period, table))
  if (readers.length === 0) return []
  const current = new ByAgency(now, table)
  const matters: Matter[] = []
  for (const { agency } of now.heads) {
    const own = await current.of(agency)
    const past: ReportedRows[] = []
    for (const reader of readers) {
      const rows = await reader.of(agency)
      if (rows) past.push(rows)
    }
    if (own) matters.push(...history.matters(own, past))
  }
  return matters
}

/** Gives the rows of one agency after the other; agencies that are not asked for are passed over. */
class ByAgency {
  readonly #period: PeriodReports
  readonly #table: Table
  readonly #source: RowSource
  readonly #places: ReadonlyMap<string, number>
  #at = 0

  constructor(period: PeriodReports, table: Table) {
    this.#period = period
    this.#table = table
    this.#source = period.sourceOf(table)
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
