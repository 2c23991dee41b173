// The sheet "Tình hình nộp": how many were expected, came, on time or late, and
// each agency with its state. Knows nothing of what was filed.
import { dayInVietnam } from '../clock.ts'
import type { ObligationState } from '../obligation.ts'
import { showPeriod } from '../period.ts'
import type { Template } from '../template.ts'
import type { PeriodStatus } from '../wire.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout } from './sheet-layout.ts'
import { textHeight } from './text-height.ts'

const STATES: Readonly<Record<ObligationState, string>> = {
  'not-open': 'Chưa mở',
  open: 'Chưa nộp',
  draft: 'Đang soạn',
  submitted: 'Đã nộp',
  returned: 'Trả lại',
  accepted: 'Đã tiếp nhận',
  overdue: 'Quá hạn, chưa nộp',
  nil: 'Không phát sinh',
  'not-applicable': 'Không áp dụng',
  locked: 'Không nộp',
}

const WIDTHS = [6, 48, 22, 12, 20, 18] as const
const LAST = WIDTHS.length - 1

/** An instant as `19/03/2025 10:05`, in Asia/Ho_Chi_Minh. */
const moment = (iso: string) => {
  const instant = new Date(iso)
  const time = new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return `${dayInVietnam(instant).split('-').reverse().join('/')} ${time}`
}

export function statusSheet(template: Template, status: PeriodStatus, madeAt: string): SheetLayout {
  const sheet = new SheetBuilder()
  WIDTHS.forEach((width, index) => sheet.column(index, width))
  const title = `Tình hình nộp: ${template.title.vi}, ${showPeriod(status.period, 'vi')}`
  sheet.band(0, 0, LAST, title, 'title')
  sheet.row(0, { height: textHeight(title, 126, 14, true) })
  sheet.band(1, 0, LAST, `Lập lúc ${moment(madeAt)}.`, 'attached')
  const counts: readonly [string, number][] = [
    ['Phải nộp', status.expected],
    ['Đã nộp', status.received],
    ['Đúng hạn', status.onTime],
    ['Trễ hạn', status.late],
    ['Không phát sinh', status.nil],
    ['Chưa nộp', status.missing],
  ]
  counts.forEach(([label, count], index) => {
    sheet.look(3 + index, 1, 3 + index, 2, 'body')
    sheet.put(3 + index, 1, label)
    sheet.put(3 + index, 2, count)
  })
  const head = 4 + counts.length
  ;['TT', 'Cơ quan', 'Tình trạng', 'Trễ hạn', 'Thời điểm nộp', 'Số biên nhận'].forEach((text, index) => sheet.put(head, index, text))
  sheet.look(head, 0, head, LAST, 'head')
  status.obligations.forEach(({ agencyName, state, late, lastReceipt }, index) => {
    const row = head + 1 + index
    sheet.look(row, 0, row, LAST, 'body')
    const cells = [
      index + 1,
      agencyName,
      STATES[state],
      late ? 'Trễ' : '',
      lastReceipt ? moment(lastReceipt.submittedAt) : '',
      lastReceipt?.number ?? '',
    ]
    cells.forEach((value, column) => sheet.put(row, column, value))
  })
  return sheet.build({
    name: 'Tình hình nộp',
    visibility: 'visible',
    protected: false,
    freeze: { rows: head + 1, columns: 0 },
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [head + 1, head + 1] },
  })
}
