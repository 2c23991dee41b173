// Two admins on one thing: a change names the last event of the log that its admin had seen, and
// is refused, with what came since, where somebody has changed the same thing after it.
import type { AuditEntry, Subject } from '../../shared/audit/change.ts'
import { ProblemError } from '../problem.ts'
import { changesSince } from '../store/changes.ts'

/** Without an id every thing of its kind. */
interface Thing {
  readonly subject: Subject
  readonly subjectId?: string
}

/** What an admin had seen: the number of an event; null, where nothing is named, is the beginning. */
export type Seen = number | null

export interface Resting {
  readonly things: readonly Thing[]
  readonly seen: Seen
}

/** Of an If-Match header. */
export function seenIn(header: string | undefined): Seen {
  const said = /^(?:W\/)?"?(\d{1,16})"?$/.exec(header?.trim() ?? '')?.[1]
  return said === undefined ? null : Number(said)
}

/** Along the chain: what is written after this cannot overtake a change that it has not seen. */
export async function demandUnchanged(db: D1Database, { things, seen }: Resting): Promise<void> {
  const since: AuditEntry[] = await changesSince(db, seen ?? 0, things)
  if (since.length > 0) throw new ProblemError('changed-meanwhile', undefined, { since })
}
