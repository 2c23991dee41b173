// The part of a consolidation that was chosen, in the words of its workbook: of some agencies, or of what counted when a day ended.
import type { ChosenAgencies } from './consolidated-sheet.ts'

export interface ChosenPart {
  /** Null: all. */
  readonly agencies: ChosenAgencies | null
  /** `YYYY-MM-DD`; null: now. */
  readonly on: string | null
}

export function chosenText({ agencies, on }: ChosenPart): string {
  const whom = agencies && `Chỉ gồm ${agencies.name ?? `${agencies.codes.length} cơ quan được chọn`}.`
  const when = on && `Số liệu tính đến hết ngày ${on.split('-').reverse().join('/')}.`
  return [whom, when].filter((one) => one !== null).join(' ')
}
