// The part of the machine that concerns the obligation at hand: form, check, fixes; draft,
// submission, notes, versions and history are handed on. Answers about another obligation are ignored.
import { blocks, sameText } from '../../shared/explanations.ts'
import type { Filing } from '../../shared/filing.ts'
import type { Finding, Fix } from '../../shared/finding.ts'
import { editsBack, editsOf, safeFixes } from '../../shared/fixes.ts'
import type { Effect, Step } from './effect.ts'
import { placeAt } from './places.ts'
import type { Event, JudgePurpose, Session, Wish, Work } from './session.ts'
import { notedCells, saidIn, toAnswer, withAnswers } from './session-review.ts'
import { stepOnDraft } from './step-on-draft.ts'
import { stepOnHistory } from './step-on-history.ts'
import { stepOnReview } from './step-on-review.ts'
import { BLOCKED, sameFiling, stepOnSending } from './step-on-sending.ts'
import { LOOK_MS, stepOnVersion } from './step-on-version.ts'

/** While findings are shown a change is judged almost at once; otherwise only so that the draft can be saved. */
const LIVE_MS = 0
const QUIET_MS = 4_000
const DRAFT_MS = 2_000

export function stepOnWork(session: Session, work: Work, event: Event): Step {
  const go = (change: Partial<Session>, workChange: Partial<Work>, ...effects: Effect[]): Step => ({
    session: { ...session, ...change, work: { ...work, ...workChange } },
    effects,
  })
  const ignore: Step = { session, effects: [] }
  if ('id' in event && ABOUT_OBLIGATION.has(event.type) && event.id !== work.obligation.id) return ignore

  switch (event.type) {
    case 'form-loaded': {
      const { form, draft, sheet } = event
      // Where the form stands in the workbook, its own cells say whether something is declared.
      const drafted = draft && saidIn(draft.filing, form.notes)
      const said = drafted ? { ...drafted, declaration: sheet ? null : drafted.declaration } : work.said
      const loaded = go(
        { busy: null },
        { form, draft, sheet, said, obligation: form.obligation },
        ...(sheet ? [{ do: 'watch', sheet } as const] : []),
        // Where the notes stand is shown at once.
        ...(sheet && toAnswer(form).length > 0
          ? [{ do: 'judge', form, sheet, said, purpose: 'live', key: null, afterMs: LIVE_MS } as const]
          : []),
        { do: 'load-past', id: work.obligation.id },
        { do: 'look-again', id: work.obligation.id, afterMs: LOOK_MS },
      )
      const { wish } = session
      const rested = { ...loaded.session, wish: null }
      if (!wish || !rested.work) return loaded
      if (!sheet && wish.to !== 'form') return { ...loaded, session: rested }
      const next = stepOnWork(rested, rested.work, wished(wish))
      return { session: next.session, effects: [...loaded.effects, ...next.effects] }
    }
    case 'form-asked':
      if (work.sheet) return go({ trouble: null }, {}, { do: 'activate', id: work.obligation.id, sheet: work.sheet })
      if (!work.form) return go({ busy: 'loading', trouble: null }, {}, { do: 'load-form', id: work.obligation.id })
      return go(
        { busy: 'drawing', progress: null, trouble: null },
        {},
        { do: 'draw', form: work.form, draft: work.draft && { ...work.draft.filing, declaration: null } },
      )
    case 'stop-asked':
      return session.busy === 'drawing' ? go({}, {}, { do: 'stop-drawing' }) : ignore
    case 'obligation-seen':
    case 'newer-asked':
    case 'older-found':
    case 'carry-asked':
    case 'carried':
      return stepOnVersion(session, work, event)
    case 'draw-progress':
      return session.busy === 'drawing' || session.busy === 'taking-over'
        ? go({ progress: { done: event.done, of: event.of } }, {})
        : ignore
    case 'form-opened': {
      const opened = go({ busy: null, progress: null }, { sheet: event.sheet }, { do: 'watch', sheet: event.sheet })
      if (work.places || !opened.session.work) return opened
      // So that the pane can say something about the first cell that is selected.
      const next = stepOnWork(opened.session, opened.session.work, { type: 'sheet-changed', sheet: event.sheet })
      return { session: next.session, effects: [...opened.effects, ...next.effects] }
    }
    case 'sheet-renamed':
      return go({}, { sheet: event.sheet }, { do: 'watch', sheet: event.sheet })
    case 'past-loaded':
      return go({}, { past: event.past })
    case 'cell-selected':
      if (event.sheet !== work.sheet) return ignore
      return go({}, { selected: event.address, place: work.places && placeAt(work.places, event.address) })
    case 'check-asked':
      return judge('check', 'checking', null)
    case 'undo-asked':
      if (!work.sheet || session.busy !== null || work.undo.length === 0) return ignore
      return go(
        { busy: 'fixing', trouble: null },
        { undo: [] },
        { do: 'write', id: work.obligation.id, sheet: work.sheet, edits: work.undo },
      )
    case 'sheet-changed':
      if (event.sheet !== work.sheet) return ignore
      // What was typed since would be written over.
      if (work.undo.length > 0) return stepOnWork(session, { ...work, undo: [] }, event)
      // What is about to be sent must be what stands in the sheet.
      if (work.pending && (session.busy === null || session.busy === 'loading')) return judge('submit', 'checking', work.pending.key)
      // What is brought over goes into rows as they stand, so they are looked at again.
      if (session.stage === 'takeover' && session.busy === null) return look()
      return session.busy === null ? judge('live', null, null) : ignore
    case 'judged':
      return judged(event)
    case 'takeover-asked':
      return look()
    case 'old-tables-found':
      // Who went on to something else meanwhile is left there.
      return session.busy === 'looking' ? go({ stage: 'takeover', busy: null }, { oldTables: event.oldTables }) : ignore
    case 'takeover-confirmed':
      if (!work.sheet || session.busy !== null || event.edits.length === 0) return ignore
      return go(
        { busy: 'taking-over', progress: null, trouble: null },
        {},
        { do: 'write', id: work.obligation.id, sheet: work.sheet, edits: event.edits },
      )
    case 'rows-asked': {
      if (!work.form || !work.sheet || session.busy !== null) return ignore
      const { form, sheet } = work
      return go({ busy: 'adding-rows', trouble: null }, {}, { do: 'add-rows', form, sheet, table: event.table, count: event.count })
    }
    case 'sort-asked': {
      const { form, sheet, place } = work
      if (!form || !sheet || !place?.table || session.busy !== null) return ignore
      return go({ busy: 'sorting', trouble: null }, {}, { do: 'sort-rows', form, sheet, place, descending: event.descending })
    }
    case 'rows-moved':
      return stepOnWork({ ...session, busy: null }, work, { type: 'sheet-changed', sheet: work.sheet ?? '' })
    case 'finding-chosen':
      return go({}, { current: event.id })
    case 'finding-moved': {
      const findings = work.findings ?? []
      if (findings.length === 0) return ignore
      const at = findings.findIndex((finding) => finding.id === work.current)
      const next = findings[at < 0 ? 0 : (at + event.by + findings.length) % findings.length]!
      return goTo(next)
    }
    case 'jump-asked': {
      const finding = work.findings?.find((one) => one.id === event.id)
      return finding ? goTo(finding) : ignore
    }
    case 'fix-asked':
      return write(event.fixes)
    case 'fix-all-asked':
      return write(safeFixes(work.findings ?? []))
    case 'fixed':
      return judge('check', 'checking', null)
    case 'explained': {
      const explanations = { ...work.said.explanations, ...sameText(event.keys, event.text) }
      const filing = work.filing && { ...work.filing, explanations }
      return go({}, { said: { ...work.said, explanations }, filing }, ...saving(filing))
    }
    case 'note-answered': {
      const answers = { ...work.said.answers, [event.note]: event.text }
      const filing = work.filing && withAnswers(work.filing, answers)
      return go({}, { said: { ...work.said, answers }, filing }, ...saving(filing))
    }
    case 'note-jump-asked':
    case 'to-sign-asked':
    case 'to-sign-loaded':
    case 'sign-asked':
      return stepOnReview(session, work, event)
    case 'declared':
      return go({}, { said: { ...work.said, declaration: event.declaration }, findings: null })
    case 'header-said':
      return go({}, { said: { ...work.said, header: { ...work.said.header, [event.field]: event.text } }, findings: null })
    case 'submit-asked':
      return judge('submit', 'checking', event.key)
    case 'before-loaded':
    case 'send-asked':
    case 'sent':
    case 'refused':
    case 'retry-asked':
    case 'resend-due':
    case 'attempt-dropped':
      return stepOnSending(session, work, event, marking)
    case 'draft-saved':
    case 'draft-taken':
    case 'draft-unsaved':
    case 'draft-conflict':
    case 'conflict-asked':
    case 'mine-kept':
    case 'theirs-taken':
      return stepOnDraft(session, work, event)
    case 'history-asked':
    case 'history-loaded':
    case 'compare-asked':
    case 'compared':
    case 'receipt-chosen':
    case 'withdraw-asked':
    case 'withdrawn':
      return stepOnHistory(session, work, event)
    default:
      return ignore
  }

  function look(): Step {
    if (!work.form || !work.sheet) return ignore
    return go({ busy: 'looking', trouble: null }, {}, { do: 'look-for-old-tables', form: work.form, sheet: work.sheet })
  }

  function judge(purpose: JudgePurpose, busy: Session['busy'], key: string | null): Step {
    if (!work.form || (!work.sheet && !work.said.declaration)) return ignore
    const unmarked = work.places === null && toAnswer(work.form).length > 0
    const afterMs = purpose === 'live' && session.stage !== 'findings' && !unmarked ? QUIET_MS : LIVE_MS
    const trouble = purpose === 'live' ? session.trouble : null
    const effect: Effect = { do: 'judge', form: work.form, sheet: work.sheet, said: work.said, purpose, key, afterMs }
    return go({ busy: busy ?? session.busy, trouble }, {}, effect)
  }

  function judged({ purpose, filing, content, places, findings, key }: Extract<Event, { type: 'judged' }>): Step {
    const current = findings.find((finding) => finding.id === work.current)?.id ?? findings[0]?.id ?? null
    const read = { filing, content, places, place: work.selected === null ? null : placeAt(places, work.selected) }
    const noted = notedCells(work.form, places)
    const seen = { ...read, findings, current, noted }
    const blocked = findings.some((finding) => blocks(finding, work.said.explanations))
    if (purpose === 'live') {
      if (session.busy !== null) return ignore
      const shown = session.stage === 'findings'
      const changed = (shown && ids(findings) !== ids(work.findings ?? [])) || String(noted) !== String(work.noted)
      const trouble = session.trouble === BLOCKED && !blocked ? null : session.trouble
      return go(
        { trouble },
        shown ? seen : { ...read, noted },
        ...(changed ? marking(shown ? findings : (work.findings ?? []), places) : []),
        ...saving(filing),
      )
    }
    if (purpose === 'submit' && key && !blocked) {
      const { latest } = work.obligation
      const pending = { key, filing, content, before: null }
      return go(
        { busy: 'loading' },
        { ...seen, pending },
        { do: 'load-before', id: work.obligation.id, submission: latest?.submissionId ?? null },
      )
    }
    const trouble = purpose === 'submit' ? BLOCKED : null
    return go({ stage: 'findings', busy: null, trouble }, { ...seen, pending: null }, ...marking(findings, places), ...saving(filing))
  }

  function marking(findings: readonly Finding[], places = work.places): Effect[] {
    return work.sheet ? [{ do: 'mark', sheet: work.sheet, findings, noted: notedCells(work.form, places) }] : []
  }

  function saving(filing: Filing | null): Effect[] {
    if (!filing || work.draftState === 'conflict' || sameFiling(filing, work.draft?.filing)) return []
    return [{ do: 'save-draft', id: work.obligation.id, filing, afterMs: DRAFT_MS }]
  }

  function goTo(finding: Finding): Step {
    const cell = finding.place.cell
    return go({}, { current: finding.id }, ...(work.sheet && cell ? [{ do: 'go-to', sheet: work.sheet, cell } as const] : []))
  }

  function write(fixes: readonly Fix[]): Step {
    const edits = work.filing ? editsOf(work.filing, fixes) : []
    if (!work.filing || !work.sheet || edits.length === 0) return ignore
    const undo = editsBack(work.filing, fixes)
    return go({ busy: 'fixing', trouble: null }, { undo }, { do: 'write', id: work.obligation.id, sheet: work.sheet, edits })
  }
}

const wished = ({ to, key }: Wish): Event =>
  to === 'form' ? { type: 'form-asked' } : to === 'check' ? { type: 'check-asked' } : { type: 'submit-asked', key }

/** Events whose `id` is the obligation's; in the others it is a finding's. */
const ABOUT_OBLIGATION: ReadonlySet<Event['type']> = new Set<Event['type']>([
  'form-loaded',
  'obligation-seen',
  'form-opened',
  'sheet-renamed',
  'older-found',
  'carried',
  'judged',
  'fixed',
  'rows-moved',
  'sent',
  'refused',
  'past-loaded',
  'before-loaded',
  'compared',
  'old-tables-found',
  'draft-saved',
  'draft-taken',
  'draft-unsaved',
  'draft-conflict',
  'history-loaded',
  'to-sign-loaded',
  'withdrawn',
])

const ids = (findings: readonly Finding[]): string => findings.map((finding) => finding.id).join('\n')
