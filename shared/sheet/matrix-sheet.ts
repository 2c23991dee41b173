// The workbook of who has reported what: agencies in their groups, a column for each
// report, the counts below as live formulas. Knows nothing of what was filed.
import { columnLetter } from '../a1.ts'
import { beginning, countStates, type Matrix, type MatrixCell } from '../matrix.ts'
import { showPeriod } from '../period.ts'
import { FONT, MARKS } from './looks.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { WorkbookLayout } from './sheet-layout.ts'
import { momentText, STATES } from './status-sheet.ts'

const AGENCY_WIDTH = 44
const CELL_WIDTH = 19
const FIRST = 2
const HEAD = 3
const NAME = 'Tình hình nộp'
const NOT_OWED = '–'
const LATE = ' (trễ hạn)'
/** A correction is on its way or was sent back, and what was sent before counts. */
const KEPT = ' (bản trước được tính)'
const RECEIVED: readonly MatrixCell['state'][] = ['submitted', 'accepted', 'nil', 'not-applicable']

const expected = (range: string) => `COUNTIF(${range},"<>${NOT_OWED}")-COUNTBLANK(${range})`
const received = (range: string) =>
  [...RECEIVED.map((state) => `${STATES[state]}*`), `*${KEPT}*`].map((words) => `COUNTIF(${range},"${words}")`).join('+')

const textOf = (cell: MatrixCell | null): string => {
  if (cell === null) return NOT_OWED
  const kept = cell.receipt !== null && !RECEIVED.includes(cell.state) ? KEPT : ''
  return `${STATES[cell.state]}${kept}${cell.late && cell.receipt !== null ? LATE : ''}`
}

/** What is counted below each column: words that stand in its cells. */
const COUNTED = [
  ['Phải nộp', expected, 'expected'],
  ['Đã nhận', received, 'received'],
  ['Chưa nộp', (range: string) => `${expected(range)}-(${received(range)})`, 'missing'],
  ['Trễ hạn', (range: string) => `COUNTIF(${range},"*${LATE}")`, 'late'],
  ['Không phát sinh', (range: string) => `COUNTIF(${range},"${STATES.nil}*")`, 'nil'],
  ['Không áp dụng', (range: string) => `COUNTIF(${range},"${STATES['not-applicable']}*")`, 'notApplicable'],
] as const

export function matrixWorkbook({ columns, groups, rows, madeAt }: Omit<Matrix, 'next'>): WorkbookLayout {
  const sheet = new SheetBuilder()
  const last = FIRST + columns.length - 1
  sheet.column(0, 6)
  sheet.column(1, AGENCY_WIDTH)
  columns.forEach((_, index) => sheet.column(FIRST + index, CELL_WIDTH))
  sheet.band(0, 0, last, 'TÌNH HÌNH NỘP BÁO CÁO', 'title')
  sheet.band(1, 0, last, `Lập lúc ${momentText(madeAt)}.`, 'attached')
  for (const [index, text] of [
    'TT',
    'Cơ quan',
    ...columns.map(({ template, period }) => `${template}\n${showPeriod(period, 'vi')}`),
  ].entries())
    sheet.put(HEAD, index, text)
  sheet.look(HEAD, 0, HEAD, last, 'head')
  sheet.row(HEAD, { height: 34 })
  let at = HEAD
  let number = 0
  for (const code of [...groups.map((group) => group.code), null]) {
    const members = rows.filter(({ group }) => group === code)
    if (members.length === 0) continue
    at += 1
    sheet.band(at, 0, last, beginning(groups.find((group) => group.code === code)?.name ?? 'Cơ quan khác'), 'group')
    for (const { name, cells } of members) {
      at += 1
      number += 1
      sheet.look(at, 0, at, last, 'body')
      sheet.put(at, 0, number)
      sheet.put(at, 1, name)
      cells.forEach((cell, index) => {
        sheet.put(at, FIRST + index, textOf(cell))
        if (cell?.receipt === null && cell.late)
          sheet.style(at, FIRST + index, at, FIRST + index, 'overdue', {
            size: 11,
            wrap: true,
            border: true,
            vertical: 'center',
            ...MARKS.error,
          })
      })
    }
  }
  const [from, to] = [HEAD + 2, at + 1]
  COUNTED.forEach(([label, formula, count], index) => {
    const row = at + 1 + index
    sheet.look(row, 0, row, last, 'total')
    sheet.put(row, 1, label)
    columns.forEach((_, place) => {
      const letter = columnLetter(FIRST + place)
      const counts = countStates(rows.map(({ cells }) => cells[place] ?? null))
      sheet.formula(row, FIRST + place, formula(`${letter}${from}:${letter}${to}`), counts[count])
    })
  })
  return {
    title: NAME,
    font: FONT,
    names: [],
    sheets: [
      sheet.build({
        name: NAME,
        visibility: 'visible',
        protected: false,
        freeze: { rows: HEAD + 1, columns: FIRST },
        print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [HEAD + 1, HEAD + 1] },
      }),
    ],
  }
}
