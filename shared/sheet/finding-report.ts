// The findings of one filing as a sheet that lists them and as notes at their
// cells, in one language. Knows no file.
import type { Bilingual, Language } from '../bilingual.ts'
import type { Finding, Severity } from '../finding.ts'
import { sentence } from '../text/sentence.ts'
import { SEVERITIES } from './finding-marks.ts'

export interface ReportLine {
  readonly severity: string
  /** Where the line leads to; without a cell it is about the sheet as a whole. */
  readonly target: { readonly sheet: string; readonly cell: string } | null
  readonly label: string
  readonly sentence: string
  readonly fix: string
}

export interface FindingMark {
  readonly cell: string
  readonly severity: Severity
  readonly sentences: readonly string[]
}

export interface FindingReport {
  readonly sheetName: string
  readonly title: string
  readonly summary: string
  readonly head: readonly string[]
  readonly lines: readonly ReportLine[]
  /** One for each cell that has findings. */
  readonly marks: readonly FindingMark[]
}

/** In whichever language the report before was made: it is replaced, not joined by another. */
export const REPORT_SHEETS: Bilingual = { vi: 'Lỗi cần sửa', en: 'To be corrected' }

const WORDS = {
  vi: {
    severity: { error: 'Lỗi', warning: 'Cảnh báo', info: 'Thông tin' },
    head: ['STT', 'Mức độ', 'Ô', 'Cột', 'Nội dung', 'Gợi ý sửa'],
    title: (sheet: string) => `Kết quả kiểm tra trang "${sheet}"`,
    summary: ([errors, warnings, notes]: readonly number[]) =>
      `${errors} lỗi phải sửa, ${warnings} cảnh báo phải sửa hoặc giải trình, ${notes} thông tin. Bấm vào ô để tới chỗ cần sửa; sửa xong lưu lại và tải tệp này lên lần nữa.`,
  },
  en: {
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    head: ['No.', 'Severity', 'Cell', 'Column', 'What was found', 'Suggested value'],
    title: (sheet: string) => `Findings on sheet "${sheet}"`,
    summary: ([errors, warnings, notes]: readonly number[]) =>
      `${errors} errors to correct, ${warnings} warnings to correct or explain, ${notes} notes. Click a cell to go there; when corrected, save and upload this file again.`,
  },
} as const

function marksOf(findings: readonly Finding[], lang: Language): FindingMark[] {
  const byCell = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { cell } = finding.place
    if (cell !== undefined) byCell.set(cell, [...(byCell.get(cell) ?? []), finding])
  }
  return [...byCell].map(([cell, found]) => ({
    cell,
    severity: SEVERITIES.find((severity) => found.some((one) => one.severity === severity))!,
    sentences: found.map((one) => sentence(one, lang)),
  }))
}

export function findingReport(sheet: string, findings: readonly Finding[], lang: Language): FindingReport {
  const words = WORDS[lang]
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return {
    sheetName: REPORT_SHEETS[lang],
    title: words.title(sheet),
    summary: words.summary(SEVERITIES.map(count)),
    head: words.head,
    lines: findings.map((finding) => {
      const { place, label, fixes, severity } = finding
      const cell = place.cell ?? (place.row === undefined ? null : `B${place.row}`)
      return {
        severity: words.severity[severity],
        target: cell === null ? null : { sheet, cell },
        label: label?.[lang] ?? '',
        sentence: sentence(finding, lang),
        fix: fixes.map(({ shown }) => shown).join(lang === 'vi' ? ' hoặc ' : ' or '),
      }
    }),
    marks: marksOf(findings, lang),
  }
}
