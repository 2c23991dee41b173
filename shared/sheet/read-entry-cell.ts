// One cell as an entry of a filing: the stored value with what must be known to
// judge it. Judges nothing.
import type { Entry } from '../filing.ts'
import { OFFSET_1904 } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import type { GridCell } from './grid.ts'

/** Smaller numbers in a column of periods are years: 2025. */
const FIRST_DAY = 20_000

const showsPercent = (format: string | undefined): boolean => format?.replace(/"[^"]*"|\\./g, '').includes('%') ?? false

export function entryOf(
  cell: GridCell | undefined,
  at: string,
  type: FieldType,
  { date1904, computed }: { date1904: boolean; computed: boolean },
): Entry {
  // What a formula of ours shows is not something that was typed: with text among its cells it shows another amount.
  if (!cell || (computed && cell.formula !== undefined)) return { value: null, cell: at }
  const isDay = (number: number): boolean => type.kind === 'date' || (type.kind === 'period' && number >= FIRST_DAY)
  const value = typeof cell.value === 'number' && date1904 && isDay(cell.value) ? cell.value + OFFSET_1904 : cell.value
  return {
    value: value === '' ? null : value,
    cell: at,
    ...(value !== '' && showsPercent(cell.format) ? { percent: true } : {}),
    ...(cell.error ? { error: true } : {}),
    ...(cell.formula === undefined ? {} : { formula: cell.formula }),
    ...(cell.font === undefined ? {} : { font: cell.font }),
  }
}

export const isBlank = ({ value }: Entry): boolean => value === null || (typeof value === 'string' && value.trim() === '')
