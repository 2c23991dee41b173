// Which submission counts is kept as the log goes on: after whatever may happen it is what shared/standing.ts says.
import { env } from 'cloudflare:workers'
import { beforeEach, expect, it } from 'vitest'
import { countedAt, type SubmissionEvent, type SubmissionState, statesOf } from '../shared/standing.ts'
import { begun } from './testing/begun.ts'
import { filer, formOf } from './testing/province.ts'

const OBLIGATION = 'PL2.2025-03.STTTT'
const HASH = 'a'.repeat(64)
const VERDICTS: readonly SubmissionEvent[] = ['accepted', 'returned', 'signed', 'handed-back']

beforeEach(async () => {
  await begun()
  await formOf(await filer(), OBLIGATION)
})

/** What may happen to a submission as it stands (actions/review.ts, sign.ts, withdraw.ts). */
const NEXT: Readonly<Partial<Record<SubmissionState, readonly SubmissionEvent[]>>> = {
  submitted: ['accepted', 'returned', 'withdrawn'],
  accepted: ['returned'],
  superseded: ['withdrawn'],
  'awaiting-sign-off': ['signed', 'handed-back', 'withdrawn'],
}

/** Numbers that look random and are the same in every run. */
function dice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

async function happen(submission: string, kind: SubmissionEvent): Promise<void> {
  const id = `${submission}-${kind}`
  if (VERDICTS.includes(kind))
    await env.DB.prepare(
      `INSERT INTO reviews (id, submission_id, verdict, sentence, at, person_id, person_name, idempotency_key, body_hash)
       SELECT ?1, ?2, ?3, iif(?3 = 'handed-back', 'Sửa lại', NULL), '2025-03-19', id, 'Hoa', ?1, ?4 FROM "user" LIMIT 1`,
    )
      .bind(id, submission, kind, HASH)
      .run()
  await env.DB.prepare(
    `INSERT INTO submission_events (seq, at, actor, kind, submission_id, review_id, body_hash, previous_hash, hash)
     SELECT coalesce(max(seq), 0) + 1, '2025-03-19', 'nobody', ?1, ?2, ?3, ?4,
       coalesce((SELECT hash FROM submission_events ORDER BY seq DESC LIMIT 1), '${'0'.repeat(64)}'), printf('%064d', coalesce(max(seq), 0) + 1) FROM submission_events`,
  )
    .bind(kind, submission, VERDICTS.includes(kind) ? id : null, HASH)
    .run()
}

async function send(sequence: number, kind: SubmissionEvent): Promise<string> {
  const id = `submission-${sequence}`
  await env.DB.prepare(
    `INSERT INTO submissions (id, obligation_id, sequence, receipt_number, person_id, person_name, agency_name, template_title, submitted_at,
       late, row_count, declaration, header, explanations, content_hash, original_hash, idempotency_key, body_hash)
     SELECT ?1, ?2, ?3, ?1, id, 'Hoa', 'Sở', 'Phụ lục II', '2025-03-18', 0, 0, NULL, '{}', '{}', ?4, NULL, ?1, ?4 FROM "user" LIMIT 1`,
  )
    .bind(id, OBLIGATION, sequence, HASH)
    .run()
  await happen(id, kind)
  return id
}

it.each([1, 2, 3, 4])('is what the events of a report say, whatever happens to it (%i)', async (seed) => {
  const roll = dice(7_919 * seed)
  const last: SubmissionEvent[] = []
  for (let step = 0; step < 24; step++) {
    const may = statesOf(last).flatMap((state, at) => (NEXT[state] ?? []).map((kind) => ({ at, kind })))
    const one = may[roll(may.length + 2)]
    if (one) {
      await happen(`submission-${one.at + 1}`, one.kind)
      last[one.at] = one.kind
    } else {
      const kind = roll(3) === 0 ? 'prepared' : 'submitted'
      await send(last.length + 1, kind)
      last.push(kind)
    }
    const { results } = await env.DB.prepare('SELECT submission_id, template, period, agency FROM counted').all()
    const counts = countedAt(last)
    const expected = { submission_id: `submission-${counts + 1}`, template: 'PL2', period: '2025-03', agency: 'STTTT' }
    expect(results, last.join(' ')).toEqual(counts < 0 ? [] : [expected])
  }
})
