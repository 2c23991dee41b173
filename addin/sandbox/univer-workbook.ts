// The Univer grid of the sandbox page as the workbook that the wire host works
// on. Names and settings that the grid cannot hide or hold are kept beside it.
import type { FUniver } from '@univerjs/presets'
import type { GridWorkbook } from './univer-facade.ts'
import { UniverSheet } from './univer-sheet.ts'
import { areaOf } from './wire/area.ts'
import type { Area, Workbook } from './workbook.ts'

/** Commands of the grid by which a person changes cells; the rest (scrolling, zoom, selection) is always free. */
const EDITS =
  /^sheet\.command\.(set-range-values|clear-selection|delete-range|insert-range|move-range|auto-fill|auto-clear|paste|cut|remove-row|remove-col|insert-row|insert-col|sort|set-border|set-style|add-worksheet-merge|remove-worksheet-merge|numfmt)/

type Edited = (sheet: string, area: Area) => void

export class UniverWorkbook implements Workbook {
  readonly settings = new Map<string, unknown>()
  private readonly grid: GridWorkbook
  private readonly known = new Map<string, UniverSheet>()
  private readonly named = new Map<string, { formula: string; visible: boolean; inGrid: boolean }>()
  private readonly listeners = new Set<Edited>()
  private readonly api: FUniver
  private ours = 0

  constructor(api: FUniver, grid: GridWorkbook, refused: () => void) {
    this.api = api
    this.grid = grid
    api.addEvent(api.Event.SheetValueChanged, ({ effectedRanges }) => {
      if (this.ours > 0) return
      for (const range of effectedRanges)
        for (const listener of this.listeners)
          listener(range.getSheetId(), {
            row: range.getRow(),
            column: range.getColumn(),
            rows: range.getHeight(),
            columns: range.getWidth(),
          })
    })
    api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
      if (!this.refuses({ row: event.row, column: event.column, rows: 1, columns: 1 })) return
      event.cancel = true
      refused()
    })
    api.addEvent(api.Event.BeforeCommandExecute, (event) => {
      if (this.ours > 0 || !EDITS.test(event.id) || !this.refuses(this.selection().area)) return
      event.cancel = true
      refused()
    })
  }

  /** Whether the active sheet is protected and the area holds a locked cell. */
  private refuses(area: Area): boolean {
    const sheet = this.active()
    if (!sheet.protected) return false
    for (let row = area.row; row < Math.min(area.row + area.rows, area.row + 500); row++)
      for (let column = area.column; column < Math.min(area.column + area.columns, area.column + 60); column++)
        if (sheet.isLocked(row, column)) return true
    return false
  }

  private applying<T>(change: () => T): T {
    this.ours++
    try {
      return change()
    } finally {
      this.ours--
    }
  }

  private wrap(id: string): UniverSheet {
    let sheet = this.known.get(id)
    const grid = this.grid.getSheetBySheetId(id)
    if (!grid) throw new Error(`no sheet ${id}`)
    if (!sheet) {
      sheet = new UniverSheet(grid, {
        api: this.api,
        workbook: this.grid,
        applying: (change) => this.applying(change),
        areaOfName: (name) => this.areaOfName(name),
      })
      this.known.set(id, sheet)
    }
    return sheet
  }

  sheets(): readonly UniverSheet[] {
    return this.grid.getSheets().map((sheet) => this.wrap(sheet.getSheetId()))
  }

  addSheet(name: string): UniverSheet {
    return this.applying(() => {
      const before = this.grid.getActiveSheet().getSheetId()
      const sheet = this.wrap(this.grid.create(name, 200, 40).getSheetId())
      this.grid.setActiveSheet(before)
      return sheet
    })
  }

  removeSheet(id: string): void {
    this.applying(() => this.grid.deleteSheet(id))
    this.known.delete(id)
  }

  active(): UniverSheet {
    return this.wrap(this.grid.getActiveSheet().getSheetId())
  }

  activate(id: string): void {
    this.wrap(id).show()
  }

  selection(): { sheet: string; area: Area } {
    const range = this.grid.getActiveRange()
    const area = range
      ? { row: range.getRow(), column: range.getColumn(), rows: range.getHeight(), columns: range.getWidth() }
      : { row: 0, column: 0, rows: 1, columns: 1 }
    return { sheet: this.active().id, area }
  }

  select(sheet: string, area: Area): void {
    this.wrap(sheet).select(area)
  }

  names(): readonly { name: string; formula: string; visible: boolean }[] {
    return [...this.named].map(([name, { formula, visible, inGrid }]) => {
      // The grid moves its own names along with inserted rows and renamed sheets.
      const moved = inGrid ? this.grid.getDefinedName(name)?.getFormulaOrRefString() : undefined
      return { name, formula: moved ? `=${moved.replace(/^=/, '')}` : formula, visible }
    })
  }

  setName(name: string, formula: string, visible: boolean): void {
    const isRange = /!\$?[A-Z]/.test(formula)
    if (isRange && !this.named.get(name)?.inGrid) this.applying(() => this.grid.insertDefinedName(name, formula.slice(1)))
    const inGrid = isRange && this.grid.getDefinedName(name) !== null
    this.named.set(name, { formula, visible, inGrid })
  }

  removeName(name: string): void {
    if (this.named.get(name)?.inGrid) this.applying(() => this.grid.deleteDefinedName(name))
    this.named.delete(name)
  }

  private areaOfName(name: string): { sheet: string; area: Area } | null {
    const formula = this.names().find((one) => one.name === name)?.formula
    const match = /^='?((?:[^']|'')+?)'?!(.+)$/.exec(formula ?? '')
    const sheet = match && this.grid.getSheetByName(match[1]!.replaceAll("''", "'"))
    return sheet ? { sheet: sheet.getSheetId(), area: areaOf(match[2]!.replaceAll('$', '')) } : null
  }

  /** Sends collected writes of all sheets to the grid. */
  flush(): void {
    for (const sheet of this.sheets()) sheet.flush()
  }

  onEdit(listener: Edited): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  isEditing(): boolean {
    return this.grid.isCellEditing()
  }
}
