// One sheet of the workbook in memory: cells, formats, and the rules that hang
// on areas. Knows nothing of the wire or of other sheets.
import { parseAddress } from '../../shared/a1.ts'
import type { Area, CellFormat, CellValue, ConditionalRule, PageSetUp, ValidationRule, WorkbookSheet } from './workbook.ts'

interface Stored {
  readonly value: CellValue
  readonly formula: string | null
}

const key = (row: number, column: number): number => row * 16_384 + column

/** What a sheet needs of its workbook. */
interface Around {
  readonly calculate: (formula: string, row: number, column: number) => CellValue
  readonly renamed: (from: string, to: string) => void
}

export class MemorySheet implements WorkbookSheet {
  readonly id: string
  private called: string
  visibility: WorkbookSheet['visibility'] = 'Visible'
  tabColor = ''
  showGridlines = true
  protected = false
  freeze = { rows: 0, columns: 0 }
  page: PageSetUp = {}
  private cells = new Map<number, Stored>()
  private formats = new Map<number, CellFormat>()
  private widths = new Map<number, number>()
  private heights = new Map<number, number>()
  private hiddenRows = new Set<number>()
  private readonly hiddenColumns = new Set<number>()
  private merged: Area[] = []
  private rules: { area: Area; rule: ValidationRule }[] = []
  private conditional: ConditionalRule[] = []
  private readonly siblings: MemorySheet[]
  private readonly around: Around

  constructor(id: string, name: string, siblings: MemorySheet[], around: Around) {
    this.id = id
    this.called = name
    this.siblings = siblings
    this.around = around
  }

  get name(): string {
    return this.called
  }

  set name(name: string) {
    const before = this.called
    this.called = name
    this.around.renamed(before, name)
  }

  get position(): number {
    return this.siblings.indexOf(this)
  }

  set position(to: number) {
    this.siblings.splice(this.position, 1)
    this.siblings.splice(to, 0, this)
  }

  /** For tests: `F12` → zero-based row and column. */
  spot(at: string): { row: number; column: number } {
    const spot = parseAddress(at)
    if (!spot) throw new Error(`${at} is not a cell`)
    return spot
  }

