// Cell addresses in A1 notation: numbers to text and back, and sheet names in
// references. Rows and columns are zero-based here; knows nothing of a workbook.

export interface Spot {
  readonly row: number
  readonly column: number
}

/** Inclusive on both sides. */
export interface Span {
  readonly from: Spot
  readonly to: Spot
}

const MAX_ROW = 1_048_575
const MAX_COLUMN = 16_383

/** 0 → A, 26 → AA. */
export function columnLetter(column: number): string {
  let text = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) text = String.fromCharCode(65 + (rest % 26)) + text
  return text
}

/** A → 0, AA → 26; -1 for anything else. */
export function columnIndex(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return -1
  let index = 0
  for (const letter of letters) index = index * 26 + (letter.charCodeAt(0) - 64)
  return index - 1
}

export const address = (row: number, column: number): string => `${columnLetter(column)}${row + 1}`

export const absoluteAddress = (row: number, column: number): string => `$${columnLetter(column)}$${row + 1}`

/** `F12`, `$F$12` → spot; null where the text is no cell of a sheet. */
export function parseAddress(text: string): Spot | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text)
  if (!match) return null
  const spot = { row: Number(match[2]) - 1, column: columnIndex(match[1] as string) }
  return spot.row > MAX_ROW || spot.column > MAX_COLUMN ? null : spot
}

export const rangeText = (span: Span): string => {
  const from = address(span.from.row, span.from.column)
  const to = address(span.to.row, span.to.column)
  return from === to ? from : `${from}:${to}`
}

export const absoluteRange = (span: Span): string => {
  const from = absoluteAddress(span.from.row, span.from.column)
  const to = absoluteAddress(span.to.row, span.to.column)
  return from === to ? from : `${from}:${to}`
}

export const span = (fromRow: number, fromColumn: number, toRow: number, toColumn: number): Span => ({
  from: { row: fromRow, column: fromColumn },
  to: { row: toRow, column: toColumn },
})

/** `B2:D9`, `B2`, whole rows `$4:$4` and whole columns `$A:$A`; null for anything else. */
export function parseRange(text: string): Span | null {
  const [first = '', second = first] = text.split(':')
  const rows = [first, second].map((part) => /^\$?([1-9]\d{0,6})$/.exec(part)?.[1])
  if (rows[0] && rows[1]) return span(Number(rows[0]) - 1, 0, Number(rows[1]) - 1, MAX_COLUMN)
  const columns = [first, second].map((part) => /^\$?([A-Z]{1,3})$/.exec(part)?.[1])
  if (columns[0] && columns[1]) return span(0, columnIndex(columns[0]), MAX_ROW, columnIndex(columns[1]))
  const from = parseAddress(first)
  const to = parseAddress(second)
  return from && to && { from, to }
}

/** A sheet name as references write it; always quoted, which is always right. */
export const quoteSheet = (name: string): string => `'${name.replaceAll("'", "''")}'`

export const sheetReference = (name: string, range: string): string => `${quoteSheet(name)}!${range}`

/** `'Biểu THANG'!$A$9:$R$33` → sheet and range; null where the text names no sheet. */
export function parseReference(text: string): { sheet: string; range: string } | null {
  const quoted = /^=?'((?:[^']|'')+)'!([^!]+)$/.exec(text)
  if (quoted) return { sheet: (quoted[1] as string).replaceAll("''", "'"), range: quoted[2] as string }
  const plain = /^=?([^'!]+)!([^!]+)$/.exec(text)
  return plain && { sheet: plain[1] as string, range: plain[2] as string }
}
