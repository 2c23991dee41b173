// What is asked about when the reports of all agencies lie side by side: what exceeds the plan, what several
// agencies filed. What does not go with an agency's own history is found elsewhere (own-matters.ts).
import type { Names } from '../field/field.ts'
import { shownInBoth } from '../field/field.ts'
import type { Report } from '../quarter/quarter-count.ts'
import type { CountedHead, ListedSubmission, SourceOf, Survey } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { Control } from './controls.ts'
import { controlsOf } from './controls.ts'
import type { Matter } from './matter.ts'
import type { Repeat } from './repeat.ts'

/** Of a submission, whatever is known of it. */
type ReportOf = (head: ListedSubmission) => Report

/** What counts for one period, in the order of the register. */
export interface PeriodReports {
  readonly heads: readonly CountedHead[]
  readonly reportOf: ReportOf
  readonly sourceOf: SourceOf
}

export interface ReconcileFacts {
  readonly template: Template
  readonly survey: Survey
  readonly now: PeriodReports
  readonly names: Names
  /** What does not go with an agency's own history: as many as are told, and how many there are. */
  readonly own: { readonly told: readonly Matter[]; readonly count: number }
}

export interface Reconciled {
  readonly controls: readonly Control[]
  readonly matters: readonly Matter[]
}

/** Agencies that a sentence names. */
const MOST_NAMED = 12

const inOrder = (one: Matter, other: Matter) => (one.severity === other.severity ? 0 : one.severity === 'error' ? -1 : 1)

export function reconcile({ template, survey, now, names, own }: ReconcileFacts): Reconciled {
  const tables = template.tables.flatMap((table) => {
    const known = survey.get(table.key)
    return known ? [{ table, known, controls: controlsOf(template, table, known, now.heads, names.plan) }] : []
  })
  const told = tables.flatMap(({ table, known, controls }) => [
    ...controls.flatMap((control) => [
      ...allAbovePlan(control, names, now.reportOf),
      ...control.above.map((one) => oneAbovePlan(control, one, names, now.reportOf)),
    ]),
    ...known.repeats.map((repeat) => repeatedMatter(repeat, table, now.reportOf)),
  ])
  return { controls: tables.flatMap(({ controls }) => controls), matters: [...told, ...own.told].toSorted(inOrder) }
}

const whole = (head: ListedSubmission, reportOf: ReportOf) => ({ ...reportOf(head), cell: null })

export function oneAbovePlan(
  { field, label, planned, table }: Pick<Control, 'field' | 'label' | 'planned' | 'table'>,
  { head, filed }: Control['above'][number],
  names: Names,
  reportOf: ReportOf,
): Matter {
  const show = (dong: number) => shownInBoth(field.type, dong, names)
  return {
    id: `agency-above-plan:${reportOf(head).obligationId}:${table}/${field.key}`,
    ...{ code: 'agency-above-plan', severity: 'error', label, places: [whole(head, reportOf)] },
    params: { agency: head.agencyName, planned: show(planned), filed: show(filed), above: show(filed - planned) },
  }
}

/** None where all agencies together stay within the plan. */
export function allAbovePlan({ field, label, planned, filed, largest, table }: Control, names: Names, reportOf: ReportOf): Matter[] {
  if (filed <= planned) return []
  const show = (dong: number) => shownInBoth(field.type, dong, names)
  return [
    {
      id: `above-plan:${table}/${field.key}`,
      ...{ code: 'above-plan', severity: 'error', label, places: largest.map((head) => whole(head, reportOf)) },
      params: { planned: show(planned), filed: show(filed), above: show(filed - planned) },
    },
  ]
}

export function repeatedMatter(
  { kind, field, text, likeness, agencies: count, places }: Repeat,
  table: Pick<Table, 'key' | 'fields'>,
  reportOf: ReportOf,
): Matter {
  const reports = places.map(({ head, rowId, cell, text: own }) => ({
    ...reportOf(head),
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
