// The pane's state machine: a session and what happened give the next session
// and what is to be done. Pure: no Office, no network, no clock, no ids of its own.
import { blocks } from '../../shared/explanations.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { Effect, Step } from './effect.ts'
import type { Event, Session, Wish, Work } from './session.ts'
import { afterFailure, isUnreachable, mayHaveArrived, resend } from './step-on-sending.ts'
import { stepOnWork } from './step-on-work.ts'

const stay = (session: Session, ...effects: Effect[]): Step => ({ session, effects })

export function step(session: Session, event: Event): Step {
  switch (event.type) {
    case 'start-asked':
      return stay({ ...session, stage: 'start', busy: 'starting', trouble: null }, { do: 'start' })
    case 'started': {
      const known = { ...session, clock: event.clock, accounts: event.accounts, person: event.person, trouble: null }
      return event.person ? toList(known) : stay({ ...known, stage: 'sign-in', busy: null })
    }
    case 'server-answered':
      return stay({ ...session, clock: event.clock, accounts: event.accounts })
    case 'sign-in-asked': {
      const { email, password, remember } = event
      return stay({ ...session, busy: 'signing-in', trouble: null }, { do: 'sign-in', email, password, remember })
    }
    case 'signed-in': {
      // The same person after an ended session goes on where the work was left.
      const goesOn = session.work !== null && session.person?.id === event.person.id
      const known = { ...session, person: event.person, trouble: null, busy: null }
      return goesOn ? stay({ ...known, stage: 'obligation' }) : toList({ ...known, work: null })
    }
    case 'sign-out-asked':
      return stay(
        { ...session, stage: 'sign-in', busy: null, trouble: null, person: null, list: null, work: null },
        { do: 'unwatch' },
        { do: 'sign-out' },
      )
    case 'list-asked':
      return toList(session)
    case 'list-loaded': {
      const { list, clock, inWorkbook } = event
      const loaded: Session = {
        ...session,
        offline: false,
        list,
        clock,
        inWorkbook,
        busy: session.busy === 'loading' ? null : session.busy,
      }
      const wanted = session.wish && session.stage === 'list' ? wantedBy(session.wish, list.obligations, inWorkbook) : undefined
      return wanted ? step(loaded, { type: 'obligation-chosen', id: wanted.id }) : stay({ ...loaded, wish: null })
    }
    case 'obligation-chosen': {
      const obligation = session.list?.obligations.find((one) => one.id === event.id)
      if (!obligation) return stay(session)
      const work: Work = {
        obligation,
        form: null,
        sheet: null,
        older: null,
        carried: null,
        draft: null,
        draftState: 'none',
        theirs: null,
        filing: null,
        content: null,
        places: null,
        selected: null,
        place: null,
        past: null,
        findings: null,
        undo: [],
        current: null,
        said: { declaration: null, header: {}, explanations: {}, answers: {} },
        pending: null,
        attempt: session.unsent.find((one) => one.obligation === obligation.id) ?? null,
        receipt: null,
        history: null,
        compared: null,
        oldTables: null,
        noted: [],
        toSign: null,
      }
      return stay({ ...session, stage: 'obligation', busy: 'loading', trouble: null, work }, { do: 'load-form', id: obligation.id })
    }
    case 'back':
      return back(session)
    case 'failed':
      return failed(session, event)
    case 'connection':
      return connected(session, event.online)
    case 'unsent-known':
      return stay({ ...session, unsent: event.unsent })
    case 'sent':
      // The person went on meanwhile; the list says that it has arrived.
      if (session.work?.obligation.id === event.id) return stepOnWork(session, session.work, event)
      return session.stage === 'list' ? toList(session) : stay(session)
    case 'signed-off':
      return toList(session)
    case 'trouble-dismissed':
      return stay({ ...session, trouble: null })
    default:
      return session.work ? stepOnWork(session, session.work, event) : stay(session)
  }
}

