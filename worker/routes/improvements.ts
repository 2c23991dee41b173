// What to improve, on the screen and as a file; and the counts of a check that was made in
// the pane.
import { type Context, Hono } from 'hono'
import { CheckTally } from '../../shared/improve/check-tally.ts'
import { Improvements } from '../../shared/improve/improvements.ts'
import { improvementsWorkbook } from '../../shared/improve/improvements-sheet.ts'
import { improvements } from '../actions/improvements.ts'
import type { AppEnv } from '../app-env.ts'
import { countCheck } from '../store/check-counts.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { body, operation } from './describe.ts'
import { workbookAnswer } from './workbook-answer.ts'

const QUERY = { period: 'Of one period only: 2025-03' }

const asked = (c: Context<AppEnv>): Promise<Improvements> => improvements(c.env.parts, c.req.query('period') || null)

export const improving = new Hono<AppEnv>()
  .get(
    '/api/improvements',
    operation({ summary: 'Which rules fail, what precedes returns, where time goes', tag: 'admin', answer: Improvements, query: QUERY }),
    async (c) => c.json(await asked(c)),
  )
  .get(
    '/api/improvements.xlsx',
    operation({ summary: 'The same as a workbook', tag: 'admin', answer: 'workbook', query: { ...QUERY, lang: 'vi or en' } }),
    async (c) =>
      workbookAnswer(
        c,
        await writeWorkbook(improvementsWorkbook(await asked(c), c.req.query('lang') === 'en' ? 'en' : 'vi')),
        'can-cai-thien',
      ),
  )
  .post(
    '/api/obligations/:id/checks',
    operation({
      ...{ summary: 'Counts of a check made beside the server: no value, no name', tag: 'obligations', answer: null, status: 204 },
      problems: ['bad-request'],
    }),
    body(CheckTally),
    async (c) => {
      const { db, clock } = c.env.parts
      await countCheck(db, c.get('obligation').id, clock.now().toISOString(), c.req.valid('json').counts)
      return c.body(null, 204)
    },
  )
