// Where the rows of each agency will stand: how many sheets a table takes, and
// on each the stretches of agencies. Knows numbers of rows alone, never a row.
import { sheetReference } from '../a1.ts'
import type { CountedHead } from '../survey.ts'
import type { Table } from '../template.ts'
import type { HeadGroup } from './consolidated-groups.ts'

/** A group of which the table shows at least one agency. */
export interface ShownGroup extends HeadGroup {
  /** 1, 2, 3 … of the groups of the table. */
  readonly ordinal: number
}

/** Rows of one agency on one sheet, under the line that names it. */
export interface Stretch {
  readonly head: CountedHead
  /** 1, 2, 3 … of the agencies of the table, or of its group. */
  readonly ordinal: number
  readonly group: ShownGroup | null
  /** The line that names the group stands above the agency's. */
  readonly opens: boolean
  /** Row of the line that names the agency, from 0. */
  readonly at: number
  /** Rows of the agency that stand on earlier sheets. */
  readonly before: number
  readonly count: number
}

export interface DataSheet {
  readonly name: string
  readonly table: Table
  /** 1, 2, 3 … of the sheets of the table. */
  readonly number: number
  readonly last: boolean
  /** First row of the stretches, from 0. */
  readonly from: number
  /** All rows of the stretches, naming lines included. */
  readonly rows: number
  readonly stretches: readonly Stretch[]
}

/** What one sheet holds, in Excel and elsewhere. */
export const SHEET_ROWS = 1_048_576

interface Room {
  /** Rows above the data on the first sheet and on those that continue it. */
  readonly first: number
  readonly next: number
  /** Rows below the data on the last sheet. */
  readonly below: number
  readonly limit: number
}

/** Agencies that have rows in the table or have declared that there is nothing to report. */
const shown = (table: Table, heads: readonly CountedHead[]) =>
  heads.filter(({ rows, declaration }) => (rows[table.key] ?? 0) > 0 || declaration?.kind === 'nothing-to-report')

interface Line {
  readonly head: CountedHead
  readonly ordinal: number
  readonly group: ShownGroup | null
}

function linesOf(table: Table, heads: readonly CountedHead[], groups: readonly HeadGroup[] | null): Line[] {
  if (!groups) return shown(table, heads).map((head, index) => ({ head, ordinal: index + 1, group: null }))
  return groups
    .map(({ name, heads: own }) => ({ name, heads: shown(table, own) }))
    .filter((group) => group.heads.length > 0)
    .flatMap((group, at) => {
      const known = { ...group, ordinal: at + 1 }
      return group.heads.map((head, index) => ({ head, ordinal: index + 1, group: known }))
    })
}

/** `groups`: the heads once more, by group, in the same order; null where they stand one after the other. */
export function planSheets(
  table: Table,
  heads: readonly CountedHead[],
  name: string,
  room: Room,
  groups: readonly HeadGroup[] | null = null,
): DataSheet[] {
  const sheets: { from: number; stretches: Stretch[]; next: number }[] = []
  const begin = () => {
    const from = sheets.length === 0 ? room.first : room.next
    const sheet = { from, stretches: [], next: from }
    sheets.push(sheet)
    return sheet
  }
  const end = room.limit - room.below
  // A sheet on which no agency with a row has room would never be filled.
  if (end - Math.max(room.first, room.next) < (groups ? 3 : 2)) throw new RangeError(`no room for rows on a sheet of ${room.limit}`)
  let sheet: (typeof sheets)[number] = begin()
  for (const { head, ordinal, group } of linesOf(table, heads, groups)) {
    const total = head.rows[table.key] ?? 0
    let before = 0
    do {
      const opens = group !== null && ordinal === 1 && before === 0
      const naming = opens ? 2 : 1
      // Lines that name never stand alone at the end of a sheet.
      if (end - sheet.next < naming + (total > 0 ? 1 : 0)) sheet = begin()
      const count = Math.min(total - before, end - sheet.next - naming)
      sheet.stretches.push({ head, ordinal, group, opens, at: sheet.next + naming - 1, before, count })
      sheet.next += naming + count
      before += count
    } while (before < total)
  }
  return sheets.map(({ from, stretches, next }, index) => ({
    name: index === 0 ? name : `${name} (${index + 1})`,
    table,
    number: index + 1,
    last: index === sheets.length - 1,
    from,
    rows: next - from,
    stretches,
  }))
}

const subtotal = (here: string, sheet: string, letter: string, from: number, to: number): string => {
  const range = `${letter}${from + 1}:${letter}${to + 1}`
  return `SUBTOTAL(9,${sheet === here ? range : sheetReference(sheet, range)})`
}

/** All rows of the agency of a stretch that begins it, on this sheet `data` and those that continue it, as a formula there. */
export function sumOfAgency(sheets: readonly DataSheet[], data: DataSheet, stretch: Stretch, letter: string): string {
  const sumOn = ({ name }: DataSheet, { at, count }: Stretch) => subtotal(data.name, name, letter, at + 1, at + count)
  const parts = stretch.count > 0 ? [sumOn(data, stretch)] : []
  if (data.stretches.at(-1) !== stretch) return parts.join('+')
  for (const next of sheets.slice(data.number)) {
    const [first, ...others] = next.stretches
    if (first?.head !== stretch.head) break
    if (first.count > 0) parts.push(sumOn(next, first))
    if (others.length > 0) break
  }
  return parts.join('+')
}

/** Where the stretches of each agency stand, by its submission. */
export function placesOf(
  sheets: readonly DataSheet[],
): ReadonlyMap<string, readonly { readonly sheet: string; readonly stretch: Stretch }[]> {
  const places = new Map<string, { sheet: string; stretch: Stretch }[]>()
  for (const { name, stretches } of sheets)
    for (const stretch of stretches) {
      const own = places.get(stretch.head.submissionId)
      if (own) own.push({ sheet: name, stretch })
      else places.set(stretch.head.submissionId, [{ sheet: name, stretch }])
    }
  return places
}

/** All rows of a group. SUBTOTAL leaves the agencies' own subtotals out. */
export const sumOfGroup = (sheets: readonly DataSheet[], group: ShownGroup, here: string, letter: string): string =>
  sheets
    .flatMap(({ name, stretches }) => {
      const own = stretches.filter((stretch) => stretch.group?.ordinal === group.ordinal)
      const [first, last] = [own[0], own.at(-1)]
      return first && last ? [subtotal(here, name, letter, first.at, last.at + last.count)] : []
    })
    .join('+')

/** All rows of a table. SUBTOTAL leaves the subtotals out. */
export const sumOfTable = (sheets: readonly DataSheet[], here: string, letter: string): string =>
  sheets
    .filter(({ rows }) => rows > 0)
    .map(({ name, from, rows }) => subtotal(here, name, letter, from, from + rows - 1))
    .join('+')
