// People: who there are, inviting, roles, handing over, letting in no longer.
// Opening an invitation is public: the token is the right.
import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  HandOver,
  InvitationAnswer,
  InvitationFacts,
  InvitationMade,
  InvitationRequest,
  PeopleList,
  PersonView,
  RolesChange,
  StateChange,
} from '../../shared/people.ts'
import { Reason } from '../../shared/wire-admin.ts'
import { type Seen, seenIn } from '../actions/changed-meanwhile.ts'
import { acceptInvitation, invitationFacts, invite, inviteAgain } from '../actions/invitations.ts'
import { handOver, peopleList, setRoles, setState } from '../actions/people.ts'
import type { AppEnv } from '../app-env.ts'
import { body, CHANGE_PROBLEMS, operation, SEEN } from './describe.ts'

const Again = v.strictObject({ reason: Reason })
const problems = ['bad-request', 'not-found'] as const
const ON_SEEN = { headers: SEEN, problems: CHANGE_PROBLEMS }

const originOf = (c: Context<AppEnv>): string => new URL(c.req.url).origin
const seenBy = (c: Context<AppEnv>): Seen => seenIn(c.req.header('If-Match'))

export const people = new Hono<AppEnv>()
  .get('/api/people', operation({ summary: 'People and open invitations', tag: 'admin', answer: PeopleList }), async (c) =>
    c.json(await peopleList(c.env.parts)),
  )
  .post(
    '/api/people/invitations',
    operation({
      summary: 'Invite somebody; the link is answered once',
      tag: 'admin',
      answer: InvitationMade,
      status: 201,
      problems: ['bad-request'],
    }),
    body(InvitationRequest),
    async (c) => c.json(await invite(c.env.parts, c.get('person'), originOf(c), c.req.valid('json')), 201, { Location: '/api/people' }),
  )
  .post(
    '/api/people/:id/invitation',
    operation({ summary: 'Let somebody choose a password again', tag: 'admin', answer: InvitationMade, status: 201, problems }),
    body(Again),
    async (c) =>
      c.json(await inviteAgain(c.env.parts, c.get('person'), originOf(c), c.req.param('id'), c.req.valid('json').reason), 201, {
        Location: '/api/people',
      }),
  )
  .put(
    '/api/people/:id/roles',
    operation({ summary: 'Set the roles of a person', tag: 'admin', answer: PersonView, ...ON_SEEN }),
    body(RolesChange),
    async (c) => c.json(await setRoles(c.env.parts, c.get('person'), c.req.param('id'), c.req.valid('json'), seenBy(c))),
  )
  .post(
    '/api/people/:id/hand-over',
    operation({ summary: 'Hand the roles of a person over to another', tag: 'admin', answer: PersonView, ...ON_SEEN }),
    body(HandOver),
    async (c) => c.json(await handOver(c.env.parts, c.get('person'), c.req.param('id'), c.req.valid('json'), seenBy(c))),
  )
  .put(
    '/api/people/:id/state',
    operation({ summary: 'Let a person in, or no longer', tag: 'admin', answer: PersonView, ...ON_SEEN }),
    body(StateChange),
    async (c) => c.json(await setState(c.env.parts, c.get('person'), c.req.param('id'), c.req.valid('json'), seenBy(c))),
  )
  .get(
    '/api/invitations/:token',
    operation({ summary: 'Whom an invitation is for', tag: 'session', answer: InvitationFacts, problems: ['not-found'] }),
    async (c) => c.json(await invitationFacts(c.env.parts, c.req.param('token'))),
  )
  .post(
    '/api/invitations/:token',
    operation({ summary: 'Accept an invitation with a password', tag: 'session', answer: InvitationFacts, status: 201, problems }),
    body(InvitationAnswer),
    async (c) => c.json(await acceptInvitation(c.env.parts, c.req.param('token'), c.req.valid('json')), 201, { Location: '/api/session' }),
  )
