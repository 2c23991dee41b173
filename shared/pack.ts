// A plan with everything the product needs to serve it, as data: loaded once
// into an empty database, changed online afterwards.
import * as v from 'valibot'
import { Register } from './agency.ts'
import { Assignment } from './assignment.ts'
import type { Bilingual } from './bilingual.ts'
import { Plan } from './plan.ts'
import { Regime, Template } from './template.ts'
import { WaiverGrant } from './waiver.ts'

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

/** A pack as a file: reorganisations come from elsewhere. */
export const PackFile = v.strictObject({
  plan: Plan,
  register: Register,
  templates: v.array(Template),
  regimesWithoutForm: v.array(Regime),
  assignments: v.array(Assignment),
  waivers: v.array(WaiverGrant),
})
export type PackFile = v.InferOutput<typeof PackFile>
