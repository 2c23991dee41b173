// One cell in our words and in Univer's cell data: contents typed by type, text
// kept as text. Does not know where the cell is.
import { CellValueType, type ICellData, type Nullable } from '@univerjs/presets'
import type { CellValue } from './workbook.ts'

/** Everything a cell's contents can consist of, emptied. */
const EMPTY: ICellData = { v: null, t: null, f: null, si: null, p: null }

/** What is put into a cell: a formula in a text cell is text, and an apostrophe in front makes anything text. */
export const contents = (input: CellValue, isText: boolean): ICellData => {
  if (input === null) return EMPTY
  if (typeof input === 'number') return { ...EMPTY, v: input, t: CellValueType.NUMBER }
  if (typeof input === 'boolean') return { ...EMPTY, v: input ? 1 : 0, t: CellValueType.BOOLEAN }
  // Univer shows other text that reads as a number in the number format of its cell.
  if (input.startsWith("'")) return { ...EMPTY, v: input.slice(1), t: isText ? CellValueType.STRING : CellValueType.FORCE_STRING }
  if (input.startsWith('=') && !isText) return { ...EMPTY, f: input }
  return { ...EMPTY, v: input, t: CellValueType.STRING }
}

/** Text with more than one paragraph or style is a small document in Univer. */
const plain = (dataStream: string): string => dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n')

export const textOf = (cell: ICellData): string | null => {
  const stream = cell.p?.body?.dataStream
  if (stream !== undefined) return plain(stream)
  return typeof cell.v === 'string' ? cell.v : null
}

export const cellValueOf = (cell: Nullable<ICellData>): CellValue => {
  if (!cell) return null
  const text = textOf(cell)
  if (text !== null && cell.t !== CellValueType.NUMBER && cell.t !== CellValueType.BOOLEAN) return text === '' && !cell.f ? null : text
  if (cell.v === null || cell.v === undefined) return null
  if (cell.t === CellValueType.BOOLEAN) return cell.v === 1 || cell.v === true
  return typeof cell.v === 'boolean' ? cell.v : Number(cell.v)
}
