// The log of what happened to submissions, waivers, settings, boards, snapshots and whatever else admins
// change: each event carries the hash of the one before it, so that nothing can be left out or changed unseen.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { SubmissionEvent } from '../../shared/standing.ts'
import { sha256 } from '../hash.ts'

interface Happening {
  readonly at: string
  /** Person id. */
  readonly actor: string
  /** Hash of the content, review, waiver, setting, board, snapshot or change that the event is about. */
  readonly bodyHash: string
}

/** What somebody else than the filer says about a submission, each with its review. */
export type Verdict = 'accepted' | 'returned' | 'signed' | 'handed-back'

interface About {
  readonly submissionId?: string
  readonly reviewId?: string
  readonly waiverId?: string
  readonly signOffId?: string
  readonly boardId?: string
  readonly snapshotId?: string
  readonly changeId?: string
}

export type EventBody = Happening &
  About &
  (
    | { readonly kind: Exclude<SubmissionEvent, Verdict>; readonly submissionId: string }
    | { readonly kind: Verdict; readonly submissionId: string; readonly reviewId: string }
    | { readonly kind: 'waiver-granted' | 'waiver-ended'; readonly waiverId: string }
    | { readonly kind: 'sign-off-set'; readonly signOffId: string }
    | { readonly kind: 'board-released' | 'board-withdrawn'; readonly boardId: string }
    | { readonly kind: 'snapshot-made'; readonly snapshotId: string }
    | { readonly kind: 'changed'; readonly changeId: string }
  )

export type ChainedEvent = EventBody & {
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
}

export interface Link {
  readonly seq: number
  readonly hash: string
}

/** What the first event follows. */
export const CHAIN_START: Link = { seq: 0, hash: '0'.repeat(64) }

type Unhashed = EventBody & { readonly seq: number; readonly previousHash: string }

export function hashOfEvent(event: Unhashed): Promise<string> {
  const { seq, at, actor, kind, submissionId, reviewId, waiverId, signOffId, boardId, snapshotId, changeId, bodyHash, previousHash } = event
  const about = Object.fromEntries(
    Object.entries({ submissionId, reviewId, waiverId, signOffId, boardId, snapshotId, changeId }).filter(([, id]) => id !== undefined),
  )
  return sha256(canonicalJson({ seq, at, actor, kind, ...about, bodyHash, previousHash }))
}

const lastLink = async (db: D1Database): Promise<Link> =>
  (await db.prepare('SELECT seq, hash FROM submission_events ORDER BY seq DESC LIMIT 1').first<Link>()) ?? CHAIN_START

/** Number of the last event. */
export const lastHappening = async (db: D1Database): Promise<number> => (await lastLink(db)).seq

/** The last one before an instant, by its number; 0: none. */
export async function lastBefore(db: D1Database, instant: Date): Promise<number> {
  const row = await db
    .prepare('SELECT max(seq) AS seq FROM submission_events WHERE at < ?1')
    .bind(instant.toISOString())
    .first<{ seq: number | null }>()
  return row?.seq ?? 0
}

export async function chained(after: Link, body: EventBody): Promise<ChainedEvent> {
  const unhashed = { ...body, seq: after.seq + 1, previousHash: after.hash }
  return { ...unhashed, hash: await hashOfEvent(unhashed) }
}

/** For the batch in which the thing itself is written: both or neither. */
export const addEvent = (db: D1Database, event: ChainedEvent): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO submission_events (seq, at, actor, kind, submission_id, review_id, waiver_id, sign_off_id, board_id, snapshot_id, change_id, body_hash, previous_hash, hash)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)`,
    )
    .bind(
      ...[
        event.seq,
        event.at,
        event.actor,
        event.kind,
        event.submissionId ?? null,
        event.reviewId ?? null,
        event.waiverId ?? null,
        event.signOffId ?? null,
        event.boardId ?? null,
        event.snapshotId ?? null,
        event.changeId ?? null,
      ],
      ...[event.bodyHash, event.previousHash, event.hash],
    )

/** Somebody else was quicker: on the chain (trigger) or on a unique number. */
const lostRace = (error: unknown): boolean => error instanceof Error && /chain moved on|UNIQUE constraint failed/.test(error.message)

const ATTEMPTS = 40

/** Writes after the last link. A writer that lost the race tries again on what stands now; in each round one of them wins. */
export async function alongChain<T>(db: D1Database, write: (after: Link) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write(await lastLink(db))
    } catch (error) {
      if (!lostRace(error) || attempt === ATTEMPTS) throw error
      await new Promise((next) => setTimeout(next, Math.random() * 10 * Math.min(attempt, 10)))
    }
  }
}

/** An event with the hash that what it is about claims for itself. */
export type ClaimedEvent = ChainedEvent & { readonly claimedHash: string }

export async function eventsAfter(db: D1Database, seq: number, most: number): Promise<ClaimedEvent[]> {
  const { results } = await db
    .prepare(
      `SELECT e.seq, e.at, e.actor, e.kind, e.submission_id AS submissionId, e.review_id AS reviewId, e.waiver_id AS waiverId, e.sign_off_id AS signOffId,
         e.board_id AS boardId, e.snapshot_id AS snapshotId, e.change_id AS changeId, e.body_hash AS bodyHash, e.previous_hash AS previousHash, e.hash, 
         coalesce(r.body_hash, s.content_hash, w.body_hash, o.body_hash, b.body_hash, n.body_hash, c.body_hash) AS claimedHash
       FROM submission_events e LEFT JOIN submissions s ON s.id = e.submission_id LEFT JOIN waivers w ON w.id = e.waiver_id
         LEFT JOIN reviews r ON r.id = e.review_id LEFT JOIN sign_offs o ON o.id = e.sign_off_id
         LEFT JOIN boards b ON b.id = e.board_id LEFT JOIN snapshots n ON n.id = e.snapshot_id
         LEFT JOIN changes c ON c.id = e.change_id
       WHERE e.seq > ?1 ORDER BY e.seq LIMIT ?2`,
    )
    .bind(seq, most)
    .all<Record<string, unknown>>()
  return results.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as ClaimedEvent)
}
