// What an agency last reported before a period, with the reports of agencies whose work it
// took over and that no longer report for themselves in that period.
import type { Register } from '../../shared/agency.ts'
import { endedIn } from '../../shared/agency.ts'
import { type Inherited, inherited } from '../../shared/inherited.ts'
import { periodRange } from '../../shared/period.ts'
import { actsAlsoFor } from '../../shared/succession.ts'
import { lastAddedBefore, lastContentBefore } from '../store/counted.ts'

interface Reporter {
  readonly agency: string
  readonly period: string
  /** Whose work it took over. */
  readonly forerunners: readonly { readonly code: string; readonly lastDay: string }[]
}

/** `owing`: the agencies that a report is asked of for the period. */
export function reporterOf(register: Register, agency: string, period: string, owing: ReadonlySet<string>): Reporter {
  const ended = endedIn(register)
  const before = new Set(actsAlsoFor(ended, agency, periodRange(period).to))
  const forerunners = ended.flatMap(({ code, validTo: lastDay }) => (before.has(code) && !owing.has(code) ? [{ code, lastDay }] : []))
  return { agency, period, forerunners }
}

export async function pastContent(db: D1Database, template: string, { agency, period, forerunners }: Reporter): Promise<Inherited> {
  const [own, lastAdded, ...from] = await Promise.all([
    lastContentBefore(db, template, agency, period),
    lastAddedBefore(db, template, agency, period),
    ...forerunners.map(({ code }) => lastContentBefore(db, template, code, period)),
  ])
  const left = from.flatMap((content, at) => (content ? [{ content, lastDay: forerunners[at]!.lastDay }] : []))
  return inherited(own, left, lastAdded)
}
