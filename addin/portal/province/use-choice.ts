// What of a consolidation is looked at: whose, and as of which day; kept while one goes from report to
// report as far as it fits the next.
import { useState } from 'react'
import { groupsAmong } from '../../../shared/agency-groups.ts'
import type { ApiProblem } from '../../api/api-problem.ts'
import type { ConsolidationChoice, QuarterApi } from '../../api/quarter-api.ts'
import { useLoad } from '../use-load.ts'
import { codesOf, fitting, type Owing, type Scope } from './chosen-agencies.ts'
import type { Chosen } from './period-choice.tsx'
import type { Known } from './use-form.ts'
import { useSettled } from './use-settled.ts'

export interface Wanted {
  readonly scope: Scope
  /** `YYYY-MM-DD`; '' is now. */
  readonly on: string
}

export interface Choice {
  readonly owing: Owing | null
  readonly scope: Scope
  readonly problem: ApiProblem | null
  readonly reload: () => void
  /** After today by the province's clock. */
  readonly ahead: boolean
  /** `isDay`: false while what stands in the box is no day. */
  readonly setDay: (day: string, isDay: boolean) => void
  /** What is asked for; null while that is not clear. */
  readonly asked: ConsolidationChoice | null
  /** It becomes clear without anything more being chosen. */
  readonly waiting: boolean
}

export function useChoice(
  api: QuarterApi,
  { template, period }: Chosen,
  { register }: Known,
  today: string,
  wanted: Wanted,
  onWanted: (wanted: Wanted) => void,
): Choice {
  const [isDay, setIsDay] = useState(true)
  const owing = useLoad(`${template} ${period}`, async (): Promise<Owing> => {
    const { obligations } = await api.wholeStatus(template, period)
    const codes = obligations.map(({ agency }) => agency)
    return {
      agencies: obligations.map(({ agency, agencyName }) => ({ code: agency, name: agencyName })),
      groups: groupsAmong(register, codes, obligations[0]?.dates.windowTo ?? ''),
    }
  })
  const { on } = wanted
  const scope = owing.value ? fitting(wanted.scope, owing.value) : wanted.scope
  const known = owing.value !== null || scope.kind === 'all'
  const agencies = codesOf(scope)
  const ahead = on > today
  const settled = useSettled(JSON.stringify([agencies, on, isDay]))
  const clear = agencies !== null && isDay && !ahead
  return {
    ...{ owing: owing.value, scope, problem: owing.problem, reload: owing.reload, ahead },
    setDay(day, nowDay) {
      setIsDay(nowDay)
      onWanted({ ...wanted, on: day })
    },
    asked: clear && known && settled ? { agencies, on } : null,
    waiting: clear && (known ? !settled : owing.loading),
  }
}
