// Which form a sheet is: the record that is written into the workbook in three
// places so that the form is found again, and what the finder answers.

export interface FormIdentity {
  readonly template: string
  readonly version: number
  readonly agency: string
  readonly period: string
  /** Hash of the column keys in order; tells a form whose structure was changed. */
  readonly columns: string
}

/** A form found in a workbook. */
export interface FoundForm {
  readonly identity: FormIdentity
  readonly sheet: string
}
