// Why a workbook was not taken as the form of an obligation, and what to do:
// nothing found, other reports' forms, or copies that differ.
import type { Bilingual, Language } from '../bilingual.ts'
import { showPeriod } from '../period.ts'
import type { FoundForm } from '../sheet/form-identity.ts'

export interface ExpectedForm {
  readonly template: string
  readonly agency: string
  readonly period: string
}

const quotedList = (names: readonly string[]) => names.map((name) => `"${name}"`).join(', ')

export function wrongFormSentence(expected: ExpectedForm, found: readonly FoundForm[], nameOf: (agency: string) => string): Bilingual {
  const said = ({ template, agency, period }: ExpectedForm, lang: Language) => `${template}, ${showPeriod(period, lang)}, ${nameOf(agency)}`
  const copies = found.filter(
    ({ identity: { template, agency, period } }) =>
      template === expected.template && agency === expected.agency && period === expected.period,
  )
  if (copies.length > 0) {
    const sheets = quotedList(copies.map(({ sheet }) => sheet))
    return {
      vi: `Tệp có ${copies.length} trang cùng là biểu mẫu này nhưng nội dung khác nhau: ${sheets}. Hãy xóa hoặc ẩn trang không dùng rồi tải lại.`,
      en: `The file has ${copies.length} sheets that are this form with different content: ${sheets}. Delete or hide the one that is not used and upload again.`,
    }
  }
  if (found.length > 0) {
    const others = (lang: Language) => found.map(({ identity }) => said(identity, lang)).join('; ')
    return {
      vi: `Tệp chứa biểu mẫu của báo cáo khác: ${others('vi')}. Báo cáo đang nộp là ${said(expected, 'vi')}. Hãy chọn đúng tệp.`,
      en: `The file holds the form of another report: ${others('en')}. This report is ${said(expected, 'en')}. Choose the right file.`,
    }
  }
  return {
    vi: `Không tìm thấy biểu mẫu ${expected.template} trong tệp: dấu nhận biết và tiêu đề cột đều không còn. Hãy tải lại biểu mẫu từ trang này và chép số liệu sang.`,
    en: `Form ${expected.template} was not found in the file: neither its marks nor its column titles are left. Download the form again from this page and copy the data over.`,
  }
}
