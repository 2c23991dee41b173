// Takes away what went out said, once nobody needs it; that it went out, to whom and when, stays.
// How long it is needed is the caller's matter.

/** What never went out does not go out empty. */
const EMPTY = `UPDATE outbox SET body = '', html = NULL, emptied_at = ?1,
  expires_at = CASE WHEN sent_at IS NULL THEN min(coalesce(expires_at, ?1), ?1) ELSE expires_at END WHERE emptied_at IS NULL`

/** For a batch: mails whose link opens nothing any more, because it was used, is over, or gave way to another. */
export const emptySpentInvitations = (db: D1Database, now: string): D1PreparedStatement =>
  db
    .prepare(
      `${EMPTY} AND about >= 'invitation.' AND about < 'invitation/' AND NOT EXISTS (
         SELECT 1 FROM invitations i WHERE 'invitation.' || i.token_hash = outbox.about AND i.used_at IS NULL AND i.expires_at > ?1)`,
    )
    .bind(now)

/** What was over before an instant: sent, dropped, given up or past its time. What still waits is kept. */
export async function emptyBefore(db: D1Database, before: string, now: string): Promise<void> {
  await db.prepare(`${EMPTY} AND made_at <= ?2 AND coalesce(sent_at, dropped_at, gave_up_at, expires_at) <= ?2`).bind(now, before).run()
}
