// What is done every few minutes without being asked, in order: periods open, people are
// reminded, what waits goes out, what went out long ago is forgotten, how far tasks have come and what is to be asked about is counted. Each step may be run twice, late or beside another run; what fails does not stop the others.
import type { Parts } from '../parts.ts'
import { forgetAttemptsBefore } from '../store/sign-in-failures.ts'
import { deliverEvents, deliverMails } from './deliver.ts'
import { openObligations } from './open-obligations.ts'
import { emptyOutbox } from './outbox.ts'
import { countLatest } from './own-counts.ts'
import { countProgress } from './progress.ts'
import { remind } from './remind.ts'
import { makeMissingWorkbooks } from './snapshots.ts'
import { startUp } from './start-up.ts'
import { countLatestQuarter } from './summarise-quarter.ts'
import { tellWebhook } from './tell-webhook.ts'

const DAY_MS = 86_400_000

const STEPS: readonly ((parts: Parts) => Promise<unknown>)[] = [
  startUp,
  openObligations,
  remind,
  tellWebhook,
  deliverMails,
  deliverEvents,
  emptyOutbox,
  makeMissingWorkbooks,
  // So that nobody waits for it where what is counted by has changed.
  countProgress,
  countLatest,
  countLatestQuarter,
  ({ db, clock }) => forgetAttemptsBefore(db, new Date(clock.now().getTime() - DAY_MS).toISOString()),
]

export async function regularRun(parts: Parts): Promise<void> {
  const failed: unknown[] = []
  for (const step of STEPS)
    await step(parts).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : String(error))
      failed.push(error)
    })
  // So that the platform counts the run as failed.
  if (failed.length > 0) throw new AggregateError(failed, 'the regular run did not do all of it')
}
