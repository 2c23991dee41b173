// Claims on work that many may begin at once and only one needs to do, in whatever isolate each of them is. What the work is, is
// not known here. Goes by the clock of the database: nothing of it is shown or kept.

/** Longer than any piece takes. */
const LASTS_SECONDS = 15

/** How much was left when somebody began who is still at it; null where nobody is. */
export async function leftWithClaim(db: D1Database, about: string): Promise<number | null> {
  const row = await db
    .prepare('SELECT uncounted FROM claims WHERE about = ?1 AND until > unixepoch()')
    .bind(about)
    .first<{ uncounted: number }>()
  return row?.uncounted ?? null
}

export interface Claim {
  readonly about: string
  readonly token: string
}

/** Null where somebody else has it. */
export async function claim(db: D1Database, about: string, uncounted: number): Promise<Claim | null> {
  const token = crypto.randomUUID()
  const row = await db
    .prepare(
      `INSERT INTO claims (about, token, uncounted, until) VALUES (?1, ?2, ?3, unixepoch() + ?4)
       ON CONFLICT (about) DO UPDATE SET token = excluded.token, uncounted = excluded.uncounted, until = excluded.until
         WHERE until <= unixepoch() RETURNING token`,
    )
    .bind(about, token, uncounted, LASTS_SECONDS)
    .first<{ token: string }>()
  return row && { about, token }
}

/** For the batch in which the work is kept; one that somebody else has taken since then stays theirs. */
export const endClaim = (db: D1Database, { about, token }: Claim): D1PreparedStatement =>
  db.prepare('DELETE FROM claims WHERE about = ?1 AND token = ?2').bind(about, token)
