// Agencies that end and begin on a day: merged, split, renamed. What becomes of the register
// and of the reports that are open, worked out before anything is done. Stores nothing.
import * as v from 'valibot'
import { Agency, existsOn, heirOf, type Register } from './agency.ts'
import { obligationsOf } from './deadline.ts'
import type { Obligation } from './obligation.ts'
import { periodRange } from './period.ts'
import type { Template } from './template.ts'

const Code = v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]{1,39}$/))

export const Reorganising = v.strictObject({
  kind: v.picklist(['merged', 'split', 'renamed', 'applied']),
  /** The first day of what begins; what ends, ends the day before. */
  date: v.pipe(v.string(), v.isoDate()),
  ends: v.pipe(
    v.array(
      v.strictObject({
        agency: v.string(),
        successors: v.array(v.string()),
        /** The one that files what is open; the first successor where it is left out. */
        heir: v.optional(v.nullable(v.string())),
      }),
    ),
    v.minLength(1),
    v.maxLength(300),
  ),
  begins: v.pipe(v.array(v.strictObject({ ...Agency.entries, code: Code })), v.maxLength(500)),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
})
export type Reorganising = v.InferOutput<typeof Reorganising>

export type Hindrance =
  | { readonly code: 'unknown' | 'ended' | 'not-begun' | 'twice' | 'taken' | 'own-successor' | 'name'; readonly agency: string }
  | { readonly code: 'successor' | 'heir'; readonly agency: string; readonly other: string }

const DAY_MS = 86_400_000
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)

/** Why it cannot be done; empty where it can. */
export function hindrances({ agencies }: Register, { date, ends, begins }: Reorganising): Hindrance[] {
  const known = new Map(agencies.map((agency) => [agency.code, agency]))
  const begun = new Set(begins.map(({ code }) => code))
  const ending = new Set(ends.map(({ agency }) => agency))
  const found: Hindrance[] = begins.flatMap(({ code, name }, at): Hindrance[] => {
    if (known.has(code)) return [{ code: 'taken', agency: code }]
    if (begins.findIndex((one) => one.code === code) < at) return [{ code: 'twice', agency: code }]
    return name.trim() === '' ? [{ code: 'name', agency: code }] : []
  })
  ends.forEach(({ agency, successors, heir }, at) => {
    const own = known.get(agency)
    if (!own) return found.push({ code: 'unknown', agency })
    if (ends.findIndex((one) => one.agency === agency) < at) return found.push({ code: 'twice', agency })
    // An agency ends at least one day after it began, and once.
    if (own.validTo !== null) return found.push({ code: 'ended', agency })
    if (own.validFrom !== null && own.validFrom >= date) return found.push({ code: 'not-begun', agency })
    if (successors.includes(agency)) return found.push({ code: 'own-successor', agency })
    for (const other of successors) {
      const next = known.get(other)
      const there = begun.has(other) || (next && existsOn(next, date) && !ending.has(other))
      if (!there) found.push({ code: 'successor', agency, other })
    }
    if (heir && !successors.includes(heir)) found.push({ code: 'heir', agency, other: heir })
    return found.length
  })
  return found
}

/** What begins without having been anything before joins the groups that what begins like it has come from. */
function joined({ groups }: Register, { ends, begins }: Reorganising): Register['groups'] {
  const forerunners = (code: string) => ends.filter(({ successors }) => successors.includes(code)).map(({ agency }) => agency)
  const groupsOf = (codes: readonly string[]) => groups.filter(({ members }) => codes.some((code) => members.includes(code)))
  const fresh = begins.filter(({ code, reports }) => reports && forerunners(code).length === 0)
  const alike = new Map(
    [...new Set(fresh.map(({ kind }) => kind))].map((kind) => {
      const models = begins.filter((one) => one.kind === kind && forerunners(one.code).length > 0)
      const sets = models.map(({ code }) => new Set(groupsOf(forerunners(code)).map((group) => group.code)))
      const [first = new Set<string>(), ...rest] = sets
      return [kind, new Set([...first].filter((code) => rest.every((set) => set.has(code))))]
    }),
  )
  return groups.map((group) => {
    const joins = fresh.filter(({ kind }) => alike.get(kind)?.has(group.code)).map(({ code }) => code)
    return joins.length === 0 ? group : { ...group, members: [...group.members, ...joins] }
  })
}

