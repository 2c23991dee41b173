// The columns of a table made ready to read many cells: what depends only on
// the column and the context is worked out once. Judges nothing by itself.
import type { CheckContext } from '../check-context.ts'
import { type Reading, readEntry } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import type { Result } from '../rule/scalar.ts'
import { toRuleValue } from '../rule/values.ts'
import type { Field, FieldKind, FieldType } from '../template.ts'
import type { Value } from '../value.ts'
import type { PreparedTable } from './prepared.ts'

export interface Column {
  readonly field: Field
  readonly key: string
  /** Position among the fields of the table. */
  readonly at: number
  readonly read: (entry: Entry) => Reading
  /** As formulas see it; null where no formula reads the column. */
  readonly see: ((value: Value) => Result) | null
}

/** Kinds of which a sheet holds few different texts, each costly to make out. */
const RECURRING: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'choice',
  'agency',
  'agencies',
  'clause',
  'period',
  'date',
  'year-range',
  'yes-no',
  'document-number',
])
/** Enough for every list, register and calendar; bounded, because what is typed is not. */
const REMEMBERED = 4096

const plain = (entry: Entry): boolean => entry.error !== true && entry.formula === undefined && entry.font === undefined

function reader({ type, nilAllowed }: Field, context: CheckContext): Column['read'] {
  const read = (entry: Entry) => readEntry(type, entry, context, nilAllowed)
  if (!RECURRING.has(type.kind)) return read
  const known = new Map<string, Reading>()
  return (entry) => {
    const { value } = entry
    if (typeof value !== 'string' || !plain(entry)) return read(entry)
    let reading = known.get(value)
    if (reading === undefined) {
      reading = read(entry)
      if (known.size < REMEMBERED) known.set(value, reading)
    }
    return reading
  }
}

function seer(type: FieldType, context: CheckContext): (value: Value) => Result {
  const { lists } = context.plan
  const known = new Map<string, Result>()
  return (value) => {
    if (value === null) return null
    if (typeof value !== 'string' || !RECURRING.has(type.kind)) return toRuleValue(type, value, lists)
    let seen = known.get(value)
    if (seen === undefined) {
      seen = toRuleValue(type, value, lists)
      if (known.size < REMEMBERED) known.set(value, seen)
    }
    return seen
  }
}

export const columnsOf = ({ table, read }: PreparedTable, context: CheckContext): Column[] =>
  table.fields.map((field, at) => ({
    ...{ field, key: field.key, at },
    read: reader(field, context),
    see: read.has(field.key) ? seer(field.type, context) : null,
  }))
