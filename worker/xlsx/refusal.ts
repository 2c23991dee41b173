// Thrown where an uploaded file is not read. The sentence for people stands in
// shared/sheet/workbook-refusal.ts.
import type { RefusalParams, WorkbookRefusalCode } from '../../shared/sheet/workbook-refusal.ts'

export class WorkbookRefusal extends Error {
  override readonly name = 'WorkbookRefusal'
  readonly code: WorkbookRefusalCode
  readonly params: RefusalParams
  constructor(code: WorkbookRefusalCode, params: RefusalParams = {}) {
    super(code)
    this.code = code
    this.params = params
  }

  /** The same refusal, saying in which sheet and near which cell. */
  at(place: RefusalParams): WorkbookRefusal {
    return new WorkbookRefusal(this.code, { ...this.params, ...place })
  }
}
