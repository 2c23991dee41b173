// What is said in Vietnamese about a template that is not saved. The place stands
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
  blank: ({ language }) => `chưa có nội dung ${language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}. Hãy nhập nội dung.`,
  'key-twice': ({ key }) => `mã "${key}" đã dùng ở trên. Hãy đặt mã khác.`,
  'no-tables': () => 'biểu mẫu chưa có bảng nào. Hãy thêm một bảng.',
  'no-columns': () => 'bảng chưa có cột nào. Hãy thêm một cột.',
  'title-missing': () => 'biểu mẫu có nhiều bảng nên mỗi bảng cần tên. Hãy nhập tên bảng.',
  'number-range': ({ value, min, max }) => `đang là ${value}, phải là số nguyên từ ${min} đến ${max}. Hãy sửa lại.`,
  'min-above-max': ({ min, max }) =>
    `mức thấp nhất ${min} lớn hơn mức cao nhất ${max}, không giá trị nào nhập được. Hãy sửa một trong hai.`,
  'list-missing': ({ list }) => `kế hoạch không có danh mục "${list}". Hãy chọn một danh mục đã có, hoặc thêm danh mục trước.`,
  'example-refused': ({ example }) => `ví dụ “${example}” không nhập được vào chính cột này. Hãy viết một ví dụ đúng kiểu dữ liệu.`,
  'column-missing': ({ key }) => `bảng không có cột "${key}". Hãy chọn một cột của bảng.`,
  'group-parted': ({ title }) =>
    `các cột thuộc nhóm “${title}” không đứng cạnh nhau, tiêu đề nhóm sẽ bị in hai lần. Hãy xếp các cột của nhóm liền nhau.`,
  'carried-into-computed': () =>
    'cột tính lấy giá trị từ công thức nên không nhận số liệu mang sang. Hãy bỏ phần mang sang, hoặc đổi kiểu cột.',
  'carried-kind': ({ title }) =>
    `cột “${title}” có kiểu dữ liệu khác nên giá trị kỳ trước không mang sang được. Hãy chọn cột cùng kiểu dữ liệu.`,
  'places-in': ({ key }) => `cột "${key}" không phải cột chữ nên không nêu địa bàn nào. Hãy chọn cột tên nhiệm vụ, tên văn bản.`,
  'places-of': () =>
    'chỉ cột “nhiều cơ quan” mới đối chiếu được với địa bàn nêu ở cột khác. Hãy bỏ mục này, hoặc đổi kiểu dữ liệu của cột.',
  'title-of': () => 'chỉ cột chữ mới đối chiếu được với tên văn bản nêu trong kế hoạch. Hãy bỏ mục này, hoặc đổi kiểu dữ liệu của cột.',
  'code-malformed': ({ code }) => `phần đầu của mã dòng “${code}” không hợp lệ. Hãy dùng 1–16 chữ in hoa không dấu, chữ số, dấu - hoặc _.`,
  'code-place': () => 'mã do hệ thống cấp chỉ đứng ở cột chữ bị khóa. Hãy đổi cột thành cột chữ, hệ thống điền.',
  'code-taken': ({ code, template }) =>
    `biểu mẫu ${template} đã cấp mã bắt đầu bằng “${code}”, hai dòng sẽ trùng mã. Hãy chọn phần đầu khác.`,
  'was-present': ({ key }) => `"${key}" vẫn là một cột của bảng này nên không thể là tên cũ. Hãy bỏ khỏi danh sách tên cũ.`,
  'was-twice': ({ key }) => `hai cột cùng nhận "${key}" làm tên cũ. Hãy để lại ở một cột.`,
  'was-unknown': ({ key }) => `các phiên bản trước không có cột "${key}". Hãy kiểm tra lại mã cột cũ.`,
  'sum-of-percent': () => 'tỷ lệ phần trăm không cộng được giữa các cơ quan. Hãy tổng hợp theo tỷ lệ: tổng tử số trên tổng mẫu số.',
  'sum-of-text': () => 'cột này không phải là số nên không cộng được. Hãy chọn cách tổng hợp khác.',
  'rate-of-text': () => 'cột này không phải là số nên không giữ được tỷ lệ. Hãy chọn cách tổng hợp khác, hoặc đổi kiểu dữ liệu.',
  'rate-from': ({ key }) => `tử số và mẫu số phải là số lượng hoặc số tiền, cột "${key}" không phải. Hãy chọn cột khác.`,
  'meeting-of': () => 'đếm số cơ quan đạt chỉ làm được với cột có/không, hoặc danh mục có mã "dat". Hãy chọn cách tổng hợp khác.',
  'total-missing': ({ name }) => `kế hoạch không có số tổng "${name}". Hãy chọn một số tổng đã có.`,
  'total-of': () => 'số tổng của kế hoạch là số tiền, cột này thì không. Hãy bỏ mục này, hoặc đổi kiểu dữ liệu thành số tiền.',
  'unique-empty': () => 'nhóm cột nhận ra dòng trùng chưa có cột nào. Hãy chọn cột, hoặc bỏ nhóm này.',
  'own-rows': () => 'biểu mẫu không thể lấy dòng từ chính nó. Hãy chọn biểu mẫu khác.',
  'template-missing': ({ template }) => `không có biểu mẫu "${template}". Hãy chọn một biểu mẫu của kế hoạch.`,
  'their-table-missing': ({ template, table }) => `biểu mẫu ${template} không có bảng "${table}". Hãy chọn một bảng của biểu mẫu đó.`,
  'their-column-missing': ({ template, key }) => `biểu mẫu ${template} không có cột "${key}" ở bảng này. Hãy chọn một cột của bảng đó.`,
  'names-no-row': ({ template, key }) => `cột "${key}" của biểu mẫu ${template} không dùng làm mã dòng được. Hãy chọn cột mã, là cột chữ.`,
  'taken-kind': ({ title, template, their }) =>
    `cột "${their}" của biểu mẫu ${template} có kiểu dữ liệu mà cột “${title}” không nhận. Hãy chọn cột cùng kiểu dữ liệu.`,
  'fixed-refused': ({ title, value }) => `cột “${title}” không nhận giá trị “${value}”. Hãy chọn một giá trị của danh mục.`,
  'needed-elsewhere': ({ template, table, key }) =>
    `biểu mẫu ${template} đang lấy số liệu ở cột "${key}" của bảng "${table}", bỏ đi thì biểu mẫu đó bị trống. Hãy giữ cột, hoặc sửa biểu mẫu ${template} trước.`,
  'not-takable': () => 'phần khai các dòng lấy từ biểu mẫu khác không đúng cấu trúc. Hãy lấy lại phần này từ phiên bản trước.',
  'not-countable': () => 'phần khai cách tổng hợp số liệu không đúng cấu trúc. Hãy lấy lại phần này từ phiên bản trước.',
  'placeholder-unknown': ({ placeholder }) =>
    `“${placeholder}” không được thay bằng gì khi in. Chỉ dùng {year} cho năm và {period} cho kỳ báo cáo.`,
  'blocks-only-errors': () => 'chỉ quy tắc mức lỗi mới có kỳ bắt đầu chặn nộp. Hãy đổi mức thành lỗi, hoặc bỏ kỳ này.',
  'nobody-owes': () => 'chưa có cơ quan nào phải nộp báo cáo này. Hãy chọn cơ quan hoặc nhóm cơ quan.',
  'unknown-agency': ({ code }) => `không có cơ quan hay nhóm cơ quan nào mang mã "${code}". Hãy chọn trong danh sách cơ quan.`,
  'cut-off-after-due': ({ cutOff, due }) =>
    `ngày nhận cuối cùng là ngày ${due}, trước ngày chốt số liệu ${cutOff}. Hãy lùi hạn nộp, hoặc chốt số liệu sớm hơn.`,
  'formula-unused': () => 'cột này không phải cột tính nên công thức không được dùng. Hãy xóa công thức, hoặc đổi thành cột tính.',
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
