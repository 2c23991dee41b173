// What admins change, as the audit keeps it: which thing, what was done with it, the
// value before and after. Knows no screen; how a value is told apart stands in value-changes.ts.
import * as v from 'valibot'

/** Kinds of things that admins change. */
export const SUBJECTS = [
  'template',
  'template-version',
  'agency',
  'agency-group',
  'reorganisation',
  'regime',
  'calendar',
  'period',
  'extension',
  'person',
  'membership',
  'plan',
  'code-list',
  'assignment',
  'waiver',
  'sign-off',
  'board',
  'snapshot',
  'reminders',
  'outbox',
  'webhook',
] as const
export type Subject = (typeof SUBJECTS)[number]

/** What can be done with them. */
export const ACTIONS = [
  'created',
  'changed',
  'ended',
  'deleted',
  'imported',
  'published',
  'withdrawn',
  'released',
  'merged',
  'split',
  'renamed',
  'applied',
  'opened',
  'closed',
  'locked',
  'granted',
  'revoked',
  'set',
  'invited',
  'joined',
  'disabled',
  'enabled',
  'handed-over',
  'sent-again',
  'dropped',
] as const
export type ChangeAction = (typeof ACTIONS)[number]

/** Who acts where nobody does: what the timetable brings about. */
export const SYSTEM = { id: 'system' } as const

const Json = v.unknown()

/** One line of the audit. `before` and `after` are null where there was or is nothing; of a change they differ. */
export const AuditEntry = v.strictObject({
  /** Number of the event in the log. */
  seq: v.number(),
  at: v.string(),
  /** Name of the person, or the id of one that the deployment no longer knows. */
  person: v.string(),
  subject: v.picklist(SUBJECTS),
  subjectId: v.string(),
  action: v.picklist(ACTIONS),
  before: Json,
  after: Json,
  reason: v.nullable(v.string()),
})
export type AuditEntry = v.InferOutput<typeof AuditEntry>

const Day = v.pipe(v.string(), v.isoDate())

/** Which lines somebody asks for; the days are days in Asia/Ho_Chi_Minh, both inclusive. */
export const AuditFilter = v.strictObject({
  person: v.optional(v.string()),
  subject: v.optional(v.picklist(SUBJECTS)),
  from: v.optional(Day),
  to: v.optional(Day),
  /** Lines before the event of this number, for the next page. */
  before: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))),
})
export type AuditFilter = v.InferOutput<typeof AuditFilter>

export const AuditPage = v.strictObject({
  /** The latest first. */
  entries: v.array(AuditEntry),
  /** Everybody who stands in the audit. */
  people: v.array(v.strictObject({ id: v.string(), name: v.string() })),
  /** What to ask for as `before` to get the next page; null at the end. */
  next: v.nullable(v.string()),
})
export type AuditPage = v.InferOutput<typeof AuditPage>
