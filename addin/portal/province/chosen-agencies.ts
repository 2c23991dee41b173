// Which agencies a consolidation is looked at for, from what was chosen among those who owe the report. Pure.
import type { GroupAmong } from '../../../shared/agency-groups.ts'

/** one: an agency by itself · some: agencies that were ticked. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly code: string }
  | { readonly kind: 'one'; readonly code: string }
  | { readonly kind: 'some'; readonly codes: readonly string[] }

/** Who owes the report, in register order, and the groups among them. */
export interface Owing {
  readonly agencies: readonly { readonly code: string; readonly name: string }[]
  readonly groups: readonly GroupAmong[]
}

export const keyOf = (scope: Scope): string => ('code' in scope ? `${scope.kind} ${scope.code}` : scope.kind)

export function scopeOf(key: string): Scope {
  const [kind, code = ''] = key.split(' ')
  if (kind === 'group' || kind === 'one') return { kind, code }
  return kind === 'some' ? { kind, codes: [] } : { kind: 'all' }
}

/** What is left of a choice that was made for another report: agencies that owe this one, groups that it knows. */
export function fitting(scope: Scope, { agencies, groups }: Owing): Scope {
  const owes = (wanted: string) => agencies.some(({ code }) => code === wanted)
  if (scope.kind === 'some') return { ...scope, codes: scope.codes.filter(owes) }
  if (scope.kind === 'all') return scope
  const known = scope.kind === 'one' ? owes(scope.code) : groups.some(({ code }) => code === scope.code)
  return known ? scope : { kind: 'all' }
}

/** As the server is asked; empty is all who owe the report, null is nobody yet. */
export function codesOf(scope: Scope): readonly string[] | null {
  if (scope.kind === 'all') return []
  if (scope.kind !== 'some') return [scope.code]
  return scope.codes.length > 0 ? scope.codes : null
}

/** Says whose consolidation it is, and as of which day, where it is not all of now. */
export function fileNameOf(template: string, period: string, scope: Scope, on: string): string {
  const codes = codesOf(scope) ?? []
  const whose = codes.length > 1 ? [`${codes.length}-co-quan`] : codes
  return `${[template, period, 'tong-hop', ...whose, ...(on ? [`den-${on}`] : [])].join('_')}.xlsx`
}
