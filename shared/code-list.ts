// What stands against a code list as an admin would have it: codes that vanish while filings
// hold them, labels that people could not tell apart.
import type { Bilingual } from './bilingual.ts'
import type { CodeList } from './plan.ts'
import { fold } from './text/fold.ts'

type Entry = CodeList['entries'][number]

const meet = (one: Entry, other: Entry): boolean =>
  (one.validFrom == null || other.validTo == null || one.validFrom <= other.validTo) &&
  (other.validFrom == null || one.validTo == null || other.validFrom <= one.validTo)

/** Of a list that the plan does not have yet. Rules read it by its id. */
export function newCodeListProblem(id: string, entries: readonly Entry[]): Bilingual | null {
  if (!/^[a-z][a-z0-9_]{0,30}$/.test(id))
    return {
      vi: `Mã danh mục "${id}" không hợp lệ: chữ thường không dấu, chữ số, gạch dưới, bắt đầu bằng chữ, tối đa 31 ký tự.`,
      en: `Code list "${id}" is not a valid name: small letters without marks, digits and underscores, a letter first, at most 31 characters.`,
    }
  return entries.length > 0 ? null : { vi: `Danh mục "${id}" chưa có mục nào.`, en: `Code list "${id}" has no entries.` }
}

/** `before`: the entries as they stand. */
export function codeListProblem(before: readonly Entry[], after: readonly Entry[]): Bilingual | null {
  const gone = before.find(({ code }) => !after.some((one) => one.code === code))
  if (gone)
    return {
      vi: `Mã "${gone.code}" (${gone.label.vi}) đã có trong báo cáo nên không xóa được. Hãy đặt ngày hết hiệu lực cho mã.`,
      en: `Code "${gone.code}" (${gone.label.en}) stands in reports and cannot be deleted. Give it a last day instead.`,
    }
  for (const [at, entry] of after.entries()) {
    const { code, label, validFrom, validTo } = entry
    if (!/^[\p{L}\p{N}][\p{L}\p{N}._<>=%+-]{0,39}$|^[<>=≥≤]{1,2}$/u.test(code) && !before.some((one) => one.code === code))
      return {
        vi: `Mã "${code}" không hợp lệ: chữ, số, dấu chấm, gạch ngang, tối đa 40 ký tự.`,
        en: `Code "${code}" is not valid: letters, digits, dots and hyphens, at most 40 characters.`,
      }
    if (after.findIndex((one) => one.code === code) < at)
      return { vi: `Mã "${code}" được ghi hai lần.`, en: `Code "${code}" is written twice.` }
    if (label.vi.trim() === '' || label.en.trim() === '')
      return {
        vi: `Mã "${code}" chưa có đủ nhãn tiếng Việt và tiếng Anh.`,
        en: `Code "${code}" lacks its Vietnamese or its English label.`,
      }
    if (validFrom != null && validTo != null && validFrom > validTo)
      return { vi: `Mã "${code}" hết hiệu lực trước khi có hiệu lực.`, en: `Code "${code}" ends before it begins.` }
    // What stood beside each other with like labels before ("tren" and "tu" of the operators) may stay.
    const isAsBefore = before.some((one) => one.code === code && one.label.vi === label.vi)
    const twin = isAsBefore
      ? undefined
      : after.find((one, other) => other !== at && fold(one.label.vi) === fold(label.vi) && meet(one, entry))
    if (twin)
      return {
        vi: `Nhãn "${label.vi}" của mã "${code}" trùng với mã "${twin.code}" trong cùng thời gian.`,
        en: `Label "${label.vi}" of code "${code}" is also that of "${twin.code}" at the same time.`,
      }
  }
  return null
}
