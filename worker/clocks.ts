// The two clocks: the machine's, and the demonstration's, which was set to an
// instant and runs on from there. Only index.ts chooses between them.
import type { Clock } from '../shared/clock.ts'
import { readDemoClock, setDemoClock } from './store/demo-clock.ts'

export const machineClock: Clock = { now: () => new Date() }

/** 17/03/2025 09:00 +07:00: two days before the March report of 2025 is due. */
const DEMO_OPENS = '2025-03-17T02:00:00.000Z'

/** Runs on from where the demonstration's clock was last set; a new database opens on 17/03/2025. */
export async function demoClock(db: D1Database): Promise<Clock> {
  const setting = (await readDemoClock(db)) ?? (await setDemoClock(db, { shows: DEMO_OPENS, setAt: new Date().toISOString() }, 'if-unset'))
  const ahead = Date.parse(setting.shows) - Date.parse(setting.setAt)
  return { now: () => new Date(Date.now() + ahead) }
}

export async function moveDemoClock(db: D1Database, to: Date): Promise<void> {
  await setDemoClock(db, { shows: to.toISOString(), setAt: new Date().toISOString() }, 'always')
}
