// One sheet of the Univer workbook. Contents and formats are held back until
// flush; everything structural is done at once, after what is held back.
import {
  AddWorksheetMergeMutation,
  FormulaDataModel,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetNameCommand,
  SetWorksheetOrderMutation,
  SetWorksheetRowCountMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
  ToggleGridlinesMutation,
} from '@univerjs/preset-sheets-core'
import type { Worksheet } from '@univerjs/presets'
import { areaOfRange, rangeOfArea } from './univer-area.ts'
import { CellBuffer } from './univer-buffer.ts'
import { cellValueOf } from './univer-cell.ts'
import { addConditional, conditionalRules, removeConditional } from './univer-conditional.ts'
import { formatOf } from './univer-format.ts'
import type { UniverLink } from './univer-link.ts'
import { SheetValidations } from './univer-validation.ts'
import type { Area, CellFormat, CellValue, ConditionalRule, PageSetUp, ValidationRule, WorkbookSheet } from './workbook.ts'

/** Office.js measures in points, Univer in pixels. */
const PIXEL = 0.75

/** What a sheet asks of the workbook it is in. */
export interface SheetSurroundings {
  readonly link: UniverLink
  resolve(name: string): string | null
  visibility(id: string): WorkbookSheet['visibility']
  setVisibility(id: string, visibility: WorkbookSheet['visibility']): void
}

export class UniverSheet implements WorkbookSheet {
  readonly id: string
  protected = false
  page: PageSetUp = {}
  private readonly around: SheetSurroundings
  private readonly link: UniverLink
  private readonly buffer = new CellBuffer()
  private readonly rules: SheetValidations

  constructor(id: string, around: SheetSurroundings) {
    this.id = id
    this.around = around
    this.link = around.link
    this.rules = new SheetValidations(around.link, id, around.resolve)
  }

  private get core(): Worksheet {
    const sheet = this.link.book.getSheetBySheetId(this.id)
    if (!sheet) throw new Error(`the sheet ${this.id} is gone`)
    return sheet
  }

  private run(id: string, params: object): void {
    this.flush()
    this.link.run(id, { subUnitId: this.id, ...params })
  }

  flush(): void {
    if (this.buffer.isEmpty) return
    const { matrix, rows, columns } = this.buffer.take((row, column) => this.core.getCellRaw(row, column)?.custom)
    if (rows > this.core.getRowCount()) this.run(SetWorksheetRowCountMutation.id, { rowCount: rows + 100 })
    if (columns > this.core.getColumnCount()) this.run(SetWorksheetColumnCountMutation.id, { columnCount: columns + 10 })
    this.run(SetRangeValuesMutation.id, { cellValue: matrix.getMatrix() })
  }

  get name(): string {
    return this.core.getName()
  }

  set name(name: string) {
    // The command, not the mutation: it rewrites formulas and names that point here.
    if (name !== this.name) this.run(SetWorksheetNameCommand.id, { name })
  }

  get visibility(): WorkbookSheet['visibility'] {
    return this.around.visibility(this.id)
  }

  set visibility(visibility: WorkbookSheet['visibility']) {
    this.flush()
    this.around.setVisibility(this.id, visibility)
  }

  get position(): number {
    return this.link.book.getConfig().sheetOrder.indexOf(this.id)
  }

  set position(to: number) {
    this.run(SetWorksheetOrderMutation.id, { fromOrder: this.position, toOrder: to })
  }

  get tabColor(): string {
    return this.core.getConfig().tabColor || ''
  }

  set tabColor(color: string) {
    this.run(SetTabColorMutation.id, { color })
  }

  get showGridlines(): boolean {
    return this.core.getConfig().showGridlines !== 0
  }

  set showGridlines(shown: boolean) {
    this.run(ToggleGridlinesMutation.id, { showGridlines: shown ? 1 : 0 })
  }

