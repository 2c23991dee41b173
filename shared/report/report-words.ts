// The words of a report that people write and keep: everything in it that is no
// figure. Knows no store; what stands there before anybody wrote follows from the filing.
import * as v from 'valibot'
import type { Content } from '../filing.ts'

const prose = v.pipe(v.string(), v.trim(), v.maxLength(8000))
const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))

export const ReportWords = v.strictObject({
  /** The number the office gives when it issues the report; blank until then. */
  number: line(20),
  day: v.nullable(v.pipe(v.string(), v.isoDate())),
  assessment: prose,
  shortcomings: prose,
  next: prose,
  proposals: prose,
  /** Above the signature, line by line: KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC. */
  position: line(200),
  signer: line(100),
  /** "Nơi nhận", one a line. */
  recipients: line(1000),
})
export type ReportWords = v.InferOutput<typeof ReportWords>

const RECIPIENTS = 'Như trên;\nBan Chỉ đạo Chuyển đổi số tỉnh (để báo cáo);\nLưu: VT.'

const textOf = (value: unknown): string => (typeof value === 'string' && value !== '-' ? value : '')

/** What stands in the report before anybody has written in it: the words that were filed with the figures, where they were. */
export function wordsAtFirst(filed: Content | null): ReportWords {
  const said = filed?.rows.find(({ table }) => table === 'e')?.values ?? {}
  // "Trần Văn Minh, Phó Giám đốc"
  const [signer = '', position = 'Giám đốc'] = textOf(filed?.header.nguoi_ky).split(/,\s*/)
  return {
    ...{ number: '', day: null, assessment: textOf(said.danh_gia), shortcomings: textOf(said.ton_tai) },
    ...{ next: textOf(said.ky_toi), proposals: textOf(said.kien_nghi) },
    ...{ position: positionLines(position), signer, recipients: RECIPIENTS },
  }
}

/** A deputy signs for the head: NĐ 30/2020/NĐ-CP Phụ lục I, II.7. */
function positionLines(position: string): string {
  const upper = position.toUpperCase()
  return upper.startsWith('PHÓ ') ? `KT. ${upper.slice(4)}\n${upper}` : upper
}
