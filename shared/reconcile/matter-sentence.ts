// The sentence that a person reads for a matter: who, which column, what was found, what to do.
import type { Language } from '../bilingual.ts'
import type { Matter, MatterCode } from './matter.ts'

type Said = Readonly<Record<string, string | number>>
type Sentences = Readonly<Record<MatterCode, (said: Said) => string>>

const VI: Sentences = {
  'above-plan': ({ label, filed, planned, above }) =>
    `${label}: các đơn vị cộng lại ${filed}, Kế hoạch có ${planned}; vượt ${above} (triệu đồng). Rà soát các đơn vị có số lớn nhất.`,
  'agency-above-plan': ({ agency, label, filed, planned }) =>
    `${agency} – ${label}: riêng đơn vị này đã ${filed}, lớn hơn ${planned} của cả tỉnh (triệu đồng). Kiểm tra đơn vị tính.`,
  'same-row': ({ text, likeness, agencies }) =>
    `“${text}” có ở nhiều cơ quan (giống ${likeness}%): ${agencies}. Xác định cơ quan chủ trì, các cơ quan khác bỏ dòng này.`,
  'same-document': ({ text, label, agencies }) =>
    `${label} ${text} có ở nhiều cơ quan: ${agencies}. Xác định cơ quan chủ trì, hoặc sửa số văn bản ghi nhầm.`,
  thousandfold: ({ agency, row, label, now, before }) =>
    `${agency} – ${row}, cột ${label}: ${now}, kỳ trước ${before}. Chênh lệch hàng nghìn lần: kiểm tra đơn vị tính (triệu đồng).`,
  outlier: ({ agency, row, label, now, before, times }) =>
    `${agency} – ${row}, cột ${label}: ${now}, gấp ${times} lần mức cao nhất các kỳ trước (kỳ trước ${before}). Đề nghị xác nhận.`,
  unchanged: ({ agency, label, same, of }) =>
    `${agency}, cột ${label}: ${same}/${of} dòng giống hệt kỳ trước. Đề nghị báo cáo việc đã làm trong kỳ này.`,
  'denominator-moved': ({ agency, row, label, now, before, percent }) =>
    `${agency} – ${row}, cột ${label}: ${now}, kỳ trước ${before} (${percent}%). Mẫu số thay đổi làm tỷ lệ không so sánh được: cần giải trình.`,
  reopened: ({ agency, row, now, before }) =>
    `${agency} – ${row}: kỳ trước “${before}”, kỳ này “${now}”. Xác nhận tình trạng, hoặc sửa báo cáo kỳ trước.`,
  'cumulative-fell': ({ agency, row, label, now, before, start }) =>
    `${agency} – ${row}, cột ${label}: trước đó đã báo cáo ${before}, kỳ này tính tiếp từ ${start} (còn ${now}). Bổ sung kỳ còn thiếu rồi nộp lại.`,
  'row-gone': ({ agency, row, receipt }) =>
    `${agency}: kỳ trước có “${row}” (biên nhận ${receipt}), kỳ này không còn. Bổ sung lại, hoặc nêu lý do đưa ra khỏi danh mục.`,
}

const EN: Sentences = {
  'above-plan': ({ label, filed, planned, above }) =>
    `${label}: all agencies together ask for ${filed}, the plan has ${planned}; ${above} too much (million đồng). Look at the largest ones.`,
  'agency-above-plan': ({ agency, label, filed, planned }) =>
    `${agency} – ${label}: this agency alone has ${filed}, more than the ${planned} of the whole province (million đồng). Check the unit.`,
  'same-row': ({ text, likeness, agencies }) =>
    `“${text}” stands with several agencies (${likeness} % alike): ${agencies}. Settle who leads it; the others take the row out.`,
  'same-document': ({ text, label, agencies }) =>
    `${label} ${text} stands with several agencies: ${agencies}. Settle who leads it, or correct the number that is wrong.`,
  thousandfold: ({ agency, row, label, now, before }) =>
    `${agency} – ${row}, column ${label}: ${now}, last period ${before}. Hundreds of times apart: check the unit (million đồng).`,
  outlier: ({ agency, row, label, now, before, times }) =>
    `${agency} – ${row}, column ${label}: ${now}, ${times} times the most there ever was (last period ${before}). Ask for confirmation.`,
  unchanged: ({ agency, label, same, of }) =>
    `${agency}, column ${label}: ${same} of ${of} rows are word for word those of last period. Ask what was done in this one.`,
  'denominator-moved': ({ agency, row, label, now, before, percent }) =>
    `${agency} – ${row}, column ${label}: ${now}, last period ${before} (${percent} %). With another denominator the rates cannot be compared: ask for the reason.`,
  reopened: ({ agency, row, now, before }) =>
    `${agency} – ${row}: “${before}” last period, “${now}” in this one. Confirm the state, or correct last period’s report.`,
  'cumulative-fell': ({ agency, row, label, now, before, start }) =>
    `${agency} – ${row}, column ${label}: ${before} was reported before, and this period goes on from ${start} (to ${now}). The period that is missing must be sent, then this one again.`,
  'row-gone': ({ agency, row, receipt }) =>
    `${agency}: “${row}” was there last period (receipt ${receipt}) and is not now. Put it back, or say why it was taken off the list.`,
}

export function matterSentence({ code, label, params }: Matter, language: Language): string {
  const said = Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? value[language] : value] as const)
  return (language === 'vi' ? VI : EN)[code]({ ...Object.fromEntries(said), label: label?.[language] ?? '' })
}
