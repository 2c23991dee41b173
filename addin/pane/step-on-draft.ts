// The part of the machine about the draft on the server: saved, not saved, or a
// colleague saved another one. Which of the two goes on is the person's to say; both are kept.
import type { Effect, Step } from './effect.ts'
import type { Event, Session, Trouble, Work } from './session.ts'
import { saidIn } from './session-review.ts'
import { isUnreachable, mayHaveArrived } from './step-on-sending.ts'

/** After a draft could not be saved. */
const AGAIN_MS = 15_000

type DraftEvent = Extract<
  Event,
  { type: 'draft-saved' | 'draft-taken' | 'draft-unsaved' | 'draft-conflict' | 'conflict-asked' | 'mine-kept' | 'theirs-taken' }
>

export function stepOnDraft(session: Session, work: Work, event: DraftEvent): Step {
  const go = (change: Partial<Session>, workChange: Partial<Work>, ...effects: Effect[]): Step => ({
    session: { ...session, ...change, work: { ...work, ...workChange } },
    effects,
  })
  const ignore: Step = { session, effects: [] }
  const { form, sheet, filing, theirs } = work
  const decided = { busy: 'drawing', progress: null, trouble: null } as const

  switch (event.type) {
    case 'draft-saved': {
      const stage = session.stage === 'conflict' ? 'obligation' : session.stage
      const busy = session.busy === 'drawing' ? null : session.busy
      const { obligation } = work
      const known = { ...obligation, version: event.inUse ?? obligation.version }
      const begun = known.state === 'open' ? ({ ...known, state: 'draft' } as const) : known
      return go({ offline: false, stage, busy }, { obligation: begun, draft: event.draft, draftState: 'saved', theirs: null })
    }
    case 'draft-taken': {
      const taken = stepOnDraft(session, work, { ...event, type: 'draft-saved' })
      const theirs = { said: saidIn(event.draft.filing, form?.notes ?? []), findings: null, current: null, places: null }
      return { ...taken, session: { ...taken.session, work: taken.session.work && { ...taken.session.work, ...theirs } } }
    }
    case 'draft-unsaved': {
      const trouble: Trouble = { from: 'server', slug: event.why, requestId: null }
      const again = filing && mayHaveArrived(trouble)
      return go(
        { offline: session.offline || isUnreachable(trouble) },
        { draftState: 'unsaved' },
        ...(again ? [{ do: 'save-draft', id: work.obligation.id, filing, afterMs: AGAIN_MS } as const] : []),
      )
    }
    case 'draft-conflict':
      return go({ busy: session.busy === 'drawing' ? null : session.busy }, { draftState: 'conflict', theirs: event.theirs })
    case 'conflict-asked':
      return theirs ? go({ stage: 'conflict', trouble: null }, {}) : ignore
    case 'mine-kept':
      if (!form || !filing || !theirs || session.busy !== null) return ignore
      return go(decided, {}, { do: 'keep-mine', form, sheet, filing, theirs })
    case 'theirs-taken':
      if (!form || !theirs || session.busy !== null) return ignore
      return go(decided, {}, { do: 'take-theirs', form, sheet, theirs })
  }
}
