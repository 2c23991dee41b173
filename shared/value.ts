// The canonical values that a cell can hold once it has been read, and the
// different nothings that must never collapse into each other.
import * as v from 'valibot'

/**
 * One cell as the product keeps it, by field type:
 * text, document number, url, sequence: string (NFC, trimmed) · integer, decimal: number ·
 * money: whole đồng · percent: 0–100 · date: `YYYY-MM-DD` · period: see `period.ts` ·
 * year range: `YYYY` or `YYYY-YYYY` · choice: code · agency: code · agencies, clauses: codes · yes/no: boolean.
 * `null` is a blank cell; `NIL` is the deliberate "-".
 */
export const Value = v.union([v.null(), v.string(), v.number(), v.boolean(), v.array(v.string())])
export type Value = v.InferOutput<typeof Value>

/** "-": there is deliberately nothing here. Neither blank nor 0. */
export const NIL = '-'

export const isNothing = (value: Value | undefined): value is null | undefined => value === null || value === undefined
