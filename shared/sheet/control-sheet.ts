// The sheet "Đối chiếu": sums of the province against the control totals of the
// plan, as live formulas; agencies above a total of the whole province; texts that
// several agencies filed. Which column answers to which total says the template.
import { fifteenDigits } from '../rule/scalar.ts'
import { fieldLook } from './field-look.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { textHeight } from './text-height.ts'

/** Amounts are in triệu đồng, as the plan has them. */
export interface ControlLine {
  readonly label: string
  readonly planned: number
  readonly filed: number
  /** Where the sum stands in this workbook; without it the figure comes from another template. */
  readonly formula?: string
  /** Agencies whose own sum is above what the plan has for the whole province. */
  readonly above: readonly { readonly agencyName: string; readonly filed: number }[]
}

export interface ShownRepeat {
  readonly text: string
  readonly places: readonly { readonly agencyName: string; readonly receiptNumber: string; readonly sheet: string; readonly row: number }[]
}

/** What does not go with what the same agency said before. */
export interface ShownMatter {
  readonly text: string
  readonly agencyName: string
  readonly receiptNumber: string
}

export interface ControlContent {
  readonly planNumber: string
  readonly lines: readonly ControlLine[]
  readonly repeats: readonly ShownRepeat[]
  /** Of more than a person reads only the first are among them. */
  readonly repeatCount: number
  readonly matters: readonly ShownMatter[]
  /** Only so many rows were compared; null where all were. */
  readonly comparedOnly: number | null
}

const WIDTHS = [6, 58, 22, 22, 22, 24] as const
const LAST = WIDTHS.length - 1
/** More would be read by nobody; the number of all is said. */
const MOST_REPEATS = 500
/** Of all repeats together. */
const MOST_LINES = 1_000

const RESULT = (row: number) => `=IF(ROUND(E${row},6)=0,"Khớp",IF(E${row}>0,"Vượt Kế hoạch","Thấp hơn Kế hoạch"))`
const resultOf = (difference: number) => (difference === 0 ? 'Khớp' : difference > 0 ? 'Vượt Kế hoạch' : 'Thấp hơn Kế hoạch')
const amount = { ...fieldLook({ kind: 'money', unit: 'trieu' }, true).style, locked: true }
/** Two sums in triệu đồng differ by at least a đồng or not at all. */
const differenceOf = (filed: number, planned: number) => Number(fifteenDigits(filed - planned).toFixed(6))

function head(sheet: SheetBuilder, row: number, titles: readonly string[]): void {
  titles.forEach((text, index) => sheet.put(row, index, text))
  sheet.look(row, 0, row, LAST, 'head')
  sheet.row(row, { height: 34 })
}

function writeLine(sheet: SheetBuilder, row: number, number: string, line: Pick<ControlLine, 'label' | 'filed' | 'planned'>): void {
  sheet.look(row, 0, row, LAST, 'body')
  sheet.style(row, 2, row, 4, 'control amount', amount)
  sheet.put(row, 0, number)
  sheet.put(row, 1, line.label)
  sheet.row(row, { height: textHeight(line.label, WIDTHS[1]) })
  const difference = differenceOf(line.filed, line.planned)
  sheet.formula(row, 4, `=D${row + 1}-C${row + 1}`, difference)
  sheet.formula(row, 5, RESULT(row + 1), resultOf(difference))
}

function writeTotals(sheet: SheetBuilder, from: number, lines: readonly ControlLine[]): number {
  head(sheet, from, ['TT', 'Chỉ tiêu', 'Theo Kế hoạch', 'Các đơn vị đã nộp', 'Chênh lệch', 'Kết quả'])
  let row = from + 1
  lines.forEach((line, index) => {
    writeLine(sheet, row, String(index + 1), line)
    sheet.put(row, 2, line.planned)
    if (line.formula === undefined) sheet.put(row, 3, line.filed)
    else sheet.formula(row, 3, `=${line.formula}`, line.filed)
    row++
  })
  if (lines.length < 2) return row
  const sum = (pick: (line: ControlLine) => number) => fifteenDigits(lines.reduce((total, line) => total + pick(line), 0))
  writeLine(sheet, row, '', { label: 'Cộng', planned: sum(({ planned }) => planned), filed: sum(({ filed }) => filed) })
  sheet.formula(
    row,
    2,
    `=SUM(C${from + 2}:C${row})`,
    sum(({ planned }) => planned),
  )
  sheet.formula(
    row,
    3,
    `=SUM(D${from + 2}:D${row})`,
    sum(({ filed }) => filed),
  )
  return row + 1
}

