// Bodies of the API about the deployment itself: whether it runs, the time that everything
// goes by, and what only a demonstration has.
import * as v from 'valibot'
import { Role } from './wire.ts'

export const Health = v.strictObject({ ok: v.literal(true), version: v.string(), demo: v.boolean(), loaded: v.boolean() })
export type Health = v.InferOutput<typeof Health>

export const ClockReading = v.strictObject({ now: v.string(), day: v.string(), demo: v.boolean() })
export type ClockReading = v.InferOutput<typeof ClockReading>
/** Demo only: move the clock to this instant. */
export const ClockSetting = v.strictObject({ now: v.pipe(v.string(), v.isoTimestamp()) })

/** Demo only. */
export const DemoAccounts = v.strictObject({
  accounts: v.array(
    v.strictObject({
      email: v.string(),
      password: v.string(),
      name: v.string(),
      role: Role,
      agency: v.nullable(v.string()),
      description: v.string(),
    }),
  ),
})
export type DemoAccounts = v.InferOutput<typeof DemoAccounts>
