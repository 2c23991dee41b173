// Where the signed plan itself breaks a rule: the text stands as it was signed, and
// nobody has to explain it again every month.
import type { WaiverGrant } from '../../waiver.ts'

const AS_SIGNED = 'Phụ lục I của Kế hoạch 2044/KH-UBND đã ký ghi như vậy'

const asSigned = (waives: string, item: number, more: string, agency = 'STTTT'): WaiverGrant => ({
  agency,
  template: 'PL1',
  waives,
  rowId: `PL1-${item}`,
  field: null,
  reason: `${AS_SIGNED} (mục ${item}: ${more}).`,
  until: '2025-12-31',
})

export const waivers: readonly WaiverGrant[] = [
  asSigned('PL1-NAM', 2, 'thời hạn Tháng 12/2024'),
  asSigned('PL1-TRUOC-KH', 2, 'thời hạn Tháng 12/2024, trước ngày ký 20/02/2025'),
  asSigned('PL1-TEN-III', 2, 'tên có thêm “trên địa bàn” so với điểm III.7.a'),
  asSigned('PL1-TEN-III', 14, 'tên thiếu “tầm nhìn đến năm 2040” so với điểm III.3.a'),
  ...['UBND_NINHHOA', 'UBND_CAMLAM'].map((agency) =>
    asSigned('place-narrower', 16, 'chủ trì ghi cả nhóm, tên nêu Ninh Hòa, Cam Lâm', agency),
  ),
]
