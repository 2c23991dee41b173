// The documents of appendix I and the half-yearly scans in the demonstration: most documents go up
// in their month, some late with the reason, some wait. Always the same for the same agency and row.
import type { Entry } from '../../shared/filing.ts'
import { findPeriodRange } from '../../shared/period.ts'
import type { Case } from '../actions/case.ts'
import { seedOf } from './demo-tasks.ts'

type Cells = Record<string, Entry['value']>

const DAY_MS = 86_400_000
/** Serial number of a day, as a cell holds it. */
const serial = (day: string): number => Date.parse(day) / DAY_MS + 25_569

const REASONS = ['Chờ ý kiến thẩm định của Sở Tư pháp', 'Chờ ý kiến góp ý của các cơ quan phối hợp', 'Chờ hướng dẫn của Bộ'] as const

export function documentCells({ obligation, context }: Case, rowId: string): Cells {
  const { values } = context.prefill.rows.find(({ id }) => id === rowId)!
  const until = obligation.dates.windowTo
  const due = typeof values.thoi_gian_trinh === 'string' ? findPeriodRange(values.thoi_gian_trinh)?.to : undefined
  const seed = seedOf(`${obligation.agency} ${rowId}`) >>> 8
  const partners: Cells = values.co_quan_phoi_hop == null ? { co_quan_phoi_hop: '-' } : {}
  const kind: Cells = values.loai_van_ban == null ? { loai_van_ban: 'Kế hoạch' } : {}
  if (due === undefined || due >= until || seed % 4 === 0)
    return {
      ...{ ...partners, ...kind, trang_thai: 'Chưa trình' },
      ...(due !== undefined && due < until ? { ghi_chu: REASONS[seed % REASONS.length]! } : {}),
    }
  const sent = serial(due) - 2 - (seed % 9)
  return { ...partners, ...kind, trang_thai: 'Đã trình', ngay_trinh: sent }
}

export function scanCells({ obligation, agencyName }: Case): Cells {
  const seed = seedOf(obligation.agency) >>> 8
  const [high, medium, low] = [seed % 2, 1 + (seed % 3), 2 + (seed % 5)]
  const found = high + medium + low
  const mended = seed % 3 === 0 ? found - 1 : found
  return {
    ...{ httt: `Trang thông tin điện tử ${agencyName}`, cap_do: 2, ngay_quet: serial(obligation.dates.windowTo) - 20 - (seed % 30) },
    ...{ don_vi_quet: 'Trung tâm Công nghệ thông tin và Dịch vụ hành chính công' },
    ...{ lo_hong_nt: 0, lo_hong_cao: high, lo_hong_tb: medium, lo_hong_thap: low, da_khac_phuc: mended },
    ...(mended < found ? { han_kp: serial(obligation.dates.windowTo) + 30 } : {}),
  }
}
