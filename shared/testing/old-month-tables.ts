// Old monthly reports in many shapes. For tests only.
import { asDay, asPercent, oldSheet } from './old-sheet.ts'
import type { ExpectedTable, OldTable } from './old-table.ts'

const STTTT = 'Sở Thông tin và Truyền thông'
const INSPECTION = 'Tổ chức kiểm tra đầu tư ứng dụng công nghệ thông tin (CNTT), an toàn thông tin tại các cơ quan, đơn vị, địa phương.'
const RATING = 'Tổ chức triển khai đánh giá kết quả chuyển đổi số năm 2024 của các cơ quan, địa phương trên địa bàn tỉnh.'
const DONE = 'Đã hoàn thành kiểm tra tại 12 đơn vị theo kế hoạch'
const DOING = 'Đang lấy ý kiến các sở, ban, ngành đối với dự thảo'

const monthHeader = [
  ['Sở Thông tin và Truyền thông'],
  ['BÁO CÁO TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ THÁNG 2/2025'],
  [null, null, null, null, null, null, null, null, 'Đơn vị tính: triệu đồng'],
  ['TT', 'Nội dung công việc', 'Thời hạn', 'Tiến độ', 'Sản phẩm', null, 'Giải ngân', null, 'Khó khăn, vướng mắc'],
  [null, null, null, null, 'Số, ký hiệu', 'Ngày', 'Trong tháng', 'Lũy kế', null],
]
const monthRows = [
  ['I', 'Chỉ đạo điều hành'],
  [1, INSPECTION, 'Năm 2025', 'Hoàn thành', '12/KH-STTTT', asDay(45700), 120.5, 120.5, null],
  [2, RATING, 'Quý II/2025', 'Đang thực hiện', null, null, 30, 45, 'Chưa có hướng dẫn'],
  [null, 'Tổng cộng', null, null, null, null, 150.5, 165.5, null],
  ['Ghi chú: số liệu tính đến ngày 14/02/2025'],
  [null, null, null, null, null, null, 'Khánh Hòa, ngày 15 tháng 02 năm 2025'],
  [null, 'Người lập biểu', null, null, null, null, 'Thủ trưởng đơn vị'],
]
const monthColumns = {
  A: 'stt',
  B: 'ten_nv',
  C: 'thoi_han',
  D: 'trang_thai',
  E: 'sp_so',
  F: 'sp_ngay',
  G: 'gn_ky',
  H: 'gn_lk',
  I: 'kho_khan',
}
const monthExpected: ExpectedTable = {
  table: 'main',
  columns: monthColumns,
  rows: [7, 8],
  skipped: { 6: 'group', 9: 'total', 10: 'note', 11: 'signature', 12: 'signature' },
}
const monthMerges = ['A2:I2', 'A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:H4', 'I4:I5']

export const oldMonthTables: readonly OldTable[] = [
  {
    shape: 'merged groups, title rows, unit line, group and total rows, notes and signatures',
    template: 'THANG',
    sheet: oldSheet([...monthHeader, ...monthRows], monthMerges),
    expected: [monthExpected],
  },
  {
    shape: 'the same where Excel cannot tell merges',
    template: 'THANG',
    sheet: oldSheet([...monthHeader, ...monthRows]),
    expected: [monthExpected],
  },
  {
    shape: 'columns in another order',
    template: 'THANG',
    sheet: oldSheet([
      ['Kết quả trong kỳ', '% hoàn thành lũy kế', 'Mã nhiệm vụ', 'Tình trạng', 'Kiến nghị', 'Nội dung nhiệm vụ', 'Nhiệm vụ kỳ tới'],
      [DONE, 100, 'III.1.a', 'Hoàn thành', null, INSPECTION, 'Báo cáo tổng kết'],
      [DOING, 40, 'III.1.b', 'Đang thực hiện', 'Sớm có hướng dẫn', RATING, 'Trình ban hành'],
    ]),
    expected: [
      {
        table: 'main',
        columns: { A: 'ket_qua', B: 'ty_le', C: 'ma_nv', D: 'trang_thai', E: 'kien_nghi', F: 'ten_nv', G: 'ky_toi' },
        rows: [2, 3],
        skipped: {},
      },
    ],
  },
  {
    shape: 'abbreviations everywhere',
    template: 'THANG',
    sheet: oldSheet([
      ['STT', 'Mã NV', 'Tên NV', 'CQ chủ trì', 'Đ/v p.hợp', '%HT', 'KQ t/h', 'KH vốn', 'GN kỳ này', 'LK GN', 'K.khăn', 'Ng. nhân', 'GC'],
      [1, 'III.1.a', INSPECTION, STTTT, 'Sở Nội vụ', 100, DONE, 500, 20, 120, '-', 'Kinh phí', 'x'],
      [2, 'III.1.b', RATING, STTTT, 'Sở Tài chính', 40, DOING, 200, 0, 10, 'Thiếu hướng dẫn', 'Thể chế', 'y'],
    ]),
    expected: [
      {
        table: 'main',
        columns: {
          ...{ A: 'stt', B: 'ma_nv', C: 'ten_nv', D: null, E: 'co_quan_phoi_hop', F: 'ty_le', G: 'ket_qua', H: 'kh_von' },
          ...{ I: 'gn_ky', J: 'gn_lk', K: 'kho_khan', L: 'nguyen_nhan', M: null },
        },
        rows: [2, 3],
        skipped: {},
      },
    ],
  },
  {
    shape: 'equal titles told apart by what stands below them',
    template: 'THANG',
    sheet: oldSheet([
      ['TT', 'Nhiệm vụ', 'Tiến độ', 'Tiến độ', 'Văn bản/sản phẩm', 'Văn bản/sản phẩm', 'Nguyên nhân', 'Nguyên nhân'],
      [1, INSPECTION, asPercent(1), 'Hoàn thành', '12/KH-STTTT', asDay(45700), 'Nhân lực', 'Thiếu cán bộ chuyên trách tại cơ sở'],
      [2, RATING, asPercent(0.4), 'Đang thực hiện', '15/QĐ-UBND', asDay(45710), 'Kinh phí', 'Chưa được bố trí vốn trong năm nay'],
    ]),
    expected: [
      {
        table: 'main',
        columns: {
          ...{ A: 'stt', B: 'ten_nv', C: 'ty_le', D: 'trang_thai', E: 'sp_so', F: 'sp_ngay' },
          ...{ G: 'nguyen_nhan', H: 'nguyen_nhan_ro' },
        },
        rows: [2, 3],
        skipped: {},
      },
    ],
  },
  {
    shape: 'no header at all',
    template: 'THANG',
    sheet: oldSheet([
      [1, 'III.1.a', INSPECTION, 'Hoàn thành', 100, DONE],
      [2, 'III.1.b', RATING, 'Đang thực hiện', 40, DOING],
    ]),
    expected: [],
  },
]
