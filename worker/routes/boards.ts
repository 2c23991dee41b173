// The public board: its page, its figures as JSON and CSV for everybody, and for admins
// the release and the withdrawal. What is public is cached by its hash, for a minute at most.
import { type Context, Hono } from 'hono'
import { Board } from '../../shared/board/board.ts'
import { boardCsv } from '../../shared/board/board-csv.ts'
import { BoardRelease, BoardReleases, PublicBoards } from '../../shared/wire-province.ts'
import { publicBoard, releaseBoard, takeBackBoard } from '../actions/boards.ts'
import type { AppEnv } from '../app-env.ts'
import { APP_VERSION } from '../middleware/answer-headers.ts'
import { ProblemError } from '../problem.ts'
import { readReleases, standingReleases } from '../store/boards.ts'
import { boardPage } from './board-page.ts'
import { operation } from './describe.ts'

/** A board that is withdrawn is gone from every cache within the minute. */
const FOR_A_MINUTE = 'public, max-age=60'
const FILE = /^([\w-]+)\.(json|csv)$/

/** 304 where the reader has it already. */
async function cached(c: Context<AppEnv>, etag: string, type: string, make: () => string | Promise<string>): Promise<Response> {
  const headers = { ETag: `"${etag}"`, 'Cache-Control': FOR_A_MINUTE }
  const known = c.req.header('If-None-Match')?.split(',') ?? []
  if (known.some((one) => one.trim().replace(/^W\//, '') === `"${etag}"`)) return c.body(null, 304, headers)
  return c.body(await make(), 200, { ...headers, 'Content-Type': `${type}; charset=utf-8` })
}

async function page(c: Context<AppEnv>, period: string | null): Promise<Response> {
  const language = c.req.query('lang') === 'en' ? 'en' : 'vi'
  const [found, standing] = await Promise.all([publicBoard(c.env.parts, period), standingReleases(c.env.parts.db)])
  if (!found && period !== null) throw new ProblemError('not-found')
  const periods = standing.map((one) => one.period)
  const etag = [found?.release.hash ?? 'none', language, APP_VERSION, ...periods].join('.')
  return cached(c, etag, 'text/html', async () => String(await boardPage({ board: found?.board ?? null, periods, language })))
}

export const boards = new Hono<AppEnv>()
  .get('/board', (c) => page(c, null))
  .get('/board/:period', (c) => page(c, c.req.param('period')))
  .get('/api/board', operation({ summary: 'The periods whose board was released', tag: 'board', answer: PublicBoards }), async (c) => {
    const standing = await standingReleases(c.env.parts.db)
    c.header('Cache-Control', FOR_A_MINUTE)
    return c.json({ periods: standing.map(({ period, releasedAt, hash }) => ({ period, releasedAt, hash })) } satisfies PublicBoards)
  })
  .get(
    '/api/board/:file',
    operation({ summary: 'A released board: 2025-03.json, 2025-03.csv', tag: 'board', answer: Board, problems: ['not-found'] }),
    async (c) => {
      const [, period, ending] = FILE.exec(c.req.param('file')) ?? []
      const found = period === undefined ? null : await publicBoard(c.env.parts, period)
      if (!found) throw new ProblemError('not-found')
      const { release, board } = found
      return ending === 'csv'
        ? cached(c, `${release.hash}.csv`, 'text/csv', () => boardCsv(board))
        : cached(c, release.hash, 'application/json', () => JSON.stringify(board))
    },
  )
  .get(
    '/api/boards',
    operation({ summary: 'Every board that was ever released, and what was withdrawn', tag: 'board', answer: BoardReleases }),
    async (c) => c.json({ releases: await readReleases(c.env.parts.db) } satisfies BoardReleases),
  )
  .post(
    '/api/boards/:period/release',
    operation({
      ...{ summary: 'Show the public the board of a period as it is now', tag: 'board', answer: BoardRelease },
      ...{ status: 201, problems: ['not-found', 'counting'] },
    }),
    async (c) => {
      const release = await releaseBoard(c.env.parts, c.get('person'), c.req.param('period'))
      return c.json(release, 201, { Location: `/board/${release.period}` })
    },
  )
  .post(
    '/api/boards/:period/withdraw',
    operation({ summary: 'Take the board of a period from the public', tag: 'board', answer: null, status: 204, problems: ['not-found'] }),
    async (c) => {
      await takeBackBoard(c.env.parts, c.get('person'), c.req.param('period'))
      return c.body(null, 204)
    },
  )
