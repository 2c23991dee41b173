// The settings of a template, one row each: its identity, the mandatory elements of the
// regime (NĐ 09/2019/NĐ-CP Đ11.2), its dates, who signs. A list takes one row per entry.
import type { Spelling } from './sheet-column.ts'

export interface Setting {
  readonly name: string
  readonly vi: string
  readonly path: readonly string[]
  /** A text in both languages stands in two cells. */
  readonly as: Spelling | 'bilingual'
  /** One row per entry. */
  readonly many?: true
  /** A setting that may be left out. */
  readonly optional?: true
}

export const SETTINGS: readonly Setting[] = [
  { name: 'code', vi: 'Mã biểu', path: ['code'], as: 'word' },
  { name: 'version', vi: 'Phiên bản', path: ['version'], as: 'number' },
  { name: 'title', vi: 'Tên biểu', path: ['title'], as: 'bilingual' },
  { name: 'title line', vi: 'Dòng tiêu đề', path: ['titleLines'], as: 'bilingual', many: true },
  { name: 'legal basis', vi: 'Căn cứ pháp lý', path: ['legalBasis'], as: 'text', many: true },
  { name: 'grain', vi: 'Mỗi dòng là', path: ['grain'], as: 'bilingual' },
  { name: 'report name', vi: 'Tên báo cáo', path: ['regime', 'name'], as: 'bilingual' },
  { name: 'content', vi: 'Nội dung yêu cầu báo cáo', path: ['regime', 'content'], as: 'bilingual' },
  { name: 'reporter', vi: 'Đối tượng thực hiện', path: ['regime', 'reporter'], as: 'bilingual' },
  { name: 'receiver', vi: 'Cơ quan nhận', path: ['regime', 'receiver'], as: 'bilingual' },
  { name: 'channel', vi: 'Phương thức gửi', path: ['regime', 'channel'], as: 'bilingual' },
  { name: 'frequency', vi: 'Tần suất', path: ['regime', 'frequency'], as: 'word' },
  { name: 'deadline', vi: 'Thời hạn gửi', path: ['regime', 'deadline'], as: 'bilingual' },
  { name: 'data window', vi: 'Thời gian chốt số liệu', path: ['regime', 'dataWindow'], as: 'bilingual' },
  { name: 'outline', vi: 'Mẫu đề cương', path: ['regime', 'outline'], as: 'bilingual' },
  { name: 'guidance', vi: 'Hướng dẫn thực hiện', path: ['regime', 'guidance'], as: 'bilingual' },
  { name: 'regime basis', vi: 'Căn cứ chế độ báo cáo', path: ['regime', 'basis'], as: 'text' },
  { name: 'owed by', vi: 'Đơn vị phải báo cáo', path: ['regime', 'owedBy'], as: 'word', many: true },
  { name: 'cut-off day', vi: 'Ngày chốt số liệu', path: ['regime', 'dates', 'cutOffDay'], as: 'number' },
  { name: 'due day', vi: 'Ngày đến hạn', path: ['regime', 'dates', 'dueDay'], as: 'number' },
  { name: 'due day included', vi: 'Tính cả ngày đến hạn', path: ['regime', 'dates', 'dueInclusive'], as: 'yes-no' },
  { name: 'locked after days', vi: 'Khóa sau (ngày)', path: ['regime', 'dates', 'lockAfterDays'], as: 'number' },
  { name: 'prepared by', vi: 'Người lập biểu', path: ['signature', 'preparer'], as: 'bilingual' },
  { name: 'signed by', vi: 'Người ký', path: ['signature', 'signer'], as: 'bilingual' },
  { name: 'counted from', vi: 'Nguồn tổng hợp số liệu', path: ['countedFrom'], as: 'json', optional: true },
]

/** The headings of the sheet: what, in Vietnamese or as the value, in English. */
export const SETTING_HEADINGS = [
  { name: 'setting', vi: 'Mục' },
  { name: 'value', vi: 'Giá trị hoặc tiếng Việt' },
  { name: 'english', vi: 'Tiếng Anh' },
] as const
