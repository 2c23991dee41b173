// The agencies of a period as far as somebody has looked at them, what is to be looked at first on top, and those that
// are chosen. Choosing all loads whatever waits further down: what is chosen is what is sent.
import { useEffect, useMemo, useState } from 'react'
import type { ObligationView, PeriodStatus } from '../../shared/wire.ts'
import type { Api } from '../api/api.ts'
import { type Pages, usePages, withLater } from './use-pages.ts'

/** Whether the receiver has something to say about it. */
export const waits = ({ lastReceipt, accepted }: ObligationView): boolean => lastReceipt !== null && !accepted

export interface StatusList extends Pick<Pages<PeriodStatus>, 'loading' | 'problem' | 'unread' | 'more' | 'reload'> {
  /** With all counts and the lines that are loaded; null until the first page is there. */
  readonly status: PeriodStatus | null
  /** Ids of obligations. */
  readonly chosen: readonly string[]
  readonly choose: (chosen: readonly string[]) => void
  readonly chooseAll: () => void
  /** Whether more waits than was loaded. */
  readonly moreWaits: boolean
}

export function useStatus(api: Api, template: string, period: string, mayJudge: boolean): StatusList {
  const list = usePages(template && period ? `${template} ${period}` : null, (after) =>
    api.statusPage(template, period, mayJudge ? 'waiting' : 'missing', after),
  )
  const { pages, loading, problem, unread, more, reload } = list
  const [chosen, choose] = useState<readonly string[]>([])
  const [choosing, setChoosing] = useState(false)
  // What was chosen of one report is not said of another.
  const [of, setOf] = useState(`${template} ${period}`)
  if (of !== `${template} ${period}`) {
    setOf(`${template} ${period}`)
    choose([])
    setChoosing(false)
  }
  const lines = useMemo(() => withLater(pages.map(({ obligations }) => obligations)), [pages])
  const latest = pages.at(-1)
  const last = latest?.obligations.at(-1)
  // What waits stands first.
  const moreWaits = mayJudge && unread && last !== undefined && waits(last)
  useEffect(() => {
    if (!choosing || loading) return
    if (moreWaits && problem === null) return more()
    if (problem === null) choose(lines.filter(waits).map(({ id }) => id))
    setChoosing(false)
  }, [choosing, loading, moreWaits, problem, lines, more])
  return {
    ...{ loading, problem, unread, more, reload, chosen, choose, moreWaits },
    status: latest ? { ...latest, obligations: lines } : null,
    chooseAll: () => setChoosing(true),
  }
}
