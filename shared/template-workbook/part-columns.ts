// The sheets in which the parts of a template stand, and the columns of each: one row per
// column of the form, header cell, table, rule, code. Every place of shared/template.ts has one.
import { bilingual, type SheetColumn } from './sheet-column.ts'

export const SHEETS = {
  settings: { name: 'settings', vi: 'Thông tin chung của biểu mẫu và chế độ báo cáo', en: 'The form as a whole and its regime' },
  header: { name: 'header', vi: 'Các ô phía trên bảng, mỗi dòng một ô', en: 'Cells above the tables, one per row' },
  tables: { name: 'tables', vi: 'Các bảng của biểu, mỗi dòng một bảng', en: 'Tables of the form, one per row' },
  fields: { name: 'fields', vi: 'Các cột của bảng, mỗi dòng một cột', en: 'Columns of the tables, one per row' },
  rules: { name: 'rules', vi: 'Các quy tắc kiểm tra, mỗi dòng một quy tắc', en: 'Rules, one per row' },
  taken: { name: 'taken rows', vi: 'Dòng lấy từ biểu khác, mỗi dòng một cột', en: 'Rows taken from other forms, one column per row' },
  choices: { name: 'choices', vi: 'Danh mục dùng trong biểu, mỗi dòng một mục', en: 'Code lists in use, one entry per row' },
} as const
export type PartSheet = keyof typeof SHEETS

const word = (name: string, vi: string, path: readonly (string | number)[], rest: Partial<SheetColumn> = {}): SheetColumn => ({
  ...{ name, vi, path, as: 'word', width: 14 },
  ...rest,
})
const text = (name: string, vi: string, path: readonly (string | number)[], rest: Partial<SheetColumn> = {}) =>
  word(name, vi, path, { as: 'text', width: 24, ...rest })
const number = (name: string, vi: string, path: readonly (string | number)[], rest: Partial<SheetColumn> = {}) =>
  word(name, vi, path, { as: 'number', width: 10, ...rest })
const yesNo = (name: string, vi: string, path: readonly (string | number)[], rest: Partial<SheetColumn> = {}) =>
  word(name, vi, path, { as: 'yes-no', width: 10, ...rest })

const KINDS = [
  ...['text', 'integer', 'decimal', 'money', 'percent', 'date', 'period', 'year-range', 'choice', 'agency', 'agencies', 'clause'],
  ...['document-number', 'url', 'yes-no', 'sequence'],
]

const TYPE: readonly SheetColumn[] = [
  word('type', 'Kiểu', ['type', 'kind'], { options: KINDS }),
  number('min', 'Nhỏ nhất', ['type', 'min']),
  number('max', 'Lớn nhất', ['type', 'max']),
  number('decimal places', 'Số lẻ', ['type', 'places']),
  number('min length', 'Ít nhất (ký tự)', ['type', 'minLength']),
  number('max length', 'Nhiều nhất (ký tự)', ['type', 'maxLength']),
  yesNo('several lines', 'Nhiều dòng', ['type', 'multiline']),
  word('unit', 'Đơn vị tiền', ['type', 'unit'], { options: ['dong', 'trieu', 'ty'] }),
  word('list', 'Danh mục', ['type', 'list']),
  yesNo('several', 'Nhiều giá trị', ['type', 'many']),
  word('numbering', 'Kiểu đánh số', ['type', 'style'], { options: ['number', 'outline'] }),
]

const TITLE = bilingual('title', 'Tên', ['title'], { blank: '' })
const KEY = word('key', 'Khóa', ['key'])
/** Of which table, in the sheets whose rows belong to one. */
export const TABLE: SheetColumn = word('table', 'Bảng', [], { blank: 'main' })

export const HEADER_COLUMNS: readonly SheetColumn[] = [
  KEY,
  ...TITLE,
  ...TYPE,
  word('source', 'Nguồn', ['source'], { options: ['input', 'carried'], blank: 'input' }),
  yesNo('required', 'Bắt buộc', ['required'], { blank: false }),
  ...bilingual('help', 'Hướng dẫn', ['help']),
  text('example', 'Ví dụ', ['example']),
]

