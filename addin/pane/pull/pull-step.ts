// The machine of pulling and refreshing: what happened and the session give the next
// session and what is to be done. Pure; one thing is done at a time.
import { chosenAgencies, dayWrong, firstChoice } from './pull-scope.ts'
import type { PullEffect, PullEvent, PullSession, PullStep } from './pull-session.ts'

export const PULL_BEGINNING: PullSession = {
  busy: null,
  progress: null,
  choices: null,
  chosen: null,
  counted: null,
  scope: { kind: 'all' },
  asOf: { kind: 'now' },
  sheets: [],
  outcome: null,
  place: null,
}

const same = (one: { template: string; period: string } | null, other: { template: string; period: string }): boolean =>
  one?.template === other.template && one.period === other.period

export function pullStep(session: PullSession, event: PullEvent): PullStep {
  const go = (change: Partial<PullSession>, ...effects: PullEffect[]): PullStep => ({ session: { ...session, ...change }, effects })
  const ignore: PullStep = { session, effects: [] }
  const { busy, counted, chosen, place } = session
  switch (event.type) {
    case 'look-asked':
      return go({ busy: 'looking' }, { do: 'look' })
    case 'looked': {
      const { choices, sheets } = event
      const looked: PullSession = { ...session, busy: null, choices, sheets }
      const which = chosen ?? firstChoice(choices)
      if (!which) return { session: looked, effects: [{ do: 'watch', sheets }] }
      const next = pullStep(looked, { type: 'chosen', which })
      return { session: next.session, effects: [{ do: 'watch', sheets }, ...next.effects] }
    }
    case 'chosen': {
      if (busy !== null && busy !== 'counting') return ignore
      const { template, period } = event.which
      const which = { template, period }
      return go({ busy: 'counting', chosen: which, counted: null, scope: { kind: 'all' }, outcome: null }, { do: 'count', which })
    }
    case 'counted':
      return same(chosen, event.which) ? go({ busy: busy === 'counting' ? null : busy, counted: event.counted }) : ignore
    case 'scoped':
      return go({ scope: event.scope, outcome: null })
    case 'dated':
      return go({ asOf: event.asOf, outcome: null })
    case 'pull-asked': {
      const { asOf, choices } = session
      if (busy !== null || !chosen || !counted || !choices || dayWrong(asOf, choices.day) !== null) return ignore
      const wanted = chosenAgencies(counted, session.scope)
      if (wanted?.codes.length === 0) return ignore
      const on = asOf.kind === 'day' ? asOf.day : null
      return go({ busy: 'pulling', progress: null, outcome: null, place: null }, { do: 'pull', which: chosen, chosen: wanted, on })
    }
    case 'stop-asked':
      return busy === 'pulling' ? go({}, { do: 'stop' }) : ignore
    case 'progress':
      return busy === 'pulling' || busy === 'refreshing' ? go({ progress: { done: event.done, of: event.of } }) : ignore
    case 'refresh-asked':
      if (busy !== null) return ignore
      return go({ busy: 'refreshing', progress: null, outcome: null, place: null }, { do: 'refresh', sheet: event.sheet })
    case 'done': {
      const { outcome, sheets } = event
      const done = go({ busy: null, progress: null, outcome, sheets }, { do: 'watch', sheets })
      // What was counted may have grown meanwhile.
      return chosen ? { ...done, effects: [...done.effects, { do: 'count', which: chosen }] } : done
    }
    case 'jump-asked':
      return go({}, { do: 'jump', sheet: event.sheet, cell: event.cell })
    case 'selected':
      return busy === 'pulling' || busy === 'refreshing' ? ignore : go({}, { do: 'place', sheet: event.sheet, at: event.at })
    case 'placed': {
      const { place: next } = event
      if (next?.kind !== 'line') return go({ place: next })
      // The same agency: what is known of it stays.
      const known = place?.kind === 'line' && place.obligation === next.obligation ? place : null
      const kept = known ? { ...next, history: known.history, past: known.past, contents: known.contents } : next
      return go({ place: kept }, ...(kept.history ? [] : [{ do: 'load-history', obligation: next.obligation } as const]))
    }
    case 'history-loaded':
      if (place?.kind !== 'line' || place.obligation !== event.obligation) return ignore
      return go({ place: { ...place, history: event.history, past: event.past } })
    case 'compare-asked': {
      if (busy !== null || place?.kind !== 'line' || !place.history) return ignore
      const submissions = place.history.filter(({ state }) => state !== 'withdrawn').map(({ receipt }) => receipt.submissionId)
      return go({ busy: 'comparing' }, { do: 'compare', obligation: place.obligation, submissions })
    }
    case 'compared': {
      const idle = { busy: busy === 'comparing' ? null : busy }
      if (place?.kind !== 'line' || place.obligation !== event.obligation) return go(idle)
      return go({ ...idle, place: { ...place, contents: event.contents } })
    }
    case 'failed':
      return go({ busy: null, progress: null })
  }
}
