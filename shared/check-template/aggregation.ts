// How the values of all agencies become one: only as the type of the column can
// carry it, and from columns that are there.
import type { Plan } from '../plan.ts'
import { type Field, type FieldType, fieldOf, type Table } from '../template.ts'
import { type Refuse, type Spot, within } from './refuse.ts'

const isNumber = ({ kind }: FieldType): boolean => kind === 'integer' || kind === 'decimal' || kind === 'money' || kind === 'percent'

/** What `meeting` counts: a yes, or the entry "Đạt" of a list. */
const saysMet = (type: FieldType, plan: Plan): boolean =>
  type.kind === 'yes-no' ||
  (type.kind === 'choice' && (plan.lists.find(({ id }) => id === type.list)?.entries.some(({ code }) => code === 'dat') ?? true))

export function checkAggregation(table: Table, { type, aggregation, controlTotal }: Field, plan: Plan, field: Spot, refuse: Refuse): void {
  const spot = within(field, 'aggregation')
  switch (aggregation?.by) {
    case 'sum':
      // A sum, or a mean, of percentages says nothing: Σ numerator over Σ denominator does.
      if (type.kind === 'percent') refuse(spot, 'sum-of-percent')
      else if (!isNumber(type)) refuse(spot, 'sum-of-text')
      break
    case 'rate':
      if (!isNumber(type)) refuse(spot, 'rate-of-text')
      for (const side of ['numerator', 'denominator'] as const) {
        const other = fieldOf(table, aggregation[side])
        if (!other) refuse(within(spot, side), 'column-missing', { key: aggregation[side] })
        else if (!isNumber(other.type) || other.type.kind === 'percent') refuse(within(spot, side), 'rate-from', { key: other.key })
      }
      break
    case 'meeting':
      if (!saysMet(type, plan)) refuse(spot, 'meeting-of')
  }
  if (controlTotal === undefined) return
  if (!Object.hasOwn(plan.totals, controlTotal)) refuse(within(field, 'controlTotal'), 'total-missing', { name: controlTotal })
  // Control totals are đồng; the column's sum is held against them.
  else if (type.kind !== 'money') refuse(within(field, 'controlTotal'), 'total-of')
}
