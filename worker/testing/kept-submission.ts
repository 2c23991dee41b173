// Submissions kept as if they had been judged, and what becomes of them, for tests of what is made of many of them.
import { env } from 'cloudflare:workers'
import type { Content, ContentRow, Declaration } from '../../shared/filing.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { textsOfContent } from '../../shared/reconcile/row-texts.ts'
import { talliesOfRows } from '../../shared/tally-of-rows.ts'
import type { Template } from '../../shared/template.ts'
import type { Value } from '../../shared/value.ts'
import { addEvent, alongChain, chained } from '../store/events.ts'
import { addReview } from '../store/reviews.ts'
import { addSubmission, nextNumbers } from '../store/submissions.ts'

export const OF = { template: 'PL2', version: 1, period: '2025-03' } as const
export const templateOf = (code: string): Template => khanhHoa2025.templates.find((one) => one.code === code)!
export const PL2 = templateOf(OF.template)
const hash = 'a'.repeat(64)

const person = async () => (await env.DB.prepare('SELECT id FROM "user" LIMIT 1').first<{ id: string }>())!.id

export interface KeptReport {
  readonly template: Template
  readonly period: string
  readonly agency: string
  readonly rows: readonly Pick<ContentRow, 'id' | 'values'>[]
  readonly declaration?: Declaration | null
  readonly at: string
  readonly late?: boolean
}

/** Keeps a submission of the obligation that stands; resolves with its id. */
export async function keptReport({ template, period, agency, rows, declaration = null, at, late = false }: KeptReport): Promise<string> {
  const { code, version, title, tables } = template
  const obligationId = `${code}.${period}.${agency}`
  const [personId, named] = await Promise.all([
    person(),
    env.DB.prepare("SELECT document ->> '$.name' AS name FROM agencies WHERE code = ?1").bind(agency).first<{ name: string }>(),
  ])
  const submissionId = crypto.randomUUID()
  const of = { template: code, version, period }
  const content: Content = {
    ...{ ...of, agency, declaration, header: {}, explanations: {} },
    rows: rows.map(({ id, values }) => ({ id, table: tables[0]!.key, carried: false, values })),
  }
  const filing = {
    ...{ ...of, agency, declaration, header: {}, explanations: {} },
    rows: content.rows.map(({ id, table }, index) => ({ id, table, entries: { ten: { value: 'x', cell: `D${index + 20}` } } })),
  }
  await alongChain(env.DB, async (link) => {
    const { sequence, receipt } = await nextNumbers(env.DB, obligationId)
    const event = await chained(link, { at, actor: personId, kind: 'submitted', submissionId, bodyHash: hash })
    const made = {
      number: `KH25-${String(receipt).padStart(6, '0')}`,
      ...{ submissionId, obligationId, sequence, submittedAt: at, submittedBy: 'Hoa', agencyName: named!.name, templateTitle: title.vi },
      ...{ ...of, rowCount: rows.length, late, contentHash: hash, eventHash: event.hash, previousEventHash: event.previousHash },
    }
    const draft = { filing, savedAt: at, savedBy: 'Hoa', etag: hash }
    const more = {
      originalHash: null,
      idempotencyKey: submissionId,
      bodyHash: hash,
      draft,
      tallies: talliesOfRows(template, agency, content.rows),
      texts: textsOfContent(template, content.rows),
      progress: null,
      counts: [],
    }
    await addSubmission(env.DB, { receipt: made, personId, content, ...more }, event)
  })
  return submissionId
}

/** What its agency or the province does with it. */
export async function became(submissionId: string, kind: 'withdrawn' | 'accepted' | 'returned', at: string): Promise<void> {
  const actor = await person()
  const { obligationId } = (await env.DB.prepare('SELECT obligation_id AS obligationId FROM submissions WHERE id = ?1')
    .bind(submissionId)
    .first<{ obligationId: string }>())!
  await alongChain(env.DB, async (link) => {
    const about = { at, actor, submissionId, bodyHash: hash }
    if (kind === 'withdrawn') {
      await env.DB.batch([addEvent(env.DB, await chained(link, { ...about, kind }))])
      return
    }
    const id = `${kind} ${submissionId}`
    const verdict = { ...{ id, submissionId, obligationId, verdict: kind }, sentence: null, personName: 'Hoa', idempotencyKey: id }
    await addReview(env.DB, { ...verdict, notes: [], resolves: [] }, await chained(link, { ...about, kind, reviewId: id }))
  })
}

interface Kept {
  readonly declaration?: Declaration
  readonly late?: boolean
}

/** A submission of appendix II of March. */
export const kept = (agency: string, rows: readonly Record<string, Value>[], { declaration, late = false }: Kept = {}): Promise<string> =>
  keptReport({
    ...{ template: PL2, period: OF.period, agency, late, declaration: declaration ?? null },
    rows: rows.map((values, index) => ({ id: `n${index}`, values })),
    at: late ? '2025-03-25T01:00:00.000Z' : '2025-03-18T01:00:00.000Z',
  })

export const row = (ten: string, nc_dtc: Value): Record<string, Value> => ({ stt: '1', ten, nc_dtc })
