// One sheet of the Univer grid as the wire host sees it. Writes are collected
// and go to the grid in one command, because each command of the grid costs
// about a millisecond; any read sends them first.
import type { FUniver, ICellData, IStyleData } from '@univerjs/presets'
import type { GridSheet, GridWorkbook } from './univer-facade.ts'
import { univerRule } from './univer-rules.ts'
import { fromStyle, toStyle } from './univer-style.ts'
import type { Area, CellFormat, CellValue, ConditionalRule, PageSetUp, ValidationRule, WorkbookSheet } from './workbook.ts'

const TEXT_TYPE = 1
const NUMBER_TYPE = 2
const BOOLEAN_TYPE = 3
/** Text that stays text also where it reads as a number or date. */
const FORCED_TEXT_TYPE = 4
/** Excel measures columns and rows in points, the grid in pixels at 96 dpi. */
const PIXELS_PER_POINT = 96 / 72

/** What the sheet shares with its workbook. */
export interface UniverShelf {
  readonly api: FUniver
  readonly workbook: GridWorkbook
  /** Runs changes that are ours, not a person's. */
  applying<T>(change: () => T): T
  areaOfName(name: string): { sheet: string; area: Area } | null
}

const custom = (cell: ICellData | null | undefined) => (cell?.custom ?? {}) as { locked?: boolean }

export class UniverSheet implements WorkbookSheet {
  readonly id: string
  protected = false
  page: PageSetUp = {}
  private readonly grid: GridSheet
  private readonly shelf: UniverShelf
  private pending = new Map<number, Map<number, ICellData>>()
  private veryHidden = false
  private rules: { area: Area; rule: ValidationRule }[] = []
  private conditional: { rule: ConditionalRule; cfId: string }[] = []

  constructor(grid: GridSheet, shelf: UniverShelf) {
    this.id = grid.getSheetId()
    this.grid = grid
    this.shelf = shelf
  }

  get name(): string {
    return this.grid.getSheetName()
  }
  set name(name: string) {
    this.shelf.applying(() => this.grid.setName(name))
  }

  get visibility(): WorkbookSheet['visibility'] {
    return this.grid.isSheetHidden() ? (this.veryHidden ? 'VeryHidden' : 'Hidden') : 'Visible'
  }
  set visibility(to: WorkbookSheet['visibility']) {
    this.veryHidden = to === 'VeryHidden'
    this.shelf.applying(() => (to === 'Visible' ? this.grid.showSheet() : this.grid.isSheetHidden() || this.grid.hideSheet()))
  }

  get position(): number {
    return this.grid.getIndex()
  }
  set position(to: number) {
    this.shelf.applying(() => this.shelf.workbook.moveSheet(this.grid, to))
  }

  get tabColor(): string {
    return this.grid.getTabColor() ?? ''
  }
  set tabColor(color: string) {
    this.shelf.applying(() => this.grid.setTabColor(color))
  }

  get showGridlines(): boolean {
    return !this.grid.hasHiddenGridLines()
  }
  set showGridlines(shown: boolean) {
    this.shelf.applying(() => this.grid.setHiddenGridlines(!shown))
  }

  get freeze(): { rows: number; columns: number } {
    return { rows: this.grid.getFrozenRows(), columns: this.grid.getFrozenColumns() }
  }
  set freeze({ rows, columns }: { rows: number; columns: number }) {
    this.shelf.applying(() => this.grid.setFreeze({ ySplit: rows, xSplit: columns, startRow: rows || -1, startColumn: columns || -1 }))
  }

