// Reporting bodies and their groups, each valid from–to and with successors.
// Agencies change by dated data, never by code. Matching of typed names: agency-names.ts.
import * as v from 'valibot'
import type { Ended } from './succession.ts'

const IsoDate = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

export const Agency = v.strictObject({
  code: v.string(),
  name: v.string(),
  abbreviation: v.nullable(v.string()),
  aliases: v.array(v.string()),
  /** sở, UBND huyện, ngành dọc … as the source names it. */
  kind: v.string(),
  reports: v.boolean(),
  /** First and last day of existence, inclusive; null is open. */
  validFrom: v.nullable(IsoDate),
  validTo: v.nullable(IsoDate),
  successors: v.array(v.string()),
  /** Of the successors the one that files what was open when it ended, and does its own tasks from then on; the first where nobody said. */
  heir: v.optional(v.nullable(v.string())),
  /** The agency that it is part of. */
  parent: v.optional(v.nullable(v.string())),
  /** Mã định danh điện tử (QĐ 20/2020/QĐ-TTg); entered by admins, never made up. */
  officialCode: v.optional(v.nullable(v.string())),
  /** seed: named in the plan · verified_source · general_knowledge. */
  origin: v.picklist(['seed', 'verified_source', 'general_knowledge']),
})
export type Agency = v.InferOutput<typeof Agency>

export const AgencyGroup = v.strictObject({
  code: v.string(),
  name: v.string(),
  /** The spellings of the plan: "Các sở, ban, ngành", "sở, ban, ngành" … */
  spellings: v.array(v.string()),
  /** Codes of agencies and of other groups. */
  members: v.array(v.string()),
  validFrom: v.nullable(IsoDate),
  validTo: v.nullable(IsoDate),
})
export type AgencyGroup = v.InferOutput<typeof AgencyGroup>

export const Register = v.strictObject({ agencies: v.array(Agency), groups: v.array(AgencyGroup) })
export type Register = v.InferOutput<typeof Register>

const valid = (one: { validFrom: string | null; validTo: string | null }, day: string) =>
  (one.validFrom === null || one.validFrom <= day) && (one.validTo === null || day <= one.validTo)

/** Whether it exists on any of the days from `from` to `to`. */
export const overlaps = (one: { validFrom: string | null; validTo: string | null }, from: string, to: string): boolean =>
  (one.validFrom === null || one.validFrom <= to) && (one.validTo === null || from <= one.validTo)

export const existsOn = (agency: Agency, day: string): boolean => valid(agency, day)

const hasEnded = (agency: Agency, day: string): boolean => agency.validTo !== null && agency.validTo < day

/** Who files for an agency once it has ended; null where nobody took over. */
export const heirOf = ({ heir, successors }: Agency): string | null => heir ?? successors[0] ?? null

/** The agencies that end or have ended, in register order. */
export const endedIn = ({ agencies }: Pick<Register, 'agencies'>): Ended[] =>
  agencies.flatMap((one) => (one.validTo === null ? [] : [{ code: one.code, validTo: one.validTo, heir: heirOf(one) }]))

/**
 * The agencies that a code (agency or group) stands for on a day, groups opened, each once, in register order. An agency
 * that has ended stands for its heir; in a group for all its successors, so that groups follow reorganisations by themselves.
 */
export function membersOn(register: Register, codes: readonly string[], day: string): Agency[] {
  const wanted = new Set<string>()
  const opened = new Set<string>()
  const open = (code: string, inGroup: boolean) => {
    const way = `${code} ${inGroup}`
    if (opened.has(way)) return
    opened.add(way)
    const group = register.groups.find((g) => g.code === code)
    if (group) {
      if (valid(group, day)) for (const member of group.members) open(member, true)
      return
    }
    const agency = register.agencies.find((one) => one.code === code)
    if (!agency) return
    if (!hasEnded(agency, day)) wanted.add(code)
    else for (const next of inGroup ? agency.successors : [heirOf(agency)]) if (next !== null) open(next, inGroup)
  }
  for (const code of codes) open(code, false)
  return register.agencies.filter((agency) => wanted.has(agency.code) && valid(agency, day))
}

/**
 * The group that each agency is listed under on a day: the first in the register that names it itself, or what it was
 * made of. Looked through once, however many agencies are asked for.
 */
export function groupsOn(register: Register, day: string): (agency: string) => AgencyGroup | null {
  const naming = new Map<string, AgencyGroup>()
  const holding = new Map<string, AgencyGroup>()
  for (const group of register.groups) {
    if (valid(group, day)) for (const member of group.members) if (!naming.has(member)) naming.set(member, group)
    for (const { code } of membersOn(register, [group.code], day)) if (!holding.has(code)) holding.set(code, group)
  }
  return (agency) => naming.get(agency) ?? holding.get(agency) ?? null
}

/** The register in which these agencies exist whatever the day: of reports that they were asked for while they did. */
export const standing = (register: Register, codes: ReadonlySet<string>): Register => ({
  ...register,
  agencies: register.agencies.map((agency) => (codes.has(agency.code) && agency.validTo !== null ? { ...agency, validTo: null } : agency)),
})
