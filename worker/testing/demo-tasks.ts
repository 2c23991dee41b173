// How the tasks of the plan go in the demonstration: each begins, goes on and ends in its own
// month, some are overdue, some are left. Always the same for the same agency, task and month.
import type { Entry } from '../../shared/filing.ts'
import { findPeriodRange } from '../../shared/period.ts'
import type { Case } from '../actions/case.ts'
import { numbersFrom } from './consolidation-sample.ts'

type Cells = Record<string, Entry['value']>

/** A seed that is the agency's and the task's own. */
export const seedOf = (text: string): number => [...text].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) | 0, 7)

const CAUSES = ['Kinh phí', 'Nhân lực', 'Kỹ thuật', 'Phối hợp', 'Đấu thầu'] as const
const DONE_WORK = [
  'Đã trình lãnh đạo phê duyệt dự thảo',
  'Đã tổ chức họp triển khai và phân công thực hiện',
  'Đã hoàn thành rà soát, lập danh mục',
  'Đã ký hợp đồng và triển khai khối lượng',
] as const

type Kind = 'ends' | 'goes' | 'waits' | 'recurs' | 'stops' | 'dropped'

function kindOf(share: number): Kind {
  if (share < 28) return 'ends'
  if (share < 68) return 'goes'
  if (share < 84) return 'waits'
  if (share < 94) return 'recurs'
  return share < 98 ? 'stops' : 'dropped'
}

/** Serial number of a day of 2025, as a cell holds it. */
const serial = (month: number, day: number): number => Date.UTC(2025, month - 1, day) / 86_400_000 + 25_569

export function taskCells({ obligation, context }: Case, rowId: string, position: number, version: number): Cells {
  const random = numbersFrom(seedOf(`${obligation.agency} ${rowId}`))
  random(100)
  const month = Number(obligation.period.slice(-2))
  const kind = kindOf(random(100))
  const [endsIn, pace, cause, work] = [4 + random(4), 8 + random(9), CAUSES[random(CAUSES.length)]!, random(DONE_WORK.length)]
  // One agency sends May's report again as June's.
  const told = obligation.agency === 'SVHTT' && month === 6 ? 5 : month
  // One task was completed in May and is under way again in June.
  const reopened = obligation.agency === 'SGDDT' && rowId === 'III.5.c'
  const done = claims(obligation.agency, rowId) ? month === 6 : reopened ? month === 5 : kind === 'ends' && endsIn <= told
  const given = context.prefill.rows.find(({ id }) => id === rowId)!.values
  const due = typeof given.thoi_han === 'string' ? findPeriodRange(given.thoi_han)?.to : undefined
  const overdue = !done && kind !== 'recurs' && due !== undefined && due < obligation.dates.windowTo
  const trouble = overdue || (kind === 'stops' && !done)
  const result = `${DONE_WORK[work]} của nhiệm vụ ${rowId} trong tháng ${told}/2025${version > 1 ? ', đã bổ sung số liệu' : ''}`
  const progress = Math.min(95, pace * (told - 3) + (position % 5))
  if (done) return doneCells(reopened ? 5 : Math.min(endsIn, month), position, rowId, obligation.agency, result)
  const states: Readonly<Record<Kind, readonly [string, number]>> = {
    ends: ['Đang thực hiện', progress],
    goes: ['Đang thực hiện', progress],
    waits: ['Chưa triển khai', 0],
    recurs: ['Thường xuyên', Math.min(95, 8 * told)],
    stops: ['Tạm dừng', 20],
    dropped: ['Không thực hiện', 0],
  }
  const [state, share] = states[reopened ? 'goes' : kind]
  return {
    ...{ trang_thai: state, ty_le: share, ky_toi: 'Tiếp tục thực hiện theo kế hoạch của cơ quan' },
    ...(state === 'Chưa triển khai' ? {} : { ket_qua: result }),
    ...(trouble ? { kho_khan: 'Chờ bố trí nguồn lực và ý kiến của cơ quan liên quan', nguyen_nhan: cause } : {}),
  }
}

/** Two departments claim the same decision as their product. */
const claims = (agency: string, rowId: string): boolean => (agency === 'SKHCN' || agency === 'SKHDT') && rowId === 'III.6.b'

function doneCells(month: number, position: number, rowId: string, agency: string, result: string): Cells {
  const number = claims(agency, rowId) ? '1187/QĐ-UBND' : `${(seedOf(rowId) >>> 8) % 800}${position}/KH-${agency.replaceAll('_', '')}`
  return {
    ...{ trang_thai: 'Hoàn thành', ty_le: 100, ket_qua: result, sp_so: number, sp_ngay: serial(month, 8), ky_toi: null },
  }
}
