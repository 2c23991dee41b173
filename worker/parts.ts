// All that an action may touch: clock, ids, store, accounts. Made once per
// request in index.ts, the only reader of `env`.
import type { Clock } from '../shared/clock.ts'
import type { Accounts } from './accounts.ts'
import type { MailSetup } from './mailer.ts'

export interface Parts {
  readonly clock: Clock
  readonly newId: () => string
  readonly db: D1Database
  readonly files: R2Bucket
  readonly accounts: Accounts
  /** Goes on with something after the answer; what fails there is logged and must be made up for by whoever needs it. */
  readonly afterwards: (work: () => Promise<unknown>) => void
  /** The address under which people reach it, without a slash at the end; null where nobody has said. */
  readonly portal: string | null
  /** Who hands mails on, where the deployment has somebody. */
  readonly mail: MailSetup
  /** What calls of the webhook with this id are signed with: follows from the secret of the deployment and is kept nowhere. */
  readonly webhookSecret: (id: string) => Promise<string>
  /** A demonstration: its clock may be moved and its accounts are public. Nothing else turns this on. */
  readonly demo: boolean
  /** The first admin of a new deployment, until there is one. */
  readonly firstAdmin: { readonly email: string; readonly password: string } | null
}
