// A workbook in memory, without a screen: what the wire host is tested over.
// Does not calculate formulas; whoever needs a result gives `calculate`.
import { address } from '../../shared/a1.ts'
import { MemorySheet } from './memory-sheet.ts'
import { typedInput } from './wire/typed-input.ts'
import type { Area, CellValue, Workbook, WorkbookSheet } from './workbook.ts'

export interface MemoryOptions {
  readonly date1904?: boolean
  /** The result of a formula; zero where it is not given. */
  readonly calculate?: (formula: string, sheet: string, at: string) => CellValue
}

const serial = (formula: string, date1904: boolean): number | null => {
  const date = /^=DATE\((\d+),\s*(\d+),\s*(\d+)\)$/i.exec(formula)
  if (!date) return null
  const days = (Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) - Date.UTC(1899, 11, 30)) / 86_400_000
  return date1904 ? days - 1462 : days
}

export class MemoryWorkbook implements Workbook {
  readonly settings = new Map<string, unknown>()
  private readonly list: MemorySheet[] = []
  private readonly defined = new Map<string, { name: string; formula: string; visible: boolean }>()
  private readonly listeners = new Set<(sheet: string, area: Area) => void>()
  private readonly selecting = new Set<(sheet: string, area: Area) => void>()
  private readonly options: MemoryOptions
  private activeId = ''
  private selected: { sheet: string; area: Area }
  private editing = false
  private made = 0

  constructor(options: MemoryOptions = {}) {
    this.options = options
    this.activeId = this.addSheet('Sheet1').id
    this.selected = { sheet: this.activeId, area: { row: 0, column: 0, rows: 1, columns: 1 } }
  }

  private calculate(formula: string, sheet: string, row: number, column: number): CellValue {
    return serial(formula, this.options.date1904 ?? false) ?? this.options.calculate?.(formula, sheet, address(row, column)) ?? 0
  }

  sheets(): readonly MemorySheet[] {
    return this.list
  }

  /** By name, for tests. */
  sheet(name: string): MemorySheet {
    const found = this.list.find((sheet) => sheet.name === name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }

  addSheet(name: string): MemorySheet {
    this.made += 1
    const sheet = new MemorySheet(`{sheet-${this.made}}`, name, this.list, {
      calculate: (formula, row, column) => this.calculate(formula, name, row, column),
      renamed: (from, to) => this.follow(from, to),
    })
    this.list.push(sheet)
    return sheet
  }

  removeSheet(id: string): void {
    const index = this.list.findIndex((sheet) => sheet.id === id)
    if (index < 0) return
    this.list.splice(index, 1)
    if (this.activeId === id) this.activeId = this.list.find((sheet) => sheet.visibility === 'Visible')?.id ?? ''
  }

  active(): WorkbookSheet {
    const found = this.list.find((sheet) => sheet.id === this.activeId)
    if (!found) throw new Error('a workbook without a visible sheet')
    return found
  }

  activate(id: string): void {
    this.activeId = id
  }

  selection(): { sheet: string; area: Area } {
    return this.selected
  }

  select(sheet: string, area: Area): void {
    this.selected = { sheet, area }
    for (const listener of this.selecting) listener(sheet, area)
  }

  names(): readonly { name: string; formula: string; visible: boolean }[] {
    return [...this.defined.values()]
  }

  setName(name: string, formula: string, visible: boolean): void {
    this.defined.set(name.toLowerCase(), { name, formula, visible })
  }

  removeName(name: string): void {
    this.defined.delete(name.toLowerCase())
  }

  onEdit(listener: (sheet: string, area: Area) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  onSelect(listener: (sheet: string, area: Area) => void): () => void {
    this.selecting.add(listener)
    return () => void this.selecting.delete(listener)
  }

  isEditing(): boolean {
    return this.editing
  }

  /** A person opens a cell for typing and has not pressed Enter yet. */
  beginEdit(): void {
    this.editing = true
  }

  endEdit(): void {
    this.editing = false
  }

  /** A person types into a cell and presses Enter. Refused like in Excel where the cell is locked and the sheet protected. */
  type(sheet: string, at: string, input: string | number | boolean): void {
    const target = this.sheet(sheet)
    const { row, column } = target.spot(at)
    const format = target.format(row, column)
    if (target.protected && format.locked !== false) throw new Error(`${at} is locked`)
    target.setInput(row, column, typedInput(input, format.numberFormat ?? 'General'))
    this.edited(target.id, { row, column, rows: 1, columns: 1 })
  }

  /** A person inserts rows above a row (from 1); everything below moves, names with it. */
  insertRows(sheet: string, above: number, count: number): void {
    const target = this.sheet(sheet)
    this.addRows(target.id, above - 1, count)
    this.edited(target.id, { row: above - 1, column: 0, rows: count, columns: 1 })
  }

  addRows(sheet: string, above: number, count: number): void {
    const target = this.list.find(({ id }) => id === sheet)
    if (!target) throw new Error(`no sheet ${sheet}`)
    target.insertRows(above, count)
    for (const [key, name] of this.defined) this.defined.set(key, { ...name, formula: moved(name.formula, target.name, above + 1, count) })
  }

  removeRows(sheet: string, at: number, count: number): void {
    const target = this.list.find(({ id }) => id === sheet)
    if (!target) throw new Error(`no sheet ${sheet}`)
    target.removeRows(at, count)
    for (const [key, name] of this.defined)
      this.defined.set(key, { ...name, formula: moved(name.formula, target.name, at + count + 1, -count) })
  }

  /** A person renames a sheet. */
  rename(from: string, to: string): void {
    this.sheet(from).name = to
  }

  /** References go with the sheet they speak of. */
  private follow(from: string, to: string): void {
    for (const [key, name] of this.defined)
      this.defined.set(key, { ...name, formula: name.formula.replaceAll(`'${from}'!`, `'${to}'!`).replaceAll(`=${from}!`, `='${to}'!`) })
  }

  /** A person copies a sheet within the workbook: contents and looks; names of the workbook go on speaking of the first. */
  copySheet(from: string, to: string): void {
    this.addSheet(to).takeAfter(this.sheet(from))
  }

  private edited(sheet: string, area: Area): void {
    for (const listener of this.listeners) listener(sheet, area)
  }
}

const moved = (formula: string, sheet: string, above: number, count: number): string => {
  if (!formula.includes(`'${sheet}'!`) && !formula.includes(`=${sheet}!`)) return formula
  return formula.replace(/(\$[A-Z]{1,3}\$|[:!]\$)(\d+)/g, (whole, before: string, row: string) =>
    Number(row) >= above ? `${before}${Number(row) + count}` : whole,
  )
}
