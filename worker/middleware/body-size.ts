// How much a request may bring: workbooks up to 15 MB, everything else 1.5 MB,
// which keeps a filing under the 2 MB that one value in D1 may have.
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'

const MEGABYTE = 1_000_000

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('too-large', undefined, { bytesMax: maxSize })
    },
  })

const forUploads = limit(15 * MEGABYTE)
const forJson = limit(1.5 * MEGABYTE)

export const bodySize = createMiddleware<AppEnv>(async function bodySize(c, next) {
  return (/\/upload(\/report|\/sheets)?$/.test(c.req.path) ? forUploads : forJson)(c, next)
})
