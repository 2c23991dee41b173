// The columns of a table and the cells above it: keys that are told apart, titles
// in both languages, and what a column says of others that is true of them.
import type { CheckContext } from '../check-context.ts'
import type { Plan } from '../plan.ts'
import { type Field, type FieldType, fieldOf, type HeaderField, type Table, type Template } from '../template.ts'
import { checkAggregation } from './aggregation.ts'
import { checkExample, checkType } from './field-type.ts'
import { isBlank, type Refuse, refuseBlank, refuseOutside, refuseTwice, type Spot, within } from './refuse.ts'

/** In characters: narrower shows nothing, wider fits no page. */
const [NARROWEST, WIDEST] = [3, 200]

export const fieldSpot = (table: Table, at: number, index: number): Spot => ({
  ...{ path: ['tables', at, 'fields', index], table: table.key, part: 'field', of: table.fields[index]?.key ?? '' },
})

/** Whether what one column holds may stand in the other. */
export const holdsSame = (into: FieldType, from: FieldType): boolean => {
  if (into.kind === 'choice' && from.kind === 'choice') return into.list === from.list
  return into.kind === from.kind || (into.kind === 'decimal' && from.kind === 'integer')
}

function checkWords(field: Field | HeaderField, plan: Plan, context: CheckContext, spot: Spot, refuse: Refuse): void {
  refuseBlank(refuse, within(spot, 'title'), field.title)
  if (field.help) refuseBlank(refuse, within(spot, 'help'), field.help)
  let fits = true
  checkType(field.type, plan, within(spot, 'type'), (...said) => {
    fits = false
    refuse(...said)
  })
  if (fits && field.example !== undefined) checkExample(field.type, field.example, context, within(spot, 'example'), refuse)
}

/** What it takes from other columns of the table. */
function checkLinks(table: Table, field: Field, spot: Spot, refuse: Refuse): void {
  const { type, source, carryFrom, placesIn } = field
  if (carryFrom !== undefined) {
    const from = fieldOf(table, carryFrom)
    if (!from) refuse(within(spot, 'carryFrom'), 'column-missing', { key: carryFrom })
    else if (source === 'computed') refuse(within(spot, 'carryFrom'), 'carried-into-computed')
    else if (!holdsSame(type, from.type)) refuse(within(spot, 'carryFrom'), 'carried-kind', { key: carryFrom, title: from.title.vi })
  }
  if (placesIn !== undefined) {
    const text = fieldOf(table, placesIn)
    if (!text) refuse(within(spot, 'placesIn'), 'column-missing', { key: placesIn })
    else if (text.type.kind !== 'text') refuse(within(spot, 'placesIn'), 'places-in', { key: placesIn })
    if (type.kind !== 'agencies') refuse(within(spot, 'placesIn'), 'places-of')
  }
  if (field.namesDocument && type.kind !== 'text') refuse(within(spot, 'namesDocument'), 'title-of')
}

/** The code that the system gives must be text, locked, and no other template's. */
function checkRowCode(template: Template, { rowCode, type, source }: Field, others: readonly Template[], spot: Spot, refuse: Refuse): void {
  if (rowCode === undefined) return
  if (!/^[A-Z0-9][A-Z0-9_-]{0,15}$/.test(rowCode)) refuse(within(spot, 'rowCode'), 'code-malformed', { code: rowCode })
  if (type.kind !== 'text' || source !== 'carried') refuse(within(spot, 'rowCode'), 'code-place')
  const gives = (other: Template) => other.tables.some(({ fields }) => fields.some((field) => field.rowCode === rowCode))
  const taken = others.find((other) => other.code !== template.code && gives(other))
  if (taken) refuse(within(spot, 'rowCode'), 'code-taken', { code: rowCode, template: taken.code })
}

/** What it was called in earlier versions: no column of this one, no other's past, and something that was there. */
function checkWas(template: Template, table: Table, field: Field, others: readonly Template[], spot: Spot, refuse: Refuse): void {
  const earlier = others.filter(({ code, version }) => code === template.code && version < template.version)
  const known = earlier.flatMap(({ tables }) => tables.flatMap(({ key, fields }) => (key === table.key ? fields : [])))
  for (const [at, key] of (field.was ?? []).entries()) {
    const place = within(spot, 'was', at)
    if (fieldOf(table, key)) refuse(place, 'was-present', { key })
    else if (table.fields.find(({ was }) => was?.includes(key)) !== field) refuse(place, 'was-twice', { key })
    else if (earlier.length > 0 && !known.some((one) => one.key === key || one.was?.includes(key))) refuse(place, 'was-unknown', { key })
  }
}

/** Columns under one heading stand side by side: apart, the heading would be printed twice. */
function checkGroups(table: Table, at: number, refuse: Refuse): void {
  const seen = new Map<string, number>()
  for (const [index, { group = [] }] of table.fields.entries()) {
    for (const [level, title] of group.entries()) {
      const spot = within(fieldSpot(table, at, index), 'group', level)
      refuseBlank(refuse, spot, title)
      const path = group.slice(0, level + 1).map(({ vi }) => vi)
      const last = seen.get(path.join('\n'))
      if (last !== undefined && last < index - 1 && !isBlank(title.vi)) refuse(spot, 'group-parted', { title: title.vi })
      seen.set(path.join('\n'), index)
    }
  }
}

export function checkFields(template: Template, at: number, context: CheckContext, others: readonly Template[], refuse: Refuse): void {
  const table = template.tables[at]!
  const { plan } = context
  const spotOf = (index: number) => fieldSpot(table, at, index)
  const keys = table.fields.map(({ key }) => key)
  refuseTwice(refuse, keys, (index) => within(spotOf(index), 'key'))
  for (const [index, field] of table.fields.entries()) {
    const spot = spotOf(index)
    checkWords(field, plan, context, spot, refuse)
    refuseOutside(refuse, within(spot, 'width'), Math.round(field.width), NARROWEST, WIDEST)
    checkLinks(table, field, spot, refuse)
    checkRowCode(template, field, others, spot, refuse)
    checkWas(template, table, field, others, spot, refuse)
    checkAggregation(table, field, plan, spot, refuse)
  }
  checkGroups(table, at, refuse)
}

export function checkHeader({ header }: Template, context: CheckContext, refuse: Refuse): void {
  const spotOf = (index: number): Spot => ({ path: ['header', index], table: null, part: 'header', of: header[index]?.key ?? '' })
  const keys = header.map(({ key }) => key)
  refuseTwice(refuse, keys, (index) => within(spotOf(index), 'key'))
  for (const [index, field] of header.entries()) checkWords(field, context.plan, context, spotOf(index), refuse)
}
