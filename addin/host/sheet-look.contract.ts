// How a sheet looks and behaves, in words that a file and an open workbook
// share: what the two renderings of one layout are compared in.

export interface FormatLook {
  readonly font: string
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly color: string
  readonly fill: string
  readonly horizontal: string
  readonly vertical: string
  readonly wrap: boolean
  readonly border: boolean
  readonly format: string
  readonly locked: boolean
}

export interface SheetLook {
  readonly visibility: string
  readonly gridlines: boolean
  readonly protected: boolean
  readonly freeze: string
  /** Values as they are stored, formulas with their "=". */
  readonly cells: Readonly<Record<string, string | number | boolean>>
  readonly formats: Readonly<Record<string, FormatLook>>
  readonly merges: readonly string[]
  /** Points by column letter. */
  readonly widths: Readonly<Record<string, number>>
  readonly hiddenColumns: readonly string[]
  /** Points by row number. */
  readonly heights: Readonly<Record<string, number>>
  readonly hiddenRows: readonly number[]
  readonly validations: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** In the order in which they count. */
  readonly conditionals: readonly Readonly<Record<string, string>>[]
  readonly page: Readonly<Record<string, string | number | boolean>>
}

export interface BookLook {
  readonly sheets: Readonly<Record<string, SheetLook>>
  readonly names: Readonly<Record<string, string>>
}
