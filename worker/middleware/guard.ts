// Stands before every route: recognises the person by the bearer token, finds the
// obligation or submission the path names, and lets pass whom rights.ts allows.
// Another agency's obligation does not exist for a filer: 404, not 403.
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { Person, Role } from '../../shared/wire.ts'
import { personOf } from '../actions/sign-in.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'
import { RIGHTS, type Right } from '../rights.ts'
import { readObligation } from '../store/obligations.ts'
import { readSubmission } from '../store/submissions.ts'

const PROVINCE: readonly Role[] = ['aggregator', 'admin', 'auditor']
const AUDITORS: readonly Role[] = ['admin', 'auditor']
const ADMINS: readonly Role[] = ['admin']
const RECEIVERS: readonly Role[] = ['aggregator']

const hasRole = (person: Person, roles: readonly Role[]) => person.memberships.some(({ role }) => roles.includes(role))
const signsFor = (person: Person, agency: string) => person.memberships.some((one) => one.role === 'signer' && one.agency === agency)
export const filesFor = (person: Person, agency: string) => person.memberships.some((one) => one.agency === agency)

function demandRole(person: Person, roles: readonly Role[]): void {
  if (!hasRole(person, roles)) throw new ProblemError('forbidden')
}

type Who = 'reader' | 'filer' | 'signer' | 'receiver'

/** Who may not even see it is told that it is not there. */
function demandAgency(person: Person, agency: string, who: Who): void {
  const own = filesFor(person, agency)
  if (!own && !hasRole(person, PROVINCE)) throw new ProblemError('not-found')
  if (who === 'receiver') demandRole(person, RECEIVERS)
  const may = who === 'signer' ? signsFor(person, agency) : own
  if ((who === 'filer' || who === 'signer') && !may) throw new ProblemError('forbidden')
}

async function recognise(c: Context<AppEnv>): Promise<Person> {
  const [, token] = /^Bearer (\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  const account = token ? await c.env.parts.accounts.holder(token) : null
  if (!token || !account) throw new ProblemError('signed-out', undefined, {}, { 'WWW-Authenticate': 'Bearer' })
  const person = await personOf(c.env.parts, account)
  c.set('person', person)
  c.set('token', token)
  return person
}

/** The `:id` of a path. A middleware for all paths is given no parameters of the route behind it; ids need no decoding. */
const idIn = (path: string, pattern: string): string => path.split('/')[pattern.split('/').indexOf(':id')] ?? ''

async function allow(c: Context<AppEnv>, pattern: string, right: Exclude<Right, 'public' | 'demo'>): Promise<void> {
  const person = await recognise(c)
  if (right === 'signed-in') return
  if (right === 'province') return demandRole(person, PROVINCE)
  if (right === 'auditor') return demandRole(person, AUDITORS)
  if (right === 'admin') return demandRole(person, ADMINS)
  if (right === 'receiver') return demandRole(person, RECEIVERS)
  const [about, who] = right.split('-') as ['obligation' | 'submission', Who]
  const id = idIn(c.req.path, pattern)
  const { db } = c.env.parts
  const submission = about === 'submission' ? await readSubmission(db, id) : null
  const obligation = await readObligation(db, submission?.receipt.obligationId ?? (about === 'submission' ? '' : id))
  if (!obligation) throw new ProblemError('not-found')
  demandAgency(person, obligation.agency, who)
  c.set('obligation', obligation)
  if (submission) c.set('submission', submission)
}

export const guard = createMiddleware<AppEnv>(async function guard(c, next) {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  if (!route) throw new ProblemError('not-found')
  const right = RIGHTS[`${route.method} ${route.path}`]
  if (!right) throw new Error(`${route.method} ${route.path} has no rights`)
  if (right === 'demo' && !c.env.parts.demo) throw new ProblemError('not-found')
  if (right !== 'public' && right !== 'demo') await allow(c, route.path, right)
  await next()
})
