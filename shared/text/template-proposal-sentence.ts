// What was made out of a form that nobody tuned to, in a sentence that says where it stands,
// what it was taken for, and what to look at where that is not sure.
import type { Bilingual } from '../bilingual.ts'
import type { Template } from '../template.ts'
import { type Inferred, type InferredCode, isSure, type Why } from '../template-proposal/inferred.ts'
import { typeWords } from './template-words.ts'

/** From what a type was made out, where a person is asked. */
const REASONS: Readonly<Record<Why, Bilingual>> = {
  title: { vi: 'mới chỉ dựa vào tiêu đề', en: 'by its title alone' },
  values: { vi: 'mới chỉ dựa vào các ô của cột', en: 'by the cells of the column alone' },
  both: { vi: 'dựa vào tiêu đề và các ô của cột', en: 'by its title and the cells below it' },
  apart: { vi: 'tiêu đề và các ô của cột không hợp nhau', en: 'its title and the cells below it do not agree' },
  neighbours: {
    vi: 'suy từ cột bên cạnh, dòng cộng hoặc đơn vị tính của bảng',
    en: 'by the columns beside it, the totals or the unit of the table',
  },
  nothing: { vi: 'tiêu đề không rõ và cột để trống', en: 'its title does not say and its cells are blank' },
}

const SAYINGS: Readonly<Record<InferredCode, (found: string, became: Bilingual) => Bilingual>> = {
  type: (found, became) => ({ vi: `cột “${found}” hiểu là kiểu ${became.vi}`, en: `column “${found}” is taken for ${became.en}` }),
  'unit-thousand': (found) => ({
    vi: `cột “${found}” tính bằng nghìn đồng; hệ thống chỉ có đồng, triệu đồng, tỷ đồng nên tạm đặt là đồng`,
    en: `column “${found}” counts in thousands; columns here count in đồng, millions or billions, so đồng was set`,
  }),
  formula: (found, became) => ({
    vi: `công thức ${found} thành cột tính ${became.vi}`,
    en: `formula ${found} becomes a computed column ${became.en}`,
  }),
  'numbering-formula': (found, became) => ({
    vi: `dòng đánh số cột ghi “${found}”, thành cột tính ${became.vi}`,
    en: `the row that numbers the columns says “${found}”, which becomes a computed column ${became.en}`,
  }),
  'formula-left': (found) => ({
    vi: `công thức ${found} dùng ô ở dòng khác hoặc trang khác nên không đưa vào được; cột này để người báo cáo tự gõ`,
    en: `formula ${found} speaks of cells of other rows or sheets and was left; the column is typed`,
  }),
  rule: (found, became) => ({
    vi: `công thức kiểm tra ${found} thành quy tắc ${became.vi}`,
    en: `the check ${found} becomes the rule ${became.en}`,
  }),
  title: (found) => ({ vi: `tên biểu: “${found}”`, en: `title of the form: “${found}”` }),
  'table-title': (found) => ({
    vi: found === '' ? 'bảng này chưa thấy tên' : `tên bảng: “${found}”`,
    en: found === '' ? 'no title was found for this table' : `title of the table: “${found}”`,
  }),
  note: (found) => ({ vi: `ghi chú “${found}” đưa vào phần hướng dẫn`, en: `the note “${found}” goes into the guidance` }),
  'header-field': (found) => ({
    vi: `“${found}” thành ô cần điền phía trên bảng`,
    en: `“${found}” becomes a cell to fill above the tables`,
  }),
  signature: (found) => ({
    vi: found === '' ? 'không thấy phần ký, dùng phần ký thông thường' : `phần ký: ${found}`,
    en: found === '' ? 'no signature block was found, the usual one is used' : `signature block: ${found}`,
  }),
  'row-headings': (found) => ({
    vi: `giữa các dòng có dòng tiêu đề nhóm (“${found}”); biểu nháp không có các dòng này`,
    en: `headings stand between the rows (“${found}”); the draft does not have them`,
  }),
  'list-known': (found, became) => ({
    vi: `danh sách thả xuống (${found}) hiểu là kiểu ${became.vi}`,
    en: `the drop-down (${found}) is taken for ${became.en}`,
  }),
  'list-new': (found) => ({
    vi: `danh sách thả xuống (${found}) thành một danh mục mới của kế hoạch khi tạo bản nháp; nhãn tiếng Anh tạm ghi như tiếng Việt`,
    en: `the drop-down (${found}) becomes a new code list of the plan once the draft is made; its English labels are the Vietnamese ones for now`,
  }),
  'list-left': (found) => ({
    vi: `danh sách thả xuống lấy từ công thức ${found} nên không đọc được các mục; hãy chọn danh mục cho cột`,
    en: `the drop-down takes its entries from the formula ${found} and was not read; choose a code list for the column`,
  }),
  options: (found, became) => ({
    vi: `tiêu đề ghi sẵn các lựa chọn (${found}), hiểu là kiểu ${became.vi}`,
    en: `the title says what may be chosen (${found}); it is taken for ${became.en}`,
  }),
  'rules-left': () => ({
    vi: 'tệp có quá nhiều quy tắc nhập liệu nên chỉ đọc được một phần',
    en: 'the file has more rules of typing than are read; some were left',
  }),
  limits: (found, became) => ({
    vi: `giới hạn nhập liệu (${found}) được giữ: ${became.vi}`,
    en: `the limits on typing (${found}) are kept: ${became.en}`,
  }),
  help: (found) => ({
    vi: `ghi chú tại ô “${found}” thành hướng dẫn của cột`,
    en: `the note at the cell “${found}” becomes the help of the column`,
  }),
  hidden: (found) => ({
    vi: `có dòng ẩn (“${found}”) nên bị bỏ qua`,
    en: `rows are hidden (“${found}”) and were left out`,
  }),
  'hidden-column': (found) => ({
    vi: `cột “${found}” đang ẩn trong tệp nhưng vẫn được đưa vào bản nháp; nếu không ai điền thì xóa cột này`,
    en: `column “${found}” is hidden in the file and still stands in the draft; delete it where nobody fills it`,
  }),
  'sheet-left': () => ({
    vi: 'trang này là hướng dẫn hoặc danh mục để chọn nên không thành bảng',
    en: 'this sheet explains, or lists what is chosen from, and becomes no table',
  }),
  'tables-left': (found) => ({
    vi: `tệp có quá nhiều bảng: chỉ đọc ${found} bảng đầu, đến bảng này; các bảng sau không có trong bản nháp`,
    en: `the file has too many tables: only the first ${found}, up to this one, were read; those behind it are not in the draft`,
  }),
  'rows-given': (found) => ({
    vi: `biểu gốc đã ghi sẵn các dòng, bắt đầu từ “${found}”; bản nháp để người báo cáo tự thêm dòng, muốn có sẵn thì giao dòng ở phần phân công`,
    en: `the form brings its rows, from “${found}” on; the draft lets the filer add rows, assign them where they are to stand there`,
  }),
  untitled: (found) => ({
    vi: `có giá trị (“${found}”) nhưng cột không có tiêu đề nên bị bỏ qua`,
    en: `values (“${found}”) stand under no title and were left out`,
  }),
}

