// At which column a new rule shows what it finds, until its admin chooses one: the first that its
// formula names.
import type { Field, Rule } from '../../../shared/template.ts'

const named = (fields: readonly Field[], formula: string): string | undefined =>
  [...formula.matchAll(/\[@?([^\][@]+)\]/g)].map(([, key]) => key).find((key) => fields.some((field) => field.key === key))

/** The column once the formula is typed; what is written already keeps its own. */
export function shownAt(fields: readonly Field[], { field, formula }: Pick<Rule, 'field' | 'formula'>, typed: string): string {
  const isNew = field === fields[0]?.key && named(fields, formula) === undefined
  return (isNew ? named(fields, typed) : undefined) ?? field
}
