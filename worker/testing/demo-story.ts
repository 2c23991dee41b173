// What happens in the demonstration's quarter: who files what when, who is late, who is sent
// back, who says nothing, and the contradictions planted in it. Always the same; knows no cells.
import type { MatterCode } from '../../shared/reconcile/matter.ts'

export const MONTHS = ['2025-04', '2025-05', '2025-06'] as const
export type DemoMonth = (typeof MONTHS)[number]
export const QUARTERS = ['2025-Q1', '2025-Q2'] as const

/** When the demonstration's clock stands after the quarter has been filed: two days before the quarterly report is due. */
export const AFTERWARDS = '2025-06-23T02:00:00.000Z'

/** Reports that are not sent at all. The last month's are the ones a quarterly report misses. */
export const MISSING: readonly string[] = [
  ...['THANG.2025-04.DAI_PTTH', 'THANG.2025-05.UBND_TRUONGSA', 'THANG.2025-06.BDT', 'THANG.2025-06.UBND_KHANHSON'],
  ...['CHITIEU.2025-Q2.BDT', 'CHITIEU.2025-Q2.TTT', 'PL2.2025-06.BDT', 'PL3.2025-06.BDT'],
  ...['PL1.2025-05.UBND_TRUONGSA', 'PL1.2025-06.BDT', 'RAQUET.2025-H1.BDT', 'RAQUET.2025-H1.UBND_KHANHSON'],
]
/** "Không phát sinh". */
export const NIL: readonly string[] = ['THANG.2025-04.BAO_KH']
export const LATE: readonly string[] = [
  ...['THANG.2025-04.SDL', 'THANG.2025-04.UBND_VANNINH', 'THANG.2025-05.SCT', 'THANG.2025-05.UBND_KHANHVINH'],
  ...['THANG.2025-05.CA_TINH', 'THANG.2025-06.SDL', 'THANG.2025-06.SNGV', 'CHITIEU.2025-Q2.UBND_VANNINH'],
]
/** Sent on time, sent back, and sent again after the due day: on time all the same. */
export const RETURNED: readonly string[] = ['THANG.2025-05.STP', 'THANG.2025-06.SGTVT']
/** Sent back and never sent again: nothing counts. */
export const LEFT_RETURNED: readonly string[] = ['THANG.2025-05.SXD']
/** Taken back before the due day and sent anew. */
export const WITHDRAWN: readonly string[] = ['THANG.2025-04.SLDTBXH']
/** Corrected: the second counts, the first stays in the history. */
export const CORRECTED: readonly string[] = ['THANG.2025-05.SNV', 'THANG.2025-06.UBND_DIENKHANH']

export interface Planted {
  readonly code: MatterCode
  readonly template: string
  readonly period: string
  /** Who filed it. */
  readonly agencies: readonly string[]
  readonly field: string | null
}

export const PLANTED: readonly Planted[] = [
  { code: 'same-row', template: 'PL2', period: '2025-05', agencies: ['SYT', 'UBND_NHATRANG'], field: 'ten' },
  { code: 'same-document', template: 'THANG', period: '2025-06', agencies: ['SKHCN', 'SKHDT'], field: 'sp_so' },
  { code: 'above-plan', template: 'PL2', period: '2025-06', agencies: [], field: 'nc_dtc' },
  { code: 'thousandfold', template: 'PL3', period: '2025-05', agencies: ['SNNPTNT'], field: 'nc_tx' },
  { code: 'unchanged', template: 'THANG', period: '2025-06', agencies: ['SVHTT'], field: null },
  { code: 'outlier', template: 'THANG', period: '2025-06', agencies: ['STNMT'], field: 'gn_ky' },
  { code: 'denominator-moved', template: 'CHITIEU', period: '2025-Q2', agencies: ['UBND_DIENKHANH'], field: 'mau_so' },
  { code: 'reopened', template: 'THANG', period: '2025-06', agencies: ['SGDDT'], field: 'trang_thai' },
]
