// Old tables of every kind of template in many shapes. For tests only.
import { oldMonthTables } from './old-month-tables.ts'
import { asDay, asPercent, inTcvn3, inVni, oldSheet } from './old-sheet.ts'
import type { OldTable } from './old-table.ts'

const PROJECT = 'Xây dựng nền tảng số dùng chung'
const CENTRE = 'Nâng cấp Trung tâm dữ liệu tỉnh'
const STTTT = 'Sở Thông tin và Truyền thông'

export const oldTables: readonly OldTable[] = [
  ...oldMonthTables,
  {
    shape: 'legacy font TCVN3 in titles and cells',
    template: 'PL1',
    sheet: oldSheet([
      ['Stt', 'Tên văn bản', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian trình', 'Trạng thái', 'Ghi chú'].map(inTcvn3),
      [
        1,
        inTcvn3('Kế hoạch triển khai dịch vụ công trực tuyến trên địa bàn tỉnh Khánh Hòa'),
        ...[STTTT, 'Sở Nội vụ', 'Tháng 3/2025', 'Đã trình', 'Chờ thẩm định'].map(inTcvn3),
      ],
      [
        2,
        inTcvn3('Quy chế khai thác dữ liệu dùng chung'),
        ...[STTTT, 'Sở Tài chính', 'Quý II/2025', 'Chưa trình', 'Đang dự thảo'].map(inTcvn3),
      ],
    ]),
    expected: [
      {
        table: 'main',
        columns: {
          A: 'stt',
          B: 'ten_van_ban',
          C: 'co_quan_chu_tri',
          D: 'co_quan_phoi_hop',
          E: 'thoi_gian_trinh',
          F: 'trang_thai',
          G: 'ghi_chu',
        },
        rows: [2, 3],
        skipped: {},
      },
    ],
  },
  {
    shape: 'legacy font VNI in titles and cells',
    template: 'VUONGMAC',
    sheet: oldSheet([
      ['Nhiệm vụ', 'Khó khăn, vướng mắc', 'Mức độ', 'Thẩm quyền giải quyết', 'Kiến nghị, đề xuất', 'Thời hạn đề nghị'].map(inVni),
      [
        'III.1.a',
        inVni('Chưa có hướng dẫn về định mức'),
        inVni('Khẩn'),
        inVni('Sở Tài chính'),
        inVni('Sớm ban hành hướng dẫn'),
        asDay(45740),
      ],
    ]),
    expected: [
      {
        table: 'main',
        columns: { A: 'ma_nv', B: 'noi_dung', C: 'muc_do', D: 'tham_quyen', E: 'de_xuat', F: 'han' },
        rows: [2],
        skipped: {},
      },
    ],
  },
  {
    shape: 'header over three rows with merges, column numbers, totals between, units in titles',
    template: 'PL2',
    sheet: oldSheet(
      [
        ['DANH MỤC DỰ ÁN CÔNG NGHỆ THÔNG TIN NĂM 2024'],
        ['TT', 'Tên dự án', 'Chủ đầu tư', 'TMĐT (tỷ đồng)', 'Nhu cầu vốn năm 2024 (đồng)', null, null, null, null, 'KP ATTT (triệu đồng)'],
        [null, null, null, null, 'Tổng', 'NSTW', 'NSĐP', null, 'Vốn khác', null],
        [null, null, null, null, null, null, 'ĐTC', 'Chi TX', null, null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'],
        ['A', 'Dự án chuyển tiếp', null, 12.5, 5_000_000_000, 0, 5_000_000_000, 0, 0, 500],
        [1, PROJECT, STTTT, 12.5, 5_000_000_000, 0, 5_000_000_000, 0, 0, 500],
        [null, 'Cộng A', null, 12.5, 5_000_000_000, 0, 5_000_000_000, 0, 0, 500],
        ['B', 'Dự án mới', null, 3, 1_000_000_000, 0, 0, 1_000_000_000, 0, 100],
        [1, CENTRE, 'Sở Tài chính', 3, 1_000_000_000, 0, 0, 1_000_000_000, 0, 100],
        [null, 'Tổng cộng (A+B)', null, 15.5, 6_000_000_000, 0, 5_000_000_000, 1_000_000_000, 0, 600],
      ],
      ['A2:A4', 'B2:B4', 'C2:C4', 'D2:D4', 'E2:I2', 'E3:E4', 'F3:F4', 'G3:H3', 'I3:I4', 'J2:J4'],
    ),
    expected: [
      {
        table: 'main',
        columns: {
          ...{ A: 'stt', B: 'ten', C: 'chu_dau_tu', D: 'tmdt', E: 'nc_tong' },
          ...{ F: 'nc_nstw', G: 'nc_dtc', H: 'nc_tx', I: 'nc_khac', J: 'kp_attt' },
        },
        rows: [7, 10],
        skipped: { 5: 'numbering', 6: 'group', 8: 'total', 9: 'group', 11: 'total' },
      },
    ],
  },
  {
    shape: 'titles split over three rows',
    template: 'CHITIEU',
    sheet: oldSheet([
      [null, 'Mã', 'Tên', 'Đơn', 'Mục', 'Tử', 'Mẫu', 'Nguồn', 'Số liệu'],
      ['TT', 'chỉ', 'chỉ', 'vị', 'tiêu', 'số', 'số', 'số liệu,', 'tính đến'],
      [null, 'tiêu', 'tiêu', 'tính', 'năm', null, null, 'minh chứng', 'ngày'],
      [1, 'CQS_VB_DIENTU', 'Tỷ lệ văn bản trao đổi dưới dạng điện tử', '%', 100, 980, 1000, 'Trục liên thông văn bản', asDay(45730)],
      [2, 'CQS_HS_MANG', 'Tỷ lệ hồ sơ được xử lý trên môi trường mạng', '%', 90, 850, 1000, 'Hệ thống một cửa', asDay(45730)],
    ]),
    expected: [
      {
        table: 'main',
        columns: { A: 'stt', B: 'ma', C: 'ten', D: 'dvt', E: 'muc_tieu', F: 'tu_so', G: 'mau_so', H: 'nguon', I: 'ngay_so_lieu' },
        rows: [4, 5],
        skipped: {},
      },
    ],
  },
  {
    shape: 'an outline of its own in front and blank columns between',
    template: 'PL1',
    sheet: oldSheet([
      ['STT', null, 'Tên văn bản', null, 'CQ chủ trì thực hiện', 'CQ phối hợp', null, 'Số, ký hiệu', 'Ngày ban hành'],
      ['I', null, 'Kế hoạch'],
      [
        '1.1',
        null,
        'Kế hoạch ứng phó sự cố, bảo đảm an toàn thông tin mạng trên địa bàn tỉnh Khánh Hòa năm 2025',
        null,
        STTTT,
        'Sở Nội vụ',
        null,
        '954/KH-UBND',
        asDay(45720),
      ],
      ['1.2', null, 'Kế hoạch tuyên truyền chuyển đổi số', null, STTTT, '-', null, '12/KH-UBND', '11/3/2025'],
      ['II', null, 'Quyết định'],
      ['2.1', null, 'Quyết định ban hành quy chế', null, 'Sở Nội vụ', STTTT, null, '15/QĐ-UBND', '12/3/2025'],
    ]),
    expected: [
      {
        table: 'main',
        columns: { A: 'stt', C: 'ten_van_ban', E: 'co_quan_chu_tri', F: 'co_quan_phoi_hop', H: 'so_ky_hieu', I: 'ngay_ban_hanh' },
        rows: [3, 4, 6],
        skipped: { 2: 'group', 5: 'group' },
      },
    ],
  },
  {
    shape: 'two tables on one sheet',
    template: 'QUY',
    sheet: oldSheet([
      ['1. Kết quả theo nhóm nhiệm vụ'],
      ['Nhóm nhiệm vụ', 'Tổng số', 'HT đúng hạn', 'HT quá hạn', 'Đang thực hiện', 'Tạm dừng'],
      ['III.2. Thể chế, chính sách số', 10, 4, 1, 5, 0],
      ['III.3. Hạ tầng số', 8, 3, 0, 5, 0],
      [],
      ['2. Giải ngân'],
      ['Nguồn vốn', 'KH năm', 'LK quý trước', 'GN trong quý', 'Lũy kế', 'Tỷ lệ %'],
      ['NSTW', 1000, 100, 50, 150, asPercent(0.15)],
      ['Đầu tư công', 3000, 500, 250, 750, asPercent(0.25)],
    ]),
    expected: [
      {
        table: 'a',
        columns: { A: 'nhom', B: 'tong', C: 'ht_dung', D: 'ht_tre', E: 'dang', F: 'dung' },
        rows: [3, 4],
        skipped: { 6: 'note' },
      },
      {
        table: 'd',
        columns: { A: 'nguon', B: 'ke_hoach', C: 'gn_lk_truoc', D: 'gn_quy', E: 'gn_lk', F: 'ty_le' },
        rows: [8, 9],
        skipped: {},
      },
    ],
  },
  {
    shape: 'groups over counts, notes below',
    template: 'RAQUET',
    sheet: oldSheet(
      [
        ['TT', 'Hệ thống thông tin', 'Cấp độ', 'Ngày quét', 'Đ/v thực hiện', 'Số lỗ hổng', null, null, null, 'Đã xử lý', 'Ghi chú'],
        [null, null, null, null, null, 'Nghiêm trọng', 'Cao', 'TB', 'Thấp', null, null],
        [1, 'Cổng thông tin điện tử', 3, asDay(45690), 'Trung tâm CNTT', 0, 2, 5, 9, 12, null],
        [2, 'Một cửa điện tử', 3, '20/02/2025', 'Trung tâm CNTT', 1, 1, 3, 4, 9, 'Còn chờ bản vá'],
        ['* Quét theo kế hoạch quý I'],
      ],
      ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:E2', 'F1:I1', 'J1:J2', 'K1:K2'],
    ),
    expected: [
      {
        table: 'main',
        columns: {
          ...{ A: null, B: 'httt', C: 'cap_do', D: 'ngay_quet', E: 'don_vi_quet', F: 'lo_hong_nt' },
          ...{ G: 'lo_hong_cao', H: 'lo_hong_tb', I: 'lo_hong_thap', J: 'da_khac_phuc', K: 'ghi_chu' },
        },
        rows: [3, 4],
        skipped: { 5: 'note' },
      },
    ],
  },
  {
    shape: 'a table about something else',
    template: 'PL2',
    sheet: oldSheet([
      ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại', 'Thư điện tử'],
      [1, 'Nguyễn Văn An', 'Chuyên viên', '0905000001', 'an@example.vn'],
      [2, 'Trần Thị Bình', 'Phó phòng', '0905000002', 'binh@example.vn'],
    ]),
    expected: [],
  },
]
