// An uploaded .xlsx as a grid of cells, which is what a form is found in. What
// the cells mean is reading.ts's business.
import { columnLetter } from '../../shared/a1.ts'
import type { Grid, GridCell, GridSheet } from '../../shared/sheet/grid.ts'
import { READ_LIMITS, ReadBudget } from './limits.ts'
import { openWorkbook } from './open-workbook.ts'
import { WorkbookRefusal } from './refusal.ts'
import type { SheetRow, SheetSink } from './sheet-row.ts'
import type { ReadStyle } from './styles.ts'

/** Cells of all sheets of one workbook; the same text is kept once. */
class Kept {
  cells = 0
  readonly #texts = new Map<string, string>()
  readonly #letters: string[] = []

  text(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const own = text
    this.#texts.set(own, own)
    return own
  }

  letter(column: number): string {
    this.#letters[column] ??= columnLetter(column)
    return this.#letters[column] as string
  }
}

class GridSink implements SheetSink {
  readonly cells = new Map<string, GridCell>()
  readonly merges: string[] = []
  readonly hiddenRows = new Set<number>()
  #rows = 0
  readonly #styles: readonly ReadStyle[]
  readonly #budget: ReadBudget
  readonly #kept: Kept

  constructor(styles: readonly ReadStyle[], budget: ReadBudget, kept: Kept) {
    this.#styles = styles
    this.#budget = budget
    this.#kept = kept
  }

  row(row: SheetRow): void {
    const { rowsPerSheet, cells, columns } = this.#budget.limits
    // Hidden rows that hold nothing come by the million where somebody hid the rest of a sheet.
    if (row.hidden && (row.count > 0 || this.hiddenRows.size < rowsPerSheet)) this.hiddenRows.add(row.at)
    if (row.count === 0) return
    if (++this.#rows > rowsPerSheet) throw new WorkbookRefusal('too-many-rows', { limit: rowsPerSheet })
    this.#kept.cells += row.count
    if (this.#kept.cells > cells) throw new WorkbookRefusal('too-many-cells', { limit: cells })
    if ((row.columns[row.count - 1] as number) >= columns) throw new WorkbookRefusal('too-many-columns', { limit: columns })
    for (let index = 0; index < row.count; index++) {
      this.cells.set(`${this.#kept.letter(row.columns[index] as number)}${row.at}`, this.#cell(row, index))
    }
  }

  merge(range: string): void {
    const { merges } = this.#budget.limits
    if (this.merges.push(range) > merges) throw new WorkbookRefusal('too-many-merges', { limit: merges })
  }

  #cell(row: SheetRow, index: number): GridCell {
    const found = row.values[index] as GridCell['value']
    const value = typeof found === 'string' ? this.#kept.text(found) : found
    const style = this.#styles[row.styles[index] as number]
    const formula = row.formulas[index]
    const { format, font } = style ?? {}
    if (formula === undefined && font === undefined && !row.errors[index]) return format === undefined ? { value } : { value, format }
    return {
      value,
      ...(row.errors[index] ? { error: true as const } : {}),
      ...(formula === undefined ? {} : { formula: this.#kept.text(`=${formula}`) }),
      ...style,
    }
  }
}

/** Throws WorkbookRefusal. `whole`: also what stands besides the cells. */
export async function readWorkbook(bytes: Uint8Array, budget = new ReadBudget(READ_LIMITS), whole = false): Promise<Grid> {
  const book = await openWorkbook(bytes, budget)
  const kept = new Kept()
  const sheets: GridSheet[] = []
  for (const sheet of book.sheets) {
    const sink = new GridSink(book.cellStyles, budget, kept)
    await book.rows(sheet, sink)
    const { cells, merges, hiddenRows } = sink
    const aside = whole ? { aside: await book.aside(sheet) } : {}
    sheets.push({ name: sheet.name, visibility: sheet.visibility, cells, merges, hiddenRows, ...aside })
  }
  return { sheets, names: book.names, date1904: book.date1904 }
}
