// Where in a sheet of theirs the header of a table like ours stands: the few rows
// whose titles name most of our fields. A sheet may hold several.
import type { Table, Template } from '../template.ts'
import { remembered } from '../text/remembered.ts'
import { LONGEST_TITLE, mayBeTitles } from './may-be-titles.ts'
import { pairColumns } from './pair-columns.ts'
import { type HeaderRows, numbersColumns, titlesAbove } from './their-header.ts'
import type { TheirSheet } from './their-sheet.ts'
import { titleLikeness } from './title-likeness.ts'
import { titleWords } from './title-words.ts'

export interface FoundHeader extends HeaderRows {
  readonly table: Table
}

const DEEPEST = 4
/** Every row more in a header must earn this much. */
const ROW_COST = 0.12
const LEAST_SHARE = 0.34
/** More tables than this, one above the other, nobody keeps on a sheet. */
const LOOKED_AT = 60

/** A row of a header bears at least one title that is this much like one of ours. */
const LEAST_CELL = 0.6

/** Whether a text is much like a title or a group of ours. */
function namesOurs(table: Table): (text: string) => boolean {
  const likeness = titleLikeness(table)
  const groups = new Set(table.fields.flatMap(({ group }) => (group ?? []).map(({ vi }) => titleWords(vi).join(' '))))
  return remembered((text) => groups.has(titleWords(text).join(' ')) || table.fields.some((field) => likeness([text], field) >= LEAST_CELL))
}

/** A title merged downwards tells how deep the header is. */
const isCut = ({ merges }: TheirSheet, { from, to }: HeaderRows): boolean =>
  merges.some((range) => range.from.row >= from && range.from.row <= to && range.to.row > to && range.to.row < from + DEEPEST)

function scoreOf(sheet: TheirSheet, table: Table, rows: HeaderRows): number {
  if (isCut(sheet, rows)) return 0
  const titles = titlesAbove(sheet, rows)
  if (titles.size < 2) return 0
  const paired = pairColumns(table, titles, () => null).filter(({ field }) => field !== null)
  const least = table.fields.length <= 4 ? 2 : 3
  if (paired.length < least || paired.length < titles.size * LEAST_SHARE) return 0
  return paired.reduce((sum, { confidence }) => sum + confidence, 0) - ROW_COST * (rows.to - rows.from)
}

/** The rows with most titles of ours, and those right above them, where a header may begin: of a long list of prose only few are looked at closely. */
function mostTitled(sheet: TheirSheet, rows: readonly number[], isOurs: (text: string) => boolean): number[] {
  const counted = rows.map((row) => ({
    row,
    count: sheet.row(row).filter(([column]) => {
      const text = sheet.text(row, column)
      return text !== '' && text.length <= LONGEST_TITLE && isOurs(text)
    }).length,
  }))
  const most = counted.filter(({ count }) => count > 0).sort((one, other) => other.count - one.count)
  const begins = new Set(most.slice(0, LOOKED_AT).flatMap(({ row }) => Array.from({ length: DEEPEST }, (_, above) => row - above)))
  return rows.filter((row) => begins.has(row))
}

/** From top to bottom, none overlapping another. */
export function findHeaders(sheet: TheirSheet, template: Template): FoundHeader[] {
  const rows = sheet.index.rows().filter((row) => mayBeTitles(sheet, row))
  const usable = new Set(rows)
  const known = template.tables.map((table) => ({ table, isOurs: namesOurs(table) }))
  const found: { header: FoundHeader; score: number }[] = []
  for (const { table, isOurs } of known)
    for (const from of mostTitled(sheet, rows, isOurs))
      for (let to = from; to < from + DEEPEST && usable.has(to) && !numbersColumns(sheet, to); to++) {
        const score = scoreOf(sheet, table, { from, to })
        if (score > 0) found.push({ header: { table, from, to }, score })
      }
  const chosen: FoundHeader[] = []
  for (const { header } of found.sort((one, other) => other.score - one.score))
    if (chosen.every(({ from, to }) => header.to < from || header.from > to)) chosen.push(header)
  return chosen.sort((one, other) => one.from - other.from)
}
