// The audit as the lines of a file in one language: one line for each value that changed.
// Draws the sheet too; knows neither where the entries come from nor how a file is written.
import type { Bilingual, Language } from '../bilingual.ts'
import { FONT } from '../sheet/looks.ts'
import { MARGINS } from '../sheet/printed-lines.ts'
import { SheetBuilder } from '../sheet/sheet-builder.ts'
import type { WorkbookLayout } from '../sheet/sheet-layout.ts'
import { momentText } from '../sheet/status-sheet.ts'
import { ACTION_WORDS, personWord, SUBJECT_WORDS, showPath, showValue } from './audit-words.ts'
import type { AuditEntry } from './change.ts'
import { valueChanges } from './value-changes.ts'

type Line = readonly (string | number)[]

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Số', 'Thời điểm', 'Người', 'Đối tượng', 'Mã', 'Việc', 'Giá trị', 'Trước', 'Sau', 'Lý do'],
  en: ['No.', 'Time', 'Person', 'Subject', 'Code', 'Action', 'Value', 'Before', 'After', 'Reason'],
}
const TITLE: Bilingual = { vi: 'Nhật ký thay đổi', en: 'Log of changes' }
const WIDTHS = [8, 18, 24, 20, 26, 14, 26, 36, 36, 36] as const

/** A cell of Excel holds 32,767 characters; nobody reads more than a page. */
const LONGEST = 2000
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)

export function auditLines(entries: readonly AuditEntry[], language: Language): Line[] {
  return entries.flatMap(({ seq, at, person, subject, subjectId, action, before, after, reason }) => {
    const changes = valueChanges(before, after)
    const about = [
      seq,
      momentText(at),
      personWord(person, language),
      SUBJECT_WORDS[subject][language],
      subjectId,
      ACTION_WORDS[action][language],
    ]
    return (changes.length > 0 ? changes : [{ path: [], before: null, after: null }]).map((one) => [
      ...about,
      ...[
        showPath(one.path, language),
        short(showValue(one.before ?? '', language, one.path.at(-1))),
        short(showValue(one.after ?? '', language, one.path.at(-1))),
        reason ?? '',
      ],
    ])
  })
}

export const auditHead = (language: Language): Line => HEAD[language]

export function auditWorkbook(lines: readonly Line[], language: Language): WorkbookLayout {
  const sheet = new SheetBuilder()
  WIDTHS.forEach((width, at) => sheet.column(at, width))
  const last = WIDTHS.length - 1
  sheet.band(0, 0, last, TITLE[language], 'title')
  HEAD[language].forEach((text, at) => sheet.put(2, at, text))
  sheet.look(2, 0, 2, last, 'head')
  lines.forEach((line, at) => line.forEach((value, column) => sheet.put(3 + at, column, value)))
  if (lines.length > 0) sheet.look(3, 0, 2 + lines.length, last, 'body')
  return {
    sheets: [
      sheet.build({
        ...{ name: TITLE[language], visibility: 'visible', protected: false, freeze: { rows: 3, columns: 0 } },
        print: { orientation: 'landscape', fitToWidth: true, margins: MARGINS, titleRows: [3, 3] },
      }),
    ],
    ...{ title: TITLE[language], font: FONT, names: [] },
  }
}
