// One effect of the state machine, carried out. Every effect ends in an event,
// or throws ApiProblem or HostError; nothing is swallowed here.
import type { Content } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import { obligationId } from '../../shared/obligation.ts'
import type { FoundForm } from '../../shared/sheet/form-identity.ts'
import type { ClockReading } from '../../shared/wire-deployment.ts'
import { ApiProblem } from '../api/api-problem.ts'
import { HostError } from '../host/host.ts'
import type { Effect } from './effect.ts'
import { keepMine, saveDraft, stand, standOn, takeTheirs, watchedDrawing } from './perform-draft.ts'
import type { Ports } from './runner.ts'
import type { Event, OlderForm } from './session.ts'
import { unwatch, watch } from './watch.ts'

export interface Errand extends Ports {
  readonly dispatch: (event: Event) => void
  /** Ends the drawing of a form that a person does not want to wait for. */
  drawing: AbortController | null
  watching: { readonly sheet: string; readonly stop: () => Promise<void> } | null
  /** Who is signed in, by id. */
  person: string
  /** Etag of the draft that a form was made from or last saved as, by obligation; null where there is none. */
  readonly standing: Map<string, string | null>
  /** Draft saves follow one another, so that each knows the etag of the one before. */
  lastSave: Promise<void>
  /** By how many milliseconds this machine's clock is behind the server's: old laptops are wrong, a demonstration moves. */
  behindMs: number
}

async function serverClock(errand: Errand): Promise<ClockReading> {
  const clock = await errand.api.clock()
  errand.behindMs = Date.parse(clock.now) - Date.parse(errand.now())
  return clock
}

/** Counted for whoever mends the form; that it could not be counted is nobody's matter here. */
function countCheck(id: string, findings: readonly Finding[], { api }: Errand): void {
  void import('../../shared/improve/check-tally.ts').then(({ tallyOf }) => api.countCheck(id, tallyOf(findings))).catch(() => undefined)
}

