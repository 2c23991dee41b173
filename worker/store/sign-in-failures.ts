// Attempts to sign in that have not succeeded yet, counted per e-mail.

/** Counts an attempt, unless there were already `most` since `since`; then resolves with false. One statement, so that a hundred at once are counted one by one. */
export async function countAttempt(db: D1Database, email: string, at: string, since: string, most: number): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO sign_in_failures (email, at)
       SELECT ?1, ?2 WHERE (SELECT count(*) FROM sign_in_failures WHERE email = ?1 AND at > ?3) < ?4`,
    )
    .bind(email, at, since, most)
    .run()
  return meta.changes > 0
}

export async function forgetAttempts(db: D1Database, email: string): Promise<void> {
  await db.prepare('DELETE FROM sign_in_failures WHERE email = ?1').bind(email).run()
}

export async function forgetAttemptsBefore(db: D1Database, instant: string): Promise<void> {
  await db.prepare('DELETE FROM sign_in_failures WHERE at < ?1').bind(instant).run()
}
