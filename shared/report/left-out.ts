// What the tables of the quarterly report do not hold, as its readers are told: a total that lacks somebody says so.
import { showNumber } from '../field/exact-decimal.ts'
import type { QuarterlySummary } from '../wire-province.ts'

export interface LeftOut extends Pick<QuarterlySummary, 'outside' | 'pending'> {
  /** Names of the agencies whose report of the quarter's last month does not count, in the order of the register. */
  readonly unreported: readonly string[]
}

/** Agencies that a sentence names. */
const MOST_NAMED = 20

const n = (value: number) => showNumber(value, 'vi')

/** Below the table of tasks. */
export function leftOutOfTasks({ unreported, outside: { ungrouped } }: LeftOut): string[] {
  const named = unreported.slice(0, MOST_NAMED).join('; ')
  const more = unreported.length > MOST_NAMED ? ` và ${n(unreported.length - MOST_NAMED)} cơ quan khác` : ''
  return [
    ...(unreported.length > 0
      ? [`Chưa tính nhiệm vụ và kinh phí của ${n(unreported.length)} cơ quan chưa có báo cáo tháng cuối quý: ${named}${more}.`]
      : []),
    ...(ungrouped > 0 ? [`Ngoài ra có ${n(ungrouped)} nhiệm vụ không thuộc nhóm hoặc tình trạng nào, không tính trong báo cáo này.`] : []),
  ]
}

/** Below the table of money; `unsourcedPaidSoFar` is in đồng. */
export const leftOutOfMoney = ({ outside: { unsourcedPaidSoFar } }: LeftOut): string[] =>
  unsourcedPaidSoFar === 0
    ? []
    : [`Ngoài ra có ${n(unsourcedPaidSoFar / 1_000_000)} triệu đồng lũy kế giải ngân chưa xác định được nguồn vốn, không tính trong bảng.`]

/** After how many were not sent. */
export const ofWhichPending = ({ pending }: LeftOut): string => (pending === 0 ? '' : ` (trong đó ${n(pending)} chưa đến hạn)`)
