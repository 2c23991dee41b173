// The sheet "Tóm tắt": one line for each agency with what it filed and where it
// stands, its sums taken from the sheets of data by formula.
import { absoluteAddress, columnLetter, sheetReference } from '../a1.ts'
import { UNIT_NAMES } from '../field/money.ts'
import { showPeriod } from '../period.ts'
import type { PeriodStanding } from '../period-standing.ts'
import type { CountedHead } from '../survey.ts'
import type { Field } from '../template.ts'
import { type DataSheet, placesOf } from './consolidated-plan.ts'
import { storedTotal } from './consolidated-rows.ts'
import type { ConsolidatedTable } from './consolidated-sheet.ts'
import { fieldLook } from './field-look.ts'
import { columnOf } from './geometry.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout, SheetRow } from './sheet-layout.ts'
import { momentText } from './status-sheet.ts'
import { textHeight } from './text-height.ts'
import { isSummed } from './total-row.ts'

/** What says of a workbook that it is that of a snapshot, and of which. */
export interface FrozenMark {
  readonly reason: string
  readonly madeBy: string
  readonly madeAt: string
  /** SHA-256, hex, of the manifest. */
  readonly hash: string
}

export const frozenText = ({ reason, madeBy, madeAt, hash }: FrozenMark): string =>
  `Bản chốt “${reason}”: ${madeBy} chốt lúc ${momentText(madeAt)}. Mã băm (SHA-256): ${hash}`

interface Drawn {
  readonly made: ConsolidatedTable
  readonly sheets: readonly DataSheet[]
}

export const SUMMARY_SHEET = 'Tóm tắt'

const FIXED = [6, 46, 18, 12] as const
const AMOUNT = 17
const HEAD_ROW = 3
/** Lines made at once. */
const PORTION = 500

const titleOf = ({ group, title }: Field): string => [...(group ?? []), title].map(({ vi }) => vi).join(' – ')

const rowsOf = (head: CountedHead): number => Object.values(head.rows).reduce((sum, count) => sum + count, 0)

const stateOf = ({ declaration }: CountedHead): string =>
  declaration?.kind === 'nothing-to-report' ? 'Không phát sinh' : declaration?.kind === 'not-applicable' ? 'Không áp dụng' : 'Có số liệu'

const columnsOf = (drawn: readonly Drawn[]) =>
  drawn.flatMap(({ made, sheets }) => made.table.fields.filter(isSummed).map((field) => ({ made, sheets, field })))

/** One line for each agency, its sums taken from the line that names it in the data. */
export async function* summaryRows(drawn: readonly Drawn[]): AsyncGenerator<readonly SheetRow[], void> {
  const { heads, names } = drawn[0]!.made
  const places = new Map(drawn.map(({ made, sheets }) => [made.table, placesOf(sheets)]))
  const columns = columnsOf(drawn)
  const sumCell = ({ made, field }: (typeof columns)[number], head: CountedHead): SheetRow['cells'][number] => {
    // An agency without rows in the table has no sum there.
    const own = places
      .get(made.table)
      ?.get(head.submissionId)
      ?.find(({ stretch }) => stretch.before === 0 && stretch.count > 0)
    if (!own) return null
    const value = made.survey.bySubmission.get(head.submissionId)?.[field.key]
    const formula = sheetReference(own.sheet, absoluteAddress(own.stretch.at, columnOf(made.table, field.key)))
    return { formula, value: storedTotal(field, value, names) ?? null }
  }
  for (let from = 0; from < heads.length; from += PORTION)
    yield heads.slice(from, from + PORTION).map(
      (head, index): SheetRow => ({
        kind: 0,
        height: textHeight(head.agencyName, FIXED[1]),
        cells: [from + index + 1, head.agencyName, stateOf(head), rowsOf(head), ...columns.map((column) => sumCell(column, head))],
      }),
    )
}

/** With a slot for the lines of the agencies. */
export function summarySheet(drawn: readonly Drawn[], status: PeriodStanding, madeAt: string, note: string | null): SheetLayout {
  const { template, heads, names } = drawn[0]!.made
  const columns = columnsOf(drawn)
  const last = FIXED.length + columns.length - 1
  const sheet = new SheetBuilder()
  FIXED.forEach((width, index) => sheet.column(index, width))
  columns.forEach((_, index) => sheet.column(FIXED.length + index, AMOUNT))
  const width = FIXED.reduce((sum, one) => sum + one, 0) + columns.length * AMOUNT
  const title = `Tóm tắt: ${template.title.vi}, ${showPeriod(status.period, 'vi')}`
  sheet.band(0, 0, last, title, 'title')
  sheet.row(0, { height: textHeight(title, width, 14, true) })
  // One unit for all amounts, or none is said here.
  const units = new Set(columns.flatMap(({ field: { type } }) => (type.kind === 'money' ? [UNIT_NAMES.vi[type.unit]] : [])))
  const unit = units.size === 1 ? ` Đơn vị tính: ${[...units][0]}.` : ''
  const counts = `Phải nộp ${status.expected}, đã nộp ${status.received} (đúng hạn ${status.onTime}, trễ hạn ${status.late}), chưa nộp ${status.missing}. Lập lúc ${momentText(madeAt)}.${unit}`
  sheet.band(1, 0, last, counts, 'attached')
  sheet.row(1, { height: textHeight(counts, width, 12) })
  if (note !== null) {
    sheet.band(2, 0, last, note, 'note')
    sheet.row(2, { height: textHeight(note, width, 11) })
  }
  const titles = ['TT', 'Cơ quan', 'Tình trạng', 'Số dòng', ...columns.map(({ field }) => titleOf(field))]
  titles.forEach((text, index) => sheet.put(HEAD_ROW, index, text))
  sheet.look(HEAD_ROW, 0, HEAD_ROW, last, 'head')
  sheet.row(HEAD_ROW, { height: Math.max(...titles.map((text, index) => textHeight(text, FIXED[index] ?? AMOUNT, 11, true))) })
  const sample = HEAD_ROW + 1
  sheet.look(sample, 0, sample, last, 'body')
  columns.forEach(({ field }, at) => {
    const { style } = fieldLook(field.type, false)
    sheet.style(sample, FIXED.length + at, sample, FIXED.length + at, `sum ${style.format}`, style)
  })
  // Below the sample; its formulas speak of the rows that will stand there.
  const total = sample + 1
  const end = sample + heads.length
  sheet.look(total, 0, total, last, 'total')
  sheet.put(total, 1, 'Cộng')
  const range = (column: number) => `${columnLetter(column)}${sample + 1}:${columnLetter(column)}${end}`
  const sum = (column: number, value: string | number | undefined) =>
    sheet.formula(total, column, heads.length > 0 ? `=SUM(${range(column)})` : '=0', value)
  sum(
    3,
    heads.reduce((rows, head) => rows + rowsOf(head), 0),
  )
  columns.forEach(({ made, field }, at) => {
    const { style } = fieldLook(field.type, true)
    sheet.style(total, FIXED.length + at, total, FIXED.length + at, `total ${style.format}`, { ...style, bold: true })
    sum(FIXED.length + at, storedTotal(field, made.survey.totals[field.key], names))
  })
  return sheet.build({
    name: SUMMARY_SHEET,
    visibility: 'visible',
    protected: false,
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    slot: { at: sample + 1, kinds: 1, rows: heads.length, merges: [] },
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [HEAD_ROW + 1, HEAD_ROW + 1] },
  })
}
