// The API refusing a request: ProblemError carries the slug, writeProblem is the
// one writer of application/problem+json (RFC 9457). Says nothing of unexpected
// errors but a fixed sentence and the request id.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { PROBLEMS, type ProblemSlug } from '../shared/problem.ts'
import type { AppEnv } from './app-env.ts'

export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly slug: ProblemSlug
  readonly extensions: Readonly<Record<string, unknown>>
  readonly headers: Readonly<Record<string, string>>

  constructor(slug: ProblemSlug, detail?: string, extensions: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    super(detail ?? '')
    this.slug = slug
    this.extensions = extensions
    this.headers = headers
  }
}

/** Hono's own refusals (malformed JSON and the like) in our words. */
const ofHono = (refusal: HTTPException): ProblemError =>
  refusal.status === 413 ? new ProblemError('too-large') : new ProblemError('bad-request', refusal.message)

export function writeProblem(error: unknown, c: Context<AppEnv>): Response {
  const requestId = c.get('requestId')
  const known = error instanceof ProblemError ? error : error instanceof HTTPException && error.status < 500 ? ofHono(error) : null
  if (!known)
    console.error(
      JSON.stringify({ requestId, method: c.req.method, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  const slug = known?.slug ?? 'internal'
  const { status, title } = PROBLEMS[slug]
  // Extensions first, so that none can take the place of a member of the standard.
  const body = {
    ...known?.extensions,
    type: `/problems/${slug}`,
    title,
    status,
    ...(known?.message ? { detail: known.message } : {}),
    instance: requestId,
  }
  return c.body(JSON.stringify(body), status, { ...known?.headers, 'Content-Type': 'application/problem+json; charset=utf-8' })
}
