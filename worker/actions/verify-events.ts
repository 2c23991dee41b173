// Walks the event log from its first link: every number follows, every hash is
// the hash of its event, every event is about the content that its submission, or its waiver, claims.
// A change is hashed again as it stands.
import type { ChainReport } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { hashesOfChanges } from '../store/changes.ts'
import { CHAIN_START, eventsAfter, hashOfEvent } from '../store/events.ts'

const PAGE = 1000

export async function verifyEvents(parts: Parts): Promise<ChainReport> {
  let last = CHAIN_START
  for (;;) {
    const page = await eventsAfter(parts.db, last.seq, PAGE)
    const changes = await hashesOfChanges(
      parts.db,
      page.flatMap(({ changeId }) => changeId ?? []),
    )
    for (const event of page) {
      const claimed = event.changeId === undefined ? event.claimedHash : changes.get(event.changeId)
      const follows = event.seq === last.seq + 1 && event.previousHash === last.hash
      if (!follows || event.bodyHash !== claimed || event.hash !== (await hashOfEvent(event)))
        return { whole: false, events: last.seq, lastHash: last.hash, brokenAt: last.seq + 1 }
      last = event
    }
    if (page.length < PAGE) return { whole: true, events: last.seq, lastHash: last.hash, brokenAt: null }
  }
}
