// Appendix forms of different shapes, as offices make them: headers of several levels, notes,
// units, formulas, totals, signatures. For tests only.
import type { AppendixForm } from './appendix-form.ts'
import { moreAppendixForms } from './more-appendix-forms.ts'
import { asDay, asPercent, oldSheet } from './old-sheet.ts'
import { otherAppendixForms } from './other-appendix-forms.ts'

const of = (formula: string, value: number | string, format?: string) => ({ value, formula, ...(format ? { format } : {}) })
const HEADING = [
  ['UBND TỈNH KHÁNH HÒA', null, null, null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['SỞ NỘI VỤ', null, null, null, 'Độc lập - Tự do - Hạnh phúc'],
]
const SIGNED = [
  [null, null, null, null, 'Khánh Hòa, ngày     tháng     năm 2025'],
  [null, 'NGƯỜI LẬP BIỂU', null, null, 'THỦ TRƯỞNG ĐƠN VỊ'],
  [null, '(Ký, ghi rõ họ tên)', null, null, '(Ký, ghi rõ họ tên, đóng dấu)'],
]

export const appendixForms: readonly AppendixForm[] = [
  {
    shape: 'three levels of headers, unit above, sums across and down',
    sheet: oldSheet(
      [
        ...HEADING,
        [],
        ['PHỤ LỤC 02'],
        ['BÁO CÁO NHU CẦU VỐN NĂM 2025'],
        ['(Kèm theo Công văn số 123/SNV-VP ngày 05/03/2025 của Sở Nội vụ)'],
        [null, null, null, null, null, null, 'Đơn vị tính: triệu đồng'],
        ['STT', 'Tên dự án', 'Chủ đầu tư', 'Nhu cầu vốn năm 2025', null, null, null, 'Ghi chú'],
        [null, null, null, 'Tổng số', 'Trong đó', null, null, null],
        [null, null, null, null, 'NSTW', 'NSĐP', 'Vốn khác', null],
        [1, 2, 3, 4, 5, 6, 7, 8],
        ['TỔNG CỘNG', null, null, of('=SUM(D13:D15)', 900), of('=SUM(E13:E15)', 300), of('=SUM(F13:F15)', 450), of('=SUM(G13:G15)', 150)],
        [1, 'Xây dựng trung tâm dữ liệu tỉnh', 'Sở Thông tin và Truyền thông', of('=SUM(E13:G13)', 300), 100, 150, 50],
        [2, 'Nâng cấp hệ thống một cửa', 'Sở Nội vụ', of('=SUM(E14:G14)', 300), 100, 150, 50, 'Chuyển tiếp'],
        [3, 'Số hóa hồ sơ lưu trữ lịch sử', 'Sở Nội vụ', of('=SUM(E15:G15)', 300), 100, 150, 50],
        ...SIGNED,
      ],
      ['A8:A10', 'B8:B10', 'C8:C10', 'D8:G8', 'D9:D10', 'E9:G9', 'H8:H10', 'A4:H4', 'A5:H5', 'A6:H6', 'A12:C12'],
    ),
    tables: [
      [
        ['STT', 'sequence'],
        ['Tên dự án', 'text'],
        ['Chủ đầu tư', 'agency'],
        ['Nhu cầu vốn năm 2025 > Tổng số', '=money trieu'],
        ['Nhu cầu vốn năm 2025 > Trong đó > NSTW', 'money trieu'],
        ['Nhu cầu vốn năm 2025 > Trong đó > NSĐP', 'money trieu'],
        ['Nhu cầu vốn năm 2025 > Trong đó > Vốn khác', 'money trieu'],
        ['Ghi chú', 'text'],
      ],
    ],
    titles: ['PHỤ LỤC 02', 'BÁO CÁO NHU CẦU VỐN NĂM 2025', '(Kèm theo Công văn số 123/SNV-VP ngày 05/03/2025 của Sở Nội vụ)'],
    signer: 'Thủ trưởng đơn vị',
  },
  {
    shape: 'a blank form of one level, units in the titles, nothing filled',
    sheet: oldSheet([
      ['Biểu số 05'],
      ['TÌNH HÌNH GIẢI NGÂN VỐN SỰ NGHIỆP'],
      ['Đơn vị báo cáo: ..........'],
      [],
      ['TT', 'Nội dung nhiệm vụ', 'Dự toán giao (triệu đồng)', 'Giải ngân (triệu đồng)', 'Tỷ lệ giải ngân (%)', 'Khó khăn, vướng mắc'],
      [1],
      [2],
      [3],
      ['Tổng cộng'],
      [],
      ['Người lập biểu', null, null, 'Giám đốc'],
    ]),
    tables: [
      [
        ['TT', 'sequence'],
        ['Nội dung nhiệm vụ', 'text'],
        ['Dự toán giao (triệu đồng)', 'money trieu'],
        ['Giải ngân (triệu đồng)', 'money trieu'],
        ['Tỷ lệ giải ngân (%)', 'percent'],
        ['Khó khăn, vướng mắc', 'text'],
      ],
    ],
    titles: ['Biểu số 05', 'TÌNH HÌNH GIẢI NGÂN VỐN SỰ NGHIỆP'],
    signer: 'Giám đốc',
  },
  {
    shape: 'documents with numbers, days and links, notes between title and table',
    sheet: oldSheet([
      ['DANH MỤC VĂN BẢN CHỈ ĐẠO, ĐIỀU HÀNH VỀ CHUYỂN ĐỔI SỐ'],
      ['Tháng 3 năm 2025'],
      ['Ghi chú: chỉ thống kê văn bản do đơn vị chủ trì tham mưu, không thống kê giấy mời.'],
      ['* Văn bản hết hiệu lực không đưa vào biểu.'],
      ['Số TT', 'Trích yếu', 'Số ký hiệu', 'Ngày ban hành', 'Cơ quan chủ trì', 'Đường dẫn'],
      [1, 'Kế hoạch chuyển đổi số năm 2025', '12/KH-SNV', asDay(45726), 'Sở Nội vụ', 'https://snv.khanhhoa.gov.vn/vb/12'],
      [2, 'Quyết định ban hành quy chế', '34/QĐ-SNV', asDay(45730), 'Sở Nội vụ', 'https://snv.khanhhoa.gov.vn/vb/34'],
      [3, 'Công văn đôn đốc', '56/SNV-VP', asDay(45733), 'Sở Tài chính', 'https://snv.khanhhoa.gov.vn/vb/56'],
    ]),
    tables: [
      [
        ['Số TT', 'sequence'],
        ['Trích yếu', 'text'],
        ['Số ký hiệu', 'document-number'],
        ['Ngày ban hành', 'date'],
        ['Cơ quan chủ trì', 'agency'],
        ['Đường dẫn', 'url'],
      ],
    ],
    titles: ['DANH MỤC VĂN BẢN CHỈ ĐẠO, ĐIỀU HÀNH VỀ CHUYỂN ĐỔI SỐ', 'Tháng 3 năm 2025'],
  },
  {
    shape: 'two tables, the second below the first under its own title',
    sheet: oldSheet(
      [
        ['Phụ lục IV'],
        ['BÁO CÁO NHÂN LỰC VÀ ĐÀO TẠO'],
        ['I. Nhân lực công nghệ thông tin'],
        ['STT', 'Đơn vị', 'Số lượng biên chế', 'Trình độ', null],
        [null, null, null, 'Đại học', 'Trên đại học'],
        [1, 'Sở Nội vụ', 4, 3, 1],
        [2, 'Sở Tài chính', 5, 4, 1],
        ['Tổng số', null, of('=SUM(C6:C7)', 9), of('=SUM(D6:D7)', 7), of('=SUM(E6:E7)', 2)],
        [],
        ['II. Các lớp đào tạo đã tổ chức'],
        ['STT', 'Tên lớp', 'Số học viên', 'Kinh phí (đồng)', 'Thời gian thực hiện'],
        [1, 'An toàn thông tin cơ bản', 40, 25_000_000, 'Tháng 2/2025'],
        [2, 'Kỹ năng số cho cán bộ', 60, 30_000_000, 'Tháng 3/2025'],
        [3, 'Ký số và văn bản điện tử', 35, 12_500_000, 'Quý I/2025'],
      ],
      ['A4:A5', 'B4:B5', 'C4:C5', 'D4:E4', 'A8:B8'],
    ),
    tables: [
      [
        ['STT', 'sequence'],
        ['Đơn vị', 'agency'],
        ['Số lượng biên chế', 'integer'],
        ['Trình độ > Đại học', 'integer'],
        ['Trình độ > Trên đại học', 'integer'],
      ],
      [
        ['STT', 'sequence'],
        ['Tên lớp', 'text'],
        ['Số học viên', 'integer'],
        ['Kinh phí (đồng)', 'money dong'],
        ['Thời gian thực hiện', 'period'],
      ],
    ],
    titles: ['Phụ lục IV', 'BÁO CÁO NHÂN LỰC VÀ ĐÀO TẠO'],
  },
  {
    shape: 'rates and differences as formulas, a column that checks the row',
    sheet: oldSheet([
      ['TỔNG HỢP KẾT QUẢ XỬ LÝ HỒ SƠ TRỰC TUYẾN'],
      ['STT', 'Lĩnh vực', 'Số hồ sơ tiếp nhận', 'Số hồ sơ trực tuyến', 'Số hồ sơ trực tiếp', 'Tỷ lệ trực tuyến', 'Kiểm tra'],
      [1, 'Đất đai', 100, 60, 40, of('=D3/C3', 0.6, '0.0%'), of('=IF(C3=D3+E3,"Đúng","Sai")', 'Đúng')],
      [2, 'Hộ tịch', 50, 40, 10, of('=D4/C4', 0.8, '0.0%'), of('=IF(C4=D4+E4,"Đúng","Sai")', 'Đúng')],
      [3, 'Đầu tư', 20, 20, 0, of('=D5/C5', 1, '0.0%'), of('=IF(C5=D5+E5,"Đúng","Sai")', 'Đúng')],
    ]),
    tables: [
      [
        ['STT', 'sequence'],
        ['Lĩnh vực', 'text'],
        ['Số hồ sơ tiếp nhận', 'integer'],
        ['Số hồ sơ trực tuyến', 'integer'],
        ['Số hồ sơ trực tiếp', 'integer'],
        ['Tỷ lệ trực tuyến', '=percent'],
      ],
    ],
    rules: ['=[@so_ho_so_tiep_nhan]=[@so_ho_so_truc_tuyen]+[@so_ho_so_truc_tiep]'],
    titles: ['TỔNG HỢP KẾT QUẢ XỬ LÝ HỒ SƠ TRỰC TUYẾN'],
  },
  {
    shape: 'numbers of the columns say what is counted from which',
    sheet: oldSheet(
      [
        ['BIỂU MẪU 07'],
        ['BÁO CÁO TÌNH HÌNH THỰC HIỆN KINH PHÍ'],
        ['(Số liệu tính đến ngày 14/3/2025)'],
        ['ĐVT: đồng'],
        ['STT', 'Nội dung', 'Dự toán được giao', 'Đã thực hiện', null, 'Kinh phí còn lại'],
        [null, null, null, 'Kinh phí kỳ trước', 'Kinh phí kỳ này', null],
        ['A', 'B', '1', '2', '3', '4=1-2-3'],
        [1, 'Mua sắm thiết bị', 500_000_000, 200_000_000, 100_000_000, 200_000_000],
        [2, 'Thuê dịch vụ', 300_000_000, 100_000_000, 50_000_000, 150_000_000],
        ['Cộng', null, 800_000_000, 300_000_000, 150_000_000, 350_000_000],
        [null, 'NGƯỜI LẬP', null, 'KẾ TOÁN TRƯỞNG', null, 'GIÁM ĐỐC'],
      ],
      ['A5:A6', 'B5:B6', 'C5:C6', 'D5:E5', 'F5:F6'],
    ),
    tables: [
      [
        ['STT', 'sequence'],
        ['Nội dung', 'text'],
        ['Dự toán được giao', 'money dong'],
        ['Đã thực hiện > Kinh phí kỳ trước', 'money dong'],
        ['Đã thực hiện > Kinh phí kỳ này', 'money dong'],
        ['Kinh phí còn lại', '=money dong'],
      ],
    ],
    titles: ['BIỂU MẪU 07', 'BÁO CÁO TÌNH HÌNH THỰC HIỆN KINH PHÍ', '(Số liệu tính đến ngày 14/3/2025)'],
    signer: 'Giám đốc',
  },
  {
    shape: 'running numbers merged over several rows, agencies in lists',
    sheet: oldSheet(
      [
        ['PHÂN CÔNG NHIỆM VỤ CHUYỂN ĐỔI SỐ'],
        ['STT', 'Nhiệm vụ', 'Sản phẩm', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn hoàn thành', 'Tỷ lệ hoàn thành'],
        [1, 'Phát triển hạ tầng số', 'Báo cáo', 'Sở Nội vụ', 'Sở Tài chính, Công an tỉnh', 'Tháng 3/2025', asPercent(0.5)],
        [null, null, 'Kế hoạch triển khai', 'Sở Nội vụ', 'Sở Tài chính', 'Quý II/2025', asPercent(0.25)],
        [2, 'Phát triển dữ liệu số', 'Cơ sở dữ liệu', 'Sở Tài chính', 'Sở Nội vụ, Công an tỉnh', 'Năm 2025', asPercent(1)],
        [null, null, 'Quy chế khai thác', 'Sở Tài chính', 'Sở Nội vụ', 'Tháng 9/2025', asPercent(0)],
      ],
      ['A3:A4', 'B3:B4', 'A5:A6', 'B5:B6', 'A1:G1'],
    ),
    tables: [
      [
        ['STT', 'sequence'],
        ['Nhiệm vụ', 'text'],
        ['Sản phẩm', 'text'],
        ['Cơ quan chủ trì', 'agency'],
        ['Cơ quan phối hợp', 'agencies'],
        ['Thời hạn hoàn thành', 'period'],
        ['Tỷ lệ hoàn thành', 'percent'],
      ],
    ],
    titles: ['PHÂN CÔNG NHIỆM VỤ CHUYỂN ĐỔI SỐ'],
  },
  ...moreAppendixForms,
  ...otherAppendixForms,
]
