// Where the rows of a table end in a sheet that people have changed: at its end
// mark, else at what is printed below it: the next table, the totals, the signatures.
import type { Table, Template } from '../template.ts'
import { fold } from '../text/fold.ts'
import { isMark, MARK } from './anchors.ts'
import type { SheetIndex } from './sheet-index.ts'
import { TOTAL_LABEL } from './total-row.ts'

/** `(Ký, ghi rõ họ tên)`: what people write about signing elsewhere has no bracket. */
const SIGNING = /^\((ký|kí)[, )]/i
/** A whole cell `Khánh Hòa, ngày … tháng … năm 20…`; a sentence that names a day goes on. */
const PLACE_AND_DATE = /^\p{Lu}[\p{L} ]{1,40}, ngày[\s\d….]*tháng[\s\d….]*năm[\s\d….]*$/u

/** Whether a text stands where people sign. */
export const isSigning = (text: string): boolean => SIGNING.test(text) || PLACE_AND_DATE.test(text)

const textsOf = (index: SheetIndex, row: number): string[] =>
  index.row(row).flatMap(([, { value }]) => (typeof value === 'string' && !isMark(value) ? [value.trim()] : []))

/** Zero-based, inclusive; `below` is the first row that certainly belongs to something else. */
export function lastRowOf(
  index: SheetIndex,
  {
    template,
    table,
    firstRow,
    idColumn,
    below,
  }: { template: Template; table: Table; firstRow: number; idColumn: number | null; below: number },
): number {
  const bottom = Math.min(index.lastRow, below - 1)
  if (idColumn !== null) {
    for (let row = firstRow; row <= bottom; row++) {
      const mark = index.text(row, idColumn)
      if (mark === MARK.end(table.key) || mark === MARK.sign || mark.startsWith('#keys|')) return row - 1
    }
  }
  const signers = new Set([template.signature.preparer.vi, template.signature.signer.vi].map(fold))
  const otherTitles = new Set(template.tables.flatMap((other) => (other.key !== table.key && other.title ? [fold(other.title.vi)] : [])))
  let end = bottom
  let totals: number | null = null
  for (let row = firstRow; row <= bottom; row++) {
    const texts = textsOf(index, row)
    if (texts.some((text) => isSigning(text) || signers.has(fold(text)) || otherTitles.has(fold(text)))) {
      end = row - 1
      break
    }
    // The filer may have totals of her own; the form's are the last.
    if (texts.some((text) => fold(text) === fold(TOTAL_LABEL))) totals = row
  }
  return totals === null ? end : totals - 1
}
