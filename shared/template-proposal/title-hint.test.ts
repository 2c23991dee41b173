// What a title by itself announces. Titles with one word in common ask for different things.
import { describe, expect, test } from 'vitest'
import { namesOtherUnits } from '../takeover/money-unit.ts'
import { measureOfLine } from './measure-unit.ts'
import { titleHint } from './title-hint.ts'

const TITLES: Readonly<Record<string, readonly string[]>> = {
  text: [
    ...['Chức danh', 'Trình độ chuyên môn', 'Quê quán', 'Căn cứ pháp lý', 'Đối tượng', 'Quy mô', 'Hiện trạng', 'Lý do', 'Đầu mối liên hệ'],
    ...['SĐT', 'Thư điện tử', 'Số hiệu', 'Số sê-ri', 'Số thẻ BHYT', 'Số thửa', 'Số nhà', 'Số tài khoản', 'Biển kiểm soát', 'Người ký'],
    ...[
      'Ký nhận',
      'Hãng/Model',
      'Tồn tại, hạn chế',
      'Số, ngày, tháng, năm quyết định',
      'Đơn vị tính',
      'Xếp loại',
      'Tọa độ',
      'Ngân hàng',
      'Lương hiện hưởng > Bậc',
      'Phụ cấp > Loại',
    ],
  ],
  integer: [
    ...[
      'Số khẩu',
      'Học sinh',
      'Số ca mắc',
      'Số buổi',
      'Số ngày nghỉ',
      'Năm sinh',
      'Năm đưa vào sử dụng',
      'Lượt khách (lượt)',
      'Tổng số (người)',
    ],
    ...['Đúng hạn', 'Quá hạn', 'Số TTHC cung cấp DVCTT > Toàn trình', 'Số hồ sơ > Trực tuyến'],
    ...['Quá hạn (hồ sơ)', 'Mô hình phòng cháy (số lượng)', 'Biên chế được giao', 'Số tiêu chí đạt', 'Tổng số > Thôn (người)'],
  ],
  decimal: [
    ...[
      'Diện tích',
      'Năng suất (tạ/ha)',
      'Sản lượng',
      'Chiều dài (km)',
      'Điểm tự chấm',
      'Hệ số lương',
      'Lượng mưa (mm)',
      'Dung lượng (GB)',
    ],
    ...['Tổng diện tích', 'Diện tích theo đối tượng > Cơ quan nhà nước', 'Tiền lương > Hệ số/ Mức lương'],
    ...['Diện tích (ha) > Lúa', 'Nước thải (m3/ngày)', 'Khối lượng ĐVT: tấn'],
  ],
  percent: ['%', 'Tỷ trọng', 'Độ che phủ rừng (%)', 'Tăng/giảm (%)', 'So với cùng kỳ'],
  money: [
    ...['Số tiền', 'Lương cơ sở', 'Học phí', 'Mức thưởng', 'Tiền công', 'Nguyên giá', 'Giá bán', 'Thực lĩnh', 'Kinh phí (đ)', 'Thuế TNCN'],
    ...['Nhu cầu kinh phí (triệu đồng) > Trong đó > Doanh nghiệp, HTX', 'Tiền lương > Phụ cấp > Chức vụ', 'Tiền (Trđ)', 'Số phải thu'],
  ],
  date: ['Ngày cấp', 'Thời điểm đơn vị kết thúc đóng BHXH', 'Hạn bảo hành', 'Thời hạn (dd/mm/yyyy)', 'Sinh (ngày/tháng/năm)'],
  period: ['Kế hoạch hoàn thành (tháng/năm)', 'Tháng'],
  'yes-no': ['Đã kết nối (có/không)', 'Hộ nghèo (đánh dấu X)'],
  'document-number': ['Số, ký hiệu', 'Số QĐ', 'Số giấy phép', 'Số CV báo cáo Cơ quan điều phối'],
  sequence: ['STT', '#', 'No.'],
  'year-range': ['Thời gian KC-HT', 'Giai đoạn'],
}

describe.each(Object.entries(TITLES))('%s', (kind, titles) => {
  test.each(titles)('%s', (title) => expect(titleHint(title.split(' > '), null)?.type.kind).toBe(kind))
})

test.each(['Lượng', 'Tiến độ', 'Đánh giá', 'Nam/Nữ', 'Ngày công'])('%s is not what it would be without its tones', (title) => {
  const kind = titleHint([title], null)?.type.kind
  expect(kind === 'money' || kind === 'date' || (title === 'Nam/Nữ' && kind === 'integer')).toBe(false)
})

test.each<[string, string | undefined]>([
  ['Đơn vị tính: Người', 'integer'],
  ['(ĐVT: ha)', 'decimal'],
  ['Đơn vị tính: ha; tạ/ha; tấn', 'decimal'],
  ['Đơn vị tính: Triệu đồng', undefined],
  ['Đơn vị báo cáo: Sở Nội vụ', undefined],
])('the line above a table says in what it counts: %s', (line, kind) => expect(measureOfLine(line)?.kind).toBe(kind))

test('where a line names several units, only what is called money is money', () => {
  expect(namesOtherUnits('Đơn vị: trường hợp; nghìn đồng')).toBe(true)
  expect(namesOtherUnits('Đơn vị tính: triệu đồng')).toBe(false)
  expect(titleHint(['Tiền phạt'], 'trieu', null)?.type.kind).toBe('money')
  expect(titleHint(['Tổng cộng'], 'trieu', null)?.type.kind).toBe('integer')
  expect(titleHint(['Tổng cộng'], 'trieu')?.type.kind).toBe('money')
})

test('what is paid for a position is not taken for the position without asking', () => {
  expect(titleHint(['Chức vụ'], null)?.strength).toBeGreaterThan(0.8)
  expect(titleHint(['Tiền lương', 'Phụ cấp', 'Chức vụ'], null)?.strength).toBeLessThan(0.6)
})
