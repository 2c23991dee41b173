// The part of the machine from the last look to the receipt: one attempt, one key,
// however often it has to be sent until an answer comes. Answers about another obligation do not get here.
import type { Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Effect, Step } from './effect.ts'
import type { Event, Session, Trouble, Work } from './session.ts'

/** How long to wait before what got no answer is sent again by itself. */
const AGAIN_MS = 15_000

export const sameFiling = (one: Filing, other: Filing | undefined): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other)

/** Nothing failed: the filing is not ready, and the findings below say why. */
export const BLOCKED: Trouble = { from: 'server', slug: 'filing-blocked', requestId: null }

/** No answer, or one that says nothing about the request: sending again must be the same attempt. */
export const mayHaveArrived = (trouble: Trouble): boolean =>
  trouble.from === 'workbook' || ['offline', 'timeout', 'unreadable', 'outdated', 'internal', 'too-many-requests'].includes(trouble.slug)

/** The network, not the server, stood in the way: nothing for a person to mend. */
export const isUnreachable = (trouble: Trouble | null): boolean =>
  trouble?.from === 'server' && (trouble.slug === 'offline' || trouble.slug === 'timeout')

/** What waits is no longer what stands in the sheet: it is not sent by itself any more. */
export const changedSince = ({ attempt, filing }: Work): boolean =>
  attempt !== null && filing !== null && !sameFiling(filing, attempt.filing)

const sending = (session: Session, work: Work, attempt: NonNullable<Work['attempt']>): Step => ({
  session: { ...session, busy: 'sending', trouble: null, work: { ...work, attempt, noted: [] } },
  effects: [{ do: 'send', id: work.obligation.id, sheet: work.sheet, ...attempt }],
})

/** The network is back, or some time has passed. */
export function resend(session: Session, work: Work): Step {
  if (!work.attempt || changedSince(work)) return { session, effects: [] }
  if (session.busy !== null) return { session, effects: [{ do: 'resend-later', afterMs: AGAIN_MS }] }
  return sending(session, work, work.attempt)
}

/** The attempt stays until it is answered; where only the network is missing, it goes out again by itself. */
export function afterFailure(session: Session, trouble: Trouble): Step {
  const { work, busy } = session
  const idle: Session = { ...session, busy: null, progress: null, trouble }
  if (!work) return { session: idle, effects: [] }
  const attempt = mayHaveArrived(trouble) ? work.attempt : null
  // What may have arrived is not looked at again under its key: another content gets a key of its own.
  const looking = session.stage === 'confirm' && (trouble.from === 'workbook' || !attempt)
  const kept: Work = { ...work, attempt, pending: looking ? work.pending : null }
  const stage = session.stage === 'confirm' && !looking ? 'obligation' : session.stage
  const effects: Effect[] = []
  if (work.attempt && !attempt) effects.push({ do: 'drop-attempt', id: work.obligation.id })
  const waits = attempt !== null && busy === 'sending' && isUnreachable(trouble)
  if (waits) effects.push({ do: 'resend-later', afterMs: AGAIN_MS })
  return { session: { ...idle, stage, trouble: waits ? null : trouble, work: kept }, effects }
}

type SendingEvent = Extract<
  Event,
  { type: 'before-loaded' | 'send-asked' | 'sent' | 'refused' | 'retry-asked' | 'attempt-dropped' | 'resend-due' }
>

export function stepOnSending(
  session: Session,
  work: Work,
  event: SendingEvent,
  marking: (findings: readonly Finding[]) => Effect[],
): Step {
  const go = (change: Partial<Session>, workChange: Partial<Work>, ...effects: Effect[]): Step => ({
    session: { ...session, ...change, work: { ...work, ...workChange } },
    effects,
  })
  const ignore: Step = { session, effects: [] }
  const unsent = session.unsent.filter(({ obligation }) => obligation !== work.obligation.id)

  switch (event.type) {
    case 'before-loaded':
      if (!work.pending) return ignore
      return go({ stage: 'confirm', busy: null }, { pending: { ...work.pending, before: event.before } })
    case 'send-asked': {
      if (!work.pending || session.busy !== null) return ignore
      const { key, filing } = work.pending
      // An attempt whose answer never came keeps its key as long as nothing was changed: it may have arrived.
      return sending(session, work, work.attempt && sameFiling(filing, work.attempt.filing) ? work.attempt : { key, filing })
    }
    case 'retry-asked':
      return work.attempt && session.busy === null ? sending(session, work, work.attempt) : ignore
    case 'resend-due':
      return resend(session, work)
    case 'attempt-dropped':
      return go({ unsent }, { attempt: null }, { do: 'drop-attempt', id: work.obligation.id })
    case 'sent': {
      const stamp: Effect[] = work.sheet ? [{ do: 'stamp', sheet: work.sheet, receipt: event.receipt }] : []
      // The answer to an attempt that was repeated may be a receipt that is known already.
      const known = work.obligation.latest?.submissionId === event.receipt.submissionId
      const obligation = {
        ...work.obligation,
        lastReceipt: event.receipt.signature === null ? work.obligation.lastReceipt : event.receipt,
        latest: event.receipt,
        submissions: known ? work.obligation.submissions : Math.max(work.obligation.submissions + 1, event.receipt.sequence),
      }
      return go(
        { stage: 'receipt', busy: null, trouble: null, offline: false, unsent },
        {
          obligation,
          receipt: event.receipt,
          pending: null,
          attempt: null,
          findings: null,
          draft: null,
          draftState: 'none',
          history: null,
        },
        ...stamp,
      )
    }
    case 'refused': {
      const { findings } = event
      // The version of the form was withdrawn while it stood here: what is in use now is fetched, and says so itself.
      if (findings.some(({ code }) => code === 'wrong-version'))
        return go(
          { stage: 'obligation', busy: 'loading', trouble: null, unsent },
          { findings: null, pending: null, attempt: null },
          { do: 'load-form', id: work.obligation.id },
        )
      return go(
        { stage: 'findings', busy: null, trouble: BLOCKED, unsent },
        { findings, pending: null, attempt: null, current: findings[0]?.id ?? null },
        ...marking(findings),
      )
    }
  }
}
