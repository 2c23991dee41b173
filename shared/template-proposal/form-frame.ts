// What forms print around their tables, in blocks beside each other, and what no column is
// called: the number of the form, what it goes with, who sends it to whom and until when.
import { foldBare } from '../text/fold.ts'

const NATIONAL = /^(?:cong hoa xa hoi|doc lap tu do|dang cong san viet nam$)/

export const isNational = (text: string): boolean => NATIONAL.test(foldBare(text))

/** "Biểu số 05", "Mẫu II.06a/VPCP", "Phụ lục 2b": called by its number. */
const NUMBERED = /^(?:phu luc|phu bieu|bieu|mau)(?: mau| bieu)?(?: so)? (?:[a-z]{0,4} ?\d|[ivx]+\b)/
/** "Ban hành kèm theo Thông tư …", "(Kèm theo Công văn số …)". */
const ATTACHED = /^(?:ban hanh (?:kem )?theo|kem theo|theo (?:thong tu|quyet dinh|nghi dinh|cong van) so)\b/
/** "Đơn vị báo cáo: …", "Ngày nhận báo cáo: …", "Kỳ báo cáo: …", "Nơi nhận: …": whatever stands behind the colon. */
const ADDRESSED =
  /^(?:(?:ten )?(?:don vi|co quan)(?: lap| gui| nhan| bao cao| tong hop)*|noi (?:gui|nhan)|(?:ngay|thoi han|han) (?:gui|nhan|nop|bao cao)(?: bao cao)?|ky bao cao|so lieu tinh den)$/

/** Whether a text belongs to the frame of a form and to no table. */
export function isFrame(text: string): boolean {
  const bare = foldBare(text)
  if (isNational(text) || NUMBERED.test(bare) || ATTACHED.test(bare)) return true
  const [, label] = /^([^:]{2,40}):/.exec(text) ?? []
  return label !== undefined && ADDRESSED.test(foldBare(label))
}