  /** Sends collected writes to the grid. */
  flush(): void {
    if (this.pending.size === 0) return
    const matrix: Record<number, Record<number, ICellData>> = {}
    let [bottom, right] = [0, 0]
    for (const [row, columns] of this.pending) {
      for (const [column, cell] of columns) {
        // The grid drops a cell's formula when only its format is set.
        const formula = 'f' in cell ? undefined : this.grid.getSheet().getCellRaw(row, column)?.f
        if (formula) cell.f = formula
      }
      matrix[row] = Object.fromEntries(columns)
      bottom = Math.max(bottom, row)
      right = Math.max(right, ...columns.keys())
    }
    this.pending = new Map()
    this.shelf.applying(() => {
      if (this.grid.getMaxRows() <= bottom + 50) this.grid.setRowCount(bottom + 200)
      if (this.grid.getMaxColumns() <= right + 5) this.grid.setColumnCount(right + 20)
      this.grid.getRange(0, 0, bottom + 1, right + 1).setValues(matrix)
    })
  }

  private cell(row: number, column: number): ICellData | null {
    this.flush()
    return this.grid.getSheet().getCellRaw(row, column) ?? null
  }

  private change(row: number, column: number): ICellData {
    const columns = this.pending.get(row) ?? new Map<number, ICellData>()
    this.pending.set(row, columns)
    const cell = columns.get(column) ?? {}
    columns.set(column, cell)
    return cell
  }

