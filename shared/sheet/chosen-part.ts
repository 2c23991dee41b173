// The part of a consolidation that was chosen, in the words of its workbook: of some agencies, or of what counted when a day ended.
import { dayInVietnam } from '../clock.ts'
import type { ChosenAgencies } from './consolidated-sheet.ts'

export interface ChosenPart {
  /** Null: all. */
  readonly agencies: ChosenAgencies | null
  /** `YYYY-MM-DD`; null: now. */
  readonly on: string | null
}

/** The day that a sheet may name as ended: none where it was still going on at `madeAt`, an ISO instant. */
export const endedDay = (on: string | null, madeAt: string): string | null =>
  on !== null && on < dayInVietnam(new Date(madeAt)) ? on : null

export function chosenText({ agencies, on }: ChosenPart): string {
  const whom = agencies && `Chỉ gồm ${agencies.name ?? `${agencies.codes.length} cơ quan được chọn`}.`
  const when = on && `Số liệu tính đến hết ngày ${on.split('-').reverse().join('/')}.`
  return [whom, when].filter((one) => one !== null).join(' ')
}
