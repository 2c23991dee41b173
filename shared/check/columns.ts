// The columns of a table made ready to read many cells: what depends only on
// the column and the context is worked out once. Judges nothing by itself.
import type { CheckContext } from '../check-context.ts'
import { isRepeated, type PlainReader, plainReader, type Reading, readEntry } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import type { Result } from '../rule/scalar.ts'
import { toRuleValue } from '../rule/values.ts'
import type { Field, FieldKind, FieldType } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { PreparedTable } from './prepared.ts'

export interface Column {
  readonly field: Field
  readonly key: string
  /** Position among the fields of the table. */
  readonly at: number
  /** The short way, without finding and for bare entries; undefined where `read` must judge. */
  readonly plain: PlainReader
  readonly read: (entry: Entry) => Reading
  /** As formulas see it; null where no formula reads the column. */
  readonly see: ((value: Value) => Result) | null
}

/** Texts that formulas see as they are kept. */
const AS_THEY_ARE: ReadonlySet<FieldKind> = new Set(['text', 'document-number', 'year-range', 'url', 'sequence'] as const)

/** Enough for every list, register and calendar; bounded, because what is typed is not. */
const REMEMBERED = 4096

function seer(type: FieldType, { plan: { lists } }: CheckContext): (value: Value) => Result {
  const see = (value: Value) => toRuleValue(type, value, lists)
  if (AS_THEY_ARE.has(type.kind)) return (value) => (typeof value === 'string' && value !== NIL ? value : see(value))
  if (!isRepeated(type.kind)) return see
  const known = new Map<Value, Result>()
  return (value) => {
    let seen = known.get(value)
    if (seen === undefined) {
      seen = see(value)
      if (known.size < REMEMBERED) known.set(value, seen)
    }
    return seen
  }
}

export const columnsOf = ({ table, read }: PreparedTable, context: CheckContext): Column[] =>
  table.fields.map((field, at) => ({
    ...{ field, key: field.key, at },
    plain: plainReader(field.type, context),
    read: (entry) => readEntry(field.type, entry, context, field.nilAllowed),
    see: read.has(field.key) ? seer(field.type, context) : null,
  }))

/** A value and nothing that would make it another. */
const isBare = ({ error, percent, formula, font }: Entry): boolean => !error && !percent && formula === undefined && font === undefined

/** The value of a cell about which there is nothing to say; undefined where there may be something, and where it is blank. */
export const plainIn = (column: Column, entry: Entry): Value | undefined =>
  entry.value !== null && isBare(entry) ? column.plain(entry.value) : undefined

/** The value of a cell, whatever is to be said about it. */
export const valueIn = (column: Column, entry: Entry): Value => {
  const plain = plainIn(column, entry)
  return plain === undefined ? column.read(entry).value : plain
}
