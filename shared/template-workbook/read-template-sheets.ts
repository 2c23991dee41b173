// The workbook of a template read back: the template where every cell could be taken, else
// each cell that could not, with its place. Whether the template may be published is another question.
import * as v from 'valibot'
import type { CodeList } from '../plan.ts'
import type { Grid } from '../sheet/grid.ts'
import { Template } from '../template.ts'
import { CHOICE_COLUMNS, fieldColumns, HEADER_COLUMNS, RULE_COLUMNS, SHEETS, TABLE, TABLE_COLUMNS, TAKEN_COLUMNS } from './part-columns.ts'
import { type PartRow, type Refuse, readPartSheet, sheetNamed, type Way } from './read-part-sheet.ts'
import { readSettings } from './read-settings.ts'
import { SETTINGS } from './setting-rows.ts'
import { headingOf } from './sheet-column.ts'
import type { SheetRefusal, SheetRefusalCode } from './sheet-refusal.ts'
import { TypedPlaces } from './typed-places.ts'

export interface ReadTemplate {
  /** Null where something is refused. */
  readonly template: Template | null
  readonly lists: readonly CodeList[]
  readonly refusals: readonly SheetRefusal[]
}

/** Whether a workbook is one in which a template is written, and no form. */
export const isTemplateWorkbook = (grid: Grid): boolean => sheetNamed(grid, 'settings') !== null && sheetNamed(grid, 'fields') !== null

function takenOf(rows: readonly PartRow[]): unknown[] | undefined {
  const sources = new Map<unknown, Record<string, unknown> & { values: Record<string, unknown>; fixed: Record<string, unknown> }>()
  for (const { thing } of rows) {
    const { number, template, their, id, field, theirs, fixed } = thing
    const source = sources.get(number) ?? { template, table: their, id, values: {}, fixed: {} }
    sources.set(number, source)
    if (typeof field !== 'string') continue
    if (fixed === undefined) source.values[field] = theirs
    else source.fixed[field] = fixed
  }
  return sources.size > 0 ? [...sources.values()] : undefined
}

function listsOf(rows: readonly PartRow[], refuse: Refuse): CodeList[] {
  const lists = new Map<string, CodeList['entries']>()
  for (const { thing, places } of rows) {
    const { list, code, label } = thing as { list?: string; code?: string; label: CodeList['entries'][number]['label'] }
    if (list !== undefined && code !== undefined) lists.set(list, [...(lists.get(list) ?? []), { code, label }])
    for (const { typed } of places.slice(0, 2))
      if (typed.found.trim() === '') refuse('missing', typed.sheet, typed.cell, { what: headingOf(typed.column) })
  }
  return [...lists].map(([id, entries]) => ({ id, entries }))
}

const codeOf = (issue: v.BaseIssue<unknown>): SheetRefusalCode => {
  if (issue.expected === 'never') return 'does-not-apply'
  if (issue.received === 'undefined') return 'missing'
  return ['variant', 'picklist', 'literal'].includes(issue.type) ? 'not-one-of' : 'malformed'
}

export function readTemplateSheets(grid: Grid): ReadTemplate {
  const refusals: SheetRefusal[] = []
  const refuse: Refuse = (code, sheet, cell, params = {}) =>
    refusals.push({ code, sheet, cell, params: { what: '', found: '', options: '', ...params } })
  const settings = readSettings(grid, refuse)
  const places = new TypedPlaces()
  places.add([], settings.places)
  if (!sheetNamed(grid, 'fields')) refuse('sheet-missing', SHEETS.fields.name, null)
  const header = readPartSheet(grid, 'header', HEADER_COLUMNS, refuse)
  const fields = readPartSheet(grid, 'fields', [TABLE, ...fieldColumns()], refuse)
  const rules = readPartSheet(grid, 'rules', [TABLE, ...RULE_COLUMNS], refuse)
  const taken = readPartSheet(grid, 'taken', [TABLE, ...TAKEN_COLUMNS], refuse)
  const lists = listsOf(readPartSheet(grid, 'choices', CHOICE_COLUMNS, refuse), refuse)
  const tableRows = readPartSheet(grid, 'tables', TABLE_COLUMNS, refuse)
  const keys = tableRows.map(({ thing }) => thing.key)
  for (const [which, rows] of Object.entries({ fields, rules, taken }))
    for (const { table, tableCell } of rows)
      if (!keys.includes(table))
        refuse('table-unknown', SHEETS[which as 'fields'].name, tableCell, { found: table, options: keys.join(', ') })

  const placed = (way: Way, rows: readonly PartRow[]) =>
    rows.map(({ thing, places: typed }, at) => {
      places.add([...way, at], typed)
      return thing
    })
  const tables = tableRows.map(({ thing, places: typed }, at) => {
    const own = (rows: readonly PartRow[]) => rows.filter(({ table }) => table === thing.key)
    const from = takenOf(own(taken))
    places.add(['tables', at], typed)
    own(taken).forEach((row) => {
      places.add(
        ['tables', at, 'rows', 'from', Number(row.thing.number) - 1],
        row.places.map((one) => takenPlace(row, one)),
      )
    })
    return {
      ...thing,
      fields: placed(['tables', at, 'fields'], own(fields)),
      rules: placed(['tables', at, 'rules'], own(rules)),
      rows: { ...(thing.rows as object), ...(from ? { from } : {}) },
    }
  })
  const parsed = v.safeParse(Template, { ...settings.thing, header: placed(['header'], header), tables })
  for (const issue of parsed.issues ?? []) {
    const way = (issue.path ?? []).map(({ key }) => key as string | number)
    const absent = SETTINGS.filter(({ path }) => `${path.join('/')}/`.startsWith(`${way.join('/')}/`) && !places.has(path))
    for (const setting of absent) refuse('missing', SHEETS.settings.name, null, { what: headingOf(setting) })
    const typed = absent.length > 0 ? null : places.of(way)
    // What could not be read is missing only for that reason.
    if (!typed || refusals.some(({ sheet, cell }) => sheet === typed.sheet && cell === typed.cell)) continue
    const code = codeOf(issue)
    const options = typed.column.options?.join(', ') ?? (code === 'not-one-of' ? String(issue.expected) : '')
    refuse(code, typed.sheet, typed.cell, { what: headingOf(typed.column), found: typed.found, options })
  }
  return { template: parsed.success && refusals.length === 0 ? parsed.output : null, lists, refusals }
}

/** In the template a column that is taken stands under its key. */
function takenPlace({ thing }: PartRow, place: PartRow['places'][number]): PartRow['places'][number] {
  const [name] = place.path
  if (name === 'their') return { ...place, path: ['table'] }
  if (name === 'theirs') return { ...place, path: ['values', String(thing.field)] }
  if (name === 'fixed') return { ...place, path: ['fixed', String(thing.field)] }
  return place
}
