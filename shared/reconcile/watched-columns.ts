// Which columns of a table are held against what the same agency said before. It follows from
// the template: what it carries into the next period it wants compared. Knows no template by name.
import type { Field, Table } from '../template.ts'

export interface WatchedColumns {
  /** Amounts that are typed: a thousand times too much shows against earlier ones. */
  readonly amounts: readonly Field[]
  /** Amounts of the period alone: they may differ, but not out of all proportion. */
  readonly flows: readonly Field[]
  /** Amounts that go on from period to period, each with the column that brings what was there before. */
  readonly cumulative: readonly { readonly field: Field; readonly brought: Field }[]
  /** Words of the period that the form shows again in the next one. */
  readonly words: readonly Field[]
  readonly denominators: readonly Field[]
}

/** All of them, with what tells rows apart and what names them. `others` are watched for their words. */
export function comparedFields(table: Table, others: readonly string[]): string[] {
  const { amounts, cumulative, words, denominators } = watchedColumns(table)
  const watched = [...amounts, ...cumulative.flatMap(({ field, brought }) => [field, brought]), ...words, ...denominators]
  const naming = table.fields.filter(
    ({ type, source, carryFrom }) => type.kind === 'text' && source === 'carried' && carryFrom === undefined,
  )
  return [...new Set([...[...watched, ...naming].map(({ key }) => key), ...table.rows.unique.flat(), ...others])]
}

export function watchedColumns({ fields }: Table): WatchedColumns {
  const shownAgain = new Set(fields.flatMap(({ key, carryFrom }) => (carryFrom !== undefined && carryFrom !== key ? [carryFrom] : [])))
  const denominators = new Set(fields.flatMap(({ aggregation }) => (aggregation?.by === 'rate' ? [aggregation.denominator] : [])))
  const typed = fields.filter(({ source }) => source === 'input')
  const amounts = typed.filter(({ type }) => type.kind === 'money')
  return {
    amounts,
    flows: amounts.filter(({ carryFrom }) => carryFrom === undefined),
    cumulative: fields.flatMap((field) => {
      const brought = fields.find(({ carryFrom, source }) => source === 'carried' && carryFrom === field.key)
      return brought && field.type.kind === 'money' && field.source === 'computed' ? [{ field, brought }] : []
    }),
    words: typed.filter(({ key, type }) => type.kind === 'text' && shownAgain.has(key)),
    denominators: typed.filter(({ key }) => denominators.has(key)),
  }
}
