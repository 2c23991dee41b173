// The consolidated rows of a period as sheets for the open workbook, one for each
// table: those of the file, from the same description, with all rows at hand. What else the
// file has (who has submitted, comparison with the plan) is read in the file and on the portal.
import type { Names } from '../field/field.ts'
import { Numbering } from '../numbering.ts'
import { showPeriod } from '../period.ts'
import { type CountedHead, NO_SURVEY, type RowSource, type SourceRow } from '../survey.ts'
import type { Table, Template } from '../template.ts'
import type { Consolidation } from '../wire.ts'
import { NAME_PREFIX } from './anchors.ts'
import type { DataSheet } from './consolidated-plan.ts'
import { consolidatedRows } from './consolidated-rows.ts'
import { type ChosenAgencies, type ConsolidatedTable, consolidatedSheet, geometryOfTable, planTable } from './consolidated-sheet.ts'
import { filledSlot } from './filled-slot.ts'
import { FONT } from './looks.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout, SheetRow, WorkbookLayout } from './sheet-layout.ts'

/** More than this is slow to draw and slow to work with on an old laptop: the file holds it all. */
export const MOST_PULLED_ROWS = 10_000

export interface PulledFacts {
  readonly template: Template
  readonly names: Names
  readonly all: Consolidation
  readonly chosen: ChosenAgencies | null
  /** The day at whose end `all` counted; null: what counted when it was asked for. */
  readonly on: string | null
}

export interface PulledTable {
  readonly made: ConsolidatedTable
  readonly data: DataSheet
  /** With a slot: its samples give the styles. */
  readonly layout: SheetLayout
  readonly rows: readonly SheetRow[]
}

/** The rows of the chosen heads, in their order, as the sheet wants them. */
function sourceOf(rows: Consolidation['rows'], table: Table, heads: readonly CountedHead[]): RowSource {
  const wanted = new Set(heads.map(({ agency }) => agency))
  const own = rows
    .filter((row) => row.table === table.key && wanted.has(row.agency))
    .map(({ rowId, cell, values }): SourceRow => ({ id: rowId, carried: false, cell, values }))
  let at = 0
  return {
    next(count) {
      const some = own.slice(at, at + count)
      at += some.length
      return some.length > 0 ? Promise.resolve(some) : Promise.reject(new Error(`rows of ${table.key} are missing`))
    },
  }
}

export const chosenHeads = ({ all, chosen }: Pick<PulledFacts, 'all' | 'chosen'>): readonly CountedHead[] =>
  chosen ? all.heads.filter(({ agency }) => chosen.codes.includes(agency)) : all.heads

export async function pulledTable(facts: PulledFacts, table: Table): Promise<PulledTable> {
  const { template, names, all, chosen, on } = facts
  const index = template.tables.indexOf(table)
  const heads = chosenHeads(facts)
  const made: ConsolidatedTable = {
    ...{ template, table, period: all.period, heads, groups: null, survey: NO_SURVEY, names, madeAt: all.madeAt },
    ...{ chosen, on },
    final: index === template.tables.length - 1,
  }
  const name = `Tổng hợp ${template.code} ${all.period}${template.tables.length > 1 ? ` ${index + 1}` : ''}`
  const sheets = planTable(made, name)
  const [data] = sheets
  if (!data || sheets.length > 1) throw new RangeError('more rows than a sheet holds')
  const context = { geometry: geometryOfTable(made), sheets, survey: NO_SURVEY, names, numbering: new Numbering(table) }
  const rows: SheetRow[] = []
  for await (const some of consolidatedRows(data, sourceOf(all.rows, table, heads), context)) rows.push(...some)
  return { made, data, layout: consolidatedSheet(made, sheets, data), rows }
}

/** Very hidden: what was pulled, for whoever looks into the workbook; the sheets know it themselves by their marks. */
function recordOf({ template, all, chosen, on }: PulledFacts): SheetLayout {
  const sheet = new SheetBuilder()
  const lines = [
    ['template', template.code],
    ['version', String(template.version)],
    ['period', all.period],
    ['madeAt', all.madeAt],
    ['agencies', chosen?.codes.join(',') ?? '*'],
    ['on', on ?? ''],
  ] as const
  lines.forEach(([key, value], row) => {
    sheet.put(row, 0, key)
    sheet.put(row, 1, value)
  })
  sheet.look(0, 0, lines.length - 1, 1, 'id')
  const name = `${NAME_PREFIX.slice(0, -1)} sum ${template.code} ${all.period}`
  return sheet.build({ name, visibility: 'very-hidden', protected: false })
}

export async function pulledWorkbook(facts: PulledFacts): Promise<WorkbookLayout> {
  const { template, all } = facts
  const sheets: SheetLayout[] = []
  for (const table of template.tables) {
    const { layout, rows } = await pulledTable(facts, table)
    sheets.push(filledSlot(layout, rows))
  }
  return {
    title: `${template.title.vi} – ${showPeriod(all.period, 'vi')} – tổng hợp`,
    font: FONT,
    sheets: [...sheets, recordOf(facts)],
    names: [],
  }
}
