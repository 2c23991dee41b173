// Which agencies a consolidation is pulled for and as of when, from what was chosen: who owes
// the report, who of them has sent it, and how the sheet names them. Pure.
import { type GroupAmong, groupsAmong } from '../../../shared/agency-groups.ts'
import type { ChosenAgencies } from '../../../shared/sheet/consolidated-sheet.ts'
import type { ObligationView, PeriodChoices } from '../../../shared/wire.ts'
import type { AsOf, Counted, Scope, Which } from './pull-session.ts'

/** Groups that hold some of those who owe the report, but not all. */
export const groupsOf = ({ status: { obligations }, known }: Counted): GroupAmong[] =>
  groupsAmong(
    known.register,
    obligations.map(({ agency }) => agency),
    obligations[0]?.dates.windowTo ?? '',
  )

export function obligationsIn(counted: Counted, scope: Scope): readonly ObligationView[] {
  const { obligations } = counted.status
  if (scope.kind === 'all') return obligations
  const codes = scope.kind === 'some' ? scope.codes : (groupsOf(counted).find(({ code }) => code === scope.code)?.codes ?? [])
  return obligations.filter(({ agency }) => codes.includes(agency))
}

/** Null: all of the province. */
export function chosenAgencies(counted: Counted, scope: Scope): ChosenAgencies | null {
  if (scope.kind === 'all') return null
  const obligations = obligationsIn(counted, scope)
  const [only] = obligations
  const name = scope.kind === 'group' ? groupsOf(counted).find(({ code }) => code === scope.code)?.name : only?.agencyName
  return {
    codes: obligations.map(({ agency }) => agency),
    name: (scope.kind === 'group' || obligations.length === 1 ? name : null) ?? null,
  }
}

/** Why nothing can be pulled as of this; `today` is the clock's day. */
export function dayWrong(asOf: AsOf, today: string): 'unread' | 'later' | null {
  if (asOf.kind === 'unread') return 'unread'
  return asOf.kind === 'day' && asOf.day > today ? 'later' : null
}

export interface Choice extends Which {
  readonly title: PeriodChoices['templates'][number]['title']
  readonly periodTitle: PeriodChoices['templates'][number]['title']
  readonly dueAt: string
}

/** Every report that has opened, the newest due first. */
export const choicesOf = ({ templates }: PeriodChoices): Choice[] =>
  templates
    .flatMap(({ code, title, periods }) =>
      periods.map((period) => ({ template: code, period: period.code, title, periodTitle: period.title, dueAt: period.dueAt })),
    )
    .toSorted((a, b) => b.dueAt.localeCompare(a.dueAt))

/** The newest that is due by now or within a week: that is what is being put together. */
export function firstChoice(choices: PeriodChoices): Choice | null {
  const all = choicesOf(choices)
  const soon = new Date(Date.parse(`${choices.day}T00:00:00Z`) + 7 * 86_400_000).toISOString()
  return all.find(({ dueAt }) => dueAt <= soon) ?? all[0] ?? null
}
