// What the wire host remembers between requests beside the workbook itself:
// kept range references, protection options, who listens to which sheet, and
// work that is put off to the end of a request.
import type { Area, Workbook, WorkbookSheet } from '../workbook.ts'
import { missing, type Part } from './part.ts'

export interface Change {
  readonly sheet: string
  readonly area: Area
  readonly source: 'person' | 'request'
}

export class Session {
  readonly workbook: Workbook
  /** Options of `protect()` by sheet id: the workbook only knows whether it is protected. */
  readonly protection = new Map<string, Readonly<Record<string, unknown>>>()
  readonly listeners = new Set<string>()
  /** Sheets whose selection somebody listens to. */
  readonly selectionListeners = new Set<string>()
  enableEvents = true
  private readonly kept = new Map<string, Part>()
  private readonly late = new Map<string, () => void>()
  private readonly report: (change: Change) => void
  private count = 0

  constructor(workbook: Workbook, report: (change: Change) => void) {
    this.workbook = workbook
    this.report = report
  }

  /** A number that no earlier one equals. */
  next(): number {
    this.count += 1
    return this.count
  }

  keep(part: Part): string {
    const id = `r${this.next()}`
    this.kept.set(id, part)
    return id
  }

  reference(id: string): Part {
    const part = this.kept.get(id)
    if (!part) throw missing(`No object is kept under ${id}`)
    return part
  }

  forget(id: string | null): void {
    if (id === null) this.kept.clear()
    else this.kept.delete(id)
  }

  get keptCount(): number {
    return this.kept.size
  }

  sheet(id: string): WorkbookSheet {
    const sheet = this.workbook.sheets().find((one) => one.id === id)
    if (!sheet) throw missing('The sheet does not exist any more')
    return sheet
  }

  /** Several settings of one thing within a request become one change of the workbook. */
  later(key: string, work: () => void): void {
    this.late.set(key, work)
  }

  settle(): void {
    const all = [...this.late.values()]
    this.late.clear()
    for (const work of all) work()
  }

  changed(sheet: string, area: Area): void {
    if (this.enableEvents) this.report({ sheet, area, source: 'request' })
  }
}
