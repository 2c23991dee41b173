// A column or a table gets another key, and everything in the template that names it follows:
// formulas, what is carried, added up, shown. What was filed under the old key is found by `was`.
import type { Field, Rule, Table, Template } from '../template.ts'

/** `[@key]`, `[@[key]]`, `[key]`; `[table.key]` where `ofTable` is named. */
const follows = (from: string, to: string, ofTable: string | null) => {
  const inside = ofTable === null ? from : `${ofTable}\\.${from}`
  const written = ofTable === null ? to : `${ofTable}.${to}`
  const reference = new RegExp(`\\[(@?)(\\[?)${inside}(\\]?)\\]`, 'g')
  return (formula: string) => formula.replace(reference, `[$1$2${written}$3]`)
}

const mapFormulas = (table: Table, change: (formula: string) => string): Table => ({
  ...table,
  fields: table.fields.map((field) => ({
    ...field,
    ...(field.formula === undefined ? {} : { formula: change(field.formula) }),
    ...(field.requiredWhen === undefined ? {} : { requiredWhen: change(field.requiredWhen) }),
  })),
  rules: table.rules.map((rule) => ({ ...rule, formula: change(rule.formula) })),
})

/** `published`: keys that earlier versions know; a key that nobody ever filed under is simply replaced. */
export function renameField(template: Template, tableAt: number, from: string, to: string, published: ReadonlySet<string>): Template {
  const other = (key: string) => (key === from ? to : key)
  const optional = <K extends 'carryFrom' | 'placesIn'>(field: Field, name: K) =>
    field[name] === undefined ? {} : { [name]: other(field[name]) }
  const renamedField = (field: Field): Field => {
    const { aggregation } = field
    const isIt = field.key === from
    const was = (field.was ?? []).filter((key) => key !== to)
    const before = isIt && published.has(from) ? [...was, from] : was
    const { was: _, ...rest } = field
    return {
      ...rest,
      ...(isIt ? { key: to } : {}),
      ...(before.length > 0 ? { was: before } : {}),
      ...optional(field, 'carryFrom'),
      ...optional(field, 'placesIn'),
      ...(aggregation?.by === 'rate'
        ? { aggregation: { ...aggregation, numerator: other(aggregation.numerator), denominator: other(aggregation.denominator) } }
        : {}),
    }
  }
  const renamedRule = (rule: Rule): Rule => ({ ...rule, field: other(rule.field) })
  const keyed = <V>(record: Readonly<Record<string, V>>) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [other(key), value]))
  const tableKey = template.tables[tableAt]?.key ?? ''
  return {
    ...template,
    tables: template.tables.map((table, at) => {
      if (at !== tableAt) return mapFormulas(table, follows(from, to, tableKey))
      const own = mapFormulas(table, follows(from, to, null))
      return {
        ...own,
        fields: own.fields.map(renamedField),
        rules: own.rules.map(renamedRule),
        rows: {
          ...own.rows,
          unique: own.rows.unique.map((keys) => keys.map(other)),
          ...(own.rows.from ? { from: own.rows.from.map((one) => ({ ...one, values: keyed(one.values), fixed: keyed(one.fixed) })) } : {}),
        },
      }
    }),
  }
}
