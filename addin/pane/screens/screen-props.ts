// What every screen of the pane is given: the session and the way to say what the
// person did. Screens hold no logic.
import type { PullPorts } from '../pull/pull-perform.ts'
import type { Event, Session } from '../session.ts'

export interface ScreenProps {
  readonly session: Session
  readonly dispatch: (event: Event) => void
  /** A fresh idempotency key, for a submission that begins now. */
  readonly newKey: () => string
  /** What the part for the whole province works with. */
  readonly province: PullPorts
  /** Tells the person of what failed outside the session. */
  readonly failed: (error: unknown) => void
}
