// The session before anything has happened: nobody is known, nothing is open.
import type { Session, Wish } from './session.ts'

export const beginning = (wish: Wish | null): Session => ({
  stage: 'start',
  busy: 'starting',
  progress: null,
  trouble: null,
  person: null,
  accounts: [],
  clock: null,
  list: null,
  inWorkbook: [],
  offline: false,
  unsent: [],
  work: null,
  wish,
})
