// What differs between a snapshot and another one, or what counts now, as a sheet: totals that moved, then agency by
// agency the submissions, rows and cells. Says what the portal says.
import { showPeriod } from '../period.ts'
import type { SnapshotComparison } from '../snapshot/snapshot.ts'
import { FONT } from './looks.ts'
import { MARGINS } from './printed-lines.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { WorkbookLayout } from './sheet-layout.ts'
import { momentText } from './status-sheet.ts'
import { textHeight } from './text-height.ts'

const WIDTHS = [6, 34, 20, 40, 34, 24, 24] as const
const LAST = WIDTHS.length - 1
const HIGHEST = 409
const TITLES = ['TT', 'Cơ quan', 'Thay đổi', 'Dòng', 'Cột', 'Trước', 'Sau']

type Line = readonly [change: string, row: string, column: string, before: string, after: string]

function linesOf({ before, after, difference }: SnapshotComparison['agencies'][number]): Line[] {
  const what = before === null ? 'Mới nộp' : after === null ? 'Không còn' : 'Nộp lại'
  const first: Line = [what, '', 'Số biên nhận', before?.receiptNumber ?? '', after?.receiptNumber ?? '']
  if (!difference) return [first]
  return [
    first,
    ...(difference.declarationChanged ? [['Đổi khai báo', '', 'Không phát sinh, không áp dụng', '', ''] as const] : []),
    ...difference.added.map(({ row }): Line => ['Thêm dòng', row, '', '', '']),
    ...difference.removed.map(({ row }): Line => ['Bỏ dòng', row, '', '', '']),
    ...difference.cells.map(({ row, label, before, after }): Line => ['Sửa', row ?? 'Phần đầu biểu', label.vi, before.vi, after.vi]),
  ]
}

export function comparisonSheet(compared: SnapshotComparison): WorkbookLayout {
  const { before, after, madeAt, agencies, unchanged, totals } = compared
  const sheet = new SheetBuilder()
  const width = WIDTHS.reduce((sum, one) => sum + one, 0)
  WIDTHS.forEach((one, index) => sheet.column(index, one))
  let row = 0
  const band = (text: string, look: 'title' | 'note' | 'tableTitle', size: number) => {
    sheet.band(row, 0, LAST, text, look)
    sheet.row(row++, { height: textHeight(text, width, size, look !== 'note') })
  }
  const line = (cells: readonly (string | number)[], look: 'head' | 'body') => {
    sheet.look(row, 0, row, LAST, look)
    cells.forEach((cell, column) => sheet.put(row, column, cell))
    const heights = cells.map((cell, column) => textHeight(String(cell), WIDTHS[column] ?? 10, 11, look === 'head'))
    sheet.row(row++, { height: Math.min(HIGHEST, Math.max(...heights)) })
  }
  const named = ({ reason, madeAt, hash }: typeof before) => `bản chốt “${reason}” lúc ${momentText(madeAt)} (mã băm ${hash})`
  band(`Khác biệt: ${before.template}, ${showPeriod(before.period, 'vi')}`, 'title', 14)
  band(`Trước: ${named(before)}.`, 'note', 11)
  band(after ? `Sau: ${named(after)}.` : `Sau: số liệu được tính lúc ${momentText(madeAt)}.`, 'note', 11)
  band(`${agencies.length} cơ quan khác, ${unchanged} cơ quan không đổi.`, 'note', 11)
  if (totals.length > 0) {
    row++
    band('Tổng số thay đổi', 'tableTitle', 12)
    line(TITLES, 'head')
    totals.forEach(({ label, before, after }, index) => line([index + 1, 'Tổng cộng', 'Tổng', '', label.vi, before.vi, after.vi], 'body'))
  }
  if (agencies.length > 0) {
    row++
    band('Theo cơ quan', 'tableTitle', 12)
    line(TITLES, 'head')
    agencies.forEach((one, index) => {
      for (const cells of linesOf(one)) line([index + 1, one.agencyName, ...cells], 'body')
    })
  }
  return {
    title: `Khác biệt – ${before.template} – ${showPeriod(before.period, 'vi')}`,
    font: FONT,
    names: [],
    sheets: [
      sheet.build({
        name: 'Khác biệt',
        visibility: 'visible',
        protected: false,
        print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS },
      }),
    ],
  }
}
