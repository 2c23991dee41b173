// What the settings of a template are called by those who make one: kinds of columns, where a
// value comes from, how it is added up, how hard a rule is. Says nothing of any one template.
import type { Bilingual } from '../bilingual.ts'
import type { Severity } from '../finding.ts'
import type { Field, FieldKind, FieldType, Regime, Rule, Table } from '../template.ts'

const say = (vi: string, en: string): Bilingual => ({ vi, en })

export const FIELD_KINDS: Readonly<Record<FieldKind, Bilingual>> = {
  text: say('Chữ', 'Text'),
  integer: say('Số nguyên', 'Whole number'),
  decimal: say('Số thập phân', 'Decimal number'),
  money: say('Số tiền', 'Money'),
  percent: say('Tỷ lệ %', 'Percentage'),
  date: say('Ngày', 'Date'),
  period: say('Thời gian (tháng, quý, năm)', 'Period (month, quarter, year)'),
  'year-range': say('Khoảng năm', 'Range of years'),
  choice: say('Chọn từ danh mục', 'Choice from a list'),
  agency: say('Một cơ quan', 'One agency'),
  agencies: say('Nhiều cơ quan', 'Several agencies'),
  clause: say('Điểm, khoản của kế hoạch', 'Clause of the plan'),
  'document-number': say('Số, ký hiệu văn bản', 'Document number'),
  url: say('Địa chỉ web', 'Web address'),
  'yes-no': say('Có/Không', 'Yes/No'),
  sequence: say('Số thứ tự', 'Running number'),
}

export const MONEY_UNITS: Readonly<Record<'dong' | 'trieu' | 'ty', Bilingual>> = {
  dong: say('đồng', 'đồng'),
  trieu: say('triệu đồng', 'million đồng'),
  ty: say('tỷ đồng', 'billion đồng'),
}

export const SOURCES: Readonly<Record<Field['source'], Bilingual>> = {
  input: say('Người báo cáo nhập', 'Typed by the filer'),
  carried: say('Hệ thống điền sẵn, khóa', 'Brought by the system, locked'),
  computed: say('Tính theo công thức', 'Worked out by a formula'),
}

export const ROW_SOURCES: Readonly<Record<Table['rows']['source'], Bilingual>> = {
  free: say('Người báo cáo tự thêm dòng', 'The filer adds rows'),
  carried: say('Chỉ các dòng hệ thống điền sẵn', 'Only rows that the system brings'),
  'carried-free': say('Dòng điền sẵn và dòng tự thêm', 'Rows brought by the system and added ones'),
}

export const AGGREGATIONS: Readonly<Record<NonNullable<Field['aggregation']>['by'], Bilingual>> = {
  append: say('Ghép nối tiếp', 'One after the other'),
  sum: say('Cộng', 'Sum'),
  rate: say('Tỷ lệ của hai tổng', 'Rate of two sums'),
  meeting: say('Số đơn vị đạt / số đơn vị phải đạt', 'Agencies meeting it of those obliged'),
  last: say('Giá trị sau cùng', 'The last value'),
  'single-source': say('Một cơ quan cung cấp', 'From one agency only'),
}

export const SEVERITIES: Readonly<Record<Severity, Bilingual>> = {
  error: say('Lỗi: không gửi được', 'Error: stops the report'),
  warning: say('Cảnh báo: sửa hoặc giải trình', 'Warning: mended or explained'),
  info: say('Thông tin', 'Information'),
}

export const SCOPES: Readonly<Record<Rule['scope'], Bilingual>> = {
  row: say('Từng dòng', 'Each row'),
  table: say('Cả bảng', 'The whole table'),
}

export const FREQUENCIES: Readonly<Record<Regime['frequency'], Bilingual>> = {
  month: say('Hằng tháng', 'Monthly'),
  quarter: say('Hằng quý', 'Quarterly'),
  'half-year': say('6 tháng', 'Half-yearly'),
  year: say('Hằng năm', 'Yearly'),
  'ad-hoc': say('Đột xuất', 'Ad hoc'),
}

/** "Số tiền (triệu đồng)", "Chữ (tối đa 500 ký tự)". */
export function typeWords(type: FieldType): Bilingual {
  const kind = FIELD_KINDS[type.kind]
  const more: Bilingual[] = []
  if (type.kind === 'money') more.push(MONEY_UNITS[type.unit])
  if (type.kind === 'choice') more.push(say(type.list, type.list))
  if (type.kind === 'text' && type.minLength !== undefined)
    more.push(say(`ít nhất ${type.minLength} ký tự`, `at least ${type.minLength} characters`))
  if (type.kind === 'text') more.push(say(`tối đa ${type.maxLength} ký tự`, `at most ${type.maxLength} characters`))
  if (type.kind === 'text' && type.multiline) more.push(say('nhiều dòng', 'several lines'))
  if ('places' in type) more.push(say(`${type.places} chữ số thập phân`, `${type.places} decimal places`))
  if ('min' in type && type.min !== undefined) more.push(say(`từ ${type.min}`, `from ${type.min}`))
  if ('max' in type && type.max !== undefined) more.push(say(`đến ${type.max}`, `up to ${type.max}`))
  if (type.kind === 'clause' && type.many) more.push(say('nhiều điểm', 'several'))
  if (type.kind === 'sequence' && type.style === 'outline') more.push(say('nhiều cấp', 'outline'))
  if (more.length === 0) return kind
  return say(`${kind.vi} (${more.map(({ vi }) => vi).join(', ')})`, `${kind.en} (${more.map(({ en }) => en).join(', ')})`)
}