export async function perform(effect: Effect, errand: Errand): Promise<void> {
  const { api, host, kept, dispatch } = errand
  switch (effect.do) {
    case 'start': {
      const asked = Promise.all([serverClock(errand), api.demoAccounts()])
      if (!api.signedIn()) {
        dispatch({ type: 'started', clock: null, accounts: [], person: null })
        const [clock, accounts] = await asked
        return dispatch({ type: 'server-answered', clock, accounts })
      }
      const [[clock, accounts], person] = await Promise.all([asked, personAtHand(errand)])
      errand.person = person?.id ?? ''
      return dispatch({ type: 'started', clock, accounts, person })
    }
    case 'sign-in': {
      const person = await api.signIn(effect.email, effect.password, effect.remember)
      errand.person = person.id
      return dispatch({ type: 'signed-in', person })
    }
    case 'sign-out':
      await errand.lastSave
      kept.clear()
      return api.signOut()
    case 'forget-token':
      return api.forget()
    case 'load-list': {
      dispatch({ type: 'unsent-known', unsent: kept.attempts(errand.person) })
      const [list, clock, forms] = await Promise.all([api.obligations(), serverClock(errand), formsAtHand(errand)])
      return dispatch({ type: 'list-loaded', list, clock, inWorkbook: [...byObligation(forms).keys()] })
    }
    case 'load-form': {
      const [form, draft, forms] = await Promise.all([api.form(effect.id), api.draft(effect.id), formsAtHand(errand)])
      const found = byObligation(forms, form.template.version).get(effect.id) ?? null
      const older = found && found.version !== form.template.version ? found : null
      const sheet = older ? null : (found?.sheet ?? null)
      // A sheet that stands here already was made from what was last saved from here, whatever has been saved elsewhere since.
      errand.standing.set(effect.id, found ? kept.base(errand.person, effect.id) : (draft?.etag ?? null))
      dispatch({ type: 'form-loaded', id: effect.id, form, draft, sheet })
      if (older) dispatch({ type: 'older-found', id: effect.id, older })
      if (sheet && draft && draft.etag !== errand.standing.get(effect.id)) dispatch({ type: 'sheet-changed', sheet })
      return
    }
    case 'look-again': {
      // Whether the form is still the one in use is asked in passing: without an answer it is asked again later.
      const obligation = await api.obligation(effect.id).catch((problem: unknown) => {
        if (problem instanceof ApiProblem) return null
        throw problem
      })
      return dispatch({ type: 'obligation-seen', id: effect.id, obligation })
    }
    case 'draw': {
      const { formLayout } = await import('./judge.ts')
      const sheet = await host.draw(formLayout(effect.form, effect.draft), ...watchedDrawing(errand))
      standOn(effect.form.obligation.id, errand)
      return dispatch({ type: 'form-opened', id: effect.form.obligation.id, sheet })
    }
    case 'stop-drawing':
      return errand.drawing?.abort()
    case 'carry-over': {
      const { bringForward } = await import('./bring-forward.ts')
      return bringForward(effect, errand)
    }
    case 'activate':
      await host.activate(effect.sheet)
      return dispatch({ type: 'form-opened', id: effect.id, sheet: effect.sheet })
    case 'judge': {
      const { judge } = await import('./judge.ts')
      const sheet = effect.sheet ? { name: effect.sheet, grid: await host.grid(effect.sheet) } : null
      const judged = judge(effect.form, sheet, effect.said)
      if (effect.purpose === 'check') countCheck(effect.form.obligation.id, judged.findings, errand)
      return dispatch({ type: 'judged', id: effect.form.obligation.id, purpose: effect.purpose, key: effect.key, ...judged })
    }
    case 'mark':
      return host.mark(effect.sheet, effect.findings, effect.noted)
    case 'go-to':
      return host.goTo(effect.sheet, effect.cell)
    case 'write':
      await host.write(effect.sheet, effect.edits, (done, of) => dispatch({ type: 'draw-progress', done, of }))
      return dispatch({ type: 'fixed', id: effect.id })
    case 'add-rows': {
      const { rowsToAdd } = await import('./judge.ts')
      const rows = rowsToAdd(effect.form, { name: effect.sheet, grid: await host.grid(effect.sheet) }, effect.table, effect.count)
      if (rows) await host.addRows(effect.sheet, rows)
      return dispatch({ type: 'rows-moved', id: effect.form.obligation.id })
    }
    case 'sort-rows': {
      const { rowsToSort } = await import('./rows-to-sort.ts')
      const rows = rowsToSort(effect.form, { name: effect.sheet, grid: await host.grid(effect.sheet) }, effect.place)
      if (rows) await host.sortRows(effect.sheet, { ...rows, descending: effect.descending })
      return dispatch({ type: 'rows-moved', id: effect.form.obligation.id })
    }
    case 'look-for-old-tables': {
      const { lookForOldTables } = await import('./old-tables.ts')
      return dispatch({
        type: 'old-tables-found',
        id: effect.form.obligation.id,
        oldTables: await lookForOldTables(effect.form, effect.sheet, host),
      })
    }
    case 'load-before':
      return dispatch({
        type: 'before-loaded',
        id: effect.id,
        before: effect.submission ? await sentBefore(effect.submission, errand) : null,
      })
    case 'load-past':
      return dispatch({ type: 'past-loaded', id: effect.id, past: await api.past(effect.id) })
    case 'compare': {
      const [older, newer] = await Promise.all([api.submission(effect.older), api.submission(effect.newer)])
      return dispatch({ type: 'compared', id: effect.id, older, newer })
    }
    case 'send':
      return send(effect, errand)
    case 'resend-later':
      return dispatch({ type: 'resend-due' })
    case 'drop-attempt':
      return kept.dropAttempt(errand.person, effect.id)
    case 'stamp':
      return host.stamp(effect.sheet, errand.stampLine(effect.receipt))
    case 'save-draft':
      errand.lastSave = errand.lastSave.then(
        () => saveDraft(effect, errand),
        () => saveDraft(effect, errand),
      )
      return errand.lastSave
    case 'keep-mine':
      return keepMine(effect, errand)
    case 'take-theirs':
      return takeTheirs(effect, errand)
    case 'load-history':
      return dispatch({ type: 'history-loaded', id: effect.id, history: (await api.history(effect.id)).submissions })
    case 'withdraw':
      await api.withdraw(effect.submission)
      return dispatch({ type: 'withdrawn', id: effect.id })
    case 'load-to-sign': {
      const { loadToSign } = await import('./load-to-sign.ts')
      return dispatch({ type: 'to-sign-loaded', id: effect.id, toSign: await loadToSign(effect.id, api) })
    }
    case 'sign':
      await api.sign(effect.submission, effect.request, effect.key)
      return dispatch({ type: 'signed-off' })
    case 'watch':
      return watch(effect.sheet, errand)
    case 'unwatch':
      return unwatch(errand)
  }
}

