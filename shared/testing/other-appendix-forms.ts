// Appendix forms of other fields than the plan's: schools, bidding, equipment, training. For tests only.
import type { AppendixForm } from './appendix-form.ts'
import { asDay, oldSheet } from './old-sheet.ts'

const of = (formula: string, value: number) => ({ value, formula })

export const otherAppendixForms: readonly AppendixForm[] = [
  {
    shape: 'pupils by school, signed by a head teacher',
    sheet: oldSheet(
      [
        ['PHÒNG GD&ĐT', null, null, 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
        [null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
        ['BÁO CÁO THỐNG KÊ HỌC SINH ĐẦU NĂM HỌC'],
        ['TT', 'Tên trường', 'Số lớp', 'Tổng số học sinh', 'Trong đó', null, 'Tỷ lệ nhập học đúng tuổi (%)', 'Xếp loại'],
        [null, null, null, null, 'Nữ', 'Dân tộc', null, null],
        [1, 'TH Lộc Thọ', 20, 700, 340, 5, 99.5, 'Tốt'],
        [2, 'TH Phước Long', 18, 640, 300, 2, 98.7, 'Khá'],
        [3, 'TH Vĩnh Hải', 22, 800, 410, 1, 99.9, 'Tốt'],
        ['Cộng', null, 60, 2140, 1050, 8, null, null],
        ['Người lập biểu', null, null, null, 'Hiệu trưởng'],
      ],
      ['A4:A5', 'B4:B5', 'C4:C5', 'D4:D5', 'E4:F4', 'G4:G5', 'H4:H5'],
    ),
    tables: [
      [
        ['TT', 'sequence'],
        ['Tên trường', 'text'],
        ['Số lớp', 'integer'],
        ['Tổng số học sinh', 'integer'],
        ['Trong đó > Nữ', 'integer'],
        ['Trong đó > Dân tộc', 'integer'],
        ['Tỷ lệ nhập học đúng tuổi (%)', 'percent'],
        ['Xếp loại', 'text'],
      ],
    ],
    titles: ['BÁO CÁO THỐNG KÊ HỌC SINH ĐẦU NĂM HỌC'],
    signer: 'Hiệu trưởng',
  },
  {
    shape: 'a plan of bidding packages',
    sheet: oldSheet([
      ['KẾ HOẠCH LỰA CHỌN NHÀ THẦU'],
      ['(Kèm theo Quyết định số 12/QĐ-SNV ngày 01/02/2025)'],
      [
        'STT',
        'Tên gói thầu',
        'Giá gói thầu (VNĐ)',
        'Nguồn vốn',
        'Hình thức',
        'Thời gian bắt đầu tổ chức',
        'Loại hợp đồng',
        'Thời gian thực hiện hợp đồng',
      ],
      [1, 'Mua sắm máy chủ', 1_500_000_000, 'Ngân sách tỉnh', 'Chào hàng cạnh tranh', 'Quý II/2025', 'Trọn gói', '60 ngày'],
      [2, 'Thuê dịch vụ', 900_000_000, 'Ngân sách tỉnh', 'Chỉ định thầu rút gọn', 'Quý III/2025', 'Trọn gói', '12 tháng'],
      ['Tổng giá các gói thầu', null, of('=SUM(C4:C5)', 2_400_000_000)],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên gói thầu', 'text'],
        ['Giá gói thầu (VNĐ)', 'money dong'],
        ['Nguồn vốn', 'text'],
        ['Hình thức', 'text'],
        ['Thời gian bắt đầu tổ chức', 'period'],
        ['Loại hợp đồng', 'text'],
        ['Thời gian thực hiện hợp đồng', 'text'],
      ],
    ],
    titles: ['KẾ HOẠCH LỰA CHỌN NHÀ THẦU', '(Kèm theo Quyết định số 12/QĐ-SNV ngày 01/02/2025)'],
  },
  {
    shape: 'equipment, with years, quantities and prices side by side',
    sheet: oldSheet([
      ['DANH MỤC THIẾT BỊ CÔNG NGHỆ THÔNG TIN'],
      [null, null, null, null, null, null, 'ĐVT: đồng'],
      ['STT', 'Tên thiết bị', 'Model', 'Số serial', 'Năm sản xuất', 'SL', 'Đơn giá', 'Thành tiền'],
      [1, 'Máy tính để bàn', 'HP 280', 'VN123', 2022, 5, 15_000_000, of('=F4*G4', 75_000_000)],
      [2, 'Máy in', 'Canon 2900', 'VN456', 2021, 2, 4_000_000, of('=F5*G5', 8_000_000)],
      [3, 'Máy quét', 'Epson V39', 'VN789', 2023, 1, 9_000_000, of('=F6*G6', 9_000_000)],
      ['Tổng cộng', null, null, null, null, of('=SUM(F4:F6)', 8), null, of('=SUM(H4:H6)', 92_000_000)],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên thiết bị', 'text'],
        ['Model', 'text'],
        ['Số serial', 'text'],
        ['Năm sản xuất', 'integer'],
        ['SL', 'integer'],
        ['Đơn giá', 'money dong'],
        ['Thành tiền', '=money dong'],
      ],
    ],
    titles: ['DANH MỤC THIẾT BỊ CÔNG NGHỆ THÔNG TIN'],
  },
  {
    shape: 'decisions with their days, ticked with x',
    sheet: oldSheet([
      ['TÌNH HÌNH PHÊ DUYỆT CẤP ĐỘ AN TOÀN HỆ THỐNG THÔNG TIN'],
      ['STT', 'Tên hệ thống', 'Cấp độ', 'Số QĐ phê duyệt', 'Ngày phê duyệt', 'Đơn vị vận hành', 'Đã kiểm tra'],
      [1, 'Cổng thông tin điện tử', 2, '101/QĐ-STTTT', asDay(45_000), 'Sở Thông tin và Truyền thông', 'x'],
      [2, 'Hệ thống một cửa', 3, '202/QĐ-STTTT', asDay(45_100), 'Sở Thông tin và Truyền thông', 'x'],
      [3, 'Thư công vụ', 2, '303/QĐ-STTTT', asDay(45_200), 'Sở Nội vụ', null],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên hệ thống', 'text'],
        ['Cấp độ', 'integer'],
        ['Số QĐ phê duyệt', 'document-number'],
        ['Ngày phê duyệt', 'date'],
        ['Đơn vị vận hành', 'agency'],
        ['Đã kiểm tra', 'yes-no'],
      ],
    ],
    titles: ['TÌNH HÌNH PHÊ DUYỆT CẤP ĐỘ AN TOÀN HỆ THỐNG THÔNG TIN'],
  },
  {
    shape: 'a blank form of people, addressed to an office',
    sheet: oldSheet([
      ['Phụ lục 3'],
      ['ĐĂNG KÝ NHU CẦU ĐÀO TẠO NĂM 2026'],
      ['Kính gửi: Sở Nội vụ'],
      [
        'TT',
        'Họ và tên',
        'Ngày, tháng, năm sinh',
        'Nam/Nữ',
        'Chức vụ, đơn vị công tác',
        'Nội dung đào tạo',
        'Thời gian dự kiến',
        'Email',
        'Ghi chú',
      ],
      [1],
      [2],
      [3],
      [null, 'Người lập biểu', null, null, null, 'Thủ trưởng đơn vị'],
    ]),
    tables: [
      [
        ['TT', 'sequence'],
        ['Họ và tên', 'text'],
        ['Ngày, tháng, năm sinh', 'date'],
        ['Nam/Nữ', 'text'],
        ['Chức vụ, đơn vị công tác', 'text'],
        ['Nội dung đào tạo', 'text'],
        ['Thời gian dự kiến', 'period'],
        ['Email', 'text'],
        ['Ghi chú', 'text'],
      ],
    ],
    titles: ['Phụ lục 3', 'ĐĂNG KÝ NHU CẦU ĐÀO TẠO NĂM 2026'],
    signer: 'Thủ trưởng đơn vị',
  },
]
