// The texts of a submission by which its rows are held against those of other agencies, each as a number: little
// enough to be kept with every submission and read back for all of them. What two equal numbers mean is not known here.
import type { Field, Table, Template } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import { textHash } from './text-hash.ts'

export interface RowTexts {
  /** Of each row that was typed: its position in the submission, and its name. */
  readonly names: readonly (readonly [position: number, text: number])[]
  /** Of each document number: the row's position, which column, and the number with its column. */
  readonly documents: readonly (readonly [position: number, column: number, text: number])[]
}

export interface ComparedTexts {
  readonly name: Field | undefined
  readonly documents: readonly Field[]
}

/** Another way of folding or numbering texts takes another number here: what was kept is made anew then. */
const MADE_AS = 1

/** The text by which people know a row: the longest of the fields that tell rows apart. Rows that are all given need no comparing. */
function nameField({ rows, fields }: Table): Field | undefined {
  if (rows.source === 'carried') return undefined
  const keys = new Set(rows.unique.flat())
  const length = ({ type }: Field) => (type.kind === 'text' ? type.maxLength : 0)
  return fields.filter((field) => keys.has(field.key) && length(field) > 0).sort((a, b) => length(b) - length(a))[0]
}

export const comparedTexts = (table: Table): ComparedTexts => ({
  name: nameField(table),
  documents: table.fields.filter(({ type, source }) => type.kind === 'document-number' && source === 'input'),
})

export const comparedColumns = ({ name, documents }: ComparedTexts): string[] =>
  [...(name ? [name] : []), ...documents].map(({ key }) => key)

/** What the numbers are made of; null where the table has nothing to compare. */
export function textsKey(table: Table): string | null {
  const columns = comparedTexts(table)
  const keys = comparedColumns(columns)
  return keys.length === 0 ? null : `${MADE_AS} ${columns.name?.key ?? ''} ${columns.documents.map(({ key }) => key).join(' ')}`
}

const foldedText = (text: unknown): string => (typeof text !== 'string' || text === '-' ? '' : fold(text))

export interface TextRow {
  readonly position: number
  readonly carried: boolean
  readonly values: Readonly<Record<string, Value>>
}

export function textsOfRows(table: Table, rows: readonly TextRow[]): RowTexts {
  const { name, documents } = comparedTexts(table)
  const numberOf = (text: unknown, before = ''): number | null => {
    const folded = foldedText(text)
    return folded === '' ? null : textHash(before + folded)
  }
  return {
    // Rows that the server gave to several agencies are theirs by right.
    names: rows.flatMap(({ position, carried, values }) => {
      const number = name && !carried ? numberOf(values[name.key]) : null
      return number === null ? [] : [[position, number] as const]
    }),
    documents: rows.flatMap(({ position, values }) =>
      documents.flatMap(({ key }, column) => {
        const number = numberOf(values[key], `${key} `)
        return number === null ? [] : [[position, column, number] as const]
      }),
    ),
  }
}

export interface TableTexts {
  readonly table: string
  readonly key: string
  readonly texts: RowTexts
}

/** Of a submission whose rows come in their order; tables without a row, or with nothing to compare, are left out. */
export function textsOfContent(
  { tables }: Template,
  rows: readonly { readonly table: string; readonly carried: boolean; readonly values: TextRow['values'] }[],
): TableTexts[] {
  return tables.flatMap((table) => {
    const key = textsKey(table)
    const own = rows.flatMap((row, position) => (row.table === table.key ? [{ ...row, position }] : []))
    return key === null || own.length === 0 ? [] : [{ table: table.key, key, texts: textsOfRows(table, own) }]
  })
}
