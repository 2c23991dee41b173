// Carries out what the machine of pulling asks for and feeds the outcomes back. What fails
// is told to the pane, which has the sentences for it.
import { HostError } from '../../host/host.ts'
import { type PullErrand, type PullPorts, performPull, unwatch } from './pull-perform.ts'
import type { PullEffect, PullEvent, PullSession } from './pull-session.ts'
import { PULL_BEGINNING, pullStep } from './pull-step.ts'

export interface PullRunner {
  readonly session: () => PullSession
  readonly dispatch: (event: PullEvent) => void
  readonly subscribe: (listener: () => void) => () => void
  /** Listens to no sheet any more. */
  readonly end: () => void
}

export function createPullRunner(ports: PullPorts, onTrouble: (error: unknown) => void): PullRunner {
  let session = PULL_BEGINNING
  let ended = false
  const listeners = new Set<() => void>()
  const errand: PullErrand = {
    ...ports,
    dispatch,
    ...{ drawing: null, watching: [], known: new Map(), keys: new Map(), selection: 0 },
  }

  function dispatch(event: PullEvent): void {
    if (ended) return
    const next = pullStep(session, event)
    session = next.session
    for (const listener of listeners) listener()
    for (const effect of next.effects) void run(effect)
  }

  async function run(effect: PullEffect): Promise<void> {
    try {
      await performPull(effect, errand)
    } catch (error) {
      if (isQuiet(effect, error)) return
      dispatch({ type: 'failed' })
      // A person who stopped it knows.
      if (!ended && !(error instanceof HostError && error.code === 'stopped')) onTrouble(error)
    }
    if (ended) await unwatch(errand).catch(() => {})
  }

  return {
    session: () => session,
    dispatch,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    end() {
      ended = true
      errand.drawing?.abort()
      void unwatch(errand).catch(() => {})
    },
  }
}

/** Beside the cell that is selected: whoever types in it, or has deleted the sheet, needs no message about that. */
const isQuiet = (effect: PullEffect, error: unknown): boolean =>
  (effect.do === 'place' || effect.do === 'watch') && error instanceof HostError
