// What is uploaded is kept as it came before anybody looks into it, and what is
// no form is refused in words: through the real route, in workerd, with D1 and R2.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { PROBLEMS } from '../shared/problem.ts'
import { WORKBOOK_REFUSALS, type WorkbookRefusalCode } from '../shared/sheet/workbook-refusal.ts'
import type { ProblemBody } from '../shared/wire.ts'
import { HOSTILE_CONTAINERS, noise } from './testing/hostile-containers.ts'
import { HOSTILE_PARTS } from './testing/hostile-parts.ts'
import { type Ask, filer, MARCH } from './testing/province.ts'
import { workbookFile } from './testing/workbook-file.ts'

const UPLOAD = `/api/obligations/${MARCH}/upload`

const upload = async (ask: Ask, bytes: Uint8Array, headers: Record<string, string> = {}) => {
  const answer = await ask('POST', UPLOAD, bytes, headers)
  return { status: answer.status, problem: await answer.json<ProblemBody & { refusal?: { code: string; vi: string; en: string } }>() }
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const kept = async (bytes: Uint8Array<ArrayBuffer>) => (await env.FILES.get(`originals/${await sha256(bytes)}.xlsx`))?.bytes()

/** Of every refusal the first file that meets it, and every odd file that is read. */
const SELECTION = [...HOSTILE_CONTAINERS, ...HOSTILE_PARTS].filter(
  ({ code }, index, all) => code === null || all.findIndex((one) => one.code === code) === index,
)

describe('a hostile file', () => {
  it('stands here for every refusal but what the size of the request meets first, and what only a template’s file meets', () => {
    const met = new Set(SELECTION.map(({ code }) => code))
    expect(Object.keys(WORKBOOK_REFUSALS).filter((code) => !met.has(code as WorkbookRefusalCode))).toEqual([
      'too-large',
      'too-many-columns',
    ])
  })

  it('is answered with its refusal, in words of both languages; an odd one is read', { timeout: 120_000 }, async () => {
    const ask = await filer()
    const answered: [name: string, code: string | null][] = []
    for (const { name, file } of SELECTION) {
      const { status, problem } = await upload(ask, file())
      if (problem.type === '/problems/wrong-form') {
        // Read, and found to hold no form.
        expect(problem).toMatchObject({ found: [] })
        answered.push([name, null])
        continue
      }
      expect([name, status, problem.type]).toEqual([name, 415, '/problems/not-a-workbook'])
      expect(problem.detail).toBe(problem.refusal?.vi)
      expect(problem.refusal?.en).toMatch(/[.)]$/)
      answered.push([name, problem.refusal?.code ?? ''])
    }
    expect(answered).toEqual(SELECTION.map(({ name, code }) => [name, code]))
  })
})

describe('the original', () => {
  it('of a refused file is kept under its hash, byte by byte, with who sent it', async () => {
    const bytes = noise(3_000, 7)
    expect((await upload(await filer(), bytes)).status).toBe(415)
    expect(await kept(bytes)).toEqual(bytes)
    const rows = await env.DB.prepare('SELECT obligation_id, bytes, hash FROM originals').all()
    expect(rows.results).toEqual([{ obligation_id: MARCH, bytes: bytes.length, hash: await sha256(bytes) }])
  })

  it('sent again is the same object', async () => {
    const ask = await filer()
    const bytes = workbookFile()
    await upload(ask, bytes)
    await upload(ask, bytes)
    expect((await env.FILES.list({ prefix: 'originals/' })).objects).toHaveLength(1)
    expect(await env.DB.prepare('SELECT count(*) AS sent FROM originals').first()).toEqual({ sent: 2 })
  })

  it('is kept whichever way it is sent', async () => {
    const ask = await filer()
    const bytes = noise(500, 9)
    const form = new FormData()
    form.set('file', new File([bytes], 'biểu mẫu.xlsx'))
    const request = new Request('https://pls.test', { method: 'POST', body: form })
    const body = new Uint8Array(await request.arrayBuffer())
    const { status } = await upload(ask, body, { 'content-type': request.headers.get('content-type') as string })
    expect(status).toBe(415)
    expect(await kept(bytes)).toEqual(bytes)
  })
})

describe('a file above the limit', () => {
  it('is refused by its size alone; nothing of it is kept', async () => {
    const { status, problem } = await upload(await filer(), new Uint8Array(15_000_001))
    expect([status, problem.type]).toEqual([PROBLEMS['too-large'].status, '/problems/too-large'])
    expect(problem).toMatchObject({ bytesMax: 15_000_000 })
    expect((await env.FILES.list()).objects).toEqual([])
  })

  it('is refused also where the request does not say how large it is', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000
        controller.enqueue(new Uint8Array(1_000_000))
      },
    })
    const answer = await (await filer())('POST', UPLOAD, endless)
    expect([answer.status, (await answer.json<ProblemBody>()).type]).toEqual([413, '/problems/too-large'])
    expect(sent).toBeLessThan(40_000_000)
    expect((await env.FILES.list()).objects).toEqual([])
  })
})
