// The sheet "Tình hình nộp": how many were expected, came, on time or late, and
// each agency with its state. Knows nothing of the rows that were filed.
import { dayInVietnam } from '../clock.ts'
import type { ObligationState } from '../obligation.ts'
import { showPeriod } from '../period.ts'
import type { PeriodStanding } from '../period-standing.ts'
import type { Template } from '../template.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { SheetLayout, SheetRow } from './sheet-layout.ts'
import { textHeight } from './text-height.ts'

export const STATES: Readonly<Record<ObligationState, string>> = {
  'not-open': 'Chưa mở',
  open: 'Chưa nộp',
  draft: 'Đang soạn',
  'awaiting-sign-off': 'Chờ lãnh đạo ký',
  'handed-back': 'Lãnh đạo trả lại',
  submitted: 'Đã nộp',
  returned: 'Trả lại',
  accepted: 'Đã tiếp nhận',
  extended: 'Được gia hạn, chưa nộp',
  overdue: 'Quá hạn, chưa nộp',
  nil: 'Không phát sinh',
  'not-applicable': 'Không áp dụng',
  locked: 'Không nộp',
}

export const STATUS_SHEET = 'Tình hình nộp'

const WIDTHS = [6, 48, 22, 12, 20, 18, 8, 36] as const
const LAST = WIDTHS.length - 1
/** Excel takes rows of at most 409 points. */
const HIGHEST = 409
/** Lines made at once. */
const PORTION = 500

/** An instant as `19/03/2025 10:05`, in Asia/Ho_Chi_Minh. */
export const momentText = (iso: string) => {
  const instant = new Date(iso)
  const time = new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)
  return `${dayInVietnam(instant).split('-').reverse().join('/')} ${time}`
}

/** The row of the sample, from 0, which is where the first agency stands. */
const FIRST = 12

/** One line for each report, in the order of the register. */
export async function* statusRows({ reports }: PeriodStanding): AsyncGenerator<readonly SheetRow[], void> {
  for (let from = 0; from < reports.length; from += PORTION) {
    yield reports.slice(from, from + PORTION).map(({ agencyName, state, late, counted }, index): SheetRow => {
      const reason = counted?.declaration?.kind === 'not-applicable' ? counted.declaration.reason : ''
      return {
        kind: 0,
        height: Math.min(HIGHEST, Math.max(textHeight(agencyName, WIDTHS[1]), textHeight(reason, WIDTHS[7]))),
        cells: [
          ...[from + index + 1, agencyName, STATES[state], late ? 'Trễ' : ''],
          ...[counted ? momentText(counted.reachedAt) : '', counted?.receiptNumber ?? '', counted?.sequence ?? '', reason],
        ],
      }
    })
  }
}

/** With a slot for the lines of the agencies. */
export function statusSheet(template: Template, status: PeriodStanding, madeAt: string): SheetLayout {
  const sheet = new SheetBuilder()
  WIDTHS.forEach((width, index) => sheet.column(index, width))
  const title = `Tình hình nộp: ${template.title.vi}, ${showPeriod(status.period, 'vi')}`
  sheet.band(0, 0, LAST, title, 'title')
  sheet.row(0, {
    height: textHeight(
      title,
      WIDTHS.reduce((sum, width) => sum + width, 0),
      14,
      true,
    ),
  })
  sheet.band(1, 0, LAST, `Lập lúc ${momentText(madeAt)}.`, 'attached')
  const counts: readonly [string, number][] = [
    ['Phải nộp', status.expected],
    ['Đã nộp', status.received],
    ['Đúng hạn', status.onTime],
    ['Trễ hạn', status.late],
    ['Không phát sinh', status.nil],
    ['Không áp dụng', status.notApplicable],
    ['Chưa nộp', status.missing],
  ]
  counts.forEach(([label, count], index) => {
    sheet.look(3 + index, 1, 3 + index, 2, 'body')
    sheet.put(3 + index, 1, label)
    sheet.put(3 + index, 2, count)
  })
  const head = FIRST - 1
  ;['TT', 'Cơ quan', 'Tình trạng', 'Trễ hạn', 'Thời điểm nộp', 'Số biên nhận', 'Lần nộp', 'Lý do không áp dụng'].forEach((text, index) =>
    sheet.put(head, index, text),
  )
  sheet.look(head, 0, head, LAST, 'head')
  sheet.look(FIRST, 0, FIRST, LAST, 'body')
  return sheet.build({
    name: STATUS_SHEET,
    visibility: 'visible',
    protected: false,
    freeze: { rows: head + 1, columns: 0 },
    slot: { at: FIRST + 1, kinds: 1, rows: status.reports.length, merges: [] },
    print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [head + 1, head + 1] },
  })
}
