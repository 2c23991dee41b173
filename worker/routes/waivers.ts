// Waivers: which there are, granting one, ending one.
import { Hono } from 'hono'
import { WaiverGrant, WaiverList, WaiverView } from '../../shared/waiver.ts'
import { grantWaiver, takeBackWaiver } from '../actions/waivers.ts'
import type { AppEnv } from '../app-env.ts'
import { readWaivers } from '../store/waivers.ts'
import { body, operation } from './describe.ts'

export const waivers = new Hono<AppEnv>()
  .get(
    '/api/waivers',
    operation({ summary: 'Rules that do not bind an agency for a while, ended ones too', tag: 'province', answer: WaiverList }),
    async (c) => c.json({ waivers: await readWaivers(c.env.parts.db) } satisfies WaiverList),
  )
  .post(
    '/api/waivers',
    operation({
      summary: 'Free an agency from a rule until a day, with a reason',
      tag: 'province',
      answer: WaiverView,
      status: 201,
      problems: ['bad-request'],
    }),
    body(WaiverGrant),
    async (c) => {
      const waiver = await grantWaiver(c.env.parts, c.get('person'), c.req.valid('json'))
      return c.json(waiver, 201, { Location: '/api/waivers' })
    },
  )
  .post(
    '/api/waivers/:id/end',
    operation({ summary: 'End a waiver before its day', tag: 'province', answer: WaiverView, problems: ['not-found'] }),
    async (c) => c.json(await takeBackWaiver(c.env.parts, c.get('person'), c.req.param('id'))),
  )
