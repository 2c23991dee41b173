// Why an uploaded file is not read, as codes, and the sentence for each: what it
// is, where in the file, what to do instead. Knows nothing of how a file is read.
import type { Language } from '../bilingual.ts'

export interface RefusalParams {
  /** Path inside the file: `xl/styles.xml`. */
  readonly part?: string
  readonly sheet?: string
  /** The cell at which reading stopped. */
  readonly cell?: string
  readonly limit?: number
}

type Sentences = Readonly<Record<Language, (params: RefusalParams) => string>>

const SAVE_VI = 'Hãy mở bằng Excel, lưu thành tệp mới dạng "Excel Workbook (*.xlsx)" rồi tải lên tệp mới.'
const SAVE_EN = 'Open it in Excel, save it as a new "Excel Workbook (*.xlsx)" and upload that.'
const COPY_VI = 'Hãy tải biểu mẫu mới, chép số liệu vào rồi tải lên.'
const COPY_EN = 'Download a fresh form, copy the data into it and upload that.'

const number = (value: number | undefined, locale: 'vi' | 'en') =>
  String(value ?? 0).replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',')

const WHERE: Readonly<Record<Language, (params: RefusalParams) => string>> = {
  vi: ({ sheet, cell, part }) =>
    sheet !== undefined
      ? ` ở trang tính "${sheet}"${cell ? `, ô ${cell} hoặc ngay sau đó` : ''}`
      : part
        ? ` ở phần "${part}" bên trong tệp`
        : '',
  en: ({ sheet, cell, part }) =>
    sheet !== undefined
      ? ` in sheet "${sheet}"${cell ? `, at cell ${cell} or right after it` : ''}`
      : part
        ? ` in the part "${part}" of the file`
        : '',
}

