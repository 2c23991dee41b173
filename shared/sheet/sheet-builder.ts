// Collects the parts of one sheet's layout while its sections are written from
// top to bottom. Rows and columns are zero-based. Knows nothing of templates.
import { address, columnLetter, parseAddress, rangeText, span } from '../a1.ts'
import { LOOKS, type Look } from './looks.ts'
import type { CellStyle, ConditionalFormat, LayoutCell, SheetLayout, StyledRange, Validation } from './sheet-layout.ts'

type Settings = Pick<SheetLayout, 'name' | 'visibility' | 'protected' | 'freeze' | 'print' | 'tabColor' | 'slot'>

/** Of text of twelve points. */
const USUAL_HEIGHT = 15.75

export class SheetBuilder {
  readonly #cells = new Map<string, LayoutCell>()
  readonly #styles: Record<string, CellStyle> = {}
  readonly #styled: StyledRange[] = []
  readonly #merges: string[] = []
  readonly #rows = new Map<number, { height?: number; hidden?: boolean }>()
  readonly #columns: SheetLayout['columns'][number][] = []
  readonly #validations: Validation[] = []
  readonly #conditionals: ConditionalFormat[] = []

  column(index: number, width: number, hidden = false): void {
    this.#columns.push({ letter: columnLetter(index), width, ...(hidden ? { hidden } : {}) })
  }

  /** Heights given twice: the higher one counts. */
  row(index: number, change: { height?: number; hidden?: boolean }): void {
    const before = this.#rows.get(index) ?? {}
    const height = change.height === undefined ? before.height : Math.max(change.height, before.height ?? 0)
    this.#rows.set(index, { ...before, ...change, ...(height === undefined ? {} : { height }) })
  }

  /** Points; a row that nobody gave a height has the program's. */
  heightOf(index: number): number {
    const { height = USUAL_HEIGHT, hidden } = this.#rows.get(index) ?? {}
    return hidden ? 0 : height
  }

  put(row: number, column: number, value: LayoutCell['value'] | null): void {
    if (value === null || value === undefined || value === '') return
    const at = address(row, column)
    this.#cells.set(at, { at, value })
  }

  formula(row: number, column: number, formula: string, cached?: LayoutCell['value']): void {
    const at = address(row, column)
    this.#cells.set(at, { at, formula, ...(cached === undefined ? {} : { value: cached }) })
  }

  look(fromRow: number, fromColumn: number, toRow: number, toColumn: number, look: Look): void {
    this.style(fromRow, fromColumn, toRow, toColumn, look, LOOKS[look])
  }

  style(fromRow: number, fromColumn: number, toRow: number, toColumn: number, name: string, style: CellStyle): void {
    this.#styles[name] = style
    this.#styled.push({ range: rangeText(span(fromRow, fromColumn, toRow, toColumn)), style: name })
  }

  /** Text over several columns of one row, merged where there is more than one. */
  band(row: number, fromColumn: number, toColumn: number, text: LayoutCell['value'] | null, look: Look): void {
    this.look(row, fromColumn, row, toColumn, look)
    this.put(row, fromColumn, text)
    this.merge(row, fromColumn, row, toColumn)
  }

  merge(fromRow: number, fromColumn: number, toRow: number, toColumn: number): void {
    if (fromRow !== toRow || fromColumn !== toColumn) this.#merges.push(rangeText(span(fromRow, fromColumn, toRow, toColumn)))
  }

  validate(validation: Validation): void {
    this.#validations.push(validation)
  }

  mark(format: ConditionalFormat): void {
    this.#conditionals.push(format)
  }

  build(settings: Settings): SheetLayout {
    const place = (at: string) => {
      const spot = parseAddress(at)
      return spot ? spot.row * 20_000 + spot.column : 0
    }
    return {
      ...settings,
      columns: this.#columns,
      rows: [...this.#rows].sort(([a], [b]) => a - b).map(([index, row]) => ({ at: index + 1, ...row })),
      cells: [...this.#cells.values()].sort((a, b) => place(a.at) - place(b.at)),
      styles: this.#styles,
      styled: this.#styled,
      merges: this.#merges,
      validations: this.#validations,
      conditionals: this.#conditionals,
    }
  }
}
