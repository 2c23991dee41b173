import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { PROBLEMS, type ProblemSlug } from '../../shared/problem.ts'
import { httpApi } from './api.ts'
import { ApiProblem } from './api-problem.ts'
import type { Fetch } from './call.ts'
import { leftToCount, onCounting } from './counting.ts'
import type { TokenStore } from './token-store.ts'

function memoryTokens(token: string | null = null): TokenStore {
  let kept = token
  return {
    get: () => kept,
    set(next) {
      kept = next
    },
    clear() {
      kept = null
    },
  }
}

const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } })

const problem = (slug: string, status: number, more: object = {}) =>
  json({ type: `/problems/${slug}`, title: 't', status, instance: 'req-1', ...more }, status, 'application/problem+json')

const failure = async (fetcher: Fetch): Promise<ApiProblem> => {
  try {
    await httpApi('', memoryTokens('t'), fetcher).obligations()
  } catch (error) {
    if (error instanceof ApiProblem) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const filing = {
  template: 'THANG',
  version: 1,
  agency: 'STTTT',
  period: '2025-03',
  declaration: null,
  header: {},
  rows: [],
  explanations: {},
}
const person = { id: 'p1', name: 'Hoa', email: 'hoa@example.vn', memberships: [] }

describe('what goes wrong has one name', () => {
  test.each(Object.keys(PROBLEMS) as ProblemSlug[])('the problem %s keeps its slug, status and request id', async (slug) => {
    const { status } = PROBLEMS[slug]
    const thrown = await failure(async () => problem(slug, status))
    expect(thrown).toMatchObject({ slug, status, requestId: 'req-1' })
  })
  test('what is still being counted is asked for again, and how much is left is told meanwhile', async () => {
    const told: number[] = []
    const stop = onCounting(() => told.push(leftToCount()))
    const answers = [
      problem('counting', 503, { left: 120 }),
      problem('counting', 503, { left: 20 }),
      json({ obligations: [], day: '2025-03-18' }),
    ]
    const got = await httpApi('', memoryTokens('t'), async () => answers.shift()!).obligations()
    stop()
    expect(got.obligations).toEqual([])
    expect(told).toEqual([120, 20, 0])
  })
  test('no network is "offline"', async () => {
    expect((await failure(() => Promise.reject(new TypeError('Failed to fetch')))).slug).toBe('offline')
  })
  test('an answer that does not come is "timeout"', async () => {
    expect((await failure(() => Promise.reject(new DOMException('late', 'TimeoutError')))).slug).toBe('timeout')
  })
  test('a page of a proxy instead of our answer is "unreadable", with either status', async () => {
    const page = (status: number) => async () => new Response('<html>Sign in to Wi-Fi</html>', { status })
    expect((await failure(page(200))).slug).toBe('unreadable')
    expect((await failure(page(502))).slug).toBe('unreadable')
  })
  test('an answer of another version is "outdated", never half-used', async () => {
    expect((await failure(async () => json({ obligations: 'many' }))).slug).toBe('outdated')
  })
  test('findings come with the problem', async () => {
    const finding = { id: 'required:r1:result', code: 'required', severity: 'error', place: { cell: 'F12' }, params: {}, fixes: [] }
    expect((await failure(async () => problem('filing-blocked', 422, { findings: [finding] }))).findings).toEqual([finding])
  })
  test('whose draft stands in the way, and why a file was refused, come with the problem', async () => {
    const draft = { etag: 'a', savedAt: '2025-03-17T02:00:00.000Z', savedBy: 'Minh' }
    expect((await failure(async () => problem('draft-changed', 412, { draft }))).draft).toEqual({ savedAt: draft.savedAt, savedBy: 'Minh' })
    const refusal = { code: 'encrypted', params: {}, vi: 'Tệp có mật khẩu.', en: 'The file has a password.' }
    expect((await failure(async () => problem('not-a-workbook', 415, { refusal }))).sentence).toEqual({ vi: refusal.vi, en: refusal.en })
  })
})

describe('what is sent', () => {
  const record = (answer: () => Response) => {
    const sent: { url: string; init: RequestInit }[] = []
    const fetcher: Fetch = async (url, init) => {
      sent.push({ url, init })
      return answer()
    }
    return { sent, fetcher }
  }

  test('the token of the session goes along as bearer, never a cookie', async () => {
    const tokens = memoryTokens()
    const first = record(() => json({ token: 'secret', person }, 201))
    expect(await httpApi('', tokens, first.fetcher).signIn('hoa@example.vn', 'x', false)).toEqual(person)
    const second = record(() => json(person))
    await httpApi('', tokens, second.fetcher).me()
    expect(second.sent[0]?.init.headers).toMatchObject({ authorization: 'Bearer secret' })
    expect(second.sent[0]?.init.credentials).toBe('omit')
  })
  test('a submission carries its idempotency key and nothing but the filing', async () => {
    const { sent, fetcher } = record(() => problem('locked', 409))
    await expect(httpApi('', memoryTokens('t'), fetcher).submit('THANG.2025-03.STTTT', filing, 'key-1')).rejects.toThrow('locked')
    expect(sent[0]?.url).toBe('/api/obligations/THANG.2025-03.STTTT/submissions')
    expect(sent[0]?.init.headers).toMatchObject({ 'idempotency-key': 'key-1' })
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({ filing })
  })
  test('a draft names the draft it replaces, and none where there was none', async () => {
    const draft = { filing, savedAt: '2025-03-17T02:00:00.000Z', savedBy: 'Hoa', etag: 'e2', inUse: 1 }
    const { sent, fetcher } = record(() => json(draft))
    const api = httpApi('', memoryTokens('t'), fetcher)
    await api.saveDraft('x', filing, null)
    await api.saveDraft('x', filing, 'e1')
    expect(sent[0]?.init.headers).not.toHaveProperty('if-match')
    expect(sent[1]?.init.headers).toMatchObject({ 'if-match': '"e1"' })
  })
  test('no draft is null, not a problem', async () => {
    expect(await httpApi('', memoryTokens('t'), async () => problem('not-found', 404)).draft('x')).toBeNull()
  })
  test('outside the demo there are no demo accounts, and that is no problem', async () => {
    expect(await httpApi('', memoryTokens(), async () => problem('not-found', 404)).demoAccounts()).toEqual([])
  })
  test('signing out forgets the token even where the server cannot be reached', async () => {
    const tokens = memoryTokens('t')
    await expect(httpApi('', tokens, () => Promise.reject(new TypeError('no'))).signOut()).rejects.toThrow('offline')
    expect(tokens.get()).toBeNull()
  })
})

describe('a file may take as long as it likes, as long as something comes', () => {
  /** Gives a byte every minute, so many times; then it ends, or is silent for ever. */
  const trickle = (minutes: number, ends: boolean, signal: AbortSignal): Response => {
    let came = 0
    return new Response(
      new ReadableStream<Uint8Array>({
        start: (controller) => signal.addEventListener('abort', () => controller.error(signal.reason)),
        async pull(controller) {
          if (came++ === minutes) return ends ? controller.close() : new Promise<void>(() => {})
          await new Promise((done) => setTimeout(done, 60_000))
          controller.enqueue(new Uint8Array([came]))
        },
      }),
    )
  }
  const download = (minutes: number, ends: boolean) =>
    httpApi('', memoryTokens('t'), async (_, { signal }) => trickle(minutes, ends, signal as AbortSignal)).consolidatedFile(
      'PL2',
      '2025-03',
    )

  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('a quarter of an hour with a byte every minute', async () => {
    const file = download(15, true)
    await vi.advanceTimersByTimeAsync(16 * 60_000)
    expect((await file).size).toBe(15)
  })
  test('silence is a "timeout", also in the middle of a file', async () => {
    const file = download(3, false).catch((problem: unknown) => problem)
    await vi.advanceTimersByTimeAsync(6 * 60_000)
    expect(await file).toMatchObject({ slug: 'timeout' })
  })
})