async function personAtHand({ api }: Errand) {
  if (!api.signedIn()) return null
  try {
    return await api.me()
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.slug !== 'signed-out') throw problem
    api.forget()
    return null
  }
}

/** The forms in the open workbook. One that cannot be read now holds none. */
export async function formsAtHand({ host }: Pick<Errand, 'host'>): Promise<FoundForm[]> {
  try {
    return await host.forms()
  } catch (error) {
    if (error instanceof HostError) return []
    throw error
  }
}

/** Obligation id → its form. Of several versions beside each other it is the one in use, else the newest; of one version the first that is told. */
export function byObligation(forms: readonly FoundForm[], inUse?: number): Map<string, OlderForm> {
  const rank = ({ identity }: FoundForm) => (identity.version === inUse ? Number.MAX_SAFE_INTEGER : identity.version)
  const last = forms.toReversed().toSorted((one, other) => rank(one) - rank(other))
  return new Map(
    last.map(({ identity: { template, period, agency, version }, sheet }) => [obligationId(template, period, agency), { sheet, version }]),
  )
}

/** Without the network a filing can be looked at and sent all the same: it then goes out later. */
async function sentBefore(submission: string, { api }: Errand): Promise<Content | 'unknown'> {
  try {
    return (await api.submission(submission)).content
  } catch (problem) {
    if (problem instanceof ApiProblem && (problem.slug === 'offline' || problem.slug === 'timeout')) return 'unknown'
    throw problem
  }
}

async function send(effect: Extract<Effect, { do: 'send' }>, errand: Errand): Promise<void> {
  const { api, host, kept, person, dispatch } = errand
  const { id, key, filing } = effect
  // Before anything else: a pane that is closed now sends it later.
  const at = new Date(Date.parse(errand.now()) + errand.behindMs).toISOString()
  kept.keepAttempt(person, { obligation: id, key, filing, at })
  await errand.lastSave
  if (effect.sheet) await host.clearMarks(effect.sheet)
  try {
    const receipt = await api.submit(id, filing, key)
    kept.dropAttempt(person, id)
    dispatch({ type: 'sent', id, receipt })
    errand.lastSave = afterSending(effect, errand)
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.slug !== 'filing-blocked') throw problem
    kept.dropAttempt(person, id)
    dispatch({ type: 'refused', id, findings: problem.findings })
  }
}

/** What was sent is the draft from now on, unless a colleague's unsent one stands there. */
async function afterSending({ id, filing }: Extract<Effect, { do: 'send' }>, errand: Errand): Promise<void> {
  const draft = await errand.api.draft(id).catch(() => null)
  if (draft && JSON.stringify(draft.filing) === JSON.stringify(filing)) stand(id, draft.etag, errand)
}
