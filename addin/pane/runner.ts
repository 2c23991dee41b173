// Carries out what the state machine asks for, through the two ports, and feeds
// the outcomes back. Lives outside React, so that it runs once however often a screen mounts.

import type { Api } from '../api/api.ts'
import { ApiProblem } from '../api/api-problem.ts'
import type { PaneStore } from '../api/pane-store.ts'
import { type Host, HostError } from '../host/host.ts'
import { beginning } from './beginning.ts'
import type { Effect } from './effect.ts'
import { byObligation, type Errand, formsAtHand, perform } from './perform.ts'
import type { Event, Session, Trouble, Wish } from './session.ts'
import { step } from './step.ts'

export interface Runner {
  readonly session: () => Session
  readonly dispatch: (event: Event) => void
  readonly subscribe: (listener: () => void) => () => void
  /** What failed in a part of the pane that has a session of its own. */
  readonly failed: (error: unknown) => void
}

export interface Ports {
  readonly api: Api
  readonly host: Host
  readonly kept: PaneStore
  /** The clock of this machine, ISO 8601. */
  readonly now: () => string
  /** What the name of a sheet that is kept beside the form says in brackets. */
  readonly asideName: { readonly mine: string; readonly theirs: string; readonly older: (version: number) => string }
  /** The line that is written into the sheet's footer. */
  readonly stampLine: (receipt: { number: string; submittedAt: string }) => string
}

/** Effects that wait, the newer in place of the older: one timer for each. */
const waits = (effect: Effect): number => ('afterMs' in effect ? effect.afterMs : 0)

export function createRunner(ports: Ports, wish: Wish | null): Runner {
  let session = beginning(wish)
  const listeners = new Set<() => void>()
  const waiting = new Map<Effect['do'], { effect: Effect; timer: ReturnType<typeof setTimeout> }>()
  const errand: Errand = {
    ...ports,
    ...{ dispatch, person: '', drawing: null, watching: null, standing: new Map(), lastSave: Promise.resolve(), behindMs: 0 },
  }

  function dispatch(event: Event): void {
    const next = step(session, event)
    session = next.session
    for (const listener of listeners) listener()
    next.effects.forEach(schedule)
  }

  function schedule(effect: Effect): void {
    cancel(effect.do)
    // What was about to be saved is now being sent; what is being left is saved at once.
    const unsaved = effect.do === 'send' || effect.do === 'unwatch' ? cancel('save-draft') : undefined
    if (unsaved && effect.do === 'unwatch') void run(unsaved)
    const afterMs = waits(effect)
    if (afterMs === 0) void run(effect)
    else waiting.set(effect.do, { effect, timer: setTimeout(() => void run(effect), afterMs) })
  }

  function cancel(what: Effect['do']): Effect | undefined {
    const pending = waiting.get(what)
    clearTimeout(pending?.timer)
    waiting.delete(what)
    return pending?.effect
  }

  async function run(effect: Effect): Promise<void> {
    if (waiting.get(effect.do)?.effect === effect) waiting.delete(effect.do)
    try {
      await perform(effect, errand)
    } catch (error) {
      const renamed = error instanceof HostError && error.code === 'sheet-gone' ? await onRenamed(effect) : null
      if (renamed) await run(renamed)
      else if (!quiet(effect, error)) dispatch({ type: 'failed', trouble: troubleOf(error) })
    }
  }

  /** The same for the sheet under its new name, where the person has only renamed it. */
  async function onRenamed(effect: Effect): Promise<Effect | null> {
    const { work } = session
    if (!work || !('sheet' in effect) || effect.sheet === null) return null
    const found = byObligation(await formsAtHand(errand), work.form?.template.version).get(work.obligation.id)
    if (!found || found.sheet === effect.sheet || found.version !== work.form?.template.version) return null
    dispatch({ type: 'sheet-renamed', id: work.obligation.id, sheet: found.sheet })
    return { ...effect, sheet: found.sheet }
  }

  return {
    session: () => session,
    dispatch,
    failed: (error) => dispatch({ type: 'failed', trouble: troubleOf(error) }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Failures that take nothing from the person: a mark or stamp not drawn, a live check while a cell is being typed. */
function quiet(effect: Effect, error: unknown): boolean {
  // Earlier periods are an extra beside the cell; the form stands without them.
  if (effect.do === 'load-past') return error instanceof ApiProblem
  if (!(error instanceof HostError)) return false
  if (effect.do === 'stamp' || effect.do === 'unwatch') return true
  const live = effect.do === 'mark' || (effect.do === 'judge' && effect.purpose === 'live')
  return live && (error.code === 'editing-cell' || error.code === 'busy')
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof ApiProblem) return { from: 'server', slug: error.slug, requestId: error.requestId }
  if (error instanceof HostError) {
    // "Unknown" says nothing to the person; whoever helps them finds Excel's own words in the console.
    if (error.code === 'unknown') console.error(error.cause ?? error)
    return { from: 'workbook', code: error.code }
  }
  // A chunk that could not be loaded is a lost connection or a new version: the browser says TypeError for both.
  if (error instanceof TypeError && /import|module/i.test(error.message))
    return { from: 'server', slug: navigator.onLine ? 'outdated' : 'offline', requestId: null }
  // Our bug: nobody's sentence fits, but it must be seen by whoever looks at the console.
  console.error(error)
  return { from: 'server', slug: 'internal', requestId: null }
}