export const WORKBOOK_REFUSALS = {
  empty: {
    vi: () => 'Tệp rỗng. Hãy chọn lại tệp biểu mẫu đã điền.',
    en: () => 'The file is empty. Choose the filled form again.',
  },
  'not-zip': {
    vi: () => `Tệp này không phải sổ tính .xlsx (có thể là CSV, HTML, PDF hoặc tệp khác đổi đuôi). ${SAVE_VI}`,
    en: () => `This is not an .xlsx workbook (perhaps a CSV, HTML, PDF or other file with a changed ending). ${SAVE_EN}`,
  },
  encrypted: {
    vi: () => 'Tệp có mật khẩu mở. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ Sổ làm việc › Mã hóa bằng Mật khẩu) rồi tải lại.',
    en: () => 'The file has a password to open. Remove it (File › Info › Protect Workbook › Encrypt with Password) and upload again.',
  },
  'old-xls': {
    vi: () => `Tệp ở định dạng cũ Excel 97-2003 (.xls). ${SAVE_VI}`,
    en: () => `The file has the old Excel 97-2003 format (.xls). ${SAVE_EN}`,
  },
  xlsb: {
    vi: () => `Tệp ở định dạng nhị phân (.xlsb). ${SAVE_VI}`,
    en: () => `The file has the binary format (.xlsb). ${SAVE_EN}`,
  },
  ods: {
    vi: () => 'Tệp ở định dạng OpenDocument (.ods). Hãy mở và lưu lại dạng .xlsx rồi tải lên.',
    en: () => 'The file has the OpenDocument format (.ods). Open it, save it as .xlsx and upload that.',
  },
  macro: {
    vi: () => `Tệp chứa macro. ${SAVE_VI}`,
    en: () => `The file holds macros. ${SAVE_EN}`,
  },
  'external-links': {
    vi: ({ sheet }) =>
      `Tệp có liên kết tới sổ tính khác${sheet ? ` (trang tính "${sheet}")` : ''}. Hãy vào Dữ liệu › Chỉnh sửa Liên kết › Ngắt Liên kết, lưu rồi tải lại.`,
    en: ({ sheet }) =>
      `The file has links to other workbooks${sheet ? ` (sheet "${sheet}")` : ''}. Use Data › Edit Links › Break Link, save and upload again.`,
  },
  'not-xlsx': {
    vi: () => 'Tệp này không phải sổ tính Excel (có thể là Word, PowerPoint hoặc tệp nén). Hãy tải lên tệp .xlsx của biểu mẫu.',
    en: () => 'This is not an Excel workbook (perhaps Word, PowerPoint or an archive). Upload the .xlsx file of the form.',
  },
  'broken-zip': {
    vi: (params) => `Tệp bị hỏng${WHERE.vi(params)} hoặc chưa được tải về hết. ${SAVE_VI}`,
    en: (params) => `The file is damaged${WHERE.en(params)} or incomplete. ${SAVE_EN}`,
  },
  'broken-xml': {
    vi: (params) => `Nội dung của tệp bị hỏng${WHERE.vi(params)}. ${SAVE_VI}`,
    en: (params) => `The content of the file is damaged${WHERE.en(params)}. ${SAVE_EN}`,
  },
  'document-type': {
    vi: (params) =>
      `Tệp có khai báo kiểu tài liệu (DOCTYPE)${WHERE.vi(params)}; Excel không bao giờ ghi như vậy nên tệp không được đọc. ${COPY_VI}`,
    en: (params) =>
      `The file declares a document type (DOCTYPE)${WHERE.en(params)}; Excel never writes that, so it is not read. ${COPY_EN}`,
  },
  'part-missing': {
    vi: ({ sheet, part }) => `Tệp thiếu ${sheet ? `nội dung của trang tính "${sheet}"` : `phần "${part ?? ''}"`}. ${SAVE_VI}`,
    en: ({ sheet, part }) => `The file lacks ${sheet ? `the content of sheet "${sheet}"` : `the part "${part ?? ''}"`}. ${SAVE_EN}`,
  },
  'too-large': {
    vi: ({ limit }) => `Tệp quá lớn (tối đa ${number(limit, 'vi')} MB). Hãy xóa hình ảnh và trang tính không cần thiết rồi tải lại.`,
    en: ({ limit }) =>
      `The file is too large (at most ${number(limit, 'en')} MB). Delete pictures and sheets that are not needed and upload again.`,
  },
  'zip-bomb': {
    vi: (params) => `Tệp giải nén ra quá lớn${WHERE.vi(params)} nên không được đọc. ${COPY_VI}`,
    en: (params) => `The file unpacks to too much${WHERE.en(params)} and is not read. ${COPY_EN}`,
  },
  'too-many-rows': {
    vi: ({ sheet, limit }) =>
      `Trang tính "${sheet ?? ''}" có quá nhiều dòng (tối đa ${number(limit, 'vi')} dòng có dữ liệu). Hãy xóa các dòng thừa rồi tải lại.`,
    en: ({ sheet, limit }) =>
      `Sheet "${sheet ?? ''}" has too many rows (at most ${number(limit, 'en')} with data). Delete the rows that are not needed and upload again.`,
  },
  'too-many-cells': {
    vi: ({ sheet, limit }) =>
      `Sổ tính có quá nhiều ô (tối đa ${number(limit, 'vi')}; đã vượt ở trang tính "${sheet ?? ''}"). Hãy xóa các trang tính, dòng và cột thừa, kể cả ô trống đã định dạng, rồi tải lại.`,
    en: ({ sheet, limit }) =>
      `The workbook has too many cells (at most ${number(limit, 'en')}; exceeded in sheet "${sheet ?? ''}"). Delete sheets, rows and columns that are not needed, blank formatted ones too, and upload again.`,
  },
  'too-many-columns': {
    vi: (params) =>
      `Trang tính có quá nhiều cột (tối đa ${number(params.limit, 'vi')})${WHERE.vi(params)}. Hãy xóa các cột ngoài biểu rồi tải lại.`,
    en: (params) =>
      `A sheet has too many columns (at most ${number(params.limit, 'en')})${WHERE.en(params)}. Delete the columns outside of the form and upload again.`,
  },
  'too-many-merges': {
    vi: ({ sheet, limit }) =>
      `Trang tính "${sheet ?? ''}" có quá nhiều ô gộp (tối đa ${number(limit, 'vi')}). Hãy bỏ gộp các ô ngoài biểu mẫu rồi tải lại.`,
    en: ({ sheet, limit }) =>
      `Sheet "${sheet ?? ''}" has too many merged cells (at most ${number(limit, 'en')}). Unmerge the cells outside of the form and upload again.`,
  },
  'too-many-sheets': {
    vi: ({ limit }) => `Sổ tính có quá nhiều trang tính (tối đa ${number(limit, 'vi')}). Hãy xóa các trang tính thừa rồi tải lại.`,
    en: ({ limit }) =>
      `The workbook has too many sheets (at most ${number(limit, 'en')}). Delete those that are not needed and upload again.`,
  },
  'too-many-names': {
    vi: ({ limit }) =>
      `Sổ tính có quá nhiều tên đã đặt (tối đa ${number(limit, 'vi')}). Hãy xóa tên thừa trong Công thức › Trình quản lý Tên, hoặc tải biểu mẫu mới và chép số liệu vào.`,
    en: ({ limit }) =>
      `The workbook has too many defined names (at most ${number(limit, 'en')}). Delete them in Formulas › Name Manager, or download a fresh form and copy the data into it.`,
  },
} as const satisfies Record<string, Sentences>

export type WorkbookRefusalCode = keyof typeof WORKBOOK_REFUSALS

export const refusalSentence = (code: WorkbookRefusalCode, params: RefusalParams, lang: Language): string =>
  WORKBOOK_REFUSALS[code][lang](params)
