// All that an action may touch: clock, ids, store. Made once per request in
// index.ts, the only reader of `env`.
import type { Clock } from '../shared/clock.ts'

export interface Parts {
  readonly clock: Clock
  readonly newId: () => string
  readonly db: D1Database
  readonly files: R2Bucket
}