/** The register as it is afterwards: for every day, because everything in it is dated. */
export function reorganised(register: Register, change: Reorganising): Register {
  const { date, ends, begins } = change
  const ending = new Map(ends.map((one) => [one.agency, one]))
  return {
    agencies: [
      ...register.agencies.map((agency) => {
        const end = ending.get(agency.code)
        if (!end) return agency
        const { successors, heir = successors[0] ?? null } = end
        return { ...agency, validTo: dayBefore(date), successors: [...successors], heir }
      }),
      ...begins.map((agency) => ({ ...agency, validFrom: date, validTo: null, successors: [], heir: null })),
    ],
    groups: joined(register, change),
  }
}

/** An obligation that is not locked on the day, with whether anybody has begun on it. */
export interface OpenObligation {
  readonly obligation: Obligation
  /** A draft, an upload or a submission is there. */
  readonly touched: boolean
}

export interface Effect {
  /** What the heir files from the day on. */
  readonly passedOn: readonly { readonly obligation: Obligation; readonly to: string }[]
  /** Of an agency that nobody takes over from: it still files itself. */
  readonly left: readonly Obligation[]
  /** For a period in which the agency no longer exists, and neither it nor its heir has begun on it. */
  readonly removed: readonly Obligation[]
  /** What the agencies of such a period owe instead. */
  readonly opened: readonly Obligation[]
}

type OfPeriod = Pick<Obligation, 'template' | 'version' | 'period'>
const pairOf = ({ template, version, period }: OfPeriod): string => `${template}.${version}.${period}`

/**
 * What becomes of the reports that are open. An obligation belongs to the agency valid in its period: what was asked of an
 * agency stays under its name and is filed by its heir; for a period that begins only after its end, the agencies of that
 * period owe it. `templates`: those of the open obligations, in their versions.
 */
export function effectOn(
  register: Register,
  change: Reorganising,
  open: readonly OpenObligation[],
  templates: readonly Template[],
): Effect {
  const after = reorganised(register, change)
  const ending = new Set(change.ends.map(({ agency }) => agency))
  const heirs = new Map(after.agencies.map((agency) => [agency.code, heirOf(agency)]))
  const begunOn = new Set(open.flatMap(({ obligation, touched }) => (touched ? [`${pairOf(obligation)} ${obligation.agency}`] : [])))
  // An heir that has begun on its own report could not take the tasks into it any more.
  // Longer time that one agency was given is not given to others.
  const usual = (pair: string) =>
    open.find(({ obligation }) => pairOf(obligation) === pair && obligation.dates.extendedFrom === undefined)?.obligation.dates
  const isRemoved = ({ obligation, touched }: OpenObligation) =>
    !touched &&
    ending.has(obligation.agency) &&
    periodRange(obligation.period).from >= change.date &&
    !begunOn.has(`${pairOf(obligation)} ${heirs.get(obligation.agency)}`)
  const removed = open.filter(isRemoved).map(({ obligation }) => obligation)
  const kept = open.filter((one) => !isRemoved(one)).map(({ obligation }) => obligation)
  const ended = kept.filter(({ agency }) => ending.has(agency))
  const passedOn = ended.flatMap((obligation) => {
    const to = heirs.get(obligation.agency) ?? null
    return to === null ? [] : [{ obligation, to }]
  })
  const opened = [...new Map(open.map(({ obligation }) => [pairOf(obligation), obligation])).values()].flatMap((one) => {
    const template = templates.find(({ code, version }) => code === one.template && version === one.version)
    if (!template) return []
    const there = new Set(kept.filter((other) => pairOf(other) === pairOf(one)).map(({ agency }) => agency))
    // A report that an heir files for an agency of the same period is not asked of it a second time; one that has no day is.
    const covered = new Set(passedOn.filter(({ obligation }) => pairOf(obligation) === pairOf(one)).map(({ to }) => to))
    return obligationsOf(template, after, one.period)
      .filter(({ agency }) => !there.has(agency) && (template.regime.frequency === 'ad-hoc' || !covered.has(agency)))
      .filter(({ agency }) => change.begins.some(({ code }) => code === agency) || removed.some((old) => heirs.get(old.agency) === agency))
      .map((obligation) => ({ ...obligation, dates: usual(pairOf(one)) ?? one.dates }))
  })
  return { passedOn, left: ended.filter(({ agency }) => (heirs.get(agency) ?? null) === null), removed, opened }
}
