// The Univer grid as the workbook that the wire host works on: sheets, names,
// selection and what a person does in it. Cells are in univer-sheet.ts.
import type { FWorkbook } from '@univerjs/preset-sheets-core'
import {
  ILayoutService,
  InsertRowByRangeCommand,
  InsertSheetMutation,
  RemoveRowByRangeCommand,
  RemoveSheetMutation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
} from '@univerjs/preset-sheets-core'
import { Direction, generateRandomId, IUniverInstanceService, mergeWorksheetSnapshotWithDefault, RANGE_TYPE } from '@univerjs/presets'
import { areaOfRange, rangeOfArea } from './univer-area.ts'
import { Calculation } from './univer-calculation.ts'
import type { UniverLink } from './univer-link.ts'
import { UniverNames } from './univer-names.ts'
import { type Person, watchPerson } from './univer-person.ts'
import { UniverSheet } from './univer-sheet.ts'
import type { Area, Workbook, WorkbookSheet } from './workbook.ts'

/** A new sheet's size; it grows when more is written. Rows of 15 and columns of 48 points, as in Excel. */
export const NEW_SHEET = { rowCount: 200, columnCount: 30, defaultRowHeight: 20, defaultColumnWidth: 64 } as const

export class UniverWorkbook implements Workbook {
  readonly settings = new Map<string, unknown>()
  private readonly link: UniverLink
  private readonly facade: FWorkbook
  private readonly defined: UniverNames
  private readonly calculation: Calculation
  private readonly person: Person
  private readonly known = new Map<string, UniverSheet>()
  private readonly veryHidden = new Set<string>()

  constructor(link: UniverLink, facade: FWorkbook) {
    this.link = link
    this.facade = facade
    this.defined = new UniverNames(link)
    this.calculation = new Calculation(link)
    this.person = watchPerson(link, (id) => this.sheet(id))
  }

  private sheet(id: string): UniverSheet {
    const sheet =
      this.known.get(id) ??
      new UniverSheet(id, {
        link: this.link,
        resolve: (name) => this.defined.reference(name),
        visibility: (one) => this.visibility(one),
        setVisibility: (one, visibility) => this.setVisibility(one, visibility),
      })
    this.known.set(id, sheet)
    return sheet
  }

  sheets(): readonly UniverSheet[] {
    return this.link.book.getSheetOrders().map((id) => this.sheet(id))
  }

  addSheet(name: string): WorkbookSheet {
    const id = generateRandomId(8)
    this.link.run(InsertSheetMutation.id, {
      index: this.link.book.getSheetSize(),
      sheet: mergeWorksheetSnapshotWithDefault({ ...NEW_SHEET, id, name }),
    })
    return this.sheet(id)
  }

  removeSheet(id: string): void {
    if (this.active().id === id) this.activateOther(id)
    this.link.run(RemoveSheetMutation.id, { subUnitId: id, subUnitName: this.sheet(id).name })
    this.known.delete(id)
    this.veryHidden.delete(id)
  }

  private activateOther(id: string): void {
    const other = this.sheets().find((sheet) => sheet.id !== id && sheet.visibility === 'Visible')
    if (other) this.activate(other.id)
  }

  private visibility(id: string): WorkbookSheet['visibility'] {
    if (this.link.book.getSheetBySheetId(id)?.isSheetHidden() !== 1) return 'Visible'
    return this.veryHidden.has(id) ? 'VeryHidden' : 'Hidden'
  }

  private setVisibility(id: string, visibility: WorkbookSheet['visibility']): void {
    if (visibility !== 'Visible' && this.active().id === id) this.activateOther(id)
    if (visibility === 'VeryHidden') this.veryHidden.add(id)
    else this.veryHidden.delete(id)
    this.link.run(SetWorksheetHideMutation.id, { subUnitId: id, hidden: visibility === 'Visible' ? 0 : 1 })
  }

  active(): WorkbookSheet {
    return this.sheet(this.facade.getActiveSheet().getSheetId())
  }

  activate(id: string): void {
    if (this.active().id !== id) this.link.run(SetWorksheetActiveOperation.id, { subUnitId: id })
  }

  selection(): { sheet: string; area: Area } {
    const range = this.facade.getActiveRange()?.getRange()
    return { sheet: this.active().id, area: range ? areaOfRange(range) : { row: 0, column: 0, rows: 1, columns: 1 } }
  }

  select(sheet: string, area: Area): void {
    this.flush()
    this.activate(sheet)
    const worksheet = this.facade.getSheetBySheetId(sheet)
    worksheet?.getRange(rangeOfArea(area)).activate()
    const seen = worksheet?.getVisibleRange()
    const inside =
      seen && area.row >= seen.startRow && area.row < seen.endRow && area.column >= seen.startColumn && area.column < seen.endColumn
    // What is selected shall be seen, with a row of what is above it; frozen cells are always.
    if (!inside && !this.isFrozen(sheet, area)) worksheet?.scrollToCell(Math.max(0, area.row - 1), area.column)
  }

  /** The keyboard goes to the grid, wherever it went before. */
  focus(): void {
    window.focus()
    this.link.injector.get(IUniverInstanceService).focusUnit(this.link.unitId)
    this.link.injector.get(ILayoutService).focus()
  }

  private isFrozen(sheet: string, { row, column }: Area): boolean {
    const { rows, columns } = this.sheet(sheet).freeze
    return row < rows && column < columns
  }

  names(): readonly { name: string; formula: string; visible: boolean }[] {
    return this.defined.all()
  }

  setName(name: string, formula: string, visible: boolean): void {
    this.defined.set(name, formula, visible)
  }

  removeName(name: string): void {
    this.defined.remove(name)
  }

  addRows(sheet: string, above: number, count: number): void {
    this.flush()
    const columns = this.link.book.getSheetBySheetId(sheet)?.getColumnCount() ?? 1
    const range = { startRow: above, endRow: above + count - 1, startColumn: 0, endColumn: columns - 1, rangeType: RANGE_TYPE.ROW }
    // The command, not the mutation: it moves what spans the row.
    this.link.run(InsertRowByRangeCommand.id, { subUnitId: sheet, range, direction: Direction.DOWN })
  }

  removeRows(sheet: string, at: number, count: number): void {
    this.flush()
    const columns = this.link.book.getSheetBySheetId(sheet)?.getColumnCount() ?? 1
    const range = { startRow: at, endRow: at + count - 1, startColumn: 0, endColumn: columns - 1, rangeType: RANGE_TYPE.ROW }
    this.link.run(RemoveRowByRangeCommand.id, { unitId: this.link.unitId, subUnitId: sheet, range })
  }

  onEdit(listener: (sheet: string, area: Area) => void): () => void {
    return this.person.onEdit(listener)
  }

  onSelect(listener: (sheet: string, area: Area) => void): () => void {
    return this.person.onSelect(listener)
  }

  /** Calls back with the message for a person whose change was refused, because it touches a locked cell. */
  onRefusal(listener: () => void): () => void {
    return this.person.onRefusal(listener)
  }

  isEditing(): boolean {
    return this.facade.isCellEditing()
  }

  flush(): void {
    for (const sheet of this.known.values()) sheet.flush()
  }

  settled(): Promise<void> {
    return this.calculation.done()
  }
}
