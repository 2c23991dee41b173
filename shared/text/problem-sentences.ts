// What each refusal of the API means and what to do about it, for the page that
// the `type` of a problem leads to. Knows no screen.
import type { Bilingual } from '../bilingual.ts'
import type { ProblemSlug } from '../problem.ts'

export const PROBLEM_SENTENCES: Readonly<Record<ProblemSlug, Bilingual>> = {
  'bad-request': {
    vi: 'Yêu cầu không đúng định dạng. Phần "issues" trong câu trả lời chỉ rõ chỗ sai.',
    en: 'The request does not have the expected shape. "issues" in the answer says where it differs.',
  },
  'signed-out': {
    vi: 'Bạn chưa đăng nhập hoặc phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
    en: 'You are not signed in, or the session has ended. Sign in again.',
  },
  'wrong-password': {
    vi: 'Thư điện tử hoặc mật khẩu không đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt.',
    en: 'E-mail or password is wrong. Check Caps Lock and the keyboard layout.',
  },
  forbidden: {
    vi: 'Vai trò của bạn không được làm việc này. Hãy hỏi quản trị viên của tỉnh.',
    en: 'Your role does not allow this. Ask the administrator of the province.',
  },
  'not-found': {
    vi: 'Không có gì ở đây dành cho bạn: địa chỉ không tồn tại, hoặc thuộc cơ quan khác.',
    en: 'There is nothing here for you: the address does not exist, or belongs to another agency.',
  },
  'not-open': {
    vi: 'Kỳ báo cáo chưa mở. "opensAt" trong câu trả lời là lúc bắt đầu nhận.',
    en: 'The period is not open yet. "opensAt" in the answer is when it starts.',
  },
  locked: {
    vi: 'Kỳ báo cáo đã khóa, không nhận thêm. Hãy liên hệ cơ quan tổng hợp.',
    en: 'The period is locked and takes nothing more. Turn to the aggregating agency.',
  },
  counted: {
    vi: 'Lần nộp đã được tính vào tổng hợp nên không rút lại được. Hãy sửa và nộp lần mới; lần mới thay thế lần cũ.',
    en: 'The submission has been counted and cannot be withdrawn. Correct it and submit again; the new one takes its place.',
  },
  'moved-on': {
    vi: 'Lần nộp này không còn như lúc bạn xem: đã có lần mới hơn, đã được rút, hoặc người khác vừa xử lý. Hãy tải lại rồi xem bản mới nhất.',
    en: 'The submission no longer stands as you saw it: a newer one came, it was taken back, or somebody else has just dealt with it. Reload and look at the latest.',
  },
  'draft-changed': {
    vi: 'Người khác trong cơ quan đã lưu bản nháp sau khi bạn mở. Hãy xem bản của họ trước khi lưu đè.',
    en: 'Somebody else of your agency saved the draft after you opened it. Look at theirs before you overwrite it.',
  },
  'changed-meanwhile': {
    vi: 'Người khác đã thay đổi cùng nội dung sau khi bạn mở. Hãy xem họ đã đổi gì rồi chọn giữ bản nào.',
    en: 'Somebody else changed the same thing after you opened it. Look at what they changed, then choose which stands.',
  },
  'too-large': {
    vi: 'Nội dung gửi lên quá lớn. Sổ tính được tối đa 15 MB, nội dung kê khai tối đa 20 MB. Biểu mẫu dài hơn thế thì chia bớt nội dung ra tệp đính kèm hoặc rút gọn các ô chữ dài.',
    en: 'The request is too large. A workbook may have 15 MB, a filing 20 MB. Where a form is longer than that, shorten its longest texts or refer to a document.',
  },
  'not-a-workbook': {
    vi: 'Tệp không phải sổ tính .xlsx đọc được. "refusal" trong câu trả lời nêu lý do và cách khắc phục.',
    en: 'The file is not an .xlsx workbook that can be read. "refusal" in the answer says why and what to do.',
  },
  'wrong-form': {
    vi: 'Sổ tính chứa biểu mẫu của cơ quan, kỳ hoặc loại khác, hoặc chứa biểu mẫu này hai lần. "found" liệt kê những gì tìm thấy.',
    en: 'The workbook holds the form of another agency, period or kind, or this form twice. "found" lists what was found.',
  },
  'filing-blocked': {
    vi: 'Nội dung kê khai còn lỗi, hoặc còn cảnh báo chưa giải trình, nên chưa được nhận. "findings" liệt kê từng chỗ.',
    en: 'The filing has errors, or warnings without an explanation, and was not taken. "findings" lists each of them.',
  },
  'template-refused': {
    vi: 'Biểu mẫu còn chỗ không ghi nhận được nên chưa công bố hoặc chưa chạy thử. "refusals" trong câu trả lời chỉ rõ từng chỗ.',
    en: 'Something in the template cannot be kept, so it is not published or tried yet. "refusals" in the answer names each place.',
  },
  'key-missing': {
    vi: 'Thiếu tiêu đề Idempotency-Key. Mỗi lần nộp cần một khóa riêng, giữ nguyên khi gửi lại.',
    en: 'The header Idempotency-Key is missing. Each attempt needs its own key, kept when it is repeated.',
  },
  'key-reused': {
    vi: 'Khóa Idempotency-Key đã dùng cho nội dung khác. Hãy tạo khóa mới cho lần nộp này.',
    en: 'The Idempotency-Key was used with other content. Make a new key for this attempt.',
  },
  'too-many-requests': {
    vi: 'Quá nhiều lần thử. Hãy đợi 15 phút rồi thử lại.',
    en: 'Too many attempts. Wait 15 minutes and try again.',
  },
  counting: {
    vi: 'Số liệu đang được tổng hợp; "left" là số đơn vị hoặc báo cáo còn lại. Hãy gửi lại đúng yêu cầu này: mỗi lần gửi, phần còn lại ít đi.',
    en: 'The figures are still being counted; "left" says how many agencies or reports are. Send the same request again: each time less is left.',
  },
  internal: {
    vi: 'Hệ thống gặp sự cố. Hãy thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu trong câu trả lời ("instance") cho quản trị viên.',
    en: 'Something broke on our side. Try again; if it persists, give the request id of the answer ("instance") to the administrator.',
  },
}
