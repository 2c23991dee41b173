// The key by which a repeated attempt is known again.
import type { Context } from 'hono'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'

export const KEY = { 'Idempotency-Key': 'Made once per attempt and kept when it is repeated; 1 to 200 characters' }

export function idempotencyKey(c: Context<AppEnv>): string {
  const key = c.req.header('Idempotency-Key')?.trim()
  if (!key) throw new ProblemError('key-missing')
  if (key.length > 200) throw new ProblemError('bad-request', 'Idempotency-Key has more than 200 characters')
  return key
}
