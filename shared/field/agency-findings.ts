// What is to be said about an agency name that was found, nearly found or not
// found in the register: shared by the fields for one agency and for many.
import { type Agency, membersOn, overlaps, type Register } from '../agency.ts'
import { indexOf, isGroup, type Named } from '../agency-index.ts'
import type { AgencyMatch } from '../agency-names.ts'
import type { CheckContext } from '../check-context.ts'
import { findPeriodRange } from '../period.ts'
import { remembered } from '../text/remembered.ts'
import { type FieldFinding, found, quoted, safely } from './field-behaviour.ts'

const rangeOf = remembered(findPeriodRange)

/** The stretch of days for which names are judged: the period's, or today. */
export const daysOf = ({ period, today }: CheckContext): { from: string; to: string } => rangeOf(period) ?? { from: today, to: today }

/** Who does the work of an agency in the period: successors, and theirs where they have ended too. */
function heirs(register: Register, agency: Agency, from: string, to: string, passed: ReadonlySet<string> = new Set()): Named[] {
  const { codes } = indexOf(register)
  return agency.successors.flatMap((code) => {
    const named = codes.get(code)
    if (!named || passed.has(code)) return []
    return isGroup(named) || overlaps(named, from, to) ? [named] : heirs(register, named, from, to, new Set([...passed, code]))
  })
}

const forerunners = ({ agencies }: Register, agency: Agency, from: string, to: string): Named[] =>
  agencies.filter((one) => one.successors.includes(agency.code) && overlaps(one, from, to))

const counts = new WeakMap<Register, Map<string, number>>()

function sizeOf(register: Register, code: string, day: string): number {
  const known = counts.get(register) ?? new Map<string, number>()
  counts.set(register, known)
  const size = known.get(`${code} ${day}`) ?? membersOn(register, [code], day).length
  known.set(`${code} ${day}`, size)
  return size
}

const officially: readonly FieldFinding[] = []

/** `whole` writes the fix: the cell's text once this name is put right. */
export function judgeAgency(match: AgencyMatch, context: CheckContext, whole: (name: string) => string): readonly FieldFinding[] {
  const { register } = context
  const { from, to } = daysOf(context)
  const fixes = (all: readonly Named[]) => [...new Set(all.map(({ name }) => whole(name)))].map((name) => ({ value: name, shown: name }))
  if (match.kind === 'exact' && !isGroup(match.named) && overlaps(match.named, from, to)) return officially
  const actual = quoted(match.text)
  if (match.kind === 'unknown') return [found('agency-unknown', 'error', { actual })]
  if (match.kind === 'either') return [found('agency-either', 'error', { actual, fixes: fixes(match.choices) })]
  const { named } = match
  if (match.kind === 'near') return [found('agency-near', 'error', { actual, expected: named.name, fixes: fixes([named]) })]
  if (!overlaps(named, from, to)) {
    const ended = named.validTo !== null && named.validTo < from
    const instead = isGroup(named) ? [] : ended ? heirs(register, named, from, to) : forerunners(register, named, from, to)
    return [
      found(ended ? 'agency-ended' : 'agency-not-yet', 'warning', {
        actual,
        expected: instead.map(({ name }) => name).join('; '),
        params: { day: (ended ? named.validTo : named.validFrom)?.split('-').reverse().join('/') ?? '' },
        fixes: fixes(instead),
      }),
    ]
  }
  if (isGroup(named))
    return [found('agency-group', 'info', { actual, expected: named.name, params: { count: sizeOf(register, named.code, from) } })]
  return [found('agency-spelling', 'info', { actual, expected: named.name, fixes: fixes([named]).map(safely) })]
}
