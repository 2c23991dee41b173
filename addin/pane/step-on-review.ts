// The part of the machine about what others say: the receiver's notes, and the
// signature of the agency's head. Answering a note is in step-on-work.ts, because it is saved with the draft.

import type { Step } from './effect.ts'
import { cellAt } from './places.ts'
import type { Session, Work } from './session.ts'
import type { ReviewEvent } from './session-review.ts'

type Handled = Exclude<ReviewEvent, { type: 'note-answered' | 'signed-off' }>

export function stepOnReview(session: Session, work: Work, event: Handled): Step {
  const { obligation, form, places, sheet, toSign } = work
  const ignore: Step = { session, effects: [] }
  switch (event.type) {
    case 'note-jump-asked': {
      const note = form?.notes.find(({ id }) => id === event.note)
      const cell = note && places && cellAt(places, note.place)
      return sheet && cell ? { session, effects: [{ do: 'go-to', sheet, cell }] } : ignore
    }
    case 'to-sign-asked':
      return { session: { ...session, busy: 'loading', trouble: null }, effects: [{ do: 'load-to-sign', id: obligation.id }] }
    case 'to-sign-loaded':
      return { session: { ...session, stage: 'sign', busy: null, work: { ...work, toSign: event.toSign } }, effects: [] }
    case 'sign-asked': {
      if (!toSign || session.busy !== null) return ignore
      const { request, key } = event
      const submission = toSign.submission.receipt.submissionId
      return { session: { ...session, busy: 'signing', trouble: null }, effects: [{ do: 'sign', submission, request, key }] }
    }
  }
}
