// Where a deployment tells others of events, and what it tells. Who signs it and how it gets
// there is not known here.
import * as v from 'valibot'

export const WEBHOOK_EVENTS = ['submitted', 'returned', 'accepted', 'period-opened', 'reminder', 'test'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** Null: nobody is told. */
export const WebhookView = v.strictObject({
  /** The last event of the log that it knows of. */
  asOf: v.number(),
  url: v.nullable(v.string()),
  setAt: v.nullable(v.string()),
})
export type WebhookView = v.InferOutput<typeof WebhookView>

/** The secret stands in this answer and in no other. */
export const WebhookMade = v.strictObject({ url: v.nullable(v.string()), secret: v.nullable(v.string()) })
export type WebhookMade = v.InferOutput<typeof WebhookMade>

export const WebhookChange = v.strictObject({
  url: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500))),
  reason: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500)),
})
export type WebhookChange = v.InferOutput<typeof WebhookChange>

export interface WebhookBody {
  readonly event: WebhookEvent
  /** When it happened. */
  readonly at: string
  /** `THANG.2025-03.STTTT`, where it is about one report. */
  readonly obligation?: string
  readonly template?: string
  readonly period?: string
  readonly agency?: string
  readonly agencyName?: string
  readonly receipt?: { readonly number: string; readonly sequence: number; readonly submittedAt: string; readonly late: boolean }
  /** Of a period that opened. */
  readonly dates?: { readonly opensAt: string; readonly dueAt: string; readonly locksAt: string; readonly agencies: number }
  /** Why somebody was reminded: `due.2025-03-19.1`. */
  readonly occasion?: string
  /** Where people of the province look at it. */
  readonly link?: string
}
