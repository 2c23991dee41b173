// What may be waived besides rules, by the code of its finding: named as a kind of thing, since no
// cell stands behind it.
import type { Bilingual } from '../../shared/bilingual.ts'

export const WAIVABLE_WORDS: Readonly<Record<string, Bilingual>> = {
  required: { vi: 'Ô phải điền còn trống', en: 'A cell that must be filled is blank' },
  'below-minimum': { vi: 'Số nhỏ hơn mức thấp nhất của cột', en: 'A number below the least of its column' },
  'above-maximum': { vi: 'Số lớn hơn mức cao nhất của cột', en: 'A number above the most of its column' },
  thousandfold: { vi: 'Số tiền có thể lệch nghìn lần', en: 'An amount that may be a thousand times off' },
  'percent-fraction': { vi: 'Tỷ lệ có thể ghi 0,95 thay cho 95', en: 'A percentage that may stand as 0.95 instead of 95' },
  'text-too-short': { vi: 'Nội dung quá ngắn', en: 'A text that is too short' },
  'agency-ended': { vi: 'Ghi cơ quan không còn hoạt động trong kỳ', en: 'An agency that no longer exists in the period' },
  'place-narrower': {
    vi: 'Tên văn bản chỉ nêu vài địa bàn, ô lại ghi cả nhóm cơ quan',
    en: 'The title names only some places, but the cell a whole group of agencies',
  },
  'title-near': {
    vi: 'Tên gần giống nhưng không trùng tên trong Kế hoạch',
    en: 'A title that is nearly, but not quite, the one of the plan',
  },
  'stray-spaces': { vi: 'Chữ bị tách rời', en: 'Words with spaces inside' },
  'duplicate-row': { vi: 'Hai dòng trùng nhau', en: 'Two rows with the same content' },
}
