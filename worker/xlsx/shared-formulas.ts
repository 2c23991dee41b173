// Formulas that are written once for a range: each cell has it moved by its
// distance from the first. Moves references only; knows nothing of their meaning.
import { columnIndex, columnLetter, type Spot } from '../../shared/a1.ts'
import { WorkbookRefusal } from './refusal.ts'

interface Master {
  readonly formula: string
  readonly at: Spot
}

/** Characters that moved formulas may add up to: one long formula shared by a sheet full of cells is a bomb. */
const MOST = 8_000_000

/** Strings and quoted sheet names stand as they are; then names and functions, which look like references; then references. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu

const moved = (fixed: string, index: number, by: number): number => (fixed === '$' ? index : index + by)

function shift(formula: string, down: number, right: number): string {
  return formula.replace(TOKEN, (whole, fixColumn?: string, letters?: string, fixRow?: string, row?: string) => {
    if (letters === undefined || row === undefined) return whole
    const column = moved(fixColumn ?? '', columnIndex(letters), right)
    const line = moved(fixRow ?? '', Number(row), down)
    return column < 0 || line < 1 ? '#REF!' : `${fixColumn}${columnLetter(column)}${fixRow}${line}`
  })
}

export class SharedFormulas {
  readonly #masters = new Map<string, Master>()
  #moved = 0

  /** The formula of the cell at `at`: its own text, which others then share, or the shared one moved to it. */
  take(index: string, formula: string, at: Spot): string {
    const master = this.#masters.get(index)
    if (formula !== '') {
      if (!master) this.#masters.set(index, { formula, at })
      return formula
    }
    if (!master) return formula
    this.#moved += master.formula.length
    if (this.#moved > MOST) throw new WorkbookRefusal('zip-bomb')
    return shift(master.formula, at.row - master.at.row, at.column - master.at.column)
  }
}
