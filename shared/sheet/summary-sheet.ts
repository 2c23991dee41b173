// The sheet "Tóm tắt": one line for each agency with what it filed and where it
// stands, its sums taken from the sheets of data by formula.
import { absoluteAddress, columnLetter, sheetReference } from '../a1.ts'
import { showPeriod } from '../period.ts'
import type { CountedHead } from '../survey.ts'
import type { Field, Table } from '../template.ts'
import type { PeriodStatus } from '../wire.ts'
import type { DataSheet } from './consolidated-plan.ts'
import { storedTotal } from './consolidated-rows.ts'
import type { ConsolidatedTable } from './consolidated-sheet.ts'
import { fieldLook } from './field-look.ts'
import { columnOf } from './geometry.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { momentText } from './status-sheet.ts'
import { textHeight } from './text-height.ts'
import { isSummed } from './total-row.ts'

interface Drawn {
  readonly made: ConsolidatedTable
  readonly sheets: readonly DataSheet[]
}

const FIXED = [6, 46, 18, 12] as const
const AMOUNT = 17
const HEAD_ROW = 3

const titleOf = ({ group, title }: Field): string => [...(group ?? []), title].map(({ vi }) => vi).join(' – ')

const rowsOf = (head: CountedHead): number => Object.values(head.rows).reduce((sum, count) => sum + count, 0)

const stateOf = ({ declaration }: CountedHead): string =>
  declaration?.kind === 'nothing-to-report' ? 'Không phát sinh' : declaration?.kind === 'not-applicable' ? 'Không áp dụng' : 'Có số liệu'

/** The cell of a sum in the line that names the agency; null where the agency has no rows in the table. */
function sumCell(table: Table, sheets: readonly DataSheet[], head: CountedHead, field: Field): string | null {
  for (const { name, stretches } of sheets) {
    const own = stretches.find((stretch) => stretch.head === head && stretch.before === 0 && stretch.count > 0)
    if (own) return sheetReference(name, absoluteAddress(own.at, columnOf(table, field.key)))
  }
  return null
}

export function summarySheet(drawn: readonly Drawn[], status: PeriodStatus, madeAt: string): SheetLayout {
  const { template, heads, names } = drawn[0]!.made
  const columns = drawn.flatMap(({ made, sheets }) => made.table.fields.filter(isSummed).map((field) => ({ made, sheets, field })))
  const last = FIXED.length + columns.length - 1
  const sheet = new SheetBuilder()
  FIXED.forEach((width, index) => sheet.column(index, width))
  columns.forEach((_, index) => sheet.column(FIXED.length + index, AMOUNT))
  const width = FIXED.reduce((sum, one) => sum + one, 0) + columns.length * AMOUNT
  const title = `Tóm tắt: ${template.title.vi}, ${showPeriod(status.period, 'vi')}`
  sheet.band(0, 0, last, title, 'title')
  sheet.row(0, { height: textHeight(title, width, 14, true) })
  const counts = `Phải nộp ${status.expected}, đã nộp ${status.received} (đúng hạn ${status.onTime}, trễ hạn ${status.late}), chưa nộp ${status.missing}. Lập lúc ${momentText(madeAt)}.`
  sheet.band(1, 0, last, counts, 'attached')
  sheet.row(1, { height: textHeight(counts, width, 12) })
  const titles = ['TT', 'Cơ quan', 'Tình trạng', 'Số dòng', ...columns.map(({ field }) => titleOf(field))]
  titles.forEach((text, index) => sheet.put(HEAD_ROW, index, text))
  sheet.look(HEAD_ROW, 0, HEAD_ROW, last, 'head')
  sheet.row(HEAD_ROW, { height: Math.max(...titles.map((text, index) => textHeight(text, FIXED[index] ?? AMOUNT, 11, true))) })
  heads.forEach((head, index) => {
    const row = HEAD_ROW + 1 + index
    sheet.look(row, 0, row, last, 'body')
    ;[index + 1, head.agencyName, stateOf(head), rowsOf(head)].forEach((value, column) => sheet.put(row, column, value))
    sheet.row(row, { height: textHeight(head.agencyName, FIXED[1]) })
    columns.forEach(({ made, sheets, field }, at) => {
      const { style } = fieldLook(field.type, false)
      sheet.style(row, FIXED.length + at, row, FIXED.length + at, `sum ${style.format}`, style)
      const cell = sumCell(made.table, sheets, head, field)
      const value = made.survey.bySubmission.get(head.submissionId)?.[field.key]
      if (cell) sheet.formula(row, FIXED.length + at, `=${cell}`, storedTotal(field, value, names))
    })
  })
  const total = HEAD_ROW + 1 + heads.length
  sheet.look(total, 0, total, last, 'total')
  sheet.put(total, 1, 'Cộng')
  const range = (column: number) => `${columnLetter(column)}${HEAD_ROW + 2}:${columnLetter(column)}${total}`
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
    name: 'Tóm tắt',
    visibility: 'visible',
    protected: false,
    freeze: { rows: HEAD_ROW + 1, columns: 2 },
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [HEAD_ROW + 1, HEAD_ROW + 1] },
  })
}
