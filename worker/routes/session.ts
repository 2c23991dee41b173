// Coming in, going out, and who one is.
import { Hono } from 'hono'
import { Person, Session, SignIn } from '../../shared/wire.ts'
import { signIn } from '../actions/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { body, operation } from './describe.ts'

export const session = new Hono<AppEnv>()
  .post(
    '/api/session',
    operation({
      summary: 'Sign in; the token is sent as `Authorization: Bearer …` from then on',
      ...{ tag: 'session', answer: Session, status: 201, problems: ['bad-request', 'wrong-password', 'forbidden', 'too-many-requests'] },
    }),
    body(SignIn),
    async (c) => {
      const { email, password } = c.req.valid('json')
      return c.json(await signIn(c.env.parts, email, password), 201)
    },
  )
  .delete('/api/session', operation({ summary: 'Sign out: the token ends', tag: 'session', answer: null, status: 204 }), async (c) => {
    await c.env.parts.accounts.signOut(c.get('token'))
    return c.body(null, 204)
  })
  .get('/api/me', operation({ summary: 'Who the token belongs to, with roles and agencies', tag: 'session', answer: Person }), (c) =>
    c.json(c.get('person')),
  )
