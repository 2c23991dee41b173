// What every request carries through the app: the parts it may use, its id, and
// whoever and whatever the guard has recognised. Types only.
import type { Obligation } from '../shared/obligation.ts'
import type { Person } from '../shared/wire.ts'
import type { Parts } from './parts.ts'
import type { KeptSubmission } from './store/submissions.ts'

export interface AppEnv {
  Bindings: { readonly parts: Parts }
  Variables: {
    requestId: string
    /** Set by the guard on every route that is not public. */
    person: Person
    token: string
    /** Set by the guard on routes about one obligation or submission. */
    obligation: Obligation
    submission: KeptSubmission
  }
}
