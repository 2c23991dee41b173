// What to improve as a workbook in one language: a sheet for each of the four tables. Knows
// neither where the numbers come from nor how a file is written.
import type { Bilingual, Language } from '../bilingual.ts'
import { FONT } from '../sheet/looks.ts'
import { MARGINS } from '../sheet/printed-lines.ts'
import { SheetBuilder } from '../sheet/sheet-builder.ts'
import type { WorkbookLayout } from '../sheet/sheet-layout.ts'
import type { Improvements } from './improvements.ts'

type Line = readonly (string | number | null)[]

interface Part {
  readonly name: Bilingual
  readonly heads: readonly Bilingual[]
  readonly widths: readonly number[]
  readonly lines: (all: Improvements, language: Language) => Line[]
}

const say = (vi: string, en: string): Bilingual => ({ vi, en })
const percent = (share: number): number => Math.round(share * 1000) / 10

const PARTS: readonly Part[] = [
  {
    name: say('Quy tắc hay sai', 'Rules that fail'),
    heads: [
      ...[say('Biểu mẫu', 'Template'), say('Quy tắc, lỗi', 'Rule or finding'), say('Cột', 'Column'), say('Câu báo', 'What it says')],
      ...[say('Số báo cáo', 'Reports'), say('Tỷ lệ (%)', 'Share (%)'), say('Số cơ quan', 'Agencies'), say('Số lần kiểm tra', 'Checks')],
    ],
    widths: [12, 22, 30, 70, 12, 12, 12, 14],
    lines: ({ rules }, lang) =>
      rules.map((one) => [
        ...[one.template, one.finding, one.label?.[lang] ?? one.field, one.sentence[lang]],
        ...[one.reports, percent(one.share), one.agencies, Math.round(one.checks * 10) / 10],
      ]),
  },
  {
    name: say('Trước khi bị trả lại', 'Before a return'),
    heads: [
      ...[say('Biểu mẫu', 'Template'), say('Quy tắc, lỗi', 'Rule or finding'), say('Cột', 'Column'), say('Câu báo', 'What it says')],
      ...[say('Đã nộp', 'Sent'), say('Còn khi nộp', 'Stood at sending'), say('Bị trả lại', 'Returned'), say('Tỷ lệ (%)', 'Share (%)')],
    ],
    widths: [12, 22, 30, 70, 12, 14, 12, 12],
    lines: ({ returns }, lang) =>
      returns.map((one) => [
        ...[one.template, one.finding, one.label?.[lang] ?? one.field, one.sentence[lang]],
        ...[one.sent, one.stood, one.returned, percent(one.share)],
      ]),
  },
  {
    name: say('Cột có ý kiến', 'Columns with notes'),
    heads: [say('Biểu mẫu', 'Template'), say('Cột', 'Column'), say('Số ý kiến', 'Notes'), say('Số lần trả lại', 'Returns')],
    widths: [12, 50, 12, 14],
    lines: ({ columns }, lang) => columns.map((one) => [one.template, one.label?.[lang] ?? one.field, one.notes, one.returns]),
  },
  {
    name: say('Thời gian', 'Time'),
    heads: [
      ...[
        say('Biểu mẫu', 'Template'),
        say('Tên', 'Title'),
        say('Đã kiểm tra', 'Checked'),
        say('Đã nộp', 'Sent'),
        say('Bị trả lại', 'Returned'),
      ],
      ...[say('Số lần kiểm tra (giữa)', 'Checks (middle)'), say('Phút đến khi nộp (giữa)', 'Minutes until sent (middle)')],
      say('Phút đến khi nộp (9/10)', 'Minutes until sent (9 of 10)'),
    ],
    widths: [12, 50, 12, 12, 12, 14, 14, 14],
    lines: ({ efforts }, lang) =>
      efforts.map((one) => [
        ...[one.template, one.templateTitle[lang], one.checked, one.sent, one.returned],
        ...[one.checks, one.minutes, one.longest],
      ]),
  },
]

export function improvementsWorkbook(all: Improvements, language: Language): WorkbookLayout {
  const sheets = PARTS.map(({ name, heads, widths, lines }) => {
    const sheet = new SheetBuilder()
    widths.forEach((width, at) => sheet.column(at, width))
    const last = widths.length - 1
    sheet.band(0, 0, last, `${name[language]}${all.period === null ? '' : `, ${all.period}`}`, 'title')
    heads.forEach((head, at) => sheet.put(2, at, head[language]))
    sheet.look(2, 0, 2, last, 'head')
    const drawn = lines(all, language)
    drawn.forEach((line, at) => line.forEach((value, column) => value !== null && sheet.put(3 + at, column, value)))
    if (drawn.length > 0) sheet.look(3, 0, 2 + drawn.length, last, 'body')
    return sheet.build({
      ...{ name: name[language], visibility: 'visible', protected: false, freeze: { rows: 3, columns: 0 } },
      print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [3, 3] },
    })
  })
  return { sheets, ...{ title: say('Cần cải thiện', 'What to improve')[language], font: FONT, names: [] } }
}
