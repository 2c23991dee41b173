// How much a request may bring: workbooks up to 15 MB, a filing up to what the rows
// and texts of the largest form can weigh, everything else 1.5 MB.
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { PROBLEM_SENTENCES } from '../../shared/text/problem-sentences.ts'
import type { AppEnv } from '../app-env.ts'
import { ProblemError } from '../problem.ts'

const MEGABYTE = 1_000_000

/** 400 rows of the monthly report with every text as long as it may be, three bytes a letter, and all agencies named in each, weigh 18 MB. */
export const FILING_BYTES_MAX = 20 * MEGABYTE

const limit = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('too-large', PROBLEM_SENTENCES['too-large'].vi, { bytesMax: maxSize })
    },
  })

const forUploads = limit(15 * MEGABYTE)
const forFilings = limit(FILING_BYTES_MAX)
const forJson = limit(1.5 * MEGABYTE)

const UPLOADS = /\/upload(\/report|\/sheets)?$/
const FILINGS = /^\/api\/obligations\/[^/]+\/(draft|check|submissions|form\.xlsx)$/

export const bodySize = createMiddleware<AppEnv>(async function bodySize(c, next) {
  const { path } = c.req
  return (UPLOADS.test(path) ? forUploads : FILINGS.test(path) ? forFilings : forJson)(c, next)
})
