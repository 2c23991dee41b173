// What is said in Vietnamese about a formula that is not taken. The place stands
// in front of it: template-refusal.ts.
import type { TemplateRefusalCode } from '../check-template.ts'
import type { RefusalSentence } from './template-refusal.ts'

const KINDS: Readonly<Record<string, string>> = { number: 'số', text: 'chữ', date: 'ngày', boolean: 'đúng/sai' }

const arguments_ = (min: number, max: number) => (min === max ? `${min}` : `từ ${min} đến ${max}`)

export const TEMPLATE_REFUSALS_VI: Readonly<Record<TemplateRefusalCode, RefusalSentence>> = {
  syntax: () => 'công thức viết chưa xong hoặc sai cú pháp. Hãy kiểm tra dấu ngoặc, dấu nháy và dấu phẩy ngăn cách.',
  'unknown-field': ({ key }) => `bảng này không có cột "${key}". Hãy dùng khóa của một cột trong bảng, ví dụ [@ty_le].`,
  'unknown-function': ({ name }) =>
    name === 'UNIQUE'
      ? 'không dùng được hàm UNIQUE. Để đếm số giá trị khác nhau, hãy viết COUNTUNIQUE([cột]).'
      : `không dùng được hàm ${name}. Hãy thay bằng hàm có trong danh sách hàm của biểu mẫu.`,
  'unknown-name': ({ name }) => `không có tên "${name}". Số tổng của kế hoạch viết là plan.tên, cột viết là [@khóa] hoặc [khóa].`,
  'unknown-list': ({ name }) => `kế hoạch không có danh mục "${name}". Hãy viết list. và mã danh mục, thay dấu - bằng dấu _.`,
  'wrong-arity': ({ name, count, min, max }) =>
    `hàm ${name} đang có ${count} đối số nhưng cần ${arguments_(Number(min), Number(max))}, không đối số nào để trống. Hãy bổ sung hoặc bớt.`,
  'text-in-arithmetic': ({ written }) => `“${written}” là chữ nên không tính toán được. Hãy dùng cột số, hoặc đổi bằng VALUE.`,
  'date-against-text': ({ written }) => `“${written}” so sánh ngày với chữ. Hãy viết ngày bằng hàm DATE(năm,tháng,ngày).`,
  'column-outside-aggregate': ({ key }) =>
    `[${key}] là cả cột, ở đây chỉ nhận một giá trị. Hãy dùng [@${key}] cho ô cùng dòng, hoặc đặt cột trong SUM, COUNTIF …`,
  'column-not-allowed': ({ key }) =>
    `công thức của từng dòng không nhìn thấy cả cột [${key}]. Hãy dùng [@${key}], hoặc chuyển thành quy tắc của cả bảng.`,
  'field-not-allowed': ({ key }) =>
    `quy tắc của cả bảng không có dòng nào để lấy [@${key}]. Hãy dùng cả cột [${key}] trong SUM, COUNTIF …, hoặc chuyển thành quy tắc của từng dòng.`,
  'list-outside-lookup': ({ name }) =>
    `danh mục list.${name} chỉ dùng trong MATCH, VLOOKUP, XLOOKUP. Hãy tra giá trị bằng một trong các hàm đó.`,
  'list-wanted': ({ name, part }) =>
    part === 'all'
      ? `hàm ${name} cần cả danh mục ở vị trí này. Hãy viết list.tên_danh_mục, không thêm .label hay .code.`
      : `hàm ${name} cần một cột của danh mục ở vị trí này. Hãy viết list.tên_danh_mục.label hoặc list.tên_danh_mục.code.`,
  'number-in-list': ({ written }) =>
    `“${written}” không phải là chữ, còn danh mục chỉ có chữ nên không bao giờ tìm thấy. Hãy tra bằng cột chữ.`,
  'lookup-not-exact': ({ name }) => `hàm ${name} phải tìm đúng giá trị. Hãy thêm đối số cuối: MATCH(…,0) hoặc VLOOKUP(…,FALSE).`,
  'counts-blank-rows': ({ name }) =>
    `hàm ${name} ở đây đếm cả ô trống, kể cả các dòng in sẵn chưa dùng. Hãy đếm ô có giá trị, ví dụ COUNTIF([cột],"Có").`,
  'not-expressible': ({ written }) =>
    `“${written}” không ghi được vào biểu mẫu để Excel 2016, LibreOffice và WPS đều hiểu như nhau. Hãy viết cách khác.`,
  'too-deep': ({ limit }) => `công thức lồng nhau quá ${limit} lớp. Hãy tách bớt sang một cột tính.`,
  'too-long': ({ limit, length }) => `dài ${length} ký tự, Excel nhận tối đa ${limit}. Hãy rút gọn hoặc tách sang một cột tính.`,
  cycle: ({ titles }) => `các cột tính chờ nhau thành vòng tròn: ${titles}. Hãy bỏ một cột ra khỏi vòng.`,
  'formula-missing': () => 'cột tính chưa có công thức. Hãy nhập công thức, hoặc đổi thành cột nhập.',
  'rule-field-missing': ({ key }) => `kết quả được hiển thị ở cột "${key}" nhưng bảng không có cột này. Hãy chọn một cột của bảng.`,
  'not-a-condition': ({ kind }) =>
    `kết quả là ${KINDS[String(kind)] ?? kind} chứ không phải đúng/sai. Hãy viết thành phép so sánh, ví dụ [@a]<=[@b].`,
  'result-kind': ({ kind }) =>
    `kết quả là ${KINDS[String(kind)] ?? kind}, cột này không nhận. Hãy sửa công thức hoặc kiểu dữ liệu của cột.`,
  'too-long-in-sheet': ({ limit, length }) =>
    `khi ghi vào ô, công thức dài ${length} ký tự, Excel nhận tối đa ${limit}. Hãy rút gọn hoặc tách sang một cột tính.`,
}
