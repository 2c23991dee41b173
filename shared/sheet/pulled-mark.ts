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
}

const HEAD = '#consolidated'
const ALL = '*'
const GROUPED = 'grouped'

/** What stands in the hidden first column of the row below the data. */
export const FOOT = { total: '#total', empty: '#empty', end: '#end' } as const
export type Foot = keyof typeof FOOT

/** The same of a line that names a group of agencies: those below it, up to the next, are its own. */
export const GROUP_LINE = '#group'

export const pulledMark = ({ template, version, period, table, madeAt, agencies, grouped }: PulledMark): string =>
  [HEAD, template, version, period, table, madeAt, agencies?.join(',') ?? ALL, ...(grouped ? [GROUPED] : [])].join('|')

export function parsePulledMark(text: string): PulledMark | null {
  const [head, template, version, period, table, madeAt, agencies, groups, ...rest] = text.trim().split('|')
  if (head !== HEAD || !template || !version || !/^[1-9]\d{0,8}$/.test(version) || !period || !table) return null
  if (!madeAt || agencies === undefined || rest.length > 0 || (groups !== undefined && groups !== GROUPED)) return null
  return {
    ...{ template, version: Number(version), period, table, madeAt },
    grouped: groups === GROUPED,
    agencies: agencies === ALL ? null : agencies === '' ? [] : agencies.split(','),
  }
}
