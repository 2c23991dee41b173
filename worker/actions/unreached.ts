// The agencies that are asked for reports now and where nobody would be reminded: no filer and
// no head is let in, or none wants to be told.
import { dayInVietnam } from '../../shared/clock.ts'
import { actingFor } from '../../shared/succession.ts'
import type { Parts } from '../parts.ts'
import { readEnded } from '../store/agencies.ts'
import { askedAgencies, readRecipients } from '../store/reminders.ts'

/** Names, in the order of the register. */
export async function unreachedAgencies({ db, clock }: Parts): Promise<string[]> {
  const now = clock.now()
  const day = dayInVietnam(now)
  const [asked, recipients, ended] = await Promise.all([askedAgencies(db, now.toISOString()), readRecipients(db), readEnded(db)])
  const reached = new Set(recipients.map(({ agency }) => actingFor(ended, agency, day)))
  return asked.filter(({ code }) => !reached.has(actingFor(ended, code, day))).map(({ name }) => name)
}
