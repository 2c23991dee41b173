// The marks by which a sheet of consolidated rows is known again after it was renamed,
// moved, copied or filled with columns of somebody's own: they travel inside the sheet.

/** What the rows of a sheet were made from. */
export interface PulledMark {
  readonly template: string
  readonly version: number
  readonly period: string
  readonly table: string
  readonly madeAt: string
  /** Null: all agencies of the province. */
  readonly agencies: readonly string[] | null
  /** Its agencies stand under groups with subtotals of their own. */
  readonly grouped: boolean
  /** The day at whose end the rows counted, `2025-03-10`; null: those that counted when it was made. */
  readonly on: string | null
}

const HEAD = '#consolidated'
const ALL = '*'
const GROUPED = 'grouped'
/** Only where it is so: sheets without it are read as before, and who does not know it refuses the sheet. */
const ON = /^on=(\d{4}-\d{2}-\d{2})$/

/** What stands in the hidden first column of the row below the data. */
export const FOOT = { total: '#total', empty: '#empty', end: '#end' } as const
export type Foot = keyof typeof FOOT

/** The same of a line that names a group of agencies: those below it, up to the next, are its own. */
export const GROUP_LINE = '#group'

export const pulledMark = ({ template, version, period, table, madeAt, agencies, grouped, on }: PulledMark): string => {
  const known = [HEAD, template, version, period, table, madeAt, agencies?.join(',') ?? ALL]
  return [...known, ...(grouped ? [GROUPED] : []), ...(on === null ? [] : [`on=${on}`])].join('|')
}

export function parsePulledMark(text: string): PulledMark | null {
  const [head, template, version, period, table, madeAt, agencies, ...more] = text.trim().split('|')
  if (head !== HEAD || !template || !version || !/^[1-9]\d{0,8}$/.test(version) || !period || !table) return null
  if (!madeAt || agencies === undefined) return null
  const grouped = more[0] === GROUPED
  const [day, ...rest] = grouped ? more.slice(1) : more
  const on = day === undefined ? null : ON.exec(day)?.[1]
  if (on === undefined || rest.length > 0) return null
  return {
    ...{ template, version: Number(version), period, table, madeAt, grouped, on },
    agencies: agencies === ALL ? null : agencies === '' ? [] : agencies.split(','),
  }
}
