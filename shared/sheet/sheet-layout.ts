// What a workbook must look like, as data: cells, styles, merges, validations,
// names, protection, print. Two renderers draw it: Office.js in addin/host and
// the .xlsx writer in worker/xlsx. Knows neither.

export interface CellStyle {
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underline?: boolean
  /** Points. */
  readonly size?: number
  /** `#RRGGBB`. */
  readonly color?: string
  readonly fill?: string
  readonly horizontal?: 'left' | 'center' | 'right'
  readonly vertical?: 'top' | 'center' | 'bottom'
  readonly wrap?: boolean
  readonly border?: boolean
  /** Excel number format code; `@` is text. */
  readonly format?: string
  /** false: the cell may be edited while the sheet is protected. */
  readonly locked?: boolean
}

export interface LayoutCell {
  /** A1 address. */
  readonly at: string
  /** Text is always written as text, also where it begins with = + - @. Days are serial numbers counted from 1900, in cells of DAY_FORMAT. */
  readonly value?: string | number | boolean
  /** With "=". `value` is then the cached result. */
  readonly formula?: string
}

/** A style on a range; later entries win over earlier ones, property by property not merged: whole styles replace. */
export interface StyledRange {
  readonly range: string
  readonly style: string
}

export interface Validation {
  readonly range: string
  readonly rule:
    | { readonly kind: 'list'; readonly source: string }
    | { readonly kind: 'whole' | 'decimal'; readonly min?: number; readonly max?: number }
    | { readonly kind: 'date'; readonly min: string; readonly max: string }
    | { readonly kind: 'text-length'; readonly max: number }
    | { readonly kind: 'custom'; readonly formula: string }
  /** stop refuses, warning asks, information tells. */
  readonly alert: { readonly style: 'stop' | 'warning' | 'information'; readonly title: string; readonly message: string }
  readonly prompt?: { readonly title: string; readonly message: string }
}

export interface ConditionalFormat {
  readonly range: string
  /** Relative to the top left cell of the range, with "=". */
  readonly formula: string
  readonly style: { readonly color?: string; readonly fill?: string; readonly bold?: boolean }
}

export interface PrintSetUp {
  readonly orientation: 'portrait' | 'landscape'
  readonly fitToWidth: boolean
  /** Pages side by side that the width may take; one where not said. */
  readonly pagesWide?: number
  /** Columns repeated on each page at the right, by letter, inclusive. */
  readonly titleColumns?: readonly [string, string]
  /** Rows repeated on each page, from 1, inclusive. */
  readonly titleRows?: readonly [number, number]
  /** Rows, from 1, with which a page begins, whatever room is left on the one before. */
  readonly breaks?: readonly number[]
  readonly area?: string
  /** Millimetres (NĐ 30/2020 Phụ lục I); header and footer from the edge of the paper. */
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>>
  readonly footer?: string
  readonly header?: string
  readonly differentFirst?: boolean
}

/** Rows that are streamed into the sheet where its sample rows stand; what is below them moves down. */
export interface RowSlot {
  /** Row number of the first sample, from 1. */
  readonly at: number
  /** Sample rows, one for each kind of row in the order of the kinds: they give the style of every cell. */
  readonly kinds: number
  /** How many rows will come. */
  readonly rows: number
  /** Merges of rows that will come: addresses in the finished sheet. */
  readonly merges: readonly string[]
}

export interface LiveCell {
  /** Without "=". */
  readonly formula: string
  /** The result that is stored beside it. */
  readonly value: string | number | null
}

/** One row for a slot. */
export interface SheetRow {
  /** Index of its sample row. */
  readonly kind: number
  /** Points. */
  readonly height?: number
  /** By column, from A. */
  readonly cells: readonly (string | number | boolean | null | undefined | LiveCell)[]
}

export interface SheetLayout {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'very-hidden'
  /** Width in characters by column letter; hidden columns are set apart. */
  readonly columns: readonly { readonly letter: string; readonly width: number; readonly hidden?: boolean }[]
  readonly rows: readonly { readonly at: number; readonly height?: number; readonly hidden?: boolean }[]
  readonly cells: readonly LayoutCell[]
  readonly styles: Readonly<Record<string, CellStyle>>
  readonly styled: readonly StyledRange[]
  readonly merges: readonly string[]
  readonly validations: readonly Validation[]
  readonly conditionals: readonly ConditionalFormat[]
  readonly protected: boolean
  readonly freeze?: { readonly rows: number; readonly columns: number }
  readonly print?: PrintSetUp
  readonly tabColor?: string
  /** Formulas below the slot speak of rows as they will be. */
  readonly slot?: RowSlot
}

export interface LayoutName {
  readonly name: string
  /** `'Biểu THANG'!$A$9:$R$33` or a constant formula such as `"THANG|1|STTTT|2025-03"`; without "=". */
  readonly ref: string
  readonly visible: boolean
}

export interface WorkbookLayout {
  readonly title: string
  readonly font: string
  readonly sheets: readonly SheetLayout[]
  readonly names: readonly LayoutName[]
}
