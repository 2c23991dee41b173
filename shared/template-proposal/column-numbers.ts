// The row of a form that numbers its columns: which number each has, and what the form says there
// of how one is counted from others ("3 = 4 + 5").
import { numbersColumns } from '../takeover/their-header.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'

export interface ColumnNumbers {
  /** Zero-based columns by their number. */
  readonly columns: ReadonlyMap<number, number>
  /** By column. */
  readonly formulas: ReadonlyMap<number, string>
}

const MOST_COLUMNS = 40

/** "2+…+7", "2 + 3 + ... + 7": every number between is meant. */
const spelledOut = (text: string): string =>
  text.replace(/\(?(\d{1,2})\)?\s*\+\s*(?:…|\.{2,})\s*\+\s*\(?(\d{1,2})\)?/g, (whole, from: string, to: string) => {
    const count = Number(to) - Number(from)
    return count > 0 && count < MOST_COLUMNS ? Array.from({ length: count + 1 }, (_, at) => `(${Number(from) + at})`).join('+') : whole
  })

/** "Tổng số (3=4+5)", "Nam (4)": the numbers stand behind the titles themselves, one after the other. */
function numberedTitles(titled: ReadonlyMap<number, readonly string[]>): ColumnNumbers {
  const columns = new Map<number, number>()
  const formulas = new Map<number, string>()
  for (const [column, titles] of titled) {
    const [, said, number] = /\(((\d{1,2})\s*(?:=[^()]*(?:\([^()]*\)[^()]*)*)?)\)$/.exec(titles.at(-1)?.trim() ?? '') ?? []
    if (said === undefined || columns.has(Number(number))) continue
    columns.set(Number(number), column)
    if (said.includes('=')) formulas.set(column, spelledOut(said))
  }
  return formulas.size > 0 ? { columns, formulas } : { columns: new Map(), formulas: new Map() }
}

/** `titled`: where no row numbers them, the titles may. */
export function numberingOf(sheet: TheirSheet, row: number, titled: ReadonlyMap<number, readonly string[]>): ColumnNumbers {
  const columns = new Map<number, number>()
  const formulas = new Map<number, string>()
  if (!numbersColumns(sheet, row)) return numberedTitles(titled)
  for (const [column, { value }] of sheet.row(row)) {
    const text = String(value)
    const number = /^[([]?(\d{1,2})/.exec(text)?.[1]
    if (number !== undefined) columns.set(Number(number), column)
    if (text.includes('=')) formulas.set(column, spelledOut(text))
  }
  return { columns, formulas }
}
