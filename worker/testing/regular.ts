// The regular run as the platform starts it, at an instant of the product's clock.
import { createScheduledController } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { moveDemoClock } from '../clocks.ts'
import worker, { type Settings } from '../index.ts'

const PORTAL = 'https://pls.test'

/** With what stands in the settings of a deployment, where it matters. */
export const runNow = (settings: Partial<Settings> = {}): Promise<void> =>
  worker.scheduled(createScheduledController({ cron: '*/5 * * * *' }), { ...env, PUBLIC_URL: PORTAL, ...settings } as Settings)

/** Moves the clock and nothing else: whatever is due then waits for the run. */
export const clockAt = (instant: string): Promise<void> => moveDemoClock(env.DB, new Date(instant))

export async function runAt(instant: string, settings: Partial<Settings> = {}): Promise<void> {
  await clockAt(instant)
  await runNow(settings)
}
