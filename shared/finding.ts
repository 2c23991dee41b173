// A judgement about a filing, located at a cell, as data. The sentence that is
// shown is made in text/; limits are params, never part of a code.
import * as v from 'valibot'
import { Bilingual } from './bilingual.ts'

export const FINDING_CODES = [
  // right template and agency
  'wrong-template',
  'wrong-version',
  'wrong-agency',
  'wrong-period',
  // structure of the sheet
  'form-unmarked',
  'column-missing',
  'column-twice',
  'row-missing',
  'row-unknown',
  'row-twice',
  'row-copied',
  'row-moved',
  'row-outside',
  'row-hidden',
  'total-row',
  'cells-merged',
  'cells-shared',
  'formula-changed',
  'too-many-rows',
  'no-rows',
  'declaration-contradicts',
  'reason-missing',
  // cells
  'required',
  'nil-not-allowed',
  'nothing-to-report-typed',
  'not-applicable-typed',
  'nothing-unclear',
  'not-a-number',
  'number-ambiguous',
  'number-english',
  'number-as-text',
  'wrong-unit',
  'too-many-digits',
  'not-whole',
  'too-many-places',
  'below-minimum',
  'above-maximum',
  'thousandfold',
  'percent-fraction',
  'percent-format',
  'not-a-date',
  'date-ambiguous',
  'not-a-period',
  'period-short',
  'period-ambiguous',
  'not-a-year-range',
  'not-in-list',
  'list-spelling',
  'agency-unknown',
  'agency-near',
  'agency-spelling',
  'agency-either',
  'agency-ended',
  'agency-not-yet',
  'agency-group',
  'agency-several',
  'place-narrower',
  'title-near',
  'clause-unknown',
  'clause-several',
  'clause-spelling',
  'not-a-document-number',
  'not-a-url',
  'not-yes-no',
  'not-a-sequence',
  'text-too-short',
  'text-too-long',
  'legacy-font',
  'text-garbled',
  'stray-spaces',
  'not-composed',
  'cell-error',
  'formula-instead-of-value',
  'carried-changed',
  'computed-changed',
  // table
  'duplicate-row',
  'sequence-broken',
  // rules of the template
  'rule',
] as const
export const FindingCode = v.picklist(FINDING_CODES)
export type FindingCode = v.InferOutput<typeof FindingCode>

export const Severity = v.picklist(['error', 'warning', 'info'])
export type Severity = v.InferOutput<typeof Severity>

export const Place = v.strictObject({
  sheet: v.optional(v.string()),
  table: v.optional(v.string()),
  rowId: v.optional(v.string()),
  /** Row number in the sheet, from 1. */
  row: v.optional(v.number()),
  field: v.optional(v.string()),
  cell: v.optional(v.string()),
})
export type Place = v.InferOutput<typeof Place>

/** An edit that the person accepts with one click: write `value` into the cell of row and field. */
export const Fix = v.strictObject({
  rowId: v.optional(v.string()),
  field: v.string(),
  value: v.union([v.null(), v.string(), v.number(), v.boolean()]),
  /** The value as it will look. */
  shown: v.string(),
  /** The value is a day's serial number, counted from 1900; a workbook may count otherwise. */
  day: v.optional(v.literal(true)),
  /** It says the same in other signs: it may be accepted unseen, together with others. All other fixes are guesses at what was meant. */
  safe: v.optional(v.literal(true)),
  /** Nothing is to be written: accepting it says that the value was looked at and is right. */
  confirms: v.optional(v.literal(true)),
})
export type Fix = v.InferOutput<typeof Fix>

export const Finding = v.strictObject({
  /** Stable identity: code, rule, row id and field, so that a list does not jump while one types. */
  id: v.string(),
  /** Of warnings: a mark of what was found. Another amount is another matter, and its explanation another sentence. */
  substance: v.optional(v.string()),
  code: FindingCode,
  /** error: lỗi, blocks · warning: cảnh báo, must be fixed or explained · info: thông tin. */
  severity: Severity,
  ruleId: v.optional(v.string()),
  place: Place,
  /** Title of the column or header cell. */
  label: v.optional(Bilingual),
  actual: v.optional(v.string()),
  expected: v.optional(v.string()),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
  /** Zero: nothing safe to offer · one: a fix · several: the readings of ambiguous input. */
  fixes: v.array(Fix),
})
export type Finding = v.InferOutput<typeof Finding>
