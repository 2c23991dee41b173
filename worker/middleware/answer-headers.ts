// What every answer of the Worker carries: a request id, the version, and headers
// that keep browsers from guessing, framing and storing. The pages' own headers
// stand in addin/public/_headers.
import { createMiddleware } from 'hono/factory'
import { version } from '../../package.json'
import type { AppEnv } from '../app-env.ts'

export const APP_VERSION: string = version

const HEADERS = {
  'X-App-Version': APP_VERSION,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Strict-Transport-Security': 'max-age=31536000',
  // Nothing here is a page that loads anything; problem pages bring one style of their own.
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
}

export const answerHeaders = createMiddleware<AppEnv>(async function answerHeaders(c, next) {
  const requestId = c.env.parts.newId()
  c.set('requestId', requestId)
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
  // Only what is public says otherwise.
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  c.res.headers.set('X-Request-Id', requestId)
})
