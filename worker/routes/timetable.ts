// When reports open, fall due and lock: the timetable of the plan's year, what a change of it
// would do, and longer time for single agencies.
import { Hono } from 'hono'
import * as v from 'valibot'
import { ExtensionGrant, ExtensionList } from '../../shared/schedule/extension.ts'
import { TimetableChange, TimetableView } from '../../shared/schedule/timetable.ts'
import { Reason } from '../../shared/wire-admin.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { extend, extensionList, revokeExtension } from '../actions/extensions.ts'
import { previewTimetable, setTimetable, timetableNow } from '../actions/timetable.ts'
import type { AppEnv } from '../app-env.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

const Settled = v.strictObject({ change: TimetableChange, reason: Reason })
const Revoked = v.strictObject({ obligation: v.string(), reason: Reason })
const problems = ['bad-request', 'not-found'] as const

export const timetable = new Hono<AppEnv>()
  .get('/api/timetable', operation({ summary: 'What falls when for whom in the year', tag: 'admin', answer: TimetableView }), async (c) =>
    c.json(await timetableNow(c.env.parts)),
  )
  .post(
    '/api/timetable/preview',
    operation({
      summary: 'What a schedule, a calendar or the dates of a period would change',
      tag: 'admin',
      answer: TimetableView,
      problems,
    }),
    body(TimetableChange),
    async (c) => c.json(await previewTimetable(c.env.parts, c.req.valid('json'))),
  )
  .post(
    '/api/timetable',
    operation({
      summary: 'Set a schedule, a calendar or the dates of a period',
      tag: 'admin',
      answer: TimetableView,
      headers: SEEN,
      problems: CHANGE_PROBLEMS,
    }),
    body(Settled),
    async (c) => {
      const { change, reason } = c.req.valid('json')
      return c.json(await setTimetable(c.env.parts, c.get('person'), change, reason, seenIn(c.req.header('If-Match'))))
    },
  )
  .get('/api/extensions', operation({ summary: 'Longer time as it stands', tag: 'admin', answer: ExtensionList }), async (c) =>
    c.json(await extensionList(c.env.parts)),
  )
  .post(
    '/api/extensions',
    operation({
      summary: 'Give agencies longer for a report, until a day',
      tag: 'admin',
      answer: ExtensionList,
      headers: SEEN,
      problems: CHANGE_PROBLEMS,
    }),
    body(ExtensionGrant),
    async (c) => c.json(await extend(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))),
  )
  .post(
    '/api/extensions/revoke',
    operation({ summary: 'Take longer time back', tag: 'admin', answer: ExtensionList, headers: SEEN, problems: CHANGE_PROBLEMS }),
    body(Revoked),
    async (c) => {
      const { obligation, reason } = c.req.valid('json')
      return c.json(await revokeExtension(c.env.parts, c.get('person'), obligation, reason, seenIn(c.req.header('If-Match'))))
    },
  )
