// An admin releases the board of a period to the public, as its figures are at that
// instant, and withdraws it. Both are events in the log; a released board is never changed.

import { type Board, makeBoard } from '../../shared/board/board.ts'
import { canonicalJson } from '../../shared/canonical-json.ts'
import { findPeriodRange } from '../../shared/period.ts'
import type { Person } from '../../shared/wire.ts'
import type { BoardRelease } from '../../shared/wire-province.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { addBoard, keepBoard, readBoard, standingRelease, standingReleases, withdrawBoard } from '../store/boards.ts'
import { alongChain, chained, type Link } from '../store/events.ts'
import { openedPeriods } from '../store/obligations.ts'
import { readPlan, readTemplateTitles } from '../store/plan.ts'
import { ofOneMoment } from './one-moment.ts'
import { periodStanding } from './period-standing.ts'
import { progressWithin } from './progress.ts'

/** The board as it would be released now. */
export const boardNow = (parts: Parts, period: string): Promise<Board> => ofOneMoment(parts.db, () => readBoardNow(parts, period))

async function readBoardNow(parts: Parts, period: string): Promise<Board> {
  if (!findPeriodRange(period)) throw new ProblemError('not-found')
  const [loaded, opened] = await Promise.all([readPlan(parts.db), openedPeriods(parts.db)])
  const own = opened.filter((one) => one.period === period)
  if (!loaded || own.length === 0) throw new ProblemError('not-found')
  const [titles, ...standings] = await Promise.all([
    readTemplateTitles(parts.db),
    ...own.map(({ template }) => periodStanding(parts, template, period)),
  ])
  const order = new Map(loaded.register.agencies.map(({ code }, at) => [code, at]))
  const owed = standings.flatMap(({ reports }) => reports).toSorted((a, b) => (order.get(a.agency) ?? 0) - (order.get(b.agency) ?? 0))
  const forms = own.map(({ template: code, version, dueAt }) => ({
    ...{ code, dueAt, title: titles.get(`${code}.${version}`) ?? { vi: code, en: code } },
  }))
  // Of each agency its own latest month: somebody who reports early leaves nobody else without.
  const tasks = new Map((await progressWithin(parts, period)).flatMap(({ agencies }) => agencies.map((one) => [one.agency, one] as const)))
  return makeBoard(loaded.plan, period, forms, owed, tasks, parts.clock.now().toISOString())
}

type About = Pick<BoardRelease, 'id' | 'hash'>

async function event<K extends 'board-released' | 'board-withdrawn'>(
  after: Link,
  kind: K,
  at: string,
  person: Person,
  { id, hash }: About,
) {
  const body = { at, actor: person.id, kind, boardId: id, bodyHash: hash } as const
  return { ...(await chained(after, body)), boardId: id }
}

/** A period that is released again is withdrawn first: one board of it stands. */
export async function releaseBoard(parts: Parts, person: Person, period: string): Promise<BoardRelease> {
  const canonical = canonicalJson(await boardNow(parts, period))
  const [id, hash, at] = [parts.newId(), await sha256(canonical), parts.clock.now().toISOString()]
  await keepBoard(parts.files, hash, canonical)
  await alongChain(parts.db, async (link) => {
    const standing = await standingRelease(parts.db, period)
    const before = standing && (await event(link, 'board-withdrawn', at, person, standing))
    await addBoard(parts.db, period, await event(before ?? link, 'board-released', at, person, { id, hash }), before)
  })
  return { id, period, hash, releasedAt: at, releasedBy: person.name, withdrawnAt: null, withdrawnBy: null }
}

/** Withdrawing what does not stand is refused: there is nothing to withdraw. */
export async function takeBackBoard(parts: Parts, person: Person, period: string): Promise<void> {
  const at = parts.clock.now().toISOString()
  await alongChain(parts.db, async (link) => {
    const standing = await standingRelease(parts.db, period)
    if (!standing) throw new ProblemError('not-found')
    await withdrawBoard(parts.db, await event(link, 'board-withdrawn', at, person, standing))
  })
}

/** What the public sees of a period, or of the period released last. */
export async function publicBoard(parts: Parts, period: string | null): Promise<{ release: BoardRelease; board: Board } | null> {
  const release = period === null ? ((await standingReleases(parts.db))[0] ?? null) : await standingRelease(parts.db, period)
  if (!release) return null
  const board = await readBoard(parts.files, release.hash)
  if (!board) throw new Error(`the board ${release.hash} is missing`)
  return { release, board }
}
