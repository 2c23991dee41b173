// Forms as other people made them, saved as workbooks by LibreOffice, with what a person would
// say their columns are: written before any of them was read. For tests only.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { soffice } from './resaved.ts'

const FOLDER = join(import.meta.dirname, 'foreign-forms')

/** Of each table the columns: `group > title` and the kind; `money trieu`, `=` before what is computed. */
type Columns = readonly (readonly [title: string, kind: string])[]

const DOCUMENT_LIST: Columns = [
  ['Số TT', 'sequence'],
  ['Loại văn bản', 'text'],
  ['Số, ký hiệu văn bản', 'document-number'],
  ['Ngày ban hành', 'date'],
  ['Nội dung trích yếu', 'text'],
  ['Cơ quan, đơn vị tham mưu', 'agency'],
  ['Link văn bản', 'url'],
]

export const foreignForms: Readonly<Record<string, readonly Columns[]>> = {
  'von-dau-tu': [
    [
      ['TT', 'sequence'],
      ['Danh mục dự án', 'text'],
      ['Địa điểm xây dựng', 'text'],
      ['Quyết định đầu tư > Số, ngày, tháng, năm', 'text'],
      ['Quyết định đầu tư > Tổng mức đầu tư', 'money trieu'],
      ['Kế hoạch vốn năm 2025 > Tổng số', '=money trieu'],
      ['Kế hoạch vốn năm 2025 > Trong đó > Vốn trong nước', 'money trieu'],
      ['Kế hoạch vốn năm 2025 > Trong đó > Vốn nước ngoài', 'money trieu'],
      ['Giải ngân đến kỳ báo cáo', 'money trieu'],
      ['Ghi chú', 'text'],
    ],
  ],
  'hai-bang': [
    [
      ['STT', 'sequence'],
      ['Tên khóa học', 'text'],
      ['Thời gian > Ngày bắt đầu', 'date'],
      ['Thời gian > Ngày kết thúc', 'date'],
      ['Số lượt người tham gia', 'integer'],
      ['Kinh phí thực hiện (đồng)', 'money dong'],
    ],
    [
      ['STT', 'sequence'],
      ['Loại thiết bị', 'text'],
      ['ĐVT', 'text'],
      ['Số lượng', 'integer'],
      ['Đơn giá (đồng)', 'money dong'],
      ['Đơn vị sử dụng', 'agency'],
    ],
  ],
  'dich-vu-cong': [
    [
      ['Stt', 'sequence'],
      ['Lĩnh vực', 'text'],
      ['Tên thủ tục hành chính', 'text'],
      ['Số hồ sơ tiếp nhận > Tổng', 'integer'],
      ['Số hồ sơ tiếp nhận > Trực tuyến', 'integer'],
      ['Số hồ sơ tiếp nhận > Trực tiếp', 'integer'],
      ['Số hồ sơ giải quyết đúng hạn', 'integer'],
      ['Tỷ lệ đúng hạn', 'percent'],
      ['Toàn trình (Có/Không)', 'yes-no'],
    ],
  ],
  'van-ban': [DOCUMENT_LIST],
  'nhan-luc': [
    [
      ['STT', 'sequence'],
      ['Cơ sở y tế', 'text'],
      ['Tổng số biên chế được giao', 'integer'],
      ['Trình độ chuyên môn > Thạc sĩ', 'integer'],
      ['Trình độ chuyên môn > Đại học', 'integer'],
      ['Trình độ chuyên môn > Cao đẳng', 'integer'],
      ['Giới tính > Nam', 'integer'],
      ['Giới tính > Nữ', 'integer'],
      ['Phụ trách chuyển đổi số > Họ và tên', 'text'],
      ['Phụ trách chuyển đổi số > Số điện thoại', 'text'],
      ['Ghi chú', 'text'],
    ],
  ],
  'chi-tieu': [
    [
      ['STT', 'sequence'],
      ['Tên chỉ tiêu', 'text'],
      ['Đơn vị tính', 'text'],
      ['Kế hoạch năm 2025', 'decimal'],
      ['Thực hiện > Trong tháng', 'decimal'],
      ['Thực hiện > Lũy kế từ đầu năm', 'decimal'],
      ['Tỷ lệ so với kế hoạch (%)', 'percent'],
      ['Cơ quan theo dõi', 'agency'],
      ['Nguyên nhân chưa đạt', 'text'],
    ],
  ],
  'lop-dao-tao': [
    [
      ['TT', 'sequence'],
      ['Nội dung tập huấn', 'text'],
      ['Địa điểm tổ chức', 'text'],
      ['Thời gian tổ chức', 'period'],
      ['Số học viên (người) > Tổng', 'integer'],
      ['Số học viên (người) > Trong đó > Nữ', 'integer'],
      ['Số học viên (người) > Trong đó > Dân tộc thiểu số', 'integer'],
      ['Kinh phí (nghìn đồng)', 'money dong'],
      ['Đánh giá kết quả', 'text'],
    ],
  ],
  'so-hoa': [
    [
      ['STT', 'sequence'],
      ['Tên phông lưu trữ', 'text'],
      ['Số trang tài liệu', 'integer'],
      ['Dung lượng (GB)', 'decimal'],
      ['Ngày hoàn thành', 'date'],
      ['Đơn vị thực hiện', 'agency'],
      ['Khó khăn vướng mắc', 'text'],
    ],
  ],
  'nhiem-vu': [
    [
      ['STT', 'sequence'],
      ['Tên nhiệm vụ', 'text'],
      ['Đơn vị thực hiện', 'agency'],
      ['Nhóm nhiệm vụ', 'choice'],
      ['Hạn xử lý', 'date'],
      ['Tình trạng', 'choice'],
      ['Mức độ hoàn thành (%)', 'percent'],
      ['Giải trình', 'text'],
    ],
  ],
  'khao-sat': [
    [
      ['TT', 'sequence'],
      ['Tiêu chí khảo sát', 'text'],
      ['Kết quả tự đánh giá > Đã triển khai', 'yes-no'],
      ['Kết quả tự đánh giá > Điểm (1-5)', 'integer'],
      ['Kết quả tự đánh giá > Tỷ trọng', 'percent'],
      ['Kết quả tự đánh giá > Số người được hỏi', 'integer'],
      ['Kinh phí đã bố trí', 'money dong'],
      ['Thời điểm đánh giá', 'date'],
    ],
  ],
  'tai-san': [
    [
      ['STT', 'sequence'],
      ['Tên tài sản', 'text'],
      ['ĐVT', 'text'],
      ['SL', 'integer'],
      ['Đơn giá', 'money dong'],
      ['Thành tiền', '=money dong'],
      ['Năm đưa vào sử dụng', 'integer'],
      ['Tình trạng', 'choice'],
      ['Mã nội bộ', 'text'],
    ],
  ],
  'kinh-phi': [
    [
      ['Mục', 'sequence'],
      ['Nội dung chi', 'text'],
      ['Dự toán năm 2025 > Tổng', '=money dong'],
      ['Dự toán năm 2025 > Ngân sách tỉnh', 'money dong'],
      ['Dự toán năm 2025 > Nguồn khác', 'money dong'],
      ['Đã thanh toán', 'money dong'],
      ['Còn lại', '=money dong'],
      ['Đạt tỷ lệ', '=percent'],
    ],
  ],
  'tinh-hinh-xa': [
    [
      ['TT', 'sequence'],
      ['Nhiệm vụ, giải pháp', 'text'],
      ['Kết quả thực hiện', 'text'],
      ['Khó khăn, vướng mắc', 'text'],
      ['Đề xuất, kiến nghị', 'text'],
      ['Thời hạn hoàn thành', 'period'],
    ],
  ],
  'su-co': [
    [
      ['TT', 'sequence'],
      ['Ngày phát hiện', 'date'],
      ['Tên hệ thống bị ảnh hưởng', 'text'],
      ['Đơn vị quản lý', 'agency'],
      ['Loại sự cố', 'text'],
      ['Mức độ (1-5)', 'integer'],
      ['Số máy bị nhiễm', 'integer'],
      ['Thiệt hại ước tính (triệu đồng)', 'money trieu'],
      ['Đã khắc phục (Có/Không)', 'yes-no'],
      ['Biện pháp xử lý', 'text'],
    ],
  ],
  'ngan-sach-nam': [
    [
      ['Số TT', 'sequence'],
      ['Nội dung công việc', 'text'],
      ['Cơ quan chủ trì', 'agency'],
      ['Cơ quan phối hợp', 'agencies'],
      ['Giai đoạn thực hiện', 'year-range'],
      ['Kinh phí phân theo năm > Năm 2024', 'money ty'],
      ['Kinh phí phân theo năm > Năm 2025', 'money ty'],
      ['Kinh phí phân theo năm > Năm 2026', 'money ty'],
      ['Tổng cộng', '=money ty'],
    ],
  ],
  'can-bo': [
    [
      ['TT', 'sequence'],
      ['Họ và tên', 'text'],
      ['Ngày, tháng, năm sinh > Nam', 'date'],
      ['Ngày, tháng, năm sinh > Nữ', 'date'],
      ['Chức danh trong tổ', 'text'],
      ['Số CCCD', 'text'],
      ['Điện thoại', 'text'],
      ['Email', 'text'],
      ['Ngày tham gia', 'date'],
      ['Mức hỗ trợ/tháng (đồng)', 'money dong'],
    ],
  ],
}

/** All of them as workbooks, in one start of LibreOffice. */
export function foreignWorkbooks(): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  try {
    const convert = (ending: string, ...more: string[]) =>
      execFileSync(
        soffice!,
        [
          ...[`-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--headless', ...more],
          ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder],
          ...readdirSync(FOLDER).flatMap((name) => (name.endsWith(ending) ? [join(FOLDER, name)] : [])),
        ],
        { stdio: 'pipe' },
      )
    convert('.html', '--infilter=HTML (StarCalc)')
    convert('.fods')
    convert('.csv', '--infilter=CSV:44,34,76,1')
    const made = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
    return new Map(made.map((name) => [basename(name, '.xlsx'), new Uint8Array(readFileSync(join(folder, name)))]))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
