// What every screen of the pane is given: the session and the way to say what the
// person did. Screens hold no logic.
import type { Event, Session } from '../session.ts'

export interface ScreenProps {
  readonly session: Session
  readonly dispatch: (event: Event) => void
  /** A fresh idempotency key, for a submission that begins now. */
  readonly newKey: () => string
}