/** Of these the type of the column is said. */
const BY_TYPE: ReadonlySet<InferredCode> = new Set(['type', 'list-known', 'options', 'limits'])

/** What the draft made of it. */
function became(template: Template, { path, code }: Inferred): Bilingual {
  const [, table, part, at] = path as [string, number, string, number]
  const same = (text: string): Bilingual => ({ vi: text, en: text })
  if (code === 'rule') return same(template.tables[table]?.rules[at]?.formula ?? '')
  const field = part === 'fields' ? template.tables[table]?.fields[at] : undefined
  if (!field) return same('')
  return BY_TYPE.has(code) ? typeWords(field.type) : same(field.formula ?? '')
}

export function inferredSentence(template: Template, one: Inferred): Bilingual {
  const said = SAYINGS[one.code](one.found, became(template, one))
  const sure = isSure(one)
  const why = one.why && !sure ? REASONS[one.why] : null
  return {
    vi: `Trang ${one.sheet}, ô ${one.cell}: ${said.vi}${why ? ` (${why.vi})` : ''}${sure ? '.' : '. Hãy xem lại chỗ này.'}`,
    en: `Sheet ${one.sheet}, cell ${one.cell}: ${said.en}${why ? ` (${why.en})` : ''}${sure ? '.' : '. Please check this.'}`,
  }
}
