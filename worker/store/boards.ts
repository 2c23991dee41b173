// Released boards: which stand and which were withdrawn, and the boards themselves as
// immutable objects in R2. Nothing is deleted; what a board says is not known here.
import type { Board } from '../../shared/board/board.ts'
import type { BoardRelease } from '../../shared/wire-province.ts'
import { addEvent, type ChainedEvent } from './events.ts'

const boardKey = (hash: string) => `boards/${hash}.json`

export async function keepBoard(files: R2Bucket, hash: string, canonical: string): Promise<void> {
  await files.put(boardKey(hash), canonical, { onlyIf: { etagDoesNotMatch: '*' }, httpMetadata: { contentType: 'application/json' } })
}

export const readBoard = async (files: R2Bucket, hash: string): Promise<Board | null> =>
  (await (await files.get(boardKey(hash)))?.json<Board>()) ?? null

const VIEW = `SELECT b.id, b.period, b.body_hash AS hash, b.released_at AS releasedAt, r.name AS releasedBy,
  b.withdrawn_at AS withdrawnAt, w.name AS withdrawnBy
  FROM boards b JOIN "user" r ON r.id = b.released_by LEFT JOIN "user" w ON w.id = b.withdrawn_by`

/** All there ever were, the latest first. */
export const readReleases = async (db: D1Database): Promise<BoardRelease[]> =>
  (await db.prepare(`${VIEW} ORDER BY b.released_at DESC, b.id`).all<BoardRelease>()).results

/** Those that the public may see, the latest period first. */
export const standingReleases = async (db: D1Database): Promise<BoardRelease[]> =>
  (await db.prepare(`${VIEW} WHERE b.withdrawn_at IS NULL ORDER BY b.released_at DESC, b.id`).all<BoardRelease>()).results

export const standingRelease = async (db: D1Database, period: string): Promise<BoardRelease | null> =>
  db.prepare(`${VIEW} WHERE b.withdrawn_at IS NULL AND b.period = ?1`).bind(period).first<BoardRelease>()

type BoardEvent = ChainedEvent & { readonly boardId: string }

const ending = (db: D1Database, event: BoardEvent): D1PreparedStatement[] => [
  db.prepare('UPDATE boards SET withdrawn_at = ?2, withdrawn_by = ?3 WHERE id = ?1').bind(event.boardId, event.at, event.actor),
  addEvent(db, event),
]

/** Withdrawal and its event, both or neither. */
export async function withdrawBoard(db: D1Database, event: BoardEvent): Promise<void> {
  await db.batch(ending(db, event))
}

/** Release and its event, with the withdrawal of what stood before: all or nothing. */
export async function addBoard(db: D1Database, period: string, event: BoardEvent, before: BoardEvent | null): Promise<void> {
  await db.batch([
    ...(before ? ending(db, before) : []),
    db
      .prepare('INSERT INTO boards (id, period, body_hash, released_at, released_by) VALUES (?1, ?2, ?3, ?4, ?5)')
      .bind(event.boardId, period, event.bodyHash, event.at, event.actor),
    addEvent(db, event),
  ])
}
