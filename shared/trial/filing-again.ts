// What was filed and counted, as it would stand in a form of another version: the cells that
// people filled, by key and by the keys a field had before. Knows no sheet and judges nothing.
import { cellValue } from '../field/field.ts'
import type { Content, Entry, Filing, Prefill } from '../filing.ts'
import type { Lists } from '../sheet/form-cells.ts'
import { isTyped } from '../sheet/table-formulas.ts'
import type { Field, FieldType, HeaderField, Template } from '../template.ts'
import type { Value } from '../value.ts'

/** The value that goes on in the field, with the type it was filed under. */
function before(
  { key, was = [] }: Pick<Field, 'key' | 'was'>,
  types: ReadonlyMap<string, FieldType>,
  values: Readonly<Record<string, Value>>,
): { value: Value; type: FieldType } | null {
  for (const one of [key, ...was]) {
    const [type, value] = [types.get(one), values[one]]
    if (type && value !== undefined && value !== null) return { type, value }
  }
  return null
}

const typesOf = (fields: readonly (Field | HeaderField)[]) => new Map(fields.map(({ key, type }) => [key, type]))

export interface Filed {
  readonly content: Content
  /** The row of the sheet in which each row stood, by `table.id`; of those that are known. */
  readonly sheetRows: ReadonlyMap<string, number>
}

/** `filedUnder` is the version that the content was filed in. */
export function filingAgain(
  template: Template,
  filedUnder: Template,
  { content, sheetRows }: Filed,
  prefill: Prefill,
  lists: Lists,
): Filing {
  const { agency, period, declaration, explanations } = content
  const given = new Set(prefill.rows.map(({ table, id }) => `${table}.${id}`))
  const entriesOf = (fields: readonly Field[], types: ReadonlyMap<string, FieldType>, values: Readonly<Record<string, Value>>) =>
    Object.fromEntries(
      fields.flatMap((field): [string, Entry][] => {
        const found = before(field, types, values)
        return found ? [[field.key, { value: cellValue(found.type, found.value, lists) }]] : []
      }),
    )
  return {
    ...{ template: template.code, version: template.version, agency, period, declaration, explanations },
    header: Object.fromEntries(
      template.header
        .filter(({ source }) => source === 'input')
        .flatMap((field): [string, Entry][] => {
          const found = before(field, typesOf(filedUnder.header), content.header)
          return found ? [[field.key, { value: cellValue(found.type, found.value, lists) }]] : []
        }),
    ),
    rows: template.tables.flatMap(({ key, fields }) => {
      const types = typesOf(filedUnder.tables.find((table) => table.key === key)?.fields ?? [])
      return content.rows
        .filter((row) => row.table === key)
        .map(({ id, values }) => {
          const isGiven = given.has(`${key}.${id}`)
          const typed = fields.filter((field) => isTyped(field, isGiven))
          const at = sheetRows.get(`${key}.${id}`)
          return { id, table: key, ...(at === undefined ? {} : { at }), entries: entriesOf(typed, types, values) }
        })
    }),
  }
}
