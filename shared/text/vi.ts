// What each finding says in Vietnamese: the column by its label, what was found,
// what is expected, what to do. Leaving a code out does not compile.
import { UNIT_NAMES } from '../field/money.ts'
import type { FindingCode } from '../finding.ts'
import type { Sentence } from './sentence.ts'

const inUnit = (unit: unknown) => UNIT_NAMES.vi[unit as keyof typeof UNIT_NAMES.vi] ?? (unit === 'percent' ? '%' : '')
const withUnit = (number: unknown, unit: unknown) => `${number} ${inUnit(unit)}`.trim()
/** What a cell holds where there is deliberately nothing. */
const nothingIs = (zero: unknown, nil: unknown) =>
  zero === 1 ? (nil === 1 ? 'ghi "-" hoặc 0' : 'ghi 0') : nil === 1 ? 'ghi "-"' : 'để trống'
const orDash = (nilAllowed: unknown) => (nilAllowed === 1 ? '; nếu không có, hãy ghi "-"' : '')

export const vi = {
  'wrong-template': ({ actual, expected }) =>
    `Trang này là biểu ${actual}, còn báo cáo đang nộp là biểu ${expected}. Hãy mở đúng biểu mẫu.`,
  'wrong-version': ({ actual, expected }) =>
    `Biểu mẫu này là phiên bản ${actual}; phiên bản đang dùng là ${expected}. Hãy lấy lại biểu mẫu.`,
  'wrong-agency': () => 'Biểu mẫu này của cơ quan khác. Hãy lấy biểu mẫu của cơ quan mình.',
  'wrong-period': ({ actual, expected }) =>
    `Biểu mẫu này của kỳ ${actual}, còn báo cáo đang nộp là kỳ ${expected}. Hãy lấy biểu mẫu của đúng kỳ.`,

  'form-unmarked': ({ severity }) =>
    severity === 'info'
      ? 'Trang này đã mất dấu nhận biết của biểu mẫu; đã nhận ra theo tiêu đề cột, đơn vị và kỳ ghi trên trang. Hãy xem lại số dòng, và lấy lại biểu mẫu cho kỳ sau.'
      : 'Trang này đã mất dấu nhận biết của biểu mẫu, và đơn vị hoặc kỳ ghi trên trang không đúng báo cáo đang nộp. Hãy lấy lại biểu mẫu và chép số liệu sang.',

  'column-missing': ({ label }) => `Không tìm thấy cột "${label}". Đừng xóa cột của biểu mẫu; hãy lấy lại biểu mẫu và chép số liệu sang.`,
  'column-twice': ({ label }) => `Cột "${label}" có hai lần. Hãy xóa cột chép thừa.`,
  'row-missing': ({ name }) => `Thiếu dòng "${name}". Dòng được giao không được xóa; hãy lấy lại biểu mẫu hoặc hoàn tác việc xóa.`,
  'row-unknown': ({ row }) => `Dòng ${row} không thuộc biểu mẫu của kỳ này. Hãy xóa dòng đó.`,
  'row-twice': ({ row, first }) => `Dòng ${row} là bản chép của dòng ${first}. Hãy xóa một dòng, hoặc thêm dòng mới ở cuối bảng.`,
  'row-copied': ({ row, first }) =>
    `Dòng ${row} được chép từ dòng ${first} rồi sửa nội dung; đã nhận là dòng mới do đơn vị thêm. Nếu không phải, hãy xóa dòng ${row}.`,
  'row-moved': ({ rows }) =>
    `Dòng ${rows}: nội dung đã đổi chỗ (thường do sắp xếp một phần bảng); đã nhận lại theo nội dung của từng dòng. Hãy kiểm tra số liệu ở các dòng này.`,
  'row-outside': ({ rows, count }) =>
    `${count} dòng nằm dưới bảng nên không được tính: dòng ${rows}. Hãy chèn thêm dòng vào trong bảng, ngay trên dòng cuối, rồi chuyển nội dung lên.`,
  'row-hidden': ({ rows, count }) => `${count} dòng đang bị ẩn hoặc bị lọc nhưng vẫn được tính: dòng ${rows}. Hãy bỏ ẩn để xem lại.`,
  'total-row': ({ rows }) => `Dòng ${rows} là dòng cộng do đơn vị tự thêm nên không được tính là số liệu. Không cần sửa.`,
  'cells-merged': ({ label, range }) =>
    `"${label}": các ô ${range} đã bị gộp nên không rõ giá trị thuộc dòng nào, cột nào. Hãy bỏ gộp ô (Trang đầu › Phối & Căn giữa) và nhập từng ô.`,
  'cells-shared': ({ label, range }) => `"${label}": các ô ${range} đã gộp; giá trị được hiểu là chung cho mọi dòng trong đó.`,
  'formula-changed': ({ label, actual, count }) =>
    `"${label}": công thức của biểu mẫu đã bị sửa ở ${count} dòng (nay là ${actual}); giá trị do hệ thống tính lại theo công thức gốc.`,
  'too-many-rows': ({ count, limit }) => `Bảng có ${count} dòng; biểu mẫu nhận tối đa ${limit} dòng. Hãy gộp hoặc bớt dòng.`,
  'no-rows': () => 'Biểu mẫu chưa có dòng nào. Hãy nhập số liệu, hoặc chọn "Không phát sinh".',
  'declaration-contradicts': ({ label }) =>
    `Đã chọn "Không phát sinh" hoặc "Không áp dụng" nhưng cột "${label}" có số liệu. Hãy xóa số liệu hoặc bỏ lựa chọn đó.`,
  'reason-missing': () => 'Chọn "Không áp dụng" thì phải ghi lý do.',

  required: ({ label, nilAllowed }) => `Thiếu "${label}". Hãy nhập vào ô này${orDash(nilAllowed)}.`,
  'nil-not-allowed': ({ label }) => `Cột "${label}" không nhận dấu "-". Hãy nhập giá trị; nếu là số và bằng không, hãy ghi 0.`,
  'nothing-to-report-typed': ({ label, actual, zero, nil }) =>
    `"${label}": "${actual}" không khai trong ô. Nếu cả báo cáo không có gì, hãy chọn "Không phát sinh" ở đầu biểu mẫu; nếu chỉ ô này không có, hãy ${nothingIs(zero, nil)}.`,
  'not-applicable-typed': ({ label, actual, zero, nil }) =>
    `"${label}": "${actual}" không khai trong ô. Nếu cả báo cáo không áp dụng cho cơ quan, hãy chọn "Không áp dụng" ở đầu biểu mẫu và ghi lý do; nếu chỉ ô này, hãy ${nothingIs(zero, nil)}.`,
  'nothing-unclear': ({ label, actual, zero, nil }) =>
    `"${label}": không rõ "${actual}" nghĩa là không có hay chưa có. ${zero === 1 || nil === 1 ? `Không có thì ${nothingIs(zero, nil)}; chưa có thì để trống.` : 'Hãy nhập giá trị, hoặc để trống nếu chưa có.'}`,
  'not-a-number': ({ label, actual, about }) =>
    about === undefined
      ? `"${label}": "${actual}" không phải là số. Hãy chỉ ghi số, ví dụ 1.234,5.`
      : `"${label}": "${actual}" là ${about === 'range' ? 'một khoảng' : 'số ước lượng'}; cột này chỉ nhận một con số. Hãy ghi số chính xác đến ngày chốt số liệu, hoặc chọn số để ghi.`,
  'number-ambiguous': ({ label, actual, first, second, unit }) =>
    `"${label}": không rõ "${actual}" là ${first} hay ${withUnit(second, unit)}. Hãy chọn cách đọc đúng.`,
  'number-english': ({ label, actual, expected, unit }) =>
    `"${label}": "${actual}" viết kiểu Anh, đang được đọc là ${withUnit(expected, unit)}. Hãy chọn số đúng.`,
  'number-as-text': ({ label, actual, expected, unit }) =>
    `"${label}": "${actual}" là chữ, đã đọc thành ${withUnit(expected, unit)}. Bấm một lần để đổi ô thành số.`,
  'wrong-unit': ({ label, actual, unit }) =>
    `"${label}": "${actual}" ghi đơn vị mà cột này không dùng. Hãy chỉ ghi số${inUnit(unit) ? `, tính bằng ${inUnit(unit)}` : ''}.`,
  'too-many-digits': ({ label, actual, digits }) =>
    `"${label}": ${actual} có hơn ${digits} chữ số, Excel không giữ đủ. Hãy kiểm tra lại số và đơn vị tính.`,
  'not-whole': ({ label, actual }) => `"${label}": ${actual} có phần lẻ, cột này chỉ nhận số nguyên. Hãy sửa lại.`,
  'too-many-places': ({ label, actual, places }) =>
    `"${label}": ${actual} có quá nhiều chữ số sau dấu phẩy; ${places === 0 ? 'cột này chỉ nhận số nguyên' : `cột này nhận tối đa ${places}`}. Hãy làm tròn.`,
  'below-minimum': ({ label, actual, limit }) => `"${label}": ${actual} nhỏ hơn mức thấp nhất là ${limit}. Hãy kiểm tra lại.`,
  'above-maximum': ({ label, actual, limit, unit }) =>
    `"${label}": ${actual} lớn hơn mức cao nhất là ${withUnit(limit, unit)}. Hãy kiểm tra lại${inUnit(unit) ? ' số và đơn vị tính' : ''}.`,
  thousandfold: ({ label, actual, first, second, unit }) =>
    `"${label}": ${actual} có thể lệch nghìn lần. Số đúng là ${first} hay ${second} ${inUnit(unit)}? Hãy chọn; nếu ${first} là đúng, hãy giải trình.`,
  'percent-fraction': ({ label, actual, percent }) =>
    `"${label}": ${actual} hay ${percent}? Cột này tính theo %, 95% thì ghi 95. Hãy chọn; nếu ${actual}% là đúng, hãy giải trình.`,
  'percent-format': ({ label, actual, stored }) =>
    `"${label}": ô đang hiện ${actual} vì có định dạng %, nhưng cột này không tính theo %. Số đúng là phần đứng trước dấu % hay ${stored}? Hãy chọn.`,
  'not-a-date': ({ label, actual }) => `"${label}": "${actual}" không phải là ngày. Hãy nhập ngày/tháng/năm, ví dụ 05/03/2025.`,
  'date-ambiguous': ({ label, actual }) => `"${label}": chưa rõ "${actual}" là ngày nào. Hãy ghi đủ ngày/tháng/năm, ví dụ 05/03/2025.`,
  'not-a-period': ({ label, actual }) =>
    `"${label}": không đọc được thời hạn "${actual}". Hãy ghi Tháng 3/2025, Quý II/2025, Năm 2025 hoặc 20/02/2025.`,
  'period-short': ({ label, actual, expected }) =>
    `"${label}": "${actual}" được hiểu là "${expected}". Hãy ghi như vậy để Excel không đổi thành ngày.`,
  'period-ambiguous': ({ label, actual }) =>
    `"${label}": chưa rõ "${actual}" là thời hạn nào. Hãy ghi đủ bốn chữ số của năm và chỉ ghi kỳ hoặc ngày, ví dụ Tháng 3/2025.`,
  'not-a-year-range': ({ label, actual }) => `"${label}": "${actual}" không phải là năm hoặc khoảng năm. Hãy ghi 2025 hoặc 2025-2026.`,
  'not-in-list': ({ label, actual, expected }) => `"${label}": "${actual}" không có trong danh mục. Hãy chọn một trong: ${expected}.`,
  'list-spelling': ({ label, actual, expected }) =>
    `"${label}": "${actual}" được hiểu là "${expected}" trong danh mục. Bấm một lần để ghi đúng.`,
  'agency-unknown': ({ label, actual }) =>
    `"${label}": danh mục không có cơ quan "${actual}". Hãy ghi tên đầy đủ như trong danh mục; nhiều cơ quan thì cách nhau bằng dấu ";".`,
  'agency-near': ({ label, actual, expected }) => `"${label}": không nhận ra "${actual}". Có phải là "${expected}"? Bấm để sửa.`,
  'agency-either': ({ label, actual }) => `"${label}": nhiều cơ quan cùng được gọi là "${actual}". Hãy chọn một.`,
  'agency-spelling': ({ label, actual, expected }) =>
    `"${label}": "${actual}" được hiểu là "${expected}". Bấm một lần để ghi tên chính thức.`,
  'agency-ended': ({ label, actual, expected, day }) =>
    `"${label}": "${actual}" chỉ tồn tại đến ngày ${day}, trước kỳ này. ${expected ? `Cơ quan kế thừa: ${expected}. Hãy chọn cơ quan kế thừa hoặc giải trình.` : 'Hãy ghi cơ quan đang làm việc này hoặc giải trình.'}`,
  'agency-not-yet': ({ label, actual, expected, day }) =>
    `"${label}": "${actual}" hoạt động từ ngày ${day}, sau kỳ này. ${expected ? `Trong kỳ là: ${expected}. Hãy chọn lại hoặc giải trình.` : 'Hãy ghi cơ quan của kỳ này hoặc giải trình.'}`,
  'agency-group': ({ label, expected, count }) =>
    count === 0
      ? `"${label}": "${expected}" là nhóm không có cơ quan nào trong danh mục; giữ nguyên như đã ghi.`
      : `"${label}": nhóm "${expected}" gồm ${count} cơ quan; hệ thống sẽ tách cho từng cơ quan.`,
  'agency-several': ({ label, actual }) =>
    `"${label}": "${actual}" không phải là một cơ quan duy nhất; cột này chỉ nhận một. Hãy ghi một cơ quan.`,
  'place-narrower': ({ label, actual, expected, places }) =>
    `"${label}": tên văn bản chỉ nêu ${places} nhưng ô này ghi cả nhóm "${actual}". Hãy ghi ${expected}, hoặc giải trình.`,
  'title-near': ({ label, actual, expected, clause }) =>
    `"${label}": "${actual}" gần giống nhưng không trùng "${expected}" nêu tại điểm ${clause} của Kế hoạch. Nếu là một văn bản, hãy ghi đúng tên đó; nếu là văn bản khác, hãy giải trình.`,
  'clause-unknown': ({ label, actual, expected }) =>
    `"${label}": Kế hoạch không có điểm "${actual}". ${expected ? `Các điểm có: ${expected}` : 'Hãy ghi như III.7.a; điểm theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g …)'}.`,
  'clause-several': ({ label, actual }) => `"${label}": "${actual}" là nhiều điểm; cột này chỉ nhận một. Hãy chọn một điểm.`,
  'clause-spelling': ({ label, actual, expected }) => `"${label}": "${actual}" được hiểu là "${expected}". Bấm một lần để ghi gọn.`,
  'not-a-document-number': ({ label, actual, expected }) =>
    `"${label}": "${actual}" không phải số, ký hiệu văn bản. Hãy ghi như ${expected || '954/QĐ-UBND'}; nhiều văn bản thì cách nhau bằng dấu ";".`,
  'not-a-url': ({ label, actual }) => `"${label}": "${actual}" không phải liên kết. Hãy dán địa chỉ bắt đầu bằng https://.`,
  'not-yes-no': ({ label, actual }) => `"${label}": "${actual}" không phải Có hoặc Không. Hãy ghi Có hoặc Không.`,
  'not-a-sequence': ({ label, actual }) => `"${label}": "${actual}" không phải số thứ tự. Hãy ghi 1, 2, 3 hoặc I, 1, 1.1.`,
  'text-too-short': ({ label, length, limit }) =>
    `"${label}" chỉ có ${length} ký tự; cần ít nhất ${limit} ký tự để người đọc hiểu được. Hãy ghi rõ hơn.`,
  'text-too-long': ({ label, length, limit }) => `"${label}" có ${length} ký tự; tối đa ${limit}. Hãy viết ngắn lại.`,
  'legacy-font': ({ label, actual, encoding, expected }) =>
    `"${label}": "${actual}" gõ bằng bảng mã cũ ${encoding}. Hãy gõ lại bằng Unicode${expected ? `, hoặc bấm để đổi thành "${expected}"` : ''} (NĐ 30/2020/NĐ-CP, Phụ lục I).`,
  'text-garbled': ({ label, actual, expected, encoding }) =>
    `"${label}": "${actual}" ${encoding === 'HTML' ? 'còn mã của trang web (như &nbsp;, &amp;)' : 'bị hỏng chữ khi chuyển tệp (đọc sai bảng mã)'}. ${expected ? `Bấm để đổi thành "${expected}", hoặc gõ lại` : 'Hãy gõ lại, hoặc chép lại từ tệp gốc'}.`,
  'stray-spaces': ({ label, actual, expected }) =>
    `"${label}": "${actual}" có chữ bị tách rời${expected ? `; có phải là "${expected}"` : ''}? Bấm để nối lại, hoặc giải trình nếu đúng.`,
  'not-composed': ({ label, actual, expected }) =>
    `"${label}": "${actual}" có ký tự lạ giống chữ Việt. ${expected ? `Bấm để đổi thành "${expected}"` : 'Hãy gõ lại'}.`,
  'cell-error': ({ label, actual }) => `"${label}": ô báo lỗi ${actual}. Hãy sửa công thức hoặc nhập giá trị.`,
  'formula-instead-of-value': ({ label, actual, expected }) =>
    `"${label}": ô chứa công thức ${actual}; giá trị được lấy là ${expected}. Nếu số này đúng thì không cần làm gì.`,
  'carried-changed': ({ label, actual, expected }) =>
    `"${label}" do hệ thống mang tới nhưng đã bị sửa thành "${actual}"; giá trị được giữ là "${expected}".`,
  'computed-changed': ({ label, actual, expected, severity }) =>
    severity === 'error'
      ? `"${label}" là ô tính, bằng tổng các ô thành phần là ${expected}, nhưng đã bị gõ đè ${actual}. Kiểm tra các số thành phần, rồi bấm để ghi lại ${expected}.`
      : `"${label}" là ô tính nhưng đã bị gõ đè "${actual}"; giá trị được giữ là "${expected}".`,

  'duplicate-row': ({ label, first }) => `"${label}" trùng với dòng ${first}. Mỗi nội dung chỉ ghi một dòng.`,
  'sequence-broken': ({ label, actual, expected }) => `"${label}" đang là ${actual}, theo thứ tự là ${expected}.`,
  rule: ({ label, messageVi, blocksFromVi, basis }) =>
    `${label ? `"${label}": ` : ''}${messageVi}${blocksFromVi ? ` Từ kỳ ${blocksFromVi} đây là lỗi và không nộp được.` : ''}${basis ? ` Căn cứ: ${basis}.` : ''}`,
} satisfies Record<FindingCode, Sentence>
