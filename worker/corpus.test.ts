// The corpus through the worker: every filing of it gets the same findings from
// the route, in workerd, over the plan as D1 keeps it.
import { expect, it } from 'vitest'
import { asExpected, caseAtHand, failing, passing } from '../shared/cases/case.ts'
import type { Template } from '../shared/template.ts'
import type { Verdict } from '../shared/wire.ts'
import { anybody, filer, newKey, otherFiler } from './testing/province.ts'

/** D1 holds the agencies of the pack and no others. */
const cases = [...passing, ...failing].filter(({ agencies }) => agencies === undefined)
const TIMEOUT_MS = 300_000

/** A report that the worker counts itself brings counted figures, not those of the sample: where they differ says nothing about the case. */
const isOfCase =
  ({ countedFrom }: Template) =>
  ({ code }: { readonly code: string }): boolean =>
    countedFrom === undefined || code !== 'carried-changed'

it('every case of the corpus has exactly its findings', { timeout: TIMEOUT_MS }, async () => {
  const people = { STTTT: await filer(), UBND_DIENKHANH: await otherFiler() }
  const sent = new Set<string>()
  const atHand = cases.map((one) => ({ ...one, ...caseAtHand(one) }))
  for (const { before } of atHand) {
    if (!before) continue
    const { template, period, agency } = before.filing
    const id = `${template}.${period}.${agency}`
    if (sent.has(id)) continue
    sent.add(id)
    if (period.endsWith('Q1')) await anybody('PUT', '/api/clock', { now: '2025-03-20T02:00:00.000Z' })
    const ask = people[agency as keyof typeof people]
    const answer = await ask('POST', `/api/obligations/${id}/submissions`, { filing: before.filing }, { 'idempotency-key': newKey() })
    expect(answer.status, `${id}: ${JSON.stringify(await answer.json())}`).toBe(201)
  }
  await anybody('PUT', '/api/clock', { now: '2025-06-10T02:00:00.000Z' })
  const wrong: unknown[] = []
  for (const { name, findings, filing, context, template } of atHand) {
    const ask = people[context.agency as keyof typeof people]
    const answer = await ask('POST', `/api/obligations/${template.code}.${context.period}.${context.agency}/check`, { filing })
    const verdict =
      answer.status === 200 ? (await answer.json<Verdict>()).findings.map(asExpected).filter(isOfCase(template)) : `status ${answer.status}`
    if (JSON.stringify(verdict) !== JSON.stringify(findings)) wrong.push({ name, verdict, findings })
  }
  expect(wrong).toEqual([])
})
