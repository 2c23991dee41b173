// Rows of a sheet as XML: what never changes of a cell is made ready per kind of
// row and column, the rest is put between. Text is inline and stays text.
import { columnLetter } from '../../shared/a1.ts'
import type { SheetRow } from '../../shared/sheet/sheet-layout.ts'
import { textXml } from './cell-text.ts'
import { numberText } from './number-text.ts'

/** The style numbers of one kind of row, by column from A; null leaves the cell out where it is blank. */
export type RowKind = readonly (string | null)[]
export type RowWriter = (row: SheetRow, number: number) => string

/** More characters than this no cell holds. */
const LONGEST_TEXT = 32_767

/** A blank at either end is lost where it is not said to matter. */
const isSpaced = (text: string): boolean => text.charCodeAt(0) <= 0x20 || text.charCodeAt(text.length - 1) <= 0x20

function liveCell(style: string, { formula, value }: { formula: string; value: string | number | null }): string {
  const end = value === null ? '</f></c>' : `</f><v>${typeof value === 'string' ? textXml(value) : numberText(value)}</v></c>`
  return `"${style}${typeof value === 'string' ? ' t="str"' : ''}><f>${textXml(formula)}${end}`
}

/** `number` is the row's number in the sheet, from 1. */
export function rowWriter(kinds: readonly RowKind[]): RowWriter {
  const templates = kinds.map((styles) =>
    styles.map((style, column) => {
      const styled = style === null ? '' : ` s="${style}"`
      return {
        styled,
        open: `<c r="${columnLetter(column)}`,
        blank: style === null ? null : `"${styled}/>`,
        number: `"${styled}><v>`,
        text: `"${styled} t="inlineStr"><is><t>`,
        spacedText: `"${styled} t="inlineStr"><is><t xml:space="preserve">`,
        flag: `"${styled} t="b"><v>`,
      }
    }),
  )
  return ({ kind, height, cells }, at) => {
    const columns = templates[kind]
    if (!columns) throw new RangeError(`no such kind of row: ${kind}`)
    const number = numberText(at)
    let xml = height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!
      const cell = cells[index]
      if (typeof cell === 'string' && cell !== '') {
        const text = cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell
        xml += `${column.open}${number}${isSpaced(text) ? column.spacedText : column.text}${textXml(text)}</t></is></c>`
      } else if (typeof cell === 'number') xml += `${column.open}${number}${column.number}${numberText(cell)}</v></c>`
      else if (cell === null || cell === undefined || cell === '') {
        if (column.blank !== null) xml += `${column.open}${number}${column.blank}`
      } else if (typeof cell === 'boolean') xml += `${column.open}${number}${column.flag}${cell ? 1 : 0}</v></c>`
      else xml += `${column.open}${number}${liveCell(column.styled, cell)}`
    }
    return `${xml}</row>`
  }
}
