// Which rows a table has: as many as a form can hold, told apart by columns that are
// there, and taken over only from forms, tables and columns that exist and hold the same.
import type { Register } from '../agency.ts'
import type { Plan } from '../plan.ts'
import { type FieldType, fieldOf, type Template, tableOf } from '../template.ts'
import { holdsSame } from './fields.ts'
import { isTakable, neededColumns } from './needed-columns.ts'
import { isBlank, type Refuse, refuseOutside, refuseTwice, type Spot, within } from './refuse.ts'

/** More rows than this, and the formulas of a form no longer fit the addresses they are measured with. */
const MOST_ROWS = 9000

/** Kinds whose values can name a row. */
const NAMES: ReadonlySet<FieldType['kind']> = new Set(['text', 'document-number', 'agency', 'choice', 'sequence', 'url'])

/** A due time is a period; of a stretch of years prefill takes the last. */
const canTake = (into: FieldType, from: FieldType): boolean =>
  holdsSame(into, from) || (into.kind === 'period' && from.kind === 'year-range')

/** Whether the same text may stand in the column in every row. */
function isFixable(type: FieldType, value: string, plan: Plan, register: Register): boolean {
  if (type.kind === 'choice') return plan.lists.some(({ id, entries }) => id === type.list && entries.some(({ code }) => code === value))
  if (type.kind === 'agency') return register.agencies.some(({ code }) => code === value)
  return (type.kind === 'text' || type.kind === 'document-number') && !isBlank(value)
}

interface Around {
  readonly plan: Plan
  readonly register: Register
}

function checkTakenOver(
  template: Template,
  at: number,
  { plan, register }: Around,
  others: readonly Template[],
  spot: Spot,
  refuse: Refuse,
): void {
  const table = template.tables[at]!
  for (const [index, from] of (table.rows.from ?? []).entries()) {
    const place = within(spot, 'from', index)
    if (from.template === template.code) {
      refuse(within(place, 'template'), 'own-rows')
      continue
    }
    const theirs = others.find(({ code }) => code === from.template)
    if (!theirs) {
      refuse(within(place, 'template'), 'template-missing', { template: from.template })
      continue
    }
    const their = tableOf(theirs, from.table)
    if (!their) {
      refuse(within(place, 'table'), 'their-table-missing', { template: from.template, table: from.table })
      continue
    }
    const missing = (where: Spot, key: string) => refuse(where, 'their-column-missing', { template: from.template, table: from.table, key })
    const id = fieldOf(their, from.id)
    if (!id) missing(within(place, 'id'), from.id)
    else if (!NAMES.has(id.type.kind)) refuse(within(place, 'id'), 'names-no-row', { template: from.template, key: from.id })
    const own = (part: 'values' | 'fixed', key: string) => {
      const field = fieldOf(table, key)
      if (!field) refuse(within(place, part, key), 'column-missing', { key })
      else if (field.source === 'computed') refuse(within(place, part, key), 'carried-into-computed')
      return field
    }
    for (const [ours, key] of Object.entries(from.values)) {
      const [into, taken] = [own('values', ours), fieldOf(their, key)]
      if (!taken) missing(within(place, 'values', ours), key)
      else if (into && !canTake(into.type, taken.type))
        refuse(within(place, 'values', ours), 'taken-kind', { key: ours, title: into.title.vi, template: from.template, their: key })
    }
    for (const [ours, value] of Object.entries(from.fixed)) {
      const into = own('fixed', ours)
      if (into && !isFixable(into.type, value, plan, register))
        refuse(within(place, 'fixed', ours), 'fixed-refused', { key: ours, title: into.title.vi, value })
    }
  }
}

export function checkRows(template: Template, at: number, around: Around, others: readonly Template[], refuse: Refuse): void {
  const table = template.tables[at]!
  const spot: Spot = { path: ['tables', at, 'rows'], table: table.key, part: 'rows', of: table.key }
  refuseOutside(refuse, within(spot, 'max'), table.rows.max, 1, MOST_ROWS)
  for (const [index, keys] of table.rows.unique.entries()) {
    const set = within(spot, 'unique', index)
    if (keys.length === 0) refuse(set, 'unique-empty')
    for (const [place, key] of keys.entries()) if (!fieldOf(table, key)) refuse(within(set, place), 'column-missing', { key })
    refuseTwice(refuse, keys, (place) => within(set, place))
  }
  if (isTakable(table.rows)) checkTakenOver(template, at, around, others, spot, refuse)
  else refuse(within(spot, 'from'), 'not-takable')
}

/** What others read in this template stays there: else their forms would be blank without anybody being told. */
export function checkNeeded(template: Template, others: readonly Template[], refuse: Refuse): void {
  for (const other of others) {
    if (other.code === template.code) continue
    for (const { template: code, table: tableKey, key } of neededColumns(other)) {
      if (code !== template.code) continue
      const at = template.tables.findIndex((one) => one.key === tableKey)
      const table = template.tables[at]
      if (table && fieldOf(table, key)) continue
      const spot: Spot = table
        ? { path: ['tables', at, 'fields'], table: table.key, part: 'table', of: table.key }
        : { path: ['tables'], table: null, part: 'template', of: 'tables' }
      refuse(spot, 'needed-elsewhere', { template: other.code, table: tableKey, key })
    }
  }
}

/** What it is counted from is there, in others and in itself. Its rows were asked about with their table. */
export function checkCounted(template: Template, others: readonly Template[], refuse: Refuse): void {
  const all = [template, ...others.filter(({ code }) => code !== template.code)]
  for (const { template: code, table, key, path, into } of neededColumns(template)) {
    if (into !== null) continue
    const spot: Spot = { path, table: null, part: 'template', of: 'countedFrom' }
    const theirs = all.find((one) => one.code === code)
    const their = theirs && tableOf(theirs, table)
    if (!theirs) refuse(spot, 'template-missing', { template: code })
    else if (!their) refuse(spot, 'their-table-missing', { template: code, table })
    else if (!fieldOf(their, key)) refuse(spot, 'their-column-missing', { template: code, table, key })
  }
}