  usedArea(): Area | null {
    this.flush()
    let [top, left, bottom, right] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, -1, -1]
    this.core.getCellMatrix().forValue((row, column, cell) => {
      if (cellValueOf(cell) === null && !cell?.f && !cell?.si) return
      top = Math.min(top, row)
      left = Math.min(left, column)
      bottom = Math.max(bottom, row)
      right = Math.max(right, column)
    })
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
  }

  value(row: number, column: number): CellValue {
    const held = this.buffer.value(row, column)
    return held === undefined ? cellValueOf(this.core.getCellRaw(row, column)) : held
  }

  formula(row: number, column: number): string | null {
    const held = this.buffer.formula(row, column)
    if (held !== undefined) return held
    const cell = this.core.getCellRaw(row, column)
    if (!cell?.f && !cell?.si) return null
    return this.link.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, this.id, this.link.unitId) ?? cell.f ?? null
  }

  format(row: number, column: number): CellFormat {
    const cell = this.core.getCellRaw(row, column)
    const { fill, ...held } = this.buffer.format(row, column) ?? {}
    const format = { ...formatOf(this.link.book.getStyles().getStyleByCell(cell), cell?.custom), ...held }
    if (fill) format.fill = fill
    else if (fill === null) delete format.fill
    return format
  }

  setInput(row: number, column: number, input: CellValue): void {
    this.buffer.setInput(row, column, input, this.format(row, column).numberFormat === '@')
  }

  setFormat(area: Area, format: CellFormat): void {
    for (let row = area.row; row < area.row + area.rows; row++)
      for (let column = area.column; column < area.column + area.columns; column++) this.buffer.setFormat(row, column, format)
  }

  merges(): readonly Area[] {
    return this.core.getMergeData().map(areaOfRange)
  }

  merge(area: Area): void {
    this.run(AddWorksheetMergeMutation.id, { ranges: [rangeOfArea(area)] })
  }

  columnWidth(column: number): number {
    return this.core.getColumnManager().getColumnWidth(column) * PIXEL
  }

  setColumnWidth(column: number, width: number): void {
    const ranges = [rangeOfArea({ row: 0, column, rows: 1, columns: 1 })]
    const hidden = this.isColumnHidden(column)
    // Univer leaves hidden columns as they are.
    if (hidden) this.setColumnHidden(column, false)
    this.run(SetWorksheetColWidthMutation.id, { ranges, colWidth: width / PIXEL })
    if (hidden) this.setColumnHidden(column, true)
  }

  setRowHeight(row: number, height: number): void {
    const ranges = [rangeOfArea({ row, column: 0, rows: 1, columns: 1 })]
    this.run(SetWorksheetRowHeightMutation.id, { ranges, rowHeight: height / PIXEL })
    this.run(SetWorksheetRowIsAutoHeightMutation.id, { ranges, autoHeightInfo: 0 })
  }

  isRowHidden(row: number): boolean {
    return this.core.getRowManager().getRow(row)?.hd === 1
  }

  setRowHidden(row: number, hidden: boolean): void {
    this.run(hidden ? SetRowHiddenMutation.id : SetRowVisibleMutation.id, {
      ranges: [rangeOfArea({ row, column: 0, rows: 1, columns: 1 })],
    })
  }

  isColumnHidden(column: number): boolean {
    return this.core.getColumnManager().getColumn(column)?.hd === 1
  }

  setColumnHidden(column: number, hidden: boolean): void {
    this.run(hidden ? SetColHiddenMutation.id : SetColVisibleMutation.id, {
      ranges: [rangeOfArea({ row: 0, column, rows: 1, columns: 1 })],
    })
  }

  get freeze(): { rows: number; columns: number } {
    const { xSplit, ySplit } = this.core.getFreeze()
    return { rows: ySplit, columns: xSplit }
  }

  set freeze({ rows, columns }: { rows: number; columns: number }) {
    const corner = { startRow: rows > 0 ? rows : -1, startColumn: columns > 0 ? columns : -1 }
    this.run(SetFrozenMutation.id, { ...corner, ySplit: rows, xSplit: columns })
  }

  validations(): readonly { area: Area; rule: ValidationRule }[] {
    return this.rules.all()
  }

  setValidation(area: Area, rule: ValidationRule | null): void {
    this.flush()
    this.rules.set(area, rule)
  }

  conditionals(): readonly ConditionalRule[] {
    return conditionalRules(this.link, this.id)
  }

  addConditional(rule: ConditionalRule): void {
    this.flush()
    addConditional(this.link, this.id, rule)
  }

  removeConditional(id: string): void {
    removeConditional(this.link, this.id, id)
  }
}
