// More appendix forms as offices make them: years as titles, old fonts, headings between the
// rows, formulas over other cells, headers whose merges are gone. For tests only.
import type { AppendixForm } from './appendix-form.ts'
import { inTcvn3, oldSheet } from './old-sheet.ts'

const of = (formula: string, value: number | string) => ({ value, formula })

export const moreAppendixForms: readonly AppendixForm[] = [
  {
    shape: 'years typed as numbers under a group, targets with units of their own',
    sheet: oldSheet(
      [
        ['KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'],
        ['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Kết quả các năm', null, null, 'Ghi chú'],
        [null, null, null, 2023, 2024, 2025, null],
        ['1.1', 'Dân số trưởng thành có tài khoản', '%', 71.5, 75.25, 80.1, ''],
        ['1.2', 'Xã có mạng băng rộng', 'Xã', 120, 125, 132.5, 'Ước tính'],
        ['2.1', 'Doanh nghiệp dùng hóa đơn điện tử', '%', 99.1, 100, 100, ''],
      ],
      ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2', 'G2:G3'],
    ),
    tables: [
      [
        ['STT', 'sequence'],
        ['Chỉ tiêu', 'text'],
        ['Đơn vị tính', 'text'],
        ['Kết quả các năm > 2023', 'decimal'],
        ['Kết quả các năm > 2024', 'decimal'],
        ['Kết quả các năm > 2025', 'decimal'],
        ['Ghi chú', 'text'],
      ],
    ],
    titles: ['KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU'],
  },
  {
    shape: 'typed with .VnTime',
    sheet: oldSheet([
      [inTcvn3('Danh sách cán bộ phụ trách')],
      ['STT', inTcvn3('Họ và tên'), inTcvn3('Chức vụ'), inTcvn3('Số điện thoại'), inTcvn3('Ngày sinh')],
      [1, inTcvn3('Nguyễn Văn Bình'), inTcvn3('Trưởng phòng'), '0905123456', '02/09/1980'],
      [2, inTcvn3('Trần Thị Hạnh'), inTcvn3('Chuyên viên'), '0905654321', '15/11/1990'],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Họ và tên', 'text'],
        ['Chức vụ', 'text'],
        ['Số điện thoại', 'text'],
        ['Ngày sinh', 'date'],
      ],
    ],
    titles: ['Danh sách cán bộ phụ trách'],
  },
  {
    shape: 'headings of groups between the rows, thousands of đồng',
    sheet: oldSheet([
      ['BÁO CÁO KINH PHÍ THEO NGUỒN'],
      [null, null, null, 'Đơn vị tính: nghìn đồng'],
      ['STT', 'Nội dung', 'Kinh phí được giao', 'Kinh phí đã chi'],
      ['I', 'Chi thường xuyên'],
      [1, 'Duy trì phần mềm', 1000, 500],
      [2, 'Thuê đường truyền', 2000, 900],
      ['II', 'Chi đầu tư'],
      [1, 'Mua máy chủ', 9000, 0],
      ['Tổng cộng', null, 12_000, 1400],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Nội dung', 'text'],
        ['Kinh phí được giao', 'money dong'],
        ['Kinh phí đã chi', 'money dong'],
      ],
    ],
    titles: ['BÁO CÁO KINH PHÍ THEO NGUỒN'],
  },
  {
    shape: 'merges gone, groups over blank cells, questions of yes and no',
    sheet: oldSheet([
      ['KHẢO SÁT HẠ TẦNG CÔNG NGHỆ THÔNG TIN'],
      ['STT', 'Tên đơn vị', 'Máy tính', null, 'Mạng nội bộ', null],
      [null, null, 'Số lượng', 'Số máy hỏng', 'Đã có (Có/Không)', 'Năm lắp đặt'],
      [1, 'Sở Nội vụ', 40, 3, 'Có', 2015],
      [2, 'Sở Tài chính', 55, 0, 'Có', 2018],
      [3, 'Công an tỉnh', 70, 6, 'Không', 2020],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên đơn vị', 'agency'],
        ['Máy tính > Số lượng', 'integer'],
        ['Máy tính > Số máy hỏng', 'integer'],
        ['Mạng nội bộ > Đã có (Có/Không)', 'yes-no'],
        ['Mạng nội bộ > Năm lắp đặt', 'integer'],
      ],
    ],
    titles: ['KHẢO SÁT HẠ TẦNG CÔNG NGHỆ THÔNG TIN'],
  },
  {
    shape: 'shares of the total, which no row can count by itself',
    sheet: oldSheet([
      ['CƠ CẤU CHI CHUYỂN ĐỔI SỐ'],
      ['(Đơn vị tính: tỷ đồng)'],
      ['STT', 'Tên nguồn', 'Số tiền', 'Thời gian thực hiện', 'Tỷ trọng (%)'],
      [1, 'Ngân sách trung ương', 12.5, '2024-2025', of('=C4/$C$7*100', 25)],
      [2, 'Ngân sách địa phương', 25, '2025-2027', of('=C5/$C$7*100', 50)],
      [3, 'Nguồn hợp pháp khác', 12.5, '2025-2026', of('=C6/$C$7*100', 25)],
      ['Tổng', null, of('=SUM(C4:C6)', 50), null, of('=SUM(E4:E6)', 100)],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên nguồn', 'text'],
        ['Số tiền', 'money ty'],
        ['Thời gian thực hiện', 'year-range'],
        ['Tỷ trọng (%)', 'percent'],
      ],
    ],
    titles: ['CƠ CẤU CHI CHUYỂN ĐỔI SỐ'],
  },
]
