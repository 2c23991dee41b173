// The way from our workbook to Univer's: runs mutations as the program, so that
// listeners can tell them from what a person does. Knows no cells or sheets.
import { ICommandService, type Injector, type Workbook } from '@univerjs/presets'

export class UniverLink {
  readonly injector: Injector
  readonly book: Workbook
  readonly commands: ICommandService
  private depth = 0

  constructor(injector: Injector, book: Workbook) {
    this.injector = injector
    this.book = book
    this.commands = injector.get(ICommandService)
  }

  get unitId(): string {
    return this.book.getUnitId()
  }

  /** True while the program, not a person, changes the workbook. */
  get applying(): boolean {
    return this.depth > 0
  }

  /** A mutation or command of Univer, done when this returns. What only mutations do cannot be undone by a person, as in Excel. */
  run(id: string, params: object): void {
    this.depth += 1
    try {
      if (!this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params })) throw new Error(`Univer refused ${id}`)
    } finally {
      this.depth -= 1
    }
  }
}
