// A submission of appendix II kept as if it had been judged, for tests of what is made of many of them.
import { env } from 'cloudflare:workers'
import type { Content, Declaration } from '../../shared/filing.ts'
import { khanhHoa2025 } from '../../shared/packs/khanh-hoa-2025/pack.ts'
import { textsOfContent } from '../../shared/reconcile/row-texts.ts'
import { talliesOfRows } from '../../shared/tally-of-rows.ts'
import type { Value } from '../../shared/value.ts'
import { alongChain, chained } from '../store/events.ts'
import { addSubmission, nextNumbers } from '../store/submissions.ts'

export const OF = { template: 'PL2', version: 1, period: '2025-03' } as const
export const PL2 = khanhHoa2025.templates.find(({ code }) => code === OF.template)!
const hash = 'a'.repeat(64)

interface Kept {
  readonly declaration?: Declaration
  readonly late?: boolean
}

/** Keeps a submission as if it had been judged; resolves with its id. */
export async function kept(
  agency: string,
  rows: readonly Record<string, Value>[],
  { declaration, late = false }: Kept = {},
): Promise<string> {
  const obligationId = `${OF.template}.${OF.period}.${agency}`
  const person = (await env.DB.prepare('SELECT id FROM "user" LIMIT 1').first<{ id: string }>())!.id
  const name = (await env.DB.prepare("SELECT document ->> '$.name' AS name FROM agencies WHERE code = ?1")
    .bind(agency)
    .first<{ name: string }>())!.name
  const submissionId = crypto.randomUUID()
  const content: Content = {
    ...{ ...OF, agency, declaration: declaration ?? null, header: {}, explanations: {} },
    rows: rows.map((values, index) => ({ id: `n${index}`, table: 'main', carried: false, values })),
  }
  const submittedAt = late ? '2025-03-25T01:00:00.000Z' : '2025-03-18T01:00:00.000Z'
  const filing = {
    ...{ ...OF, agency, declaration: declaration ?? null, header: {}, explanations: {} },
    rows: content.rows.map(({ id, table }, index) => ({ id, table, entries: { ten: { value: 'x', cell: `D${index + 20}` } } })),
  }
  await alongChain(env.DB, async (link) => {
    const { sequence, receipt } = await nextNumbers(env.DB, obligationId)
    const event = await chained(link, { at: submittedAt, actor: person, kind: 'submitted', submissionId, bodyHash: hash })
    const made = {
      number: `KH25-${String(receipt).padStart(6, '0')}`,
      ...{ submissionId, obligationId, sequence, submittedAt, submittedBy: 'Hoa', agencyName: name, templateTitle: 'Phụ lục II', ...OF },
      ...{ rowCount: rows.length, late, contentHash: hash, eventHash: event.hash, previousEventHash: event.previousHash },
    }
    const draft = { filing, savedAt: submittedAt, savedBy: 'Hoa', etag: hash }
    const more = {
      originalHash: null,
      idempotencyKey: submissionId,
      bodyHash: hash,
      draft,
      tallies: talliesOfRows(PL2, agency, content.rows),
      texts: textsOfContent(PL2, content.rows),
      progress: null,
      counts: [],
    }
    await addSubmission(env.DB, { receipt: made, personId: person, content, ...more }, event)
  })
  return submissionId
}

export const row = (ten: string, nc_dtc: Value): Record<string, Value> => ({ stt: '1', ten, nc_dtc })
