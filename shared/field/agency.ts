// Exactly one agency: no group, no list.
import { isGroup } from '../agency-index.ts'
import { matchAgencies, nameOf } from '../agency-names.ts'
import type { FieldType } from '../template.ts'
import { daysOf, judgeAgency } from './agency-findings.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

export const agency: FieldBehaviour<Extract<FieldType, { kind: 'agency' }>> = {
  read(_, typed, __, context) {
    const text = oneLine(typed)
    const [match, ...more] = matchAgencies(text, context.register, daysOf(context).from)
    if (!match) return read(null, found('agency-unknown', 'error', { actual: quoted(text) }))
    if (more.length > 0) {
      const names = [...new Set([match, ...more].flatMap((one) => ('named' in one ? [one.named.name] : [])))]
      // One name and a rest that is none: the rest must not go by accepting a fix.
      const fixes = names.length > 1 ? names.map((name) => ({ value: name, shown: name })) : []
      return read(null, found('agency-several', 'error', { actual: quoted(text), fixes }))
    }
    const findings = judgeAgency(match, context, (name) => name)
    if (match.kind !== 'exact' && match.kind !== 'spelling') return read(null, ...findings)
    if (isGroup(match.named)) return read(null, found('agency-several', 'error', { actual: quoted(text) }))
    return read(match.named.code, ...findings)
  },
  show: (_, value, __, { register }) => nameOf(register, String(value)),
  cell: (_, value, { register }) => nameOf(register, String(value)),
  numberFormat: () => '@',
}