  usedArea(): Area | null {
    const rows: number[] = []
    const columns: number[] = []
    for (const [at, cell] of this.cells) {
      if (cell.value === null && cell.formula === null) continue
      rows.push(Math.floor(at / 16_384))
      columns.push(at % 16_384)
    }
    if (rows.length === 0) return null
    const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b))
    const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b))
    const [row, column] = [least(rows), least(columns)]
    return { row, column, rows: most(rows) - row + 1, columns: most(columns) - column + 1 }
  }

  value(row: number, column: number): CellValue {
    return this.cells.get(key(row, column))?.value ?? null
  }

  formula(row: number, column: number): string | null {
    return this.cells.get(key(row, column))?.formula ?? null
  }

  format(row: number, column: number): CellFormat {
    return this.formats.get(key(row, column)) ?? {}
  }

  setInput(row: number, column: number, input: CellValue): void {
    const at = key(row, column)
    if (input === null) this.cells.delete(at)
    else if (typeof input === 'string' && input.startsWith("'")) this.cells.set(at, { value: input.slice(1), formula: null })
    else if (typeof input === 'string' && input.startsWith('=') && this.format(row, column).numberFormat !== '@')
      this.cells.set(at, { value: this.around.calculate(input, row, column), formula: input })
    else this.cells.set(at, { value: input, formula: null })
  }

  setFormat(area: Area, format: CellFormat): void {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++)
        this.formats.set(key(row, column), { ...this.format(row, column), ...format })
  }

  merges(): readonly Area[] {
    return this.merged
  }

  merge(area: Area): void {
    this.merged.push(area)
  }

  columnWidth(column: number): number {
    return this.widths.get(column) ?? 48
  }

  setColumnWidth(column: number, width: number): void {
    this.widths.set(column, width)
  }

  rowHeight(row: number): number {
    return this.heights.get(row) ?? 15
  }

  setRowHeight(row: number, height: number): void {
    this.heights.set(row, height)
  }

  isRowHidden(row: number): boolean {
    return this.hiddenRows.has(row)
  }

  setRowHidden(row: number, hidden: boolean): void {
    if (hidden) this.hiddenRows.add(row)
    else this.hiddenRows.delete(row)
  }

  isColumnHidden(column: number): boolean {
    return this.hiddenColumns.has(column)
  }

  setColumnHidden(column: number, hidden: boolean): void {
    if (hidden) this.hiddenColumns.add(column)
    else this.hiddenColumns.delete(column)
  }

  validations(): readonly { area: Area; rule: ValidationRule }[] {
    return this.rules
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    const same = (one: Area) => one.row === area.row && one.column === area.column && one.rows === area.rows && one.columns === area.columns
    this.rules = this.rules.filter((one) => !same(one.area))
    if (rule) this.rules.push({ area, rule })
  }

  conditionals(): readonly ConditionalRule[] {
    return this.conditional
  }

  addConditional(rule: ConditionalRule): void {
    this.conditional.push(rule)
  }

  removeConditional(id: string): void {
    this.conditional = this.conditional.filter((rule) => rule.id !== id)
  }

  /** Becomes a copy of another sheet, protection too. */
  takeAfter(other: MemorySheet): void {
    this.cells = new Map(other.cells)
    this.formats = new Map(other.formats)
    this.widths = new Map(other.widths)
    this.heights = new Map(other.heights)
    this.hiddenRows = new Set(other.hiddenRows)
    this.merged = [...other.merged]
    this.rules = [...other.rules]
    this.conditional = [...other.conditional]
    this.protected = other.protected
  }

  insertRows(above: number, count: number): void {
    const down = <T>(map: Map<number, T>) =>
      new Map([...map].map(([at, one]): [number, T] => (Math.floor(at / 16_384) >= above ? [at + count * 16_384, one] : [at, one])))
    const shift = (row: number) => (row >= above ? row + count : row)
    const area = (one: Area): Area => {
      const row = shift(one.row)
      return { ...one, row, rows: shift(one.row + one.rows - 1) - row + 1 }
    }
    this.cells = down(this.cells)
    this.formats = down(this.formats)
    this.heights = new Map([...this.heights].map(([row, height]) => [shift(row), height]))
    this.hiddenRows = new Set([...this.hiddenRows].map(shift))
    this.merged = this.merged.map(area)
    this.rules = this.rules.map((one) => ({ ...one, area: area(one.area) }))
    this.conditional = this.conditional.map((one) => ({ ...one, area: area(one.area) }))
  }

  removeRows(first: number, count: number): void {
    const end = first + count
    const gone = (row: number) => row >= first && row < end
    const shift = (row: number) => (row >= end ? row - count : Math.min(row, first))
    const up = <T>(map: Map<number, T>) =>
      new Map(
        [...map].flatMap(([at, one]): [number, T][] => {
          const row = Math.floor(at / 16_384)
          return gone(row) ? [] : [[row >= end ? at - count * 16_384 : at, one]]
        }),
      )
    const area = (one: Area): Area[] => {
      const [row, below] = [shift(one.row), shift(one.row + one.rows)]
      return below > row ? [{ ...one, row, rows: below - row }] : []
    }
    this.cells = up(this.cells)
    this.formats = up(this.formats)
    this.heights = new Map([...this.heights].filter(([row]) => !gone(row)).map(([row, height]) => [shift(row), height]))
    this.hiddenRows = new Set([...this.hiddenRows].filter((row) => !gone(row)).map(shift))
    this.merged = this.merged.flatMap(area)
    this.rules = this.rules.flatMap((one) => area(one.area).map((left) => ({ ...one, area: left })))
    this.conditional = this.conditional.flatMap((one) => area(one.area).map((left) => ({ ...one, area: left })))
  }
}
