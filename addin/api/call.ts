// One request and what became of it. The only place with `fetch`; knows no route
// and no screen.
import * as v from 'valibot'
import { PROBLEMS, type ProblemSlug } from '../../shared/problem.ts'
import { ProblemBody } from '../../shared/wire.ts'
import { ApiProblem } from './api-problem.ts'
import { beginCounting } from './counting.ts'
import type { TokenStore } from './token-store.ts'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

export interface Request {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  /** Sent as JSON. */
  readonly json?: unknown
  /** Sent as it is: an .xlsx file. */
  readonly file?: Blob
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 30_000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a change was made on, by its etag or as of an event; nothing where there was nothing. */
export const matching = (seen: string | number | null | undefined): Record<string, string> =>
  seen == null ? {} : { 'if-match': `"${seen}"` }

/** Between two requests for what is still being counted. */
const AGAIN_MS = 150
/** So often in a row it is asked again although no less is left than the time before. */
const MOST_IN_VAIN = 40
const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, Math.max(AGAIN_MS, seconds * 1000)))

export function caller(base: string, tokens: TokenStore, fetcher: Fetch) {
  const timed = ({ timeoutMs = TIMEOUT_MS }: Request) => AbortSignal.timeout(timeoutMs)

  /** `signalOf`: for each time that it is sent. The same request is sent again while the server says that it is still counting. */
  async function send(path: string, request: Request = {}, signalOf = timed): Promise<Response> {
    const counting = beginCounting()
    try {
      for (let [last, vain] = [Number.POSITIVE_INFINITY, 0]; ; ) {
        try {
          return await sendOnce(path, request, signalOf(request))
        } catch (problem) {
          const left = problem instanceof ApiProblem ? problem.left : null
          vain = left !== null && left < last ? 0 : vain + 1
          if (left === null || vain > MOST_IN_VAIN) throw problem
          last = left
          counting.say(left)
          await pause(problem instanceof ApiProblem ? problem.again : 0)
        }
      }
    } finally {
      counting.end()
    }
  }

  async function sendOnce(path: string, request: Request, signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
    const token = tokens.get()
    if (token) headers.authorization = `Bearer ${token}`
    if (request.json !== undefined) headers['content-type'] = 'application/json'
    if (request.file) headers['content-type'] = XLSX
    const body = request.file ?? request.form ?? (request.json === undefined ? undefined : JSON.stringify(request.json))
    let response: Response
    try {
      response = await fetcher(base + path, {
        method: request.method ?? 'GET',
        headers,
        body,
        signal,
        credentials: 'omit',
        cache: 'no-store',
      })
    } catch (cause) {
      throw lost(cause)
    }
    // What was asked for with If-None-Match has not changed.
    if (response.ok || response.status === 304) return response
    throw await problemOf(response)
  }

  /** The answer as the schema says. An answer of another version asks the person to reload, never half-works. */
  async function call<S extends v.GenericSchema>(schema: S, path: string, request?: Request): Promise<v.InferOutput<S>> {
    return bodyOf(schema, await send(path, request))
  }

  /** The same with its ETag; null where the server says that nothing changed since the one in If-None-Match. */
  async function exchange<S extends v.GenericSchema>(
    schema: S,
    path: string,
    request: Request,
  ): Promise<{ body: v.InferOutput<S>; etag: string } | null> {
    const response = await send(path, request)
    if (response.status === 304) return null
    return { body: await bodyOf(schema, response), etag: response.headers.get('etag') ?? '' }
  }

  /** The answer as a file. It may take as long as it likes, as long as something comes: `timeoutMs` is for silence. */
  async function file(path: string, request: Request = {}): Promise<Blob> {
    const silence = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const heard = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => silence.abort(new DOMException('nothing came', 'TimeoutError')), request.timeoutMs ?? TIMEOUT_MS)
    }
    try {
      const response = await send(path, request, () => {
        heard()
        return silence.signal
      })
      const pieces: Uint8Array<ArrayBuffer>[] = []
      const reader = response.body?.getReader()
      for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
        heard()
        pieces.push(next.value)
      }
      return new Blob(pieces, { type: response.headers.get('content-type') ?? XLSX })
    } catch (cause) {
      throw cause instanceof ApiProblem ? cause : lost(cause)
    } finally {
      clearTimeout(timer)
    }
  }

  return { send, call, exchange, file }
}

const lost = (cause: unknown): ApiProblem =>
  new ApiProblem(cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'offline', { cause })

async function bodyOf<S extends v.GenericSchema>(schema: S, response: Response): Promise<v.InferOutput<S>> {
  const parsed = v.safeParse(schema, await jsonOf(response))
  if (!parsed.success) throw new ApiProblem('outdated', { status: response.status, cause: parsed.issues })
  return parsed.output
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    throw new ApiProblem('unreadable', { status: response.status, cause })
  }
}

/** What some problems say beside the members of the standard. */
const Extended = v.looseObject({
  ...ProblemBody.entries,
  refusal: v.optional(v.object({ vi: v.string(), en: v.string() })),
  draft: v.optional(v.nullable(v.object({ savedBy: v.string(), savedAt: v.string() }))),
  left: v.optional(v.number()),
})

async function problemOf(response: Response): Promise<ApiProblem> {
  const status = response.status
  const parsed = v.safeParse(Extended, await response.json().catch(() => null))
  if (!parsed.success) return new ApiProblem('unreadable', { status })
  const { type, findings, instance: requestId, refusal: sentence, draft, since, left } = parsed.output
  const slug = type.split('/').at(-1) ?? ''
  // A slug that this version does not know comes from a newer server.
  return new ApiProblem(isSlug(slug) ? slug : 'outdated', {
    status,
    findings,
    requestId,
    sentence,
    draft,
    since,
    left: slug === 'counting' ? left : undefined,
    again: Number(response.headers.get('retry-after')),
  })
}

const isSlug = (text: string): text is ProblemSlug => Object.hasOwn(PROBLEMS, text)
