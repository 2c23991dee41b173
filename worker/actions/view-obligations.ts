// Obligations as people see them: with names, state and the last receipt. The
// state is derived on every read, never kept.
import { dayInVietnam } from '../../shared/clock.ts'
import { type Obligation, stateOf } from '../../shared/obligation.ts'
import { statesOf } from '../../shared/standing.ts'
import type { ObligationList, ObligationView, Person } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { draftTimes } from '../store/drafts.ts'
import { openNoteCounts } from '../store/notes.ts'
import { currentObligations, obligationsOfPeriod } from '../store/obligations.ts'
import { readAgencyNames, readTemplateTitles } from '../store/plan.ts'
import { reviewsOf } from '../store/reviews.ts'
import { signingAgencies } from '../store/sign-offs.ts'
import { type KeptSubmission, submissionsOf } from '../store/submissions.ts'

/** How long something sent stays in the list after its period has locked. */
const RECENT_MS = 31 * 86_400_000

/** Somebody is typing: an unsent draft, saved after the last submission. */
const isTyping = (savedAt: string | undefined, submissions: readonly KeptSubmission[]) =>
  savedAt !== undefined && submissions.every(({ receipt }) => receipt.submittedAt < savedAt)

export async function viewObligations(parts: Parts, obligations: readonly Obligation[]): Promise<ObligationView[]> {
  const ids = obligations.map(({ id }) => id)
  const [titles, names, drafts, submissions, notes, signing] = await Promise.all([
    readTemplateTitles(parts.db),
    readAgencyNames(parts.db, [...new Set(obligations.map(({ agency }) => agency))]),
    draftTimes(parts.db, ids),
    submissionsOf(parts.db, ids),
    openNoteCounts(parts.db, ids),
    signingAgencies(parts.db, dayInVietnam(parts.clock.now())),
  ])
  const reviews = await reviewsOf(
    parts.db,
    submissions.map(({ receipt }) => receipt.submissionId),
  )
  const sent = Map.groupBy(submissions, ({ receipt }) => receipt.obligationId)
  const now = parts.clock.now()
  return obligations.map((obligation) => {
    const own = sent.get(obligation.id) ?? []
    const latest = own.findLast(({ lastEvent }) => lastEvent !== 'withdrawn')
    const states = statesOf(own.map(({ lastEvent }) => lastEvent))
    const counted = own.find((_, at) => states[at] === 'submitted' || states[at] === 'accepted')
    const { state, late } = stateOf(
      obligation,
      {
        draft: isTyping(drafts.get(obligation.id), own),
        submissions: own.map(({ reachedAt, declaration }, at) => ({
          state: states[at] ?? 'submitted',
          reachedAt,
          declaration: declaration?.kind ?? null,
        })),
      },
      now,
    )
    return {
      ...obligation,
      templateTitle: titles.get(`${obligation.template}.${obligation.version}`) ?? { vi: obligation.template, en: obligation.template },
      agencyName: names.get(obligation.agency) ?? obligation.agency,
      ...{ state, late, submissions: own.length },
      lastReceipt: counted?.receipt ?? null,
      latest: latest?.receipt ?? null,
      accepted: counted?.lastEvent === 'accepted',
      openNotes: notes.get(obligation.id) ?? 0,
      lastReview: reviews.get(latest?.receipt.submissionId ?? '')?.at(-1) ?? null,
      signsOff: signing.has(obligation.agency),
    }
  })
}

/** Of the agencies a person files for: of one period, or those that matter now. */
export async function myObligations(parts: Parts, person: Person, period: string | undefined): Promise<ObligationList> {
  const now = parts.clock.now()
  const agencies = [...new Set(person.memberships.flatMap(({ agency }) => agency ?? []))]
  const since = new Date(now.getTime() - RECENT_MS)
  const obligations =
    period === undefined
      ? await currentObligations(parts.db, agencies, now.toISOString(), since.toISOString())
      : await obligationsOfPeriod(parts.db, agencies, period)
  return { obligations: await viewObligations(parts, obligations), day: dayInVietnam(now) }
}
