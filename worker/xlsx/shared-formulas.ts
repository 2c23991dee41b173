// Formulas that are written once for a range: each cell has it moved by its
// distance from the first. Moves references only; knows nothing of their meaning.
import { columnIndex, columnLetter, type Spot } from '../../shared/a1.ts'
import { WorkbookRefusal } from './refusal.ts'

interface Reference {
  readonly fixedColumn: boolean
  readonly column: number
  readonly fixedRow: boolean
  readonly row: number
}

/** What stands between references, as it is. */
type Piece = string | Reference

interface Master {
  readonly length: number
  readonly pieces: readonly Piece[]
  readonly at: Spot
}

/** Characters that moved formulas may add up to: one long formula shared by a sheet full of cells is a bomb. */
const MOST = 8_000_000

/** Strings and quoted sheet names stand as they are; then names and functions, which look like references; then references. */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\]*/gu

function piecesOf(formula: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { index, 0: whole, 1: fixColumn, 2: letters, 3: fixRow, 4: row } of formula.matchAll(TOKEN)) {
    if (letters === undefined) continue
    if (index > from) pieces.push(formula.slice(from, index))
    pieces.push({ fixedColumn: fixColumn === '$', column: columnIndex(letters), fixedRow: fixRow === '$', row: Number(row) })
    from = index + whole.length
  }
  pieces.push(formula.slice(from))
  return pieces
}

function moved({ fixedColumn, column, fixedRow, row }: Reference, down: number, right: number): string {
  const at = fixedColumn ? column : column + right
  const line = fixedRow ? row : row + down
  return at < 0 || line < 1 ? '#REF!' : `${fixedColumn ? '$' : ''}${columnLetter(at)}${fixedRow ? '$' : ''}${line}`
}

export class SharedFormulas {
  readonly #masters = new Map<string, Master>()
  #moved = 0

  /** The formula of the cell at `at`: its own text, which others then share, or the shared one moved to it. */
  take(index: string, formula: string, at: Spot): string {
    const master = this.#masters.get(index)
    if (formula !== '') {
      if (!master) this.#masters.set(index, { length: formula.length, pieces: piecesOf(formula), at })
      return formula
    }
    if (!master) return formula
    this.#moved += master.length
    if (this.#moved > MOST) throw new WorkbookRefusal('zip-bomb')
    const [down, right] = [at.row - master.at.row, at.column - master.at.column]
    return master.pieces.map((piece) => (typeof piece === 'string' ? piece : moved(piece, down, right))).join('')
  }
}
