// What the report regimes of the plan share: who reports, how, by when, and the
// header and signatures of every form (NĐ 09/2019/NĐ-CP Đ11.2, NĐ 30/2020/NĐ-CP).
import type { HeaderField, Regime, Template } from '../../template.ts'
import { agency, date, documentNumber, line, period, say } from './column.ts'

export const PLAN_NUMBER = '2044/KH-UBND'

/** VII.7: các sở, ban, ngành, UBND các huyện, thị xã, thành phố, đơn vị khác liên quan. */
const REPORTERS = ['GRP_SO_BAN_NGANH', 'GRP_UBND_HUYEN', 'GRP_DON_VI_KHAC']

export const standingAgency = say('Sở Thông tin và Truyền thông', 'Department of Information and Communications')

const reporters = say(
  'Các sở, ban, ngành, UBND các huyện, thị xã, thành phố, đơn vị khác liên quan',
  'Provincial departments and boards, district People’s Committees and other units concerned',
)

const channel = say(
  'Nộp trong Excel qua bổ trợ Phụ lục số, hoặc tải tệp .xlsx đã điền lên cổng; hai cách được kiểm tra như nhau',
  'Submitted inside Excel with the Phụ lục số add-in, or uploaded to the portal as a filled .xlsx; both are checked alike',
)

const guidance = say(
  'Điền các ô không khóa; bấm Kiểm tra, sửa các lỗi được chỉ ra, rồi bấm Gửi. Không có gì phát sinh thì khai “Không phát sinh”, không để trống',
  'Fill the cells that are not locked, press Check, mend what is pointed out, then press Submit. Where there is nothing to report, declare it; do not leave the form blank',
)

type Own = Pick<Regime, 'name' | 'content' | 'outline' | 'basis'> & Partial<Regime>

const shared = { reporter: reporters, receiver: standingAgency, channel, guidance, owedBy: REPORTERS }

/** Before the 20th of each month (VII.7.d), data from the 15th to the 14th (NĐ 09/2019 Đ12). */
export const monthly = (own: Own): Regime => ({
  ...shared,
  frequency: 'month',
  deadline: say('Trước ngày 20 hằng tháng', 'Before the 20th of each month'),
  dataWindow: say(
    'Từ ngày 15 tháng trước đến ngày 14 của tháng báo cáo',
    'From the 15th of the month before to the 14th of the month reported',
  ),
  dates: { cutOffDay: 14, dueDay: 20, dueInclusive: false, lockAfterDays: 30 },
  ...own,
})

/** Before a day of the quarter's last month; the plan does not name the month (NĐ 09/2019 Đ13: tháng cuối kỳ). */
export const quarterly = (dueDay: number, own: Own): Regime => ({
  ...shared,
  frequency: 'quarter',
  deadline: say(`Trước ngày ${dueDay} tháng cuối quý`, `Before day ${dueDay} of the quarter’s last month`),
  dataWindow: say(
    'Từ ngày 15 tháng trước kỳ báo cáo đến ngày 14 tháng cuối quý',
    'From the 15th of the month before the quarter to the 14th of its last month',
  ),
  dates: { cutOffDay: 14, dueDay, dueInclusive: false, lockAfterDays: 30 },
  ...own,
})

/** III.6.d names no day; the 20th of June and December goes with the monthly report. */
export const halfYearly = (own: Own): Regime => ({
  ...shared,
  frequency: 'half-year',
  deadline: say('Trước ngày 20/6 và trước ngày 20/12', 'Before 20 June and before 20 December'),
  dataWindow: say(
    '6 tháng đầu năm: từ 15/12 năm trước đến 14/6; 6 tháng cuối năm: từ 15/6 đến 14/12',
    'First half: 15 December of the year before to 14 June; second half: 15 June to 14 December',
  ),
  dates: { cutOffDay: 14, dueDay: 20, dueInclusive: false, lockAfterDays: 60 },
  ...own,
})

/** The plan names no day; before day 20 of December goes with the monthly report, the 31st is NĐ 47/2020/NĐ-CP Đ16.4. */
export const yearly = (dueDay: number, own: Own): Regime => ({
  ...shared,
  frequency: 'year',
  deadline: say(`Trước ngày ${dueDay}/12`, `Before ${dueDay} December`),
  dataWindow: say('Từ ngày 15/12 năm trước đến ngày 14/12', 'From 15 December of the year before to 14 December'),
  dates: { cutOffDay: 14, dueDay, dueInclusive: false, lockAfterDays: 60 },
  ...own,
})

/** As soon as something is to be said; there is no day on which it is late. */
export const adHoc = (own: Own): Regime => ({
  ...shared,
  frequency: 'ad-hoc',
  deadline: say('Kịp thời, khi có phát sinh', 'Promptly, when something arises'),
  dataWindow: say('Theo sự việc', 'As the matter stands'),
  dates: { cutOffDay: 31, dueDay: 31, dueInclusive: true, lockAfterDays: 0 },
  ...own,
})

const who: HeaderField[] = [
  {
    key: 'don_vi',
    title: say('Cơ quan báo cáo', 'Reporting agency'),
    type: agency,
    source: 'carried',
    required: true,
  },
  { key: 'ky', title: say('Kỳ báo cáo', 'Period'), type: period, source: 'carried', required: true },
]

const window: HeaderField[] = [
  { key: 'tu_ngay', title: say('Kỳ chốt – từ ngày', 'Data from'), type: date, source: 'carried', required: true },
  { key: 'den_ngay', title: say('Kỳ chốt – đến ngày', 'Data to'), type: date, source: 'carried', required: true },
]

const people: HeaderField[] = [
  {
    key: 'so_bc',
    title: say('Số báo cáo', 'Report number'),
    type: documentNumber,
    source: 'input',
    required: false,
    help: say('Điền khi báo cáo được ký, phát hành', 'Fill in once the report is signed and issued'),
    example: '12/BC-UBND',
  },
  {
    key: 'nguoi_lap',
    title: say('Người lập, điện thoại, email', 'Prepared by, telephone, email'),
    type: line(200),
    source: 'input',
    required: true,
    example: 'Nguyễn Thị Lan, 0258 3822 000, lan@khanhhoa.gov.vn',
  },
  {
    key: 'nguoi_ky',
    title: say('Người ký, chức vụ', 'Signed by, position'),
    type: line(200),
    source: 'input',
    required: true,
    example: 'Trần Văn Minh, Phó Giám đốc',
  },
]

export const header: HeaderField[] = [...who, ...window, ...people]
/** For matters that have no data window. */
export const headerWithoutWindow: HeaderField[] = [...who, ...people]

export const signature: Template['signature'] = {
  preparer: say('Người lập biểu', 'Prepared by'),
  signer: say('Thủ trưởng cơ quan, đơn vị', 'Head of the agency'),
}

/** Printed under the title of an appendix (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export const withPlan = say(
  `(Kèm theo Kế hoạch số ${PLAN_NUMBER} ngày 20/02/2025 của UBND tỉnh Khánh Hòa)`,
  `(Attached to Plan ${PLAN_NUMBER} of 20 February 2025 of the People’s Committee of Khánh Hòa)`,
)

/** Printed under the title of a report. */
export const ofPeriod = say('{period}', '{period}')

export const legalBasis = (...clauses: string[]): string[] => [
  ...clauses.map((clause) => `Kế hoạch ${PLAN_NUMBER} ngày 20/02/2025 của UBND tỉnh Khánh Hòa, ${clause}`),
  'Nghị định 09/2019/NĐ-CP ngày 24/01/2019 của Chính phủ, Điều 11, 12',
]
