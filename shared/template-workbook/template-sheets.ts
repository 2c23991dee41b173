// A template as a workbook that people edit in Excel and give back: sheets of plain rows
// under headings in two languages. read-template-sheets.ts is the way back.
import { rangeText, span } from '../a1.ts'
import type { CodeList } from '../plan.ts'
import { FONT } from '../sheet/looks.ts'
import { SheetBuilder } from '../sheet/sheet-builder.ts'
import type { SheetLayout, WorkbookLayout } from '../sheet/sheet-layout.ts'
import type { Template } from '../template.ts'
import { cellWords } from './cell-words.ts'
import {
  CHOICE_COLUMNS,
  fieldColumns,
  HEADER_COLUMNS,
  type PartSheet,
  RULE_COLUMNS,
  SHEETS,
  TABLE,
  TABLE_COLUMNS,
  TAKEN_COLUMNS,
} from './part-columns.ts'
import { SETTING_HEADINGS, SETTINGS } from './setting-rows.ts'
import { headingOf, type SheetColumn } from './sheet-column.ts'

const NOTE_ROW = 0
const HEADING_ROW = 1
const FIRST_ROW = 2
/** Rows that an admin may add and that are still text cells: a formula typed there stays what it is. */
const ROOM = 200

const at = (thing: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], thing)

/** A row of a sheet: what it stands for, and the table that this belongs to. */
interface Row {
  readonly table?: string
  readonly thing: unknown
}

function begun(which: PartSheet, headings: readonly { name: string; vi: string; width?: number }[]): SheetBuilder {
  const sheet = new SheetBuilder()
  sheet.put(NOTE_ROW, 0, `${SHEETS[which].vi}. ${SHEETS[which].en}.`)
  headings.forEach((heading, column) => {
    sheet.column(column, heading.width ?? 24)
    sheet.put(HEADING_ROW, column, headingOf(heading))
  })
  sheet.look(NOTE_ROW, 0, NOTE_ROW, 0, 'note')
  sheet.look(HEADING_ROW, 0, HEADING_ROW, headings.length - 1, 'head')
  return sheet
}

function finished(sheet: SheetBuilder, which: PartSheet, rows: number, columns: number): SheetLayout {
  sheet.style(FIRST_ROW, 0, FIRST_ROW + rows + ROOM, columns - 1, 'typed', { size: 11, vertical: 'top', wrap: true, format: '@' })
  return sheet.build({ name: SHEETS[which].name, visibility: 'visible', protected: false, freeze: { rows: FIRST_ROW, columns: 1 } })
}

function partSheet(which: PartSheet, columns: readonly SheetColumn[], rows: readonly Row[]): SheetLayout {
  const sheet = begun(which, columns)
  rows.forEach(({ table, thing }, index) => {
    columns.forEach((column, place) => {
      const value = column === TABLE ? table : at(thing, column.path)
      // The blank cell says it already.
      if (value === undefined || (value === '' && column.blank === '') || (column.as === 'sets' && (value as []).length === 0)) return
      sheet.put(FIRST_ROW + index, place, cellWords(value, column.as))
    })
  })
  columns.forEach(({ options }, column) => {
    if (!options) return
    const words = { title: 'Từ được dùng', message: `Hãy chọn một trong: ${options.join(', ')}.` }
    const range = rangeText(span(FIRST_ROW, column, FIRST_ROW + rows.length + ROOM, column))
    sheet.validate({ range, rule: { kind: 'list', source: `"${options.join(',')}"` }, alert: { style: 'warning', ...words } })
  })
  return finished(sheet, which, rows.length, columns.length)
}

function settingsSheet(template: Template): SheetLayout {
  const sheet = begun('settings', SETTING_HEADINGS)
  let row = FIRST_ROW
  for (const setting of SETTINGS) {
    const value = at(template, setting.path)
    if (value === undefined) continue
    for (const one of setting.many ? (value as unknown[]) : [value]) {
      sheet.put(row, 0, headingOf(setting))
      if (setting.as === 'bilingual') {
        const said = one as Template['title']
        sheet.put(row, 1, said.vi && cellWords(said.vi, 'text'))
        sheet.put(row, 2, said.en && cellWords(said.en, 'text'))
      } else sheet.put(row, 1, one === '' ? null : cellWords(one, setting.as))
      row++
    }
  }
  return finished(sheet, 'settings', row - FIRST_ROW, SETTING_HEADINGS.length)
}

function takenRows({ tables }: Template): Row[] {
  return tables.flatMap(({ key, rows }) =>
    (rows.from ?? []).flatMap(({ template, table: their, id, values, fixed }, index) => {
      const source = { number: index + 1, template, their, id }
      const taken = [
        ...Object.entries(values).map(([field, theirs]) => ({ ...source, field, theirs })),
        ...Object.entries(fixed).map(([field, value]) => ({ ...source, field, fixed: value })),
      ]
      return (taken.length > 0 ? taken : [source]).map((thing) => ({ table: key, thing }))
    }),
  )
}

/** Code lists that the template names; of others the plan has the workbook says nothing. */
export const listsOf = (template: Template, lists: readonly CodeList[]): CodeList[] => {
  const types = [...template.header, ...template.tables.flatMap(({ fields }) => fields)].map(({ type }) => type)
  const used = new Set(types.flatMap((type) => (type.kind === 'choice' ? [type.list] : [])))
  return lists.filter(({ id }) => used.has(id))
}

export function templateWorkbook(template: Template, lists: readonly CodeList[]): WorkbookLayout {
  const { tables } = template
  const levels = Math.max(2, ...tables.flatMap(({ fields }) => fields.map(({ group }) => group?.length ?? 0)))
  const inTables = <Thing>(things: (table: Template['tables'][number]) => readonly Thing[]): Row[] =>
    tables.flatMap((table) => things(table).map((thing) => ({ table: table.key, thing })))
  const entries = listsOf(template, lists).flatMap(({ id, entries }) => entries.map((entry) => ({ thing: { list: id, ...entry } })))
  return {
    ...{ title: template.title.vi, font: FONT, names: [] },
    sheets: [
      settingsSheet(template),
      partSheet(
        'header',
        HEADER_COLUMNS,
        template.header.map((thing) => ({ thing })),
      ),
      partSheet(
        'tables',
        TABLE_COLUMNS,
        tables.map((thing) => ({ thing })),
      ),
      partSheet(
        'fields',
        [TABLE, ...fieldColumns(levels)],
        inTables(({ fields }) => fields),
      ),
      partSheet('choices', CHOICE_COLUMNS, entries),
      partSheet(
        'rules',
        [TABLE, ...RULE_COLUMNS],
        inTables(({ rules }) => rules),
      ),
      partSheet('taken', [TABLE, ...TAKEN_COLUMNS], takenRows(template)),
    ],
  }
}
