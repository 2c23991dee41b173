// Everything a check may know besides template and filing. Passed in, so that
// check stays pure: no clock, no store.
import type { Register } from './agency.ts'
import type { Content, Prefill } from './filing.ts'
import type { Plan } from './plan.ts'
import type { Waiver } from './waiver.ts'

export interface CheckContext {
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
  readonly today: string
  readonly agency: string
  readonly period: string
  readonly register: Register
  readonly plan: Plan
  /** The rows and header values the server carried into the form. */
  readonly prefill: Prefill
  /** The counted content of the last period, where there is one. */
  readonly previous: Content | null
  /** Rules that do not bind this agency for a while; where none are at hand, every rule binds. */
  readonly waivers?: readonly Waiver[]
}