function writeAbove(sheet: SheetBuilder, from: number, lines: readonly ControlLine[]): number {
  const above = lines.flatMap(({ label, planned, above }) => above.map((one) => ({ ...one, label, planned })))
  if (above.length === 0) return from
  sheet.band(from, 0, LAST, 'Đơn vị có tổng lớn hơn mức của toàn tỉnh trong Kế hoạch', 'tableTitle')
  head(sheet, from + 1, ['TT', 'Cơ quan – chỉ tiêu', 'Theo Kế hoạch', 'Đơn vị đã nộp', 'Chênh lệch', 'Kết quả'])
  above.forEach(({ agencyName, label, planned, filed }, index) => {
    const row = from + 2 + index
    writeLine(sheet, row, String(index + 1), { label: `${agencyName} – ${label}`, planned, filed })
    sheet.put(row, 2, planned)
    sheet.put(row, 3, filed)
  })
  return from + 3 + above.length
}

/** As many as find room, each with all its places. */
function withRoom(repeats: readonly ShownRepeat[]): readonly ShownRepeat[] {
  const shown: ShownRepeat[] = []
  let lines = 0
  for (const one of repeats.slice(0, MOST_REPEATS)) {
    lines += one.places.length
    if (lines > MOST_LINES) break
    shown.push(one)
  }
  return shown
}

function writeRepeats(sheet: SheetBuilder, from: number, { repeats, repeatCount, comparedOnly }: ControlContent): number {
  sheet.band(from, 0, LAST, 'Nội dung trùng tên giữa các cơ quan (không phân biệt hoa thường, cách đặt dấu)', 'tableTitle')
  const shown = withRoom(repeats)
  const note =
    (repeats.length === 0 ? 'Không có.' : `${repeatCount} nội dung.`) +
    (repeatCount > shown.length ? ` Ghi ${shown.length} nội dung đầu.` : '') +
    (comparedOnly === null ? '' : ` Chỉ so sánh ${comparedOnly} dòng đầu.`)
  sheet.band(from + 1, 0, LAST, note, 'note')
  if (repeats.length === 0) return from + 2
  head(sheet, from + 2, ['TT', 'Nội dung', 'Cơ quan', 'Trang tính', 'Dòng', 'Số biên nhận'])
  let row = from + 3
  shown.forEach(({ text, places }, index) => {
    for (const place of places) {
      sheet.look(row, 0, row, LAST, 'body')
      const cells = [index + 1, text, place.agencyName, place.sheet, place.row, place.receiptNumber]
      cells.forEach((value, column) => sheet.put(row, column, value))
      sheet.row(row, { height: Math.min(409, Math.max(textHeight(text, WIDTHS[1]), textHeight(place.agencyName, WIDTHS[2]))) })
      row++
    }
  })
  return row
}

function writeMatters(sheet: SheetBuilder, from: number, matters: readonly ShownMatter[]): void {
  if (matters.length === 0) return
  sheet.band(from, 0, LAST, 'Điểm khác thường so với các kỳ trước của chính đơn vị', 'tableTitle')
  head(sheet, from + 1, ['TT', 'Nội dung', 'Cơ quan', '', '', 'Số biên nhận'])
  matters.slice(0, MOST_REPEATS).forEach(({ text, agencyName, receiptNumber }, index) => {
    const row = from + 2 + index
    sheet.look(row, 0, row, LAST, 'body')
    ;[index + 1, text, agencyName, '', '', receiptNumber].forEach((value, column) => {
      if (value !== '') sheet.put(row, column, value)
    })
    sheet.row(row, { height: Math.min(409, Math.max(textHeight(text, WIDTHS[1]), textHeight(agencyName, WIDTHS[2]))) })
  })
}

export function controlSheet(content: ControlContent): SheetLayout {
  const sheet = new SheetBuilder()
  WIDTHS.forEach((width, index) => sheet.column(index, width))
  sheet.band(0, 0, LAST, `Đối chiếu với Kế hoạch số ${content.planNumber}`, 'title')
  let row = 2
  if (content.lines.length > 0) {
    sheet.band(1, 0, LAST, 'Đơn vị tính: triệu đồng', 'unit')
    row = writeTotals(sheet, row, content.lines) + 1
    row = writeAbove(sheet, row, content.lines)
  }
  row = writeRepeats(sheet, row, content) + 1
  writeMatters(sheet, row, content.matters)
  return sheet.build({
    name: 'Đối chiếu',
    visibility: 'visible',
    protected: false,
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS },
  })
}
