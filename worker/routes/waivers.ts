// Waivers: which there are, granting one, ending one.
import { Hono } from 'hono'
import { WaiverEnd, WaiverGrant, WaiverList, WaiverView } from '../../shared/waiver.ts'
import { seenIn } from '../actions/changed-meanwhile.ts'
import { grantWaiver, takeBackWaiver, waiverList } from '../actions/waivers.ts'
import type { AppEnv } from '../app-env.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

export const waivers = new Hono<AppEnv>()
  .get(
    '/api/waivers',
    operation({ summary: 'Rules that do not bind an agency for a while, ended ones too', tag: 'province', answer: WaiverList }),
    async (c) => c.json(await waiverList(c.env.parts)),
  )
  .post(
    '/api/waivers',
    operation({
      summary: 'Free an agency from a rule until a day, with a reason',
      tag: 'province',
      answer: WaiverView,
      status: 201,
      headers: SEEN,
      problems: CHANGE_PROBLEMS,
    }),
    body(WaiverGrant),
    async (c) => {
      const waiver = await grantWaiver(c.env.parts, c.get('person'), c.req.valid('json'), seenIn(c.req.header('If-Match')))
      return c.json(waiver, 201, { Location: '/api/waivers' })
    },
  )
  .post(
    '/api/waivers/:id/end',
    operation({
      ...{ summary: 'End a waiver before its day, with a reason', tag: 'province', answer: WaiverView },
      ...{ headers: SEEN, problems: ['not-found', 'changed-meanwhile'] },
    }),
    body(WaiverEnd),
    async (c) => {
      const { reason } = c.req.valid('json')
      return c.json(await takeBackWaiver(c.env.parts, c.get('person'), c.req.param('id'), reason, seenIn(c.req.header('If-Match'))))
    },
  )