  usedArea(): Area | null {
    this.flush()
    let [top, left, bottom, right] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -1, -1]
    this.grid
      .getSheet()
      .getCellMatrix()
      .forValue((row, column, cell) => {
        if (!cell || ((cell.v === undefined || cell.v === null || cell.v === '') && !cell.f && !cell.si)) return
        ;[top, left] = [Math.min(top, row), Math.min(left, column)]
        ;[bottom, right] = [Math.max(bottom, row), Math.max(right, column)]
      })
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  }

  value(row: number, column: number): CellValue {
    const cell = this.cell(row, column)
    const value = cell?.v
    if (value === undefined || value === null) return this.richText(cell)
    if (cell?.t === BOOLEAN_TYPE) return Number(value) === 1
    if (cell?.t === NUMBER_TYPE && typeof value === 'string' && value !== '' && Number.isFinite(Number(value))) return Number(value)
    return value
  }

  /** Text typed with line breaks is kept by the grid as a document. */
  private richText(cell: ICellData | null): CellValue {
    const stream = cell?.p?.body?.dataStream
    return stream === undefined ? null : stream.replace(/\r\n$/, '').replaceAll('\r', '\n')
  }

  formula(row: number, column: number): string | null {
    const cell = this.cell(row, column)
    return cell?.f || cell?.si ? this.grid.getRange(row, column).getFormula() || null : null
  }

  /** Reads what is collected without sending it: a request that writes asks for the format of each cell. */
  format(row: number, column: number): CellFormat {
    const stored = this.grid.getSheet().getCellRaw(row, column) ?? null
    const waiting = this.pending.get(row)?.get(column)
    const style = { ...this.styleOf(stored), ...(waiting?.s as IStyleData | undefined) }
    return fromStyle(style, custom(waiting).locked ?? custom(stored).locked)
  }

  private styleOf(cell: ICellData | null | undefined): IStyleData | null {
    return cell ? ((this.shelf.workbook.getWorkbook().getStyles().getStyleByCell(cell) as IStyleData | null | undefined) ?? null) : null
  }

  setInput(row: number, column: number, input: CellValue): void {
    const cell = this.change(row, column)
    const pattern = this.format(row, column).numberFormat
    // Each entry is whole: what an earlier write left in the cell must go.
    delete cell.v
    delete cell.t
    cell.f = null
    cell.si = null
    cell.p = null
    if (input === null || input === '') {
      cell.v = null
      cell.t = null
    } else if (typeof input === 'string' && input.startsWith("'")) {
      cell.v = input.slice(1)
      cell.t = FORCED_TEXT_TYPE
    } else if (typeof input === 'string' && input.startsWith('=') && pattern !== '@') {
      cell.f = input
    } else if (typeof input === 'string') {
      cell.v = input
      cell.t = pattern === '@' ? FORCED_TEXT_TYPE : TEXT_TYPE
    } else if (typeof input === 'boolean') {
      cell.v = input ? 1 : 0
      cell.t = BOOLEAN_TYPE
    } else {
      cell.v = input
      cell.t = NUMBER_TYPE
    }
  }

  setFormat(area: Area, format: CellFormat): void {
    const style = toStyle(format)
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = this.change(row, column)
        if (Object.keys(style).length > 0) cell.s = { ...(cell.s as IStyleData | undefined), ...style }
        if (format.locked !== undefined) cell.custom = { ...cell.custom, locked: format.locked }
      }
  }

  isLocked(row: number, column: number): boolean {
    return this.format(row, column).locked ?? true
  }

  merges(): readonly Area[] {
    return this.grid
      .getMergeData()
      .map((range) => ({ row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() }))
  }

  merge(area: Area): void {
    this.flush()
    this.shelf.applying(() => this.grid.getRange(area.row, area.column, area.rows, area.columns).merge({ isForceMerge: true }))
  }

  columnWidth(column: number): number {
    return this.grid.getColumnWidth(column) / PIXELS_PER_POINT
  }
  setColumnWidth(column: number, width: number): void {
    this.shelf.applying(() => this.grid.setColumnWidth(column, Math.round(width * PIXELS_PER_POINT)))
  }
  setRowHeight(row: number, height: number): void {
    this.shelf.applying(() => this.grid.setRowHeightsForced(row, 1, Math.round(height * PIXELS_PER_POINT)))
  }
  isRowHidden(row: number): boolean {
    return !this.grid.getSheet().getRowVisible(row)
  }
  setRowHidden(row: number, hidden: boolean): void {
    this.shelf.applying(() => (hidden ? this.grid.hideRows(row, 1) : this.grid.showRows(row, 1)))
  }
  isColumnHidden(column: number): boolean {
    return !this.grid.getSheet().getColVisible(column)
  }
  setColumnHidden(column: number, hidden: boolean): void {
    this.shelf.applying(() => (hidden ? this.grid.hideColumns(column, 1) : this.grid.showColumns(column, 1)))
  }

  validations(): readonly { area: Area; rule: ValidationRule }[] {
    return this.rules
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    const same = (one: Area) => one.row === area.row && one.column === area.column && one.rows === area.rows && one.columns === area.columns
    this.rules = this.rules.filter((one) => !same(one.area))
    if (rule) this.rules.push({ area, rule })
    this.flush()
    const made = rule ? univerRule(this.shelf, rule) : null
    this.shelf.applying(() => this.grid.getRange(area.row, area.column, area.rows, area.columns).setDataValidation(made))
  }

  conditionals(): readonly ConditionalRule[] {
    return this.conditional.map(({ rule }) => rule)
  }

  addConditional(rule: ConditionalRule): void {
    this.flush()
    const range = this.grid.getRange(rule.area.row, rule.area.column, rule.area.rows, rule.area.columns).getRange()
    const builder = this.grid.newConditionalFormattingRule().whenFormulaSatisfied(rule.formula)
    if (rule.fill) builder.setBackground(rule.fill)
    if (rule.color) builder.setFontColor(rule.color)
    if (rule.bold) builder.setBold(true)
    const made = builder.setRanges([range]).build()
    this.shelf.applying(() => this.grid.addConditionalFormattingRule(made))
    this.conditional.push({ rule, cfId: made.cfId })
  }

  removeConditional(id: string): void {
    const gone = this.conditional.find(({ rule }) => rule.id === id)
    if (!gone) return
    this.conditional = this.conditional.filter((one) => one !== gone)
    this.shelf.applying(() => this.grid.deleteConditionalFormattingRule(gone.cfId))
  }

  show(): void {
    this.flush()
    this.shelf.applying(() => this.grid.activate())
  }

  select(area: Area): void {
    this.flush()
    this.shelf.applying(() => this.grid.getRange(area.row, area.column, area.rows, area.columns).activate())
  }
}
