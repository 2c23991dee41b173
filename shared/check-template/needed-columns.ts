// Which columns of which templates a template reads: for rows that it takes over,
// and for what it is counted from. Judges none of them.
import * as v from 'valibot'
import { QuarterSource } from '../quarter/source.ts'
import type { Table, Template } from '../template.ts'

export interface Need {
  readonly template: string
  readonly table: string
  readonly key: string
  /** Where in the template that reads it this is said. */
  readonly path: readonly (string | number)[]
  /** The table that takes rows over; null for what is counted. */
  readonly into: string | null
}

const Names = v.record(v.string(), v.string())
const TakenOver = v.array(v.object({ template: v.string(), table: v.string(), id: v.string(), values: Names, fixed: Names }))

/** Whether what a table takes over is written as such rows are, whatever they name. */
export const isTakable = ({ from }: Table['rows']): boolean => from === undefined || v.is(TakenOver, from)

const ofRows = ({ tables }: Template): Need[] =>
  tables.flatMap(({ key: into, rows }, at) =>
    (isTakable(rows) ? (rows.from ?? []) : []).flatMap(({ template, table, id, values }, index) => {
      const path = ['tables', at, 'rows', 'from', index]
      const needs = [
        [id, [...path, 'id']] as const,
        ...Object.entries(values).map(([ours, key]) => [key, [...path, 'values', ours]] as const),
      ]
      return needs.map(([key, where]): Need => ({ template, table, key, path: where, into }))
    }),
  )

function ofCount(template: Template): Need[] {
  if (!template.countedFrom) return []
  const { tasks, projects, indicators, into } = v.parse(QuarterSource, template.countedFrom)
  const of = (path: readonly (string | number)[], from: { template: string; table: string }, keys: readonly string[]): Need[] =>
    keys.map((key) => ({ template: from.template, table: from.table, key, path: ['countedFrom', ...path], into: null }))
  const own = (part: 'groups' | 'agencies' | 'indicators' | 'money', table: string, keys: readonly string[]) =>
    of(['into', part], { template: template.code, table }, keys)
  const counts = Object.values(into.counts)
  const { groups, agencies, indicators: shown, money } = into
  return [
    ...of(['tasks'], tasks, [tasks.code, tasks.name, tasks.role, tasks.lastDay, tasks.state, tasks.documentDate]),
    ...of(['tasks'], tasks, [tasks.paidBefore, tasks.paid, tasks.paidSoFar]),
    ...projects.flatMap((one, at) => of(['projects', at], one, [one.code, one.name, ...one.needs.map(({ field }) => field)])),
    ...of(['indicators'], indicators, [indicators.code, indicators.applies, indicators.kind, indicators.operator]),
    ...of(['indicators'], indicators, [indicators.numerator, indicators.denominator, indicators.result, indicators.met]),
    ...own('groups', groups.table, [groups.group, ...counts]),
    ...own('agencies', agencies.table, [agencies.agency, agencies.due, agencies.onTime, agencies.late, agencies.missing, agencies.rank]),
    ...own(
      'agencies',
      agencies.table,
      counts.map((key) => `${agencies.prefix}${key}`),
    ),
    ...own('indicators', shown.table, [
      shown.code,
      shown.name,
      shown.result,
      shown.reported,
      shown.owed,
      shown.met,
      shown.note,
      shown.target,
    ]),
    ...own('money', money.table, [money.source, money.planned, money.before, money.paid, money.paidSoFar, money.share]),
  ]
}

/** Whether what it is counted from is written as such sources are. */
export const isCountable = ({ countedFrom }: Template): boolean => countedFrom === undefined || v.is(QuarterSource, countedFrom)

export const neededColumns = (template: Template): Need[] => [...ofRows(template), ...(isCountable(template) ? ofCount(template) : [])]
