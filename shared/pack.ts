// A plan with everything the product needs to serve it, as data: loaded once
// into an empty database, changed online afterwards.
import type { Register } from './agency.ts'
import type { Assignment } from './assignment.ts'
import type { Bilingual } from './bilingual.ts'
import type { Plan } from './plan.ts'
import type { Regime, Template } from './template.ts'
import type { WaiverGrant } from './waiver.ts'

/** A dated reorganisation that an admin can apply; nothing of it is applied at first. */
export interface Reorganisation {
  readonly id: string
  readonly date: string
  readonly title: Bilingual
  readonly source: string
  /** Agencies that end the day before, with who takes over, and who of them files what is open: the first where nobody is named. */
  readonly ends: readonly { readonly agency: string; readonly successors: readonly string[]; readonly heir?: string }[]
  /** Agencies that begin on the date. */
  readonly begins: Register['agencies']
}

export interface Pack {
  readonly plan: Plan
  readonly register: Register
  readonly templates: readonly Template[]
  /** Reports that the plan orders and that have no template yet: an admin makes one from here. */
  readonly regimesWithoutForm: readonly Regime[]
  readonly assignments: readonly Assignment[]
  /** What the signed plan itself breaks, with why it stands all the same. */
  readonly waivers: readonly WaiverGrant[]
  readonly reorganisations: readonly Reorganisation[]
}
