// The demonstration's province in a test: real pack, real routes, real D1 and
// R2. Each test has its own people signed in.
import { env, exports } from 'cloudflare:workers'
import { check } from '../../shared/check.ts'
import type { Entry, Filing } from '../../shared/filing.ts'
import { PROBLEMS } from '../../shared/problem.ts'
import type { Form } from '../../shared/wire.ts'
import worker, { type Settings } from '../index.ts'
import { begun } from './begun.ts'
import { tokenOf } from './sessions.ts'

export const ORIGIN = 'https://pls.test'

export interface Asked {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the body it asked for
  json<T = any>(): Promise<T>
  bytes(): Promise<Uint8Array>
}

export type Ask = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Asked>

const isRaw = (body: unknown): body is Uint8Array | ReadableStream => body instanceof Uint8Array || body instanceof ReadableStream

const request = (token: string | null, method: string, path: string, body: unknown, headers: Record<string, string>) =>
  new Request(`${ORIGIN}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined || isRaw(body) ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body === undefined ? undefined : isRaw(body) ? body : JSON.stringify(body),
  })

const answered = (response: Response): Asked => ({
  status: response.status,
  headers: response.headers,
  json: () => response.json(),
  bytes: async () => new Uint8Array(await response.arrayBuffer()),
})

export const anybody: Ask = async (method, path, body, headers = {}) =>
  answered(await exports.default.fetch(request(null, method, path, body, headers)))

/** The same Worker as if it were deployed with other settings. */
export const deployedAs = async (settings: Partial<Settings>, method: string, path: string, body?: unknown): Promise<Asked> =>
  answered(
    await worker.fetch(request(null, method, path, body, {}) as Parameters<typeof worker.fetch>[0], { ...env, ...settings } as Settings),
  )

export const DEMO_PASSWORD = 'demo-2044'

/** Whoever asks once, also where it is still being counted. */
export async function hasty(email: string): Promise<Ask> {
  await begun()
  const token = await tokenOf(email, DEMO_PASSWORD)
  return async (method, path, body, headers = {}) => answered(await exports.default.fetch(request(token, method, path, body, headers)))
}

/** Asks again while it is being counted, as pane and portal do. */
export async function signedIn(email: string): Promise<Ask> {
  const ask = await hasty(email)
  return async (...asked) => {
    let answer = await ask(...asked)
    while (answer.status === PROBLEMS.counting.status) answer = await ask(...asked)
    return answer
  }
}

export const filer = () => signedIn('filer.stttt@khanhhoa.example')
export const otherFiler = () => signedIn('filer.dienkhanh@khanhhoa.example')
export const signingFiler = () => signedIn('filer.stc@khanhhoa.example')
export const signer = () => signedIn('signer.stc@khanhhoa.example')
export const aggregator = () => signedIn('aggregator@khanhhoa.example')
export const admin = () => signedIn('admin@khanhhoa.example')

export const MARCH = 'THANG.2025-03.STTTT'

export const formOf = async (ask: Ask, obligation = MARCH): Promise<Form> =>
  (await ask('GET', `/api/obligations/${obligation}/form`)).json<Form>()

const entry = (value: Entry['value']): Entry => ({ value })

/** Due in December 2024, before the plan was signed: a task that is overdue says why. */
const OVERDUE = 'PL1-2'

/** A monthly report in which nothing has begun yet, except what `change` says of the first row. */
export function filled({ obligation, template, prefill }: Form, change: Record<string, Entry['value']> = {}): Filing {
  const filing: Filing = {
    ...{ template: template.code, version: template.version, agency: obligation.agency, period: obligation.period },
    declaration: null,
    header: { nguoi_lap: entry('Nguyễn Thị Hoa'), nguoi_ky: entry('Trần Văn Nam') },
    rows: prefill.rows.map((row, index) => ({
      id: row.id,
      table: row.table,
      entries: {
        trang_thai: entry('Chưa triển khai'),
        ty_le: entry(0),
        ky_toi: entry('Xây dựng kế hoạch triển khai'),
        ...(row.id === OVERDUE ? { kho_khan: entry('Chờ ý kiến của các sở, ngành'), nguyen_nhan: entry('Phối hợp') } : {}),
        ...(index === 0 ? Object.fromEntries(Object.entries(change).map(([key, value]) => [key, entry(value)])) : {}),
      },
    })),
    explanations: {},
  }
  return filing
}

/** What the pane would say about a filing: the same judgement, made beside the worker. */
export const judgedBeside = (form: Form, filing: Filing) =>
  check(form.template, filing, {
    today: form.today,
    agency: form.obligation.agency,
    period: form.obligation.period,
    register: form.register,
    plan: form.plan,
    prefill: form.prefill,
    previous: form.previous,
    waivers: form.waivers,
  })

/** Of an admin who has seen everything that ever happened. */
export const ALL_SEEN = { 'if-match': `"${Number.MAX_SAFE_INTEGER}"` }

let keys = 0
export const newKey = () => `attempt-${++keys}`

export const submitted = async (ask: Ask, filing: Filing, key = newKey(), obligation = MARCH): Promise<Asked> =>
  ask('POST', `/api/obligations/${obligation}/submissions`, { filing }, { 'idempotency-key': key })