/** More levels of titles than this nobody prints. */
const GROUP_LEVELS = 6
export const groupColumns = (levels: number): SheetColumn[] =>
  Array.from({ length: levels }, (_, at) => bilingual(`group ${at + 1}`, `Nhóm cột cấp ${at + 1}`, ['group', at], { width: 18 })).flat()

export const fieldColumns = (levels: number = GROUP_LEVELS): readonly SheetColumn[] => [
  KEY,
  ...groupColumns(levels),
  ...TITLE,
  ...TYPE,
  word('source', 'Nguồn', ['source'], { options: ['input', 'carried', 'computed'], blank: 'input' }),
  text('formula', 'Công thức', ['formula'], { width: 36 }),
  yesNo('required', 'Bắt buộc', ['required'], { blank: false }),
  text('required when', 'Bắt buộc khi', ['requiredWhen'], { width: 30 }),
  yesNo('dash allowed', 'Cho phép “-”', ['nilAllowed'], { blank: false }),
  ...bilingual('help', 'Hướng dẫn', ['help']),
  text('example', 'Ví dụ', ['example']),
  number('width', 'Độ rộng', ['width'], { blank: 16 }),
  word('carried from', 'Mang từ cột kỳ trước', ['carryFrom']),
  word('row code', 'Đầu mã dòng', ['rowCode']),
  word('places in', 'Địa danh trong cột', ['placesIn']),
  yesNo('names document', 'Là tên văn bản', ['namesDocument']),
  word('consolidated', 'Tổng hợp', ['aggregation', 'by'], { options: ['append', 'sum', 'rate', 'meeting', 'last', 'single-source'] }),
  word('numerator', 'Tử số', ['aggregation', 'numerator']),
  word('denominator', 'Mẫu số', ['aggregation', 'denominator']),
  word('control total', 'Tổng đối chiếu', ['controlTotal']),
  word('was', 'Khóa ở phiên bản trước', ['was'], { as: 'words' }),
  text('basis', 'Căn cứ', ['basis']),
]

export const TABLE_COLUMNS: readonly SheetColumn[] = [
  KEY,
  ...bilingual('title', 'Tên', ['title']),
  word('rows', 'Dòng', ['rows', 'source'], { options: ['free', 'carried', 'carried-free'], blank: 'free' }),
  number('most rows', 'Nhiều nhất (dòng)', ['rows', 'max'], { blank: 500 }),
  word('unique', 'Không được trùng', ['rows', 'unique'], { as: 'sets', blank: [], width: 30 }),
]

export const RULE_COLUMNS: readonly SheetColumn[] = [
  word('id', 'Mã', ['id']),
  word('scope', 'Phạm vi', ['scope'], { options: ['row', 'table'], blank: 'row' }),
  text('formula', 'Công thức', ['formula'], { blank: '', width: 50 }),
  word('severity', 'Mức', ['severity'], { options: ['error', 'warning', 'info'], blank: 'error' }),
  word('field', 'Cột báo lỗi', ['field']),
  ...bilingual('message', 'Câu báo', ['message'], { blank: '', width: 40 }),
  word('applies from', 'Áp dụng từ kỳ', ['appliesFrom']),
  word('blocks from', 'Chặn từ kỳ', ['blocksFrom']),
  yesNo('judges nothing', 'Xét cả khi không phát sinh', ['judgesNothing']),
  text('basis', 'Căn cứ', ['basis']),
]

/** One row per column that is taken; `number` tells the sources of one table apart. */
export const TAKEN_COLUMNS: readonly SheetColumn[] = [
  number('number', 'Số thứ tự nguồn', ['number'], { blank: 1 }),
  word('from form', 'Từ biểu', ['template']),
  word('from table', 'Từ bảng', ['their'], { blank: 'main' }),
  word('row id', 'Cột nhận dạng dòng', ['id']),
  word('field', 'Cột của biểu này', ['field']),
  word('their field', 'Cột của biểu kia', ['theirs']),
  text('fixed value', 'Giá trị cố định', ['fixed']),
]

export const CHOICE_COLUMNS: readonly SheetColumn[] = [
  word('list', 'Danh mục', ['list']),
  text('code', 'Mã', ['code'], { width: 14 }),
  ...bilingual('label', 'Tên', ['label'], { blank: '' }),
]
