// The part of the machine about the version of the form: whether the one that is open is
// still in use, and how what stands in an older one comes into the newer.
import type { Effect, Step } from './effect.ts'
import type { Event, Session, Work } from './session.ts'

/** How often it is asked whether an open form is still the one in use, also where nobody types. */
export const LOOK_MS = 300_000

type VersionEvent = Extract<Event, { type: 'obligation-seen' | 'newer-asked' | 'older-found' | 'carry-asked' | 'carried' }>

export function stepOnVersion(session: Session, work: Work, event: VersionEvent): Step {
  const go = (change: Partial<Session>, workChange: Partial<Work>, ...effects: Effect[]): Step => ({
    session: { ...session, ...change, work: { ...work, ...workChange } },
    effects,
  })
  const ignore: Step = { session, effects: [] }
  const { obligation, form, older } = work
  switch (event.type) {
    case 'obligation-seen': {
      const again: Effect = { do: 'look-again', id: event.id, afterMs: LOOK_MS }
      // Only what is said by whoever keeps the forms: what was sent and typed here is known better here.
      const { version = obligation.version } = event.obligation ?? {}
      return go({}, { obligation: { ...obligation, version } }, again)
    }
    case 'newer-asked':
      if (session.busy !== null) return ignore
      return go({ stage: 'obligation', busy: 'loading', trouble: null }, { findings: null }, { do: 'load-form', id: obligation.id })
    case 'older-found':
      return go({}, { older: event.older })
    case 'carry-asked':
      if (!form || !older || session.busy !== null) return ignore
      return go({ busy: 'drawing', progress: null, trouble: null }, {}, { do: 'carry-over', form, older })
    case 'carried':
      return go({ stage: 'carried' }, { carried: event.carried, older: null })
  }
}
