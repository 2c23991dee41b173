// Why nothing can be done any more with a submission as somebody saw it, and what
// to look at instead.
import type { Bilingual } from '../bilingual.ts'
import { momentText } from '../sheet/status-sheet.ts'
import type { SubmissionState } from '../standing.ts'

export interface Moved {
  readonly state: SubmissionState
  readonly sequence: number
  /** The submission that counts or waits now, with when it was sent, if there is one. */
  readonly latest: { readonly sequence: number; readonly number: string; readonly submittedAt: string } | null
}

export function movedOnSentence({ state, sequence, latest }: Moved): Bilingual {
  const newer = latest && latest.sequence !== sequence ? latest : null
  switch (state) {
    case 'withdrawn':
      return {
        vi: `Đơn vị đã rút lần nộp ${sequence}, không còn gì để xử lý. Hãy tải lại danh sách.`,
        en: `The agency has taken submission ${sequence} back; there is nothing left to deal with. Reload the list.`,
      }
    case 'returned':
      return {
        vi: `Lần nộp ${sequence} đã bị trả lại trước đó. Hãy chờ đơn vị nộp lại, hoặc tải lại để xem các ý kiến đã gửi.`,
        en: `Submission ${sequence} was returned before. Wait until the agency sends again, or reload to see the notes that were sent.`,
      }
    case 'submitted':
    case 'accepted':
      return {
        vi: `Lần nộp ${sequence} đã được ký và đã đến nơi nhận, không cần làm gì thêm.`,
        en: `Submission ${sequence} is signed and has reached the receiver; nothing more is to be done.`,
      }
    case 'handed-back':
      return {
        vi: `Lần nộp ${sequence} đã được lãnh đạo đơn vị trả lại người lập, chưa đến nơi nhận. Hãy chờ người lập gửi lại.`,
        en: `The head of the agency handed submission ${sequence} back; it has not reached the receiver. Wait until it is sent again.`,
      }
    case 'awaiting-sign-off':
      return {
        vi: `Lần nộp ${sequence} chưa được lãnh đạo đơn vị ký nên chưa đến nơi nhận. Hãy chờ đơn vị ký.`,
        en: `Submission ${sequence} is not signed by the head of the agency and has not reached the receiver. Wait for the signature.`,
      }
    default:
      return {
        vi: newer
          ? `Đơn vị đã nộp lần ${newer.sequence} (${newer.number}, ${momentText(newer.submittedAt)}), lần ${sequence} không còn là bản được tính. Hãy tải lại và xem lần ${newer.sequence}.`
          : `Lần nộp ${sequence} không còn là bản được tính. Hãy tải lại danh sách.`,
        en: newer
          ? `The agency has sent submission ${newer.sequence} (${newer.number}, ${momentText(newer.submittedAt)}); submission ${sequence} no longer counts. Reload and look at submission ${newer.sequence}.`
          : `Submission ${sequence} no longer counts. Reload the list.`,
      }
  }
}
