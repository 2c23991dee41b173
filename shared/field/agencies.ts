// One or more agencies and groups. Official names are joined by ";", because names
// hold commas themselves.
import { matchAgencies, nameOf } from '../agency-names.ts'
import type { FieldType } from '../template.ts'
import { daysOf, judgeAgency } from './agency-findings.ts'
import { type FieldBehaviour, type FieldFinding, found, oneLine, quoted, read, safely } from './field-behaviour.ts'

const codesOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : [String(value)])

export const agencies: FieldBehaviour<Extract<FieldType, { kind: 'agencies' }>> = {
  read(_, typed, __, context) {
    const text = oneLine(typeof typed === 'string' ? typed.replaceAll('\n', '; ') : typed)
    const matches = matchAgencies(text, context.register, daysOf(context).from)
    if (matches.length === 0) return read(null, found('agency-unknown', 'error', { actual: quoted(text) }))
    const written = matches.map((match) => (match.kind === 'exact' || match.kind === 'spelling' ? match.named.name : match.text))
    const findings = matches.flatMap((match, at) => judgeAgency(match, context, (name) => written.with(at, name).join('; ')))
    if (findings.some((one) => one.severity === 'error')) return read(null, ...findings.filter((one) => one.severity !== 'info'))
    const codes = [...new Set(matches.flatMap((match) => ('named' in match ? [match.named.code] : [])))]
    // One offer for the whole cell instead of one for each name.
    const official = [...new Set(written)].join('; ')
    const respelt = findings.some((one) => one.code === 'agency-spelling') || (official !== text && codes.length > 1)
    const spelling: FieldFinding[] = respelt
      ? [
          found('agency-spelling', 'info', {
            actual: quoted(text),
            expected: quoted(official),
            fixes: [safely({ value: official, shown: official })],
          }),
        ]
      : []
    return read(codes, ...findings.filter((one) => one.code !== 'agency-spelling'), ...spelling)
  },
  show: (_, value, __, { register }) =>
    codesOf(value)
      .map((code) => nameOf(register, code))
      .join('; '),
  cell: (_, value, { register }) =>
    codesOf(value)
      .map((code) => nameOf(register, code))
      .join('; '),
  numberFormat: () => '@',
}
