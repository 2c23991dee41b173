// The workbook that the wire host works on: the little of a spreadsheet that
// Excel's client library can reach through us. Two things implement it: an
// object in memory (contract tests) and the Univer grid (sandbox page).

export type CellValue = string | number | boolean | null

export interface CellFormat {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  size?: number
  fontName?: string
  color?: string
  fill?: string | null
  horizontal?: 'Left' | 'Center' | 'Right' | 'General'
  vertical?: 'Top' | 'Center' | 'Bottom'
  wrap?: boolean
  border?: boolean
  numberFormat?: string
  locked?: boolean
}

/** Zero-based, inclusive. */
export interface Area {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface ValidationRule {
  readonly type: 'List' | 'WholeNumber' | 'Decimal' | 'Date' | 'TextLength' | 'Custom'
  readonly source?: string
  readonly operator?: string
  readonly formula1?: string | number
  readonly formula2?: string | number
  readonly formula?: string
  readonly alert?: { style: string; title: string; message: string; showAlert: boolean }
  readonly prompt?: { title: string; message: string; showPrompt: boolean }
}

export interface ConditionalRule {
  readonly id: string
  readonly area: Area
  readonly formula: string
  readonly color?: string
  readonly fill?: string
  readonly bold?: boolean
}

export interface PageSetUp {
  orientation?: 'Portrait' | 'Landscape'
  paperSize?: string
  /** Pages side by side. */
  pagesWide?: number
  titleColumns?: string
  titleRows?: string
  /** Rows, from 0, with which a page begins. */
  rowBreaks?: readonly number[]
  printArea?: string
  /** Points. */
  margins?: { top: number; bottom: number; left: number; right: number; header?: number; footer?: number }
  centred?: boolean
  differentFirst?: boolean
  centerFooter?: string
  centerHeader?: string
  rightFooter?: string
  leftFooter?: string
}

/** One sheet. Every method is synchronous and takes effect at once. */
export interface WorkbookSheet {
  readonly id: string
  name: string
  visibility: 'Visible' | 'Hidden' | 'VeryHidden'
  position: number
  tabColor: string
  /** Absent where the grid cannot hide its lines. */
  showGridlines?: boolean
  /** The smallest area that holds values, or null. */
  usedArea(): Area | null
  value(row: number, column: number): CellValue
  /** With its "=", or null. */
  formula(row: number, column: number): string | null
  format(row: number, column: number): CellFormat
  /**
   * A string that starts with "=" is a formula unless the cell's format is "@". One apostrophe in front
   * is taken away and what follows is text, whatever it looks like. Every other value is stored as it is:
   * the wire host has already read typed numbers and dates. Null empties the cell.
   */
  setInput(row: number, column: number, input: CellValue): void
  setFormat(area: Area, format: CellFormat): void
  merges(): readonly Area[]
  merge(area: Area): void
  columnWidth(column: number): number
  setColumnWidth(column: number, width: number): void
  setRowHeight(row: number, height: number): void
  isRowHidden(row: number): boolean
  setRowHidden(row: number, hidden: boolean): void
  isColumnHidden(column: number): boolean
  setColumnHidden(column: number, hidden: boolean): void
  protected: boolean
  freeze: { rows: number; columns: number }
  page: PageSetUp
  validations(): readonly { area: Area; rule: ValidationRule }[]
  setValidation(area: Area, rule: ValidationRule | null): void
  conditionals(): readonly ConditionalRule[]
  addConditional(rule: ConditionalRule): void
  removeConditional(id: string): void
}

export interface Workbook {
  sheets(): readonly WorkbookSheet[]
  addSheet(name: string): WorkbookSheet
  removeSheet(id: string): void
  active(): WorkbookSheet
  activate(id: string): void
  selection(): { sheet: string; area: Area }
  select(sheet: string, area: Area): void
  /** `formula` with its "=": `='Biểu THANG'!$A$9:$R$33` or `="THANG|1"`. */
  names(): readonly { name: string; formula: string; visible: boolean }[]
  setName(name: string, formula: string, visible: boolean): void
  removeName(name: string): void
  settings: Map<string, unknown>
  /** Blank rows above a row; everything below moves, and what spans it grows: names, validations, conditional formats. */
  addRows(sheet: string, above: number, count: number): void
  /** Whole rows go; everything below comes up, and what spans them shrinks. */
  removeRows(sheet: string, at: number, count: number): void
  /** Calls back after a person (not the host) changed cells. */
  onEdit(listener: (sheet: string, area: Area) => void): () => void
  /** Calls back after another area was selected, by a person or by the host. */
  onSelect(listener: (sheet: string, area: Area) => void): () => void
  /** True while a person is typing in a cell: Excel refuses requests then. */
  isEditing(): boolean
}
