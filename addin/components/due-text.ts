// The one line that says when something is due, or what has become of it.

import { dayInVietnam } from '../../shared/clock.ts'
import { reachedAt } from '../../shared/standing.ts'
import type { ObligationView } from '../../shared/wire.ts'
import { dueOf, showDay, showInstant } from '../text/moment.ts'
import type { Texts } from '../text/texts.ts'

export function dueText(obligation: ObligationView, today: string, t: Texts): string {
  const { state, dates, lastReceipt } = obligation
  if (state === 'not-open') return t.opensOn(showDay(dayInVietnam(new Date(dates.opensAt))))
  if (state === 'locked') return t.lockedOn(showDay(dayInVietnam(new Date(dates.locksAt))))
  const answered = state === 'submitted' || state === 'accepted' || state === 'nil' || state === 'not-applicable'
  if (answered && lastReceipt) {
    const said = t.submittedAt(showInstant(reachedAt(lastReceipt)), lastReceipt.number)
    return obligation.late ? `${said} (${t.submittedLate})` : said
  }
  const { lastDay, daysLeft } = dueOf(dates.dueAt, today)
  return `${t.dueOn(showDay(lastDay))} · ${daysLeft >= 0 ? t.daysLeft(daysLeft) : t.daysOver(-daysLeft)}`
}
