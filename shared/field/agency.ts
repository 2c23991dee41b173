// Exactly one agency: no group, no list.
import { isGroup, matchAgencies, nameOf } from '../agency-names.ts'
import type { FieldType } from '../template.ts'
import { daysOf, judgeAgency } from './agency-findings.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

export const agency: FieldBehaviour<Extract<FieldType, { kind: 'agency' }>> = {
  read(_, typed, __, context) {
    const text = oneLine(typed)
    const [match, ...more] = matchAgencies(text, context.register, daysOf(context).from)
    if (!match) return read(null, found('agency-unknown', 'error', { actual: quoted(text) }))
    if (more.length > 0) {
      const all = [match, ...more].flatMap((one) => (one.kind === 'unknown' ? [] : [one.named.name]))
      return read(
        null,
        found('agency-several', 'error', { actual: quoted(text), fixes: all.map((name) => ({ value: name, shown: name })) }),
      )
    }
    const findings = judgeAgency(match, context, (name) => name)
    if (match.kind === 'unknown' || match.kind === 'near') return read(null, ...findings)
    if (isGroup(match.named))
      return read(null, ...findings.map((one) => ({ ...one, severity: 'error' as const, params: { ...one.params, single: 1 } })))
    return read(match.named.code, ...findings)
  },
  show: (_, value, __, { register }) => nameOf(register, String(value)),
  cell: (_, value, { register }) => nameOf(register, String(value)),
  numberFormat: () => '@',
}
