// Thrown where an uploaded file is not read. The sentence for people stands in
// shared/sheet/workbook-refusal.ts.
import type { WorkbookRefusalCode } from '../../shared/sheet/workbook-refusal.ts'

export class WorkbookRefusal extends Error {
  override readonly name = 'WorkbookRefusal'
  readonly code: WorkbookRefusalCode
  readonly params: Readonly<Record<string, string | number>>
  constructor(code: WorkbookRefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.params = params
  }
}
