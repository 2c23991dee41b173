// The part of the machine about what was sent before: the list of it, two of it side by side,
// a receipt, and taking one back.
import type { Effect, Step } from './effect.ts'
import type { Event, Session, Work } from './session.ts'

type HistoryEvent = Extract<
  Event,
  { type: 'history-asked' | 'history-loaded' | 'compare-asked' | 'compared' | 'receipt-chosen' | 'withdraw-asked' | 'withdrawn' }
>

export function stepOnHistory(session: Session, work: Work, event: HistoryEvent): Step {
  const go = (change: Partial<Session>, workChange: Partial<Work>, ...effects: Effect[]): Step => ({
    session: { ...session, ...change, work: { ...work, ...workChange } },
    effects,
  })
  const { id } = work.obligation
  switch (event.type) {
    case 'history-asked':
      return go({ stage: 'history', busy: 'loading', trouble: null }, {}, { do: 'load-history', id })
    case 'history-loaded':
      return go({ busy: null }, { history: event.history })
    case 'compare-asked':
      return go({ busy: 'loading', trouble: null }, {}, { do: 'compare', id, older: event.older, newer: event.newer })
    case 'compared':
      return go({ stage: 'difference', busy: null }, { compared: { older: event.older, newer: event.newer } })
    case 'receipt-chosen':
      return go({ stage: 'receipt' }, { receipt: event.receipt })
    case 'withdraw-asked':
      return go({ busy: 'withdrawing', trouble: null }, {}, { do: 'withdraw', id, submission: event.submission })
    case 'withdrawn':
      return go({ busy: 'loading' }, {}, { do: 'load-history', id })
  }
}
