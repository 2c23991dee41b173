// What one does to the parts of a template: add, copy, move, remove, and change one part. Each
// gives a new template and where one is then. Pure.

import type { Field, HeaderField, Rule, Table, Template } from '../../../shared/template.ts'
import { fieldKey, ruleId } from '../../../shared/template-edit/field-key.ts'
import type { Place } from './place.ts'

export interface Edited {
  readonly template: Template
  readonly place: Place
}

export type Part = 'header' | 'table' | 'field' | 'rule'

/** The part at the place as the kind it is; null for the whole and the regime. */
export function partAt(place: Place): { readonly part: Part; readonly table: number; readonly at: number } | null {
  const [first, at, list, index] = place
  if (first === 'header') return { part: 'header', table: -1, at: Number(at) }
  if (first !== 'tables') return null
  if (list === undefined) return { part: 'table', table: Number(at), at: Number(at) }
  return { part: list === 'rules' ? 'rule' : 'field', table: Number(at), at: Number(index) }
}

const placeAt = (part: Part, table: number, at: number): Place => {
  if (part === 'header') return ['header', at]
  return part === 'table' ? ['tables', at] : ['tables', table, part === 'rule' ? 'rules' : 'fields', at]
}

export const changeTable = (template: Template, at: number, change: (table: Table) => Table): Template => ({
  ...template,
  tables: template.tables.map((table, index) => (index === at ? change(table) : table)),
})

type Item = Field | Rule | HeaderField | Table

const itemsOf = (template: Template, part: Part, table: number): readonly Item[] => {
  if (part === 'header') return template.header
  if (part === 'table') return template.tables
  const of = template.tables[table]
  return (part === 'rule' ? of?.rules : of?.fields) ?? []
}

/** Items of one kind come from a list of that kind and go back into it. */
function withItems(template: Template, part: Part, at: number, items: readonly Item[]): Template {
  if (part === 'header') return { ...template, header: items as HeaderField[] }
  if (part === 'table') return { ...template, tables: items as Table[] }
  return changeTable(template, at, (table) =>
    part === 'rule' ? { ...table, rules: items as Rule[] } : { ...table, fields: items as Field[] },
  )
}

export const changeField = (template: Template, table: number, at: number, change: Partial<Field>): Template =>
  changeTable(template, table, (one) => ({
    ...one,
    fields: one.fields.map((field, index) => (index === at ? without({ ...field, ...change }) : field)),
  }))

type Group = NonNullable<Field['group']>

/** Whether two columns stand under the same headings, down to a level. */
const sharesHeadings = (one: Group, other: Group, levels: number): boolean =>
  one.length >= levels && one.slice(0, levels).every(({ vi, en }, level) => vi === other[level]?.vi && en === other[level]?.en)

/** The headings above a column. One that is worded otherwise is so above all columns that stand under it side by side. */
export function changeGroup(template: Template, table: number, at: number, group: Group): Template {
  const fields = template.tables[table]?.fields ?? []
  const before = fields[at]?.group ?? []
  const level = group.findIndex((title, index) => title !== before[index])
  const reworded = group.length === before.length && level >= 0
  const isUnder = (field: Field | undefined) => reworded && field !== undefined && sharesHeadings(field.group ?? [], before, level + 1)
  let [first, last] = [at, at]
  while (isUnder(fields[first - 1])) first--
  while (isUnder(fields[last + 1])) last++
  return changeTable(template, table, (one) => ({
    ...one,
    fields: one.fields.map((field, index) => {
      if (index === at) return without({ ...field, group: group.length === 0 ? undefined : group })
      return index >= first && index <= last ? { ...field, group: (field.group ?? []).with(level, group[level]!) } : field
    }),
  }))
}

export const changeRule = (template: Template, table: number, at: number, change: Partial<Rule>): Template =>
  changeTable(template, table, (one) => ({
    ...one,
    rules: one.rules.map((rule, index) => (index === at ? without({ ...rule, ...change }) : rule)),
  }))

export const changeHeader = (template: Template, at: number, change: Partial<HeaderField>): Template => ({
  ...template,
  header: template.header.map((field, index) => (index === at ? without({ ...field, ...change }) : field)),
})

/** What is set to nothing is left out, as the schema wants it. */
const without = <T extends object>(part: T): T => Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T

const nothing = { vi: '', en: '' }
const keysOf = (fields: readonly { readonly key: string }[]) => new Set(fields.map(({ key }) => key))
const ruleIds = (template: Template) => new Set(template.tables.flatMap(({ rules }) => rules.map(({ id }) => id)))

function fresh(template: Template, part: Part, tableAt: number): Item {
  const table = template.tables[tableAt]
  switch (part) {
    case 'header':
      return {
        ...{ key: fieldKey('', keysOf(template.header)), title: nothing, type: { kind: 'text', maxLength: 200 } },
        ...{ source: 'input', required: false },
      }
    case 'table':
      return {
        key: fieldKey('bang', keysOf(template.tables)),
        title: nothing,
        fields: [],
        rules: [],
        rows: { source: 'free', max: 200, unique: [] },
      }
    case 'field':
      return {
        ...{ key: fieldKey('', keysOf(table?.fields ?? [])), title: nothing, type: { kind: 'text', maxLength: 500 } },
        ...{ source: 'input', required: false, nilAllowed: false, width: 18, aggregation: { by: 'append' } },
      }
    case 'rule':
      return {
        ...{ id: ruleId(template.code, ruleIds(template)), scope: 'row', formula: '=', severity: 'warning' },
        ...{ field: table?.fields[0]?.key ?? 'cot', message: nothing },
      }
  }
}

/** After the place where it is of the same kind, at the end of its list elsewhere. */
export function added(template: Template, part: Part, place: Place): Edited {
  const here = partAt(place)
  const table = here && here.table >= 0 ? here.table : 0
  const items = itemsOf(template, part, table)
  const at = here?.part === part ? here.at + 1 : items.length
  const item = fresh(template, part, table)
  return { template: withItems(template, part, table, items.toSpliced(at, 0, item)), place: placeAt(part, table, at) }
}

export function removed(template: Template, place: Place): Edited {
  const here = partAt(place)
  if (!here) return { template, place }
  const { part, table, at } = here
  return { template: withItems(template, part, table, itemsOf(template, part, table).toSpliced(at, 1)), place }
}

/** The copy says of itself nothing that only one may say: no former keys, no code of its own. */
export function copied(template: Template, place: Place): Edited {
  const here = partAt(place)
  if (!here) return { template, place }
  const { part, table, at } = here
  const items = itemsOf(template, part, table)
  const item = items[at]
  if (!item) return { template, place }
  const { was: _was, rowCode: _rowCode, ...rest } = item as Field
  const named =
    'id' in item
      ? { id: ruleId(template.code, ruleIds(template)) }
      : { key: fieldKey(item.key.replaceAll('_', ' '), keysOf(items as Field[])) }
  const copy = { ...rest, ...named } as Item
  return { template: withItems(template, part, table, items.toSpliced(at + 1, 0, copy)), place: placeAt(part, table, at + 1) }
}

export function moved(template: Template, place: Place, by: -1 | 1): Edited {
  const here = partAt(place)
  if (!here) return { template, place }
  const { part, table, at } = here
  const items = itemsOf(template, part, table)
  const to = at + by
  if (to < 0 || to >= items.length) return { template, place }
  const without = items.toSpliced(at, 1)
  return { template: withItems(template, part, table, without.toSpliced(to, 0, items[at]!)), place: placeAt(part, table, to) }
}
