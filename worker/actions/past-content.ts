// What an agency last reported before a period, with the reports of agencies whose work it
// took over and that no longer report for themselves in that period.
import type { Register } from '../../shared/agency.ts'
import { endedIn } from '../../shared/agency.ts'
import type { Content } from '../../shared/filing.ts'
import { type Inherited, inherited } from '../../shared/inherited.ts'
import { periodRange } from '../../shared/period.ts'
import { actsAlsoFor } from '../../shared/succession.ts'
import { lastAddedBefore, lastContentBefore } from '../store/counted.ts'

interface Reporter {
  readonly agency: string
  readonly period: string
  /** Whose work it took over. */
  readonly forerunners: readonly string[]
}

/** `owing`: the agencies that a report is asked of for the period. */
export function reporterOf(register: Register, agency: string, period: string, owing: ReadonlySet<string>): Reporter {
  const before = actsAlsoFor(endedIn(register), agency, periodRange(period).to)
  return { agency, period, forerunners: before.filter((code) => !owing.has(code)) }
}

export async function pastContent(db: D1Database, template: string, { agency, period, forerunners }: Reporter): Promise<Inherited> {
  const [own, lastAdded, ...from] = await Promise.all([
    lastContentBefore(db, template, agency, period),
    lastAddedBefore(db, template, agency, period),
    ...forerunners.map((code) => lastContentBefore(db, template, code, period)),
  ])
  return inherited(
    own,
    from.filter((content): content is Content => content !== null),
    lastAdded,
  )
}
