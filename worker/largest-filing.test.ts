// The largest filing that a form of the plan allows goes all the way: as a draft, as a
// check, as a submission; through the real routes, in workerd, with D1 and R2.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Filing } from '../shared/filing.ts'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import type { Field, Template } from '../shared/template.ts'
import type { Draft, Receipt } from '../shared/wire.ts'
import { FILING_BYTES_MAX } from './middleware/body-size.ts'
import { filer, filled, formOf, MARCH, newKey, otherFiler } from './testing/province.ts'

const { register, templates } = khanhHoa2025

/** A letter of Vietnamese takes at most three bytes. */
const LETTER = 3
const ALL_AGENCIES = register.agencies.reduce((sum, { name }) => sum + (name.length + 2) * LETTER, 0)
/** Dates, numbers, choices, periods, document numbers; with the address and what JSON adds. */
const SHORT = 250

const bytesOf = ({ key, type }: Field): number => {
  if (type.kind === 'text') return key.length + SHORT + type.maxLength * LETTER
  return key.length + SHORT + (type.kind === 'agencies' ? ALL_AGENCIES : 0)
}

const largestOf = ({ tables }: Template): number =>
  tables.reduce((all, { fields, rows }) => all + rows.max * (200 + fields.reduce((sum, field) => sum + bytesOf(field), 0)), 10_000)

describe('the largest filing', () => {
  it.each(templates)('of $code may be sent', (template) => {
    expect(largestOf(template)).toBeLessThan(FILING_BYTES_MAX)
  })

  /** The report of March with its texts as long as they may be, until it has as many rows as it may have. */
  const largest = async (ask: Awaited<ReturnType<typeof filer>>): Promise<Filing> => {
    const form = await formOf(ask)
    const filing = filled(form)
    const sentence = 'Đã trình Ủy ban nhân dân tỉnh, đang tiếp thu ý kiến góp ý của các sở, ban, ngành và địa phương trong tỉnh. '
    const long = (length: number, nth: number) =>
      `${nth} ${sentence.repeat(Math.ceil(length / sentence.length))}`.slice(0, length - 1).trim()
    const table = form.template.tables[0]!
    const rows = Array.from({ length: table.rows.max - filing.rows.length }, (_, nth) => {
      const like = filing.rows.at(-1)!
      const texts = ['ten_nv', 'ket_qua', 'kho_khan', 'kien_nghi', 'nguyen_nhan_ro', 'ky_toi'].map((key) => {
        const field = table.fields.find((one) => one.key === key)!
        return [key, { value: long(field.type.kind === 'text' ? field.type.maxLength : 1, nth) }] as const
      })
      const entries = {
        ...like.entries,
        ...Object.fromEntries(texts),
        ...{ trang_thai: { value: 'Đang thực hiện' }, ty_le: { value: 50 }, nguyen_nhan: { value: 'Khác' } },
        ...{
          thoi_han: { value: 'Năm 2025' },
          vai_tro: { value: 'Chủ trì' },
          ma_nv: { value: null },
          kien_nghi_co_quan: { value: 'Sở Tài chính' },
        },
      }
      return { id: `n${nth + 1}`, table: table.key, entries }
    })
    return { ...filing, rows: [...filing.rows, ...rows] }
  }

  it('is kept as a draft, judged, sent and answered with a receipt; a changed one replaces it', { timeout: 120_000 }, async () => {
    const ask = await filer()
    const filing = await largest(ask)
    expect(JSON.stringify(filing).length).toBeGreaterThan(3_000_000)
    const saved = await ask('PUT', `/api/obligations/${MARCH}/draft`, filing)
    expect(saved.status).toBe(200)
    const { etag } = await saved.json<Draft>()
    expect((await (await ask('GET', `/api/obligations/${MARCH}/draft`)).json<Draft>()).filing).toEqual(filing)
    const shorter = { ...filing, rows: filing.rows.slice(0, 300) }
    const replaced = await ask('PUT', `/api/obligations/${MARCH}/draft`, shorter, { 'If-Match': `"${etag}"` })
    expect(replaced.status).toBe(200)
    // What it replaced does not pile up.
    expect((await env.FILES.list({ prefix: 'drafts/' })).objects).toHaveLength(1)
    const verdict = await (await ask('POST', `/api/obligations/${MARCH}/check`, { filing })).json()
    expect(verdict.findings.filter(({ severity }: { severity: string }) => severity !== 'info')).toEqual([])
    const sent = await ask('POST', `/api/obligations/${MARCH}/submissions`, { filing }, { 'Idempotency-Key': newKey() })
    expect(sent.status).toBe(201)
    expect(await sent.json<Receipt>()).toMatchObject({ rowCount: 400 })
    expect((await (await ask('GET', `/api/obligations/${MARCH}/draft`)).json<Draft>()).filing.rows).toHaveLength(400)
  })

  it('beyond that is refused in a sentence that says how much there may be', async () => {
    const ask = await otherFiler()
    const body = new Uint8Array(FILING_BYTES_MAX + 1).fill(32)
    const answer = await ask('POST', '/api/obligations/THANG.2025-03.UBND_DIENKHANH/check', body, { 'content-type': 'application/json' })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({
      type: '/problems/too-large',
      bytesMax: FILING_BYTES_MAX,
      detail: expect.stringContaining('20 MB'),
    })
  })
})
