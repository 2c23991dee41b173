// Why an uploaded file is not read, as codes, and the sentence for each that
// says what to do instead. Knows nothing of how a file is read.
import type { Bilingual } from '../bilingual.ts'

export const WORKBOOK_REFUSALS = {
  empty: {
    vi: 'Tệp rỗng. Hãy chọn lại tệp biểu mẫu đã điền.',
    en: 'The file is empty. Choose the filled form again.',
  },
  'not-zip': {
    vi: 'Tệp này không phải sổ tính .xlsx (có thể là CSV, HTML hoặc tệp khác đổi đuôi). Hãy mở bằng Excel và lưu lại dạng "Excel Workbook (*.xlsx)".',
    en: 'This is not an .xlsx workbook (perhaps a CSV, HTML or other file with a changed ending). Open it in Excel and save it as "Excel Workbook (*.xlsx)".',
  },
  encrypted: {
    vi: 'Tệp có mật khẩu mở. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ Sổ làm việc) rồi tải lại.',
    en: 'The file has a password to open. Remove it (File › Info › Protect Workbook) and upload again.',
  },
  'old-xls': {
    vi: 'Tệp ở định dạng cũ Excel 97-2003 (.xls). Hãy lưu lại dạng "Excel Workbook (*.xlsx)".',
    en: 'The file has the old Excel 97-2003 format (.xls). Save it as "Excel Workbook (*.xlsx)".',
  },
  xlsb: {
    vi: 'Tệp ở định dạng nhị phân (.xlsb). Hãy lưu lại dạng "Excel Workbook (*.xlsx)".',
    en: 'The file has the binary format (.xlsb). Save it as "Excel Workbook (*.xlsx)".',
  },
  ods: {
    vi: 'Tệp ở định dạng OpenDocument (.ods). Hãy lưu lại dạng .xlsx.',
    en: 'The file has the OpenDocument format (.ods). Save it as .xlsx.',
  },
  macro: {
    vi: 'Tệp chứa macro. Hãy lưu lại dạng "Excel Workbook (*.xlsx)", không có macro.',
    en: 'The file holds macros. Save it as "Excel Workbook (*.xlsx)", without macros.',
  },
  'external-links': {
    vi: 'Tệp có liên kết tới sổ tính khác. Hãy vào Dữ liệu › Chỉnh sửa Liên kết › Ngắt Liên kết, lưu rồi tải lại.',
    en: 'The file has links to other workbooks. Use Data › Edit Links › Break Link, save and upload again.',
  },
  'not-xlsx': {
    vi: 'Tệp này không phải sổ tính Excel. Hãy tải lên tệp .xlsx của biểu mẫu.',
    en: 'This is not an Excel workbook. Upload the .xlsx file of the form.',
  },
  'broken-zip': {
    vi: 'Tệp bị hỏng hoặc tải về chưa hết. Hãy mở lại bằng Excel, lưu thành tệp mới rồi tải lên.',
    en: 'The file is damaged or incomplete. Open it in Excel, save it as a new file and upload that.',
  },
  'broken-xml': {
    vi: 'Nội dung trong tệp bị hỏng ({part}). Hãy mở lại bằng Excel, lưu thành tệp mới rồi tải lên.',
    en: 'The content of the file is damaged ({part}). Open it in Excel, save it as a new file and upload that.',
  },
  'too-large': {
    vi: 'Tệp quá lớn (tối đa {limit} MB). Hãy xóa hình ảnh và trang tính không cần thiết rồi tải lại.',
    en: 'The file is too large (at most {limit} MB). Delete pictures and sheets that are not needed and upload again.',
  },
  'zip-bomb': {
    vi: 'Tệp giải nén ra quá lớn nên không được đọc. Hãy chép dữ liệu vào biểu mẫu mới tải về.',
    en: 'The file unpacks to too much and is not read. Copy the data into a freshly downloaded form.',
  },
  'too-many-rows': {
    vi: 'Trang tính "{sheet}" có quá nhiều ô (tối đa {limit} dòng có dữ liệu). Hãy xóa các dòng thừa rồi tải lại.',
    en: 'Sheet "{sheet}" has too many cells (at most {limit} rows with data). Delete the rows that are not needed and upload again.',
  },
} as const satisfies Record<string, Bilingual>

export type WorkbookRefusalCode = keyof typeof WORKBOOK_REFUSALS

export const refusalSentence = (
  code: WorkbookRefusalCode,
  params: Readonly<Record<string, string | number>>,
  lang: keyof Bilingual,
): string => WORKBOOK_REFUSALS[code][lang].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''))
