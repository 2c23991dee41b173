// The indicators of the demonstration: numerators that grow from quarter to quarter over
// denominators that stay, but for the one that is planted.
import type { Entry } from '../../shared/filing.ts'
import type { Case } from '../actions/case.ts'
import { numbersFrom } from './consolidation-sample.ts'
import { seedOf } from './demo-tasks.ts'

type Cells = Record<string, Entry['value']>

const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569

export function indicatorCells({ obligation, context }: Case, rowId: string, position: number): Cells {
  const random = numbersFrom(seedOf(`${obligation.agency} ${rowId}`))
  random(100)
  const second = obligation.period.endsWith('Q2')
  const { loai, toan_tu, muc_tieu } = context.prefill.rows.find(({ id }) => id === rowId)!.values
  const source = { nguon: 'Số liệu theo dõi của cơ quan', ngay_so_lieu: serial(obligation.dates.windowTo) }
  const target = typeof muc_tieu === 'number' ? muc_tieu : 1
  // Some have nothing to count.
  if (random(20) === 0) return { ap_dung: 'Không áp dụng', giai_trinh: 'Cơ quan không có đối tượng thuộc chỉ tiêu này' }
  if (loai !== 'ty-le') {
    const count = toan_tu === 'bang' ? target - (second ? 0 : 1) : toan_tu === 'den' ? target - 2 : random(4) === 0 ? 0 : target + random(2)
    return { ap_dung: 'Có', ket_qua_nhap: Math.max(0, count), ...source, giai_trinh: 'Sẽ hoàn thành trong các tháng cuối năm 2025' }
  }
  const base = 40 + random(60) * (1 + (position % 7))
  const moved = second && obligation.agency === 'UBND_DIENKHANH' && rowId === 'XHS_SMARTPHONE' ? 0.7 : 1
  const [under, share] = [Math.round(base * 10 * moved), 0.6 + random(30) / 100 + (second ? 0.06 : 0)]
  return {
    ...{ ap_dung: 'Có', tu_so: Math.round(under * (target < 20 ? Math.min(share, (target + 3) / 100) : share)), mau_so: under, ...source },
    giai_trinh: 'Đang tiếp tục triển khai để đạt mục tiêu năm 2025',
  }
}
