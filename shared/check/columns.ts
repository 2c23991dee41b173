// The columns of a table made ready to read many cells: what depends only on
// the column and the context is worked out once. Judges nothing by itself.
import type { CheckContext } from '../check-context.ts'
import { isRepeated, type PlainReader, plainReader, type Reading, readEntry } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import type { Result } from '../rule/scalar.ts'
import { MONEY_WORTH, ruleValueOf } from '../rule/values.ts'
import type { Field, FieldKind, FieldType } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { PreparedTable } from './prepared.ts'
import { RecentTexts } from './recent-texts.ts'

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
  /** Whether formulas see what is read in the short way just as it is kept. */
  readonly isSeenAsKept: boolean
  /** The đồng in the unit of a column of money, which is what formulas count in; 0 of any other. */
  readonly worth: number
  /** null where the column does not repeat the same few texts. */
  readonly recent: RecentTexts | null
  /** What the field says, in one shape: fields leave out what they do not need. */
  readonly isCarried: boolean
  readonly isContinued: boolean
  /** Whether the server gives the rows that are added a code there. */
  readonly isCoded: boolean
  readonly isTyped: boolean
  readonly nilAllowed: boolean
  /** Whether a row is there because something stands in this column: a lone number in the STT column is left from the form. */
  readonly makesRow: boolean
}

/** Texts and numbers that formulas see as they are kept. */
const TEXTS: ReadonlySet<FieldKind> = new Set(['text', 'document-number', 'year-range', 'url', 'sequence'] as const)
const NUMBERS: ReadonlySet<FieldKind> = new Set(['integer', 'decimal', 'percent'] as const)

/** Enough for every list, register and calendar; bounded, because what is typed is not. */
const REMEMBERED = 4096

function seer(type: FieldType, { plan: { lists } }: CheckContext): (value: Value) => Result {
  const see = ruleValueOf(type, lists)
  if (TEXTS.has(type.kind)) return (value) => (typeof value === 'string' && value !== NIL ? value : see(value))
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
    isSeenAsKept: TEXTS.has(field.type.kind) || NUMBERS.has(field.type.kind),
    worth: field.type.kind === 'money' ? MONEY_WORTH[field.type.unit] : 0,
    recent: isRepeated(field.type.kind) ? new RecentTexts() : null,
    isCarried: field.source === 'carried',
    isContinued: field.carryFrom !== undefined,
    isCoded: field.rowCode !== undefined,
    isTyped: field.source === 'input',
    nilAllowed: field.nilAllowed,
    makesRow: field.source !== 'computed' && field.type.kind !== 'sequence',
  }))

/** A value and nothing that would make it another. */
export const isBare = ({ error, percent, formula, font }: Entry): boolean =>
  !error && !percent && formula === undefined && font === undefined

/** The value of a cell about which there is nothing to say; undefined where there may be something, and where it is blank. */
export const plainIn = (column: Column, entry: Entry): Value | undefined =>
  entry.value !== null && isBare(entry) ? column.plain(entry.value) : undefined

/** The value of a cell, whatever is to be said about it. */
export const valueIn = (column: Column, entry: Entry): Value => {
  const plain = plainIn(column, entry)
  return plain === undefined ? column.read(entry).value : plain
}
