// Which rows below a header of theirs are data, and what the others are: totals,
// headings of groups, notes, signatures. What is no data is told, never lost.
import { isSigning } from '../sheet/table-end.ts'
import { foldBare } from '../text/fold.ts'
import { numbersColumns } from './their-header.ts'
import type { TheirSheet } from './their-sheet.ts'

export type SkippedAs = 'numbering' | 'total' | 'group' | 'note' | 'signature'

export interface SkippedRow {
  /** Zero-based. */
  readonly row: number
  readonly as: SkippedAs
  readonly text: string
}

export interface TheirRows {
  /** Zero-based numbers of the rows that hold data. */
  readonly data: readonly number[]
  readonly skipped: readonly SkippedRow[]
}

interface Region {
  /** Zero-based, inclusive. */
  readonly from: number
  readonly to: number
  /** The column of running numbers, and the one that names the rows, where they are known. */
  readonly sequence: number | null
  readonly name: number | null
  /** Columns that have a title. */
  readonly columns: ReadonlySet<number>
}

const TOTAL = /^(?:tong cong|tong so|tong|cong|luy ke toan|total|sum)\b/
/** A name of a row may begin with these words too; a total says no more than its parts. */
const LONGEST_TOTAL = 60
const GROUP_NUMBER = /^(?:[IVXLC]{1,6}|[A-ZĐ])[.)]?$/
const SIGNERS =
  /^(?:(?:nguoi )?lap bieu|nguoi lap|thu truong|giam doc|chu tich|pho giam doc|pho chu tich|ke toan|noi nhan|(?:tm|t m|kt|k t|tl|t l|tuq) (?:uy ban|ubnd|giam doc|chu tich|thu truong|truong|lanh dao)|lanh dao don vi|thu ky|hieu truong|truong (?:phong|ban|don vi)|nguoi (?:kiem tra|bao cao|tong hop|theo doi|phu trach)|can bo (?:phu trach|tong hop|theo doi)|xac nhan)\b/
const NOTE = /^(?:\*|\(\*\)|ghi chú\s*:|lưu ý|chú thích|nguồn\s*:)/iu

/** "Người lập biểu", "Thủ trưởng đơn vị": who signs. */
export const isSigner = (text: string): boolean => SIGNERS.test(foldBare(text))

/** A day that is still to be written, as it stands above who signs, also without its place. */
const isDayToWrite = (text: string): boolean => /^ngày[\s.…_]*tháng[\s.…_]*năm[\s\d.…_]*$/iu.test(text.trim())

const LONGEST_SIGNER = 60

/** Who signs may be called anything, where somebody beside it is called as signers are; below all numbers, without one. */
const signsBelow = (texts: readonly { readonly text: string }[], cells: number): boolean =>
  texts.length <= 3 &&
  texts.length === cells &&
  texts.every(({ text }) => text.length <= LONGEST_SIGNER) &&
  texts.some(({ text }) => isSigner(text))

function kindOf(sheet: TheirSheet, row: number, region: Region, belowNumbers: boolean): SkippedAs | null {
  const cells = sheet.row(row).filter(([column]) => region.columns.has(column))
  const texts = cells.flatMap(([column]) => {
    const text = sheet.text(row, column)
    return text === '' ? [] : [{ column, text }]
  })
  const first = texts[0]
  if (!first) return cells.length > 1 ? 'total' : 'note'
  if (texts.some(({ text }) => isSigning(text) || isDayToWrite(text)) || (texts.length <= 3 && texts.every(({ text }) => isSigner(text))))
    return 'signature'
  if (signsBelow(texts, cells.length)) {
    // Two who are called as signers are leave no doubt about a third.
    const several = texts.filter(({ text }) => isSigner(text)).length >= 2
    if (several || (belowNumbers && region.sequence !== null)) return 'signature'
  }
  if (NOTE.test(first.text) && texts.length <= 2) return 'note'
  const named = texts.find(({ column }) => column === region.name) ?? texts.find(({ text }) => text.length > 3)
  const words = texts.filter(({ column, text }) => column !== region.sequence || /\p{L}{3}/u.test(text))
  const [only, other] = words
  if (only && !other && only.text.length <= LONGEST_TOTAL && TOTAL.test(foldBare(only.text))) return 'total'
  const number = region.sequence === null ? first : texts.find(({ column }) => column === region.sequence)
  const grouped = number !== undefined && GROUP_NUMBER.test(number.text)
  if (grouped && texts.filter((one) => one !== number && one !== named).length === 0) return 'group'
  if (cells.length === 1 && first.column !== region.name) return 'group'
  // A lone text without a running number, where the others have one.
  const numbered = region.sequence !== null && sheet.index.cell(row, region.sequence) === undefined
  if (cells.length === 1 && numbered) return 'group'
  return null
}

/** A row with more than one text is data also without a running number: people forget numbers. */
export function theirRows(sheet: TheirSheet, region: Region): TheirRows {
  const filled = sheet.index.rows().filter((row) => row >= region.from && row <= region.to && sheet.row(row).length > 0)
  const data: number[] = []
  const others: SkippedRow[] = []
  const numbered = filled.filter((row) =>
    sheet.row(row).some(([column, { value }]) => region.columns.has(column) && typeof value === 'number'),
  )
  const lastNumber = numbered.at(-1) ?? region.from - 1
  let ended = false
  for (const row of filled) {
    const text = sheet
      .row(row)
      .map(([column, { value }]) => sheet.text(row, column) || String(value))
      .join(' · ')
    const skip = (as: SkippedAs) => others.push({ row, as, text: text.length > 120 ? `${text.slice(0, 119)}…` : text })
    if (numbersColumns(sheet, row) && data.length === 0) skip('numbering')
    else if (ended) skip('signature')
    else {
      const as = kindOf(sheet, row, region, row > lastNumber)
      if (as === null) data.push(row)
      else skip(as)
      if (as === 'signature') ended = true
    }
  }
  const last = data.at(-1) ?? region.from - 1
  // What looks like a heading of a group below the last row heads nothing.
  const skipped = others.map((one): SkippedRow => (one.as === 'group' && one.row > last ? { ...one, as: 'note' } : one))
  return { data, skipped }
}
