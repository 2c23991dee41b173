// Why a cell of a template's workbook is not taken, and where it stands. The sentences
// stand in text/template-workbook-refusal.ts.
import type { Unread } from './cell-words.ts'

export type SheetRefusalCode =
  | Unread
  /** A sheet that every template has is not there. */
  | 'sheet-missing'
  /** The row of headings was not found in the sheet. */
  | 'headings-missing'
  | 'heading-unknown'
  | 'heading-twice'
  | 'setting-unknown'
  | 'setting-twice'
  /** A column, rule or source of a table that the sheet of tables does not have. */
  | 'table-unknown'
  /** A cell, or a whole setting, that must not be blank. */
  | 'missing'
  /** A word that is none of those that may stand there. */
  | 'not-one-of'
  /** Something is said that the type of the column, or the way of consolidating, does not have. */
  | 'does-not-apply'
  | 'malformed'

export interface SheetRefusal {
  readonly code: SheetRefusalCode
  readonly sheet: string
  /** A1; null where the sheet as a whole is spoken of. */
  readonly cell: string | null
  /** what: the heading or setting · found: what stands there · options: what may. */
  readonly params: { readonly what: string; readonly found: string; readonly options: string }
}