/** The form that stands in the workbook; to open one, else what is due first and not sent yet. */
function wantedBy(wish: Wish, obligations: readonly ObligationView[], inWorkbook: readonly string[]): ObligationView | undefined {
  const there = obligations.find((one) => inWorkbook.includes(one.id))
  if (there || wish.to !== 'form') return there
  const owed = obligations.filter(({ state }) => OWED.includes(state))
  return owed.toSorted((one, other) => one.dates.dueAt.localeCompare(other.dates.dueAt))[0]
}

const OWED: readonly ObligationView['state'][] = ['returned', 'handed-back', 'overdue', 'draft', 'open']

const toList = (session: Session): Step =>
  stay({ ...session, stage: 'list', busy: 'loading', trouble: null, work: null }, { do: 'unwatch' }, { do: 'load-list' })

const ABOVE_OBLIGATION: readonly Session['stage'][] = ['findings', 'history', 'takeover', 'conflict', 'carried', 'sign']

function back(session: Session): Step {
  if (session.stage === 'obligation' || session.stage === 'receipt') return toList(session)
  if (session.stage === 'difference') return stay({ ...session, stage: 'history', trouble: null })
  if (session.stage === 'confirm' && session.work)
    return stay({ ...session, stage: 'obligation', trouble: null, work: { ...session.work, pending: null } })
  if (ABOVE_OBLIGATION.includes(session.stage)) return stay({ ...session, stage: 'obligation', trouble: null })
  return stay(session)
}

function failed(session: Session, event: Extract<Event, { type: 'failed' }>): Step {
  const { trouble } = event
  const known: Session = isUnreachable(trouble) ? { ...session, offline: true } : session
  const idle: Session = { ...known, busy: null, progress: null, trouble }
  if (trouble.from === 'server' && trouble.slug === 'signed-out') return stay({ ...idle, stage: 'sign-in' }, { do: 'forget-token' })
  // The form has gone from the workbook: offer to open it again.
  if (trouble.from === 'workbook' && trouble.code === 'sheet-gone' && session.work)
    return stay({ ...idle, stage: 'obligation', work: { ...session.work, sheet: null } }, { do: 'unwatch' })
  return afterFailure(known, trouble)
}

/** With the network back, what waited goes on by itself. */
function connected(session: Session, online: boolean): Step {
  const known: Session = { ...session, offline: !online }
  const { work, trouble } = session
  if (!online) return stay(known)
  const again = isUnreachable(trouble) ? retryOf(session) : undefined
  if (again && again.type !== 'retry-asked') return step(known, again)
  if (!work) return stay(known)
  const next = resend({ ...known, trouble: isUnreachable(trouble) ? null : trouble }, work)
  const unsaved = work.draftState === 'unsaved' && work.filing && next.session.busy !== 'sending'
  const { id } = work.obligation
  return unsaved ? { ...next, effects: [...next.effects, { do: 'save-draft', id, filing: work.filing, afterMs: 0 }] } : next
}

/** What "Try again" means now, if it means anything: the same submission, the form, the list, the start. */
export function retryOf(session: Session): Event | undefined {
  const { trouble, stage, work } = session
  if (!trouble || trouble.from === 'workbook' || !mayHaveArrived(trouble)) return undefined
  if (stage === 'start' || (stage === 'sign-in' && session.clock === null)) return { type: 'start-asked' }
  if (stage === 'list') return { type: 'list-asked' }
  if (stage === 'history') return { type: 'history-asked' }
  if (work?.attempt) return { type: 'retry-asked' }
  if (work && !work.form) return { type: 'form-asked' }
  return undefined
}

/** How many findings of each severity, and whether any stands in the way of submitting. */
export function tally(session: Session): { errors: number; warnings: number; infos: number; blocked: boolean } {
  const findings = session.work?.findings ?? []
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const explanations = session.work?.said.explanations ?? {}
  return {
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    blocked: findings.some((finding) => blocks(finding, explanations)),
  }
}
