// What things, actions and values of the audit are called, in both languages. A value that
// is not named here is shown under its key.
import type { Bilingual, Language } from '../bilingual.ts'
import { momentText } from '../sheet/status-sheet.ts'
import { type ChangeAction, type Subject, SYSTEM } from './change.ts'

export const SUBJECT_WORDS: Readonly<Record<Subject, Bilingual>> = {
  template: { vi: 'Biểu mẫu', en: 'Template' },
  'template-version': { vi: 'Phiên bản biểu mẫu', en: 'Template version' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  'agency-group': { vi: 'Nhóm cơ quan', en: 'Agency group' },
  reorganisation: { vi: 'Sắp xếp bộ máy', en: 'Reorganisation' },
  regime: { vi: 'Chế độ báo cáo', en: 'Reporting regime' },
  calendar: { vi: 'Lịch làm việc', en: 'Working calendar' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  extension: { vi: 'Gia hạn', en: 'Extension' },
  person: { vi: 'Người dùng', en: 'Person' },
  membership: { vi: 'Vai trò', en: 'Role' },
  plan: { vi: 'Kế hoạch', en: 'Plan' },
  'code-list': { vi: 'Danh mục mã', en: 'Code list' },
  assignment: { vi: 'Phân công', en: 'Assignment' },
  waiver: { vi: 'Miễn áp dụng', en: 'Waiver' },
  'sign-off': { vi: 'Ký duyệt', en: 'Sign-off' },
  board: { vi: 'Bảng công khai', en: 'Public board' },
  snapshot: { vi: 'Bản chốt', en: 'Snapshot' },
  reminders: { vi: 'Thư nhắc', en: 'Reminders' },
  outbox: { vi: 'Hộp thư đi', en: 'Outbox' },
  webhook: { vi: 'Webhook', en: 'Webhook' },
}

export const ACTION_WORDS: Readonly<Record<ChangeAction, Bilingual>> = {
  created: { vi: 'tạo mới', en: 'created' },
  changed: { vi: 'sửa', en: 'changed' },
  ended: { vi: 'chấm dứt', en: 'ended' },
  deleted: { vi: 'xóa', en: 'deleted' },
  imported: { vi: 'nhập từ tệp', en: 'imported' },
  published: { vi: 'ban hành', en: 'published' },
  withdrawn: { vi: 'thu hồi', en: 'withdrawn' },
  released: { vi: 'công khai', en: 'released' },
  merged: { vi: 'hợp nhất', en: 'merged' },
  split: { vi: 'chia tách', en: 'split' },
  renamed: { vi: 'đổi tên', en: 'renamed' },
  applied: { vi: 'áp dụng', en: 'applied' },
  opened: { vi: 'mở', en: 'opened' },
  closed: { vi: 'đóng', en: 'closed' },
  locked: { vi: 'khóa', en: 'locked' },
  granted: { vi: 'cấp', en: 'granted' },
  revoked: { vi: 'bỏ', en: 'revoked' },
  set: { vi: 'đặt', en: 'set' },
  invited: { vi: 'mời', en: 'invited' },
  joined: { vi: 'nhận lời mời', en: 'accepted the invitation' },
  disabled: { vi: 'ngừng', en: 'disabled' },
  enabled: { vi: 'cho dùng lại', en: 'enabled again' },
  'handed-over': { vi: 'bàn giao', en: 'handed over' },
  'sent-again': { vi: 'gửi lại', en: 'sent again' },
  dropped: { vi: 'không gửi nữa', en: 'dropped' },
}

const VALUE_WORDS: Readonly<Record<string, Bilingual>> = {
  name: { vi: 'Tên', en: 'Name' },
  code: { vi: 'Mã', en: 'Code' },
  officialCode: { vi: 'Mã định danh', en: 'Official code' },
  abbreviation: { vi: 'Tên viết tắt', en: 'Abbreviation' },
  aliases: { vi: 'Tên khác', en: 'Other names' },
  spellings: { vi: 'Cách viết', en: 'Spellings' },
  members: { vi: 'Thành viên', en: 'Members' },
  kind: { vi: 'Loại', en: 'Kind' },
  parent: { vi: 'Cơ quan cấp trên', en: 'Belongs to' },
  reports: { vi: 'Có báo cáo', en: 'Reports' },
  origin: { vi: 'Nguồn', en: 'Origin' },
  validFrom: { vi: 'Từ ngày', en: 'From' },
  validTo: { vi: 'Đến ngày', en: 'To' },
  successors: { vi: 'Cơ quan kế thừa', en: 'Successors' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  until: { vi: 'Đến hết ngày', en: 'Until' },
  reason: { vi: 'Lý do', en: 'Reason' },
  rowId: { vi: 'Dòng', en: 'Row' },
  field: { vi: 'Cột', en: 'Column' },
  signsOff: { vi: 'Lãnh đạo ký', en: 'Head signs' },
  hash: { vi: 'Mã băm', en: 'Hash' },
  title: { vi: 'Tên', en: 'Title' },
  label: { vi: 'Nhãn', en: 'Label' },
  vi: { vi: 'tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'tiếng Anh', en: 'English' },
  dates: { vi: 'Thời hạn', en: 'Dates' },
  cutOffDay: { vi: 'Ngày chốt số liệu', en: 'Cut-off day' },
  dueDay: { vi: 'Hạn nộp', en: 'Due day' },
  dueInclusive: { vi: 'Kể cả ngày hạn', en: 'Due day included' },
  lockAfterDays: { vi: 'Khóa sau (ngày)', en: 'Locked after (days)' },
  opensAt: { vi: 'Mở', en: 'Opens' },
  dueAt: { vi: 'Hạn nộp', en: 'Due' },
  locksAt: { vi: 'Khóa', en: 'Locks' },
  dueOn: { vi: 'Hạn đến hết ngày', en: 'Due until the end of' },
  frequency: { vi: 'Tần suất', en: 'Frequency' },
  holidays: { vi: 'Ngày nghỉ', en: 'Days off' },
  workdays: { vi: 'Ngày làm bù', en: 'Working days instead' },
  role: { vi: 'Vai trò', en: 'Role' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  memberships: { vi: 'Vai trò', en: 'Roles' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  totals: { vi: 'Tổng số đối chứng', en: 'Control totals' },
  entries: { vi: 'Mục', en: 'Entries' },
  submissions: { vi: 'Số báo cáo', en: 'Submissions' },
  rows: { vi: 'Số dòng', en: 'Rows' },
  version: { vi: 'Phiên bản', en: 'Version' },
  agencies: { vi: 'Số cơ quan', en: 'Agencies' },
  on: { vi: 'Gửi thư nhắc', en: 'Reminders are sent' },
  before: { vi: 'Số ngày trước hạn', en: 'Days before' },
  after: { vi: 'Số ngày sau hạn', en: 'Days after' },
  hour: { vi: 'Từ giờ', en: 'From hour' },
  effectiveFrom: { vi: 'Có hiệu lực từ kỳ', en: 'In force from' },
  periods: { vi: 'Các kỳ', en: 'Periods' },
  period: { vi: 'Kỳ', en: 'Period' },
  draft: { vi: 'Bản thảo', en: 'Draft' },
  basedOn: { vi: 'Sửa từ bản', en: 'Made from' },
  savedBy: { vi: 'Người lưu', en: 'Saved by' },
  expiresAt: { vi: 'Hết hạn', en: 'Expires' },
  again: { vi: 'Đặt lại mật khẩu', en: 'Password chosen again' },
  obligations: { vi: 'Báo cáo phải nộp', en: 'Obligations' },
  disabledAt: { vi: 'Ngừng từ', en: 'Disabled since' },
  schedule: { vi: 'Lịch', en: 'Schedule' },
  key: { vi: 'Khóa', en: 'Key' },
  setAt: { vi: 'Đặt lúc', en: 'Set' },
  url: { vi: 'Địa chỉ', en: 'Address' },
  sentAt: { vi: 'Gửi lúc', en: 'Sent' },
  droppedAt: { vi: 'Bỏ gửi lúc', en: 'Dropped' },
  attempts: { vi: 'Số lần thử', en: 'Attempts' },
}

/** A person's name; what the timetable brings about is the system's doing. */
export const personWord = (person: string, language: Language): string =>
  person === SYSTEM.id ? { vi: 'Hệ thống', en: 'The system' }[language] : person

/** The way to a value as people read it: "Thời hạn › Hạn nộp". */
export const showPath = (path: readonly string[], language: 'vi' | 'en'): string =>
  path.map((key) => VALUE_WORDS[key]?.[language] ?? key).join(' › ')

const SAID: Readonly<Record<string, Bilingual>> = {
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
  filer: { vi: 'người lập báo cáo', en: 'filer' },
  signer: { vi: 'người ký', en: 'signer' },
  aggregator: { vi: 'người tổng hợp', en: 'aggregator' },
  admin: { vi: 'quản trị', en: 'admin' },
  auditor: { vi: 'kiểm tra, giám sát', en: 'auditor' },
}
const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** Values that say when something ends: at midnight, that is with the day before. */
const ENDS: ReadonlySet<string> = new Set(['dueAt', 'locksAt', 'lockedAt', 'until'])
const MIDNIGHT = /T17:00:00(?:\.000)?Z$/

/** An instant that is a midnight in Vietnam is a day to people. */
function instantText(iso: string, isEnd: boolean, language: Language): string {
  if (!MIDNIGHT.test(iso)) return momentText(iso)
  const day = (instant: number) => momentText(new Date(instant).toISOString()).slice(0, 10)
  if (!isEnd) return day(Date.parse(iso))
  return `${{ vi: 'hết ngày', en: 'end of' }[language]} ${day(Date.parse(iso) - 1)}`
}

/** A value as people read it: days and instants by their clock, yes and no and roles in words; everything else as it is. `key`: what it is the value of. */
export const showValue = (text: string, language: Language, key = ''): string =>
  text
    .split(/(; | · )/)
    .map((part) => {
      if (INSTANT.test(part)) return instantText(part, ENDS.has(key), language)
      return DAY.test(part) ? part.split('-').reverse().join('/') : (SAID[part]?.[language] ?? part)
    })
    .join('')

/** What was changed: its kind and the code or name by which people know it, where it has one. */
export const thingWord = (subject: Subject, id: string, language: Language): string =>
  id === subject ? SUBJECT_WORDS[subject][language] : `${SUBJECT_WORDS[subject][language]} ${id}`
