// What a formula says to people: with the titles of its columns in place of their keys, and as
// Excel will hold it in the first row of the sheet.
import { columnLetter, parseRange } from '../a1.ts'
import type { Language } from '../bilingual.ts'
import type { Plan } from '../plan.ts'
import { compileFormula } from '../rule/compile.ts'
import { toExcel } from '../rule/to-excel.ts'
import { planValues, scopeOf } from '../rule/values.ts'
import { columnOf } from '../sheet/geometry.ts'
import { fieldOf, type Template } from '../template.ts'

const REFERENCE = /\[(@?)\[?(?:([a-z0-9_]+)\.)?([a-z0-9_]+)\]?\]/g

/** `=[@gn]<=[@von]` → `=«Giải ngân»<=«Kế hoạch»`; a whole column is `«Giải ngân»…`. */
export function inTitles(template: Template, tableAt: number, source: string, lang: Language): string {
  const own = template.tables[tableAt]
  return source.replace(REFERENCE, (written, at: string, tableKey: string | undefined, key: string) => {
    const table = tableKey === undefined ? own : template.tables.find((one) => one.key === tableKey)
    const field = table && fieldOf(table, key)
    return field ? `«${field.title[lang] || key}»${at === '@' ? '' : '…'}` : written
  })
}

/** `data`: where the rows of each table stand. Null where the formula is not one that can be kept. */
export function inSheet(
  template: Template,
  tableAt: number,
  source: string,
  about: 'row' | 'table',
  plan: Plan,
  data: ReadonlyMap<string, string>,
): string | null {
  const table = template.tables[tableAt]
  const rows = table && parseRange(data.get(table.key) ?? '')
  if (!table || !rows) return null
  const compiled = compileFormula(source, { ...scopeOf(table, plan, template.tables.slice(0, tableAt)), about })
  if (!compiled.ok) return null
  const totals = planValues(plan)
  const column = (key: string): string => {
    const [of, elsewhere] = key.split('.') as [string, string?]
    const there = elsewhere === undefined ? table : template.tables.find((one) => one.key === of)
    const range = there && parseRange(data.get(there.key) ?? '')
    if (!there || !range) return '#REF!'
    const letter = columnLetter(columnOf(there, elsewhere ?? of))
    return `$${letter}$${range.from.row + 1}:$${letter}$${range.to.row + 1}`
  }
  return toExcel(compiled.formula, {
    column,
    cell: (key) => `$${columnLetter(columnOf(table, key))}${rows.from.row + 1}`,
    plan: (name) => totals[name] ?? 0,
    list: (name) => `list.${name}`,
  })
}
