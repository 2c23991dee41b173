// Request and response bodies of the API as schemas; the types are inferred.
// The only place where worker and addin meet besides problem.ts.
import * as v from 'valibot'
import { Register } from './agency.ts'
import { Content, Declaration, Filing, Prefill } from './filing.ts'
import { Finding } from './finding.ts'
import { Obligation, ObligationState } from './obligation.ts'
import { Plan } from './plan.ts'
import { Note } from './review.ts'
import { SubmissionState } from './standing.ts'
import { Template } from './template.ts'
import { Waiver } from './waiver.ts'

export const Role = v.picklist(['filer', 'signer', 'aggregator', 'admin', 'auditor'])
export type Role = v.InferOutput<typeof Role>

export const SignIn = v.strictObject({ email: v.pipe(v.string(), v.email()), password: v.pipe(v.string(), v.minLength(1)) })

/** `agency` is null for roles over the whole province. */
export const Membership = v.strictObject({ role: Role, agency: v.nullable(v.string()), agencyName: v.nullable(v.string()) })
export type Membership = v.InferOutput<typeof Membership>

export const Person = v.strictObject({ id: v.string(), name: v.string(), email: v.string(), memberships: v.array(Membership) })
export type Person = v.InferOutput<typeof Person>

export const Session = v.strictObject({ token: v.string(), person: Person })
export type Session = v.InferOutput<typeof Session>

export const Receipt = v.strictObject({
  /** `KH25-000123`: printed on the receipt. */
  number: v.string(),
  submissionId: v.string(),
  obligationId: v.string(),
  /** 1, 2, 3 … within the obligation. */
  sequence: v.number(),
  submittedAt: v.string(),
  submittedBy: v.string(),
  agencyName: v.string(),
  templateTitle: v.string(),
  template: v.string(),
  version: v.number(),
  period: v.string(),
  rowCount: v.number(),
  late: v.boolean(),
  /** Where the head of the agency has to sign first: who signed and when; null until then. */
  signature: v.optional(v.nullable(v.strictObject({ by: v.string(), at: v.string() }))),
  /** SHA-256, hex, of the canonical content. */
  contentHash: v.string(),
  /** SHA-256, hex, of this event and of the one before it in the log. */
  eventHash: v.string(),
  previousEventHash: v.string(),
})
export type Receipt = v.InferOutput<typeof Receipt>

/** What somebody else than the filer said of a submission; `sentence` is that of the agency's head when handing back. */
export const Review = v.strictObject({
  verdict: v.picklist(['accepted', 'returned', 'signed', 'handed-back']),
  sentence: v.nullable(v.string()),
  at: v.string(),
  by: v.string(),
})
export type Review = v.InferOutput<typeof Review>

export const ObligationView = v.strictObject({
  ...Obligation.entries,
  templateTitle: v.strictObject({ vi: v.string(), en: v.string() }),
  agencyName: v.string(),
  state: ObligationState,
  /** Sent after the due instant, or not sent and past it. */
  late: v.boolean(),
  submissions: v.number(),
  /** Of the submission that counts. */
  lastReceipt: v.nullable(Receipt),
  /** Of what was sent last and not taken back, whether it counts or not. */
  latest: v.nullable(Receipt),
  /** Whether the submission that counts was accepted. */
  accepted: v.boolean(),
  /** The receiver's notes that are not settled. */
  openNotes: v.number(),
  /** What was last said of the latest submission that was not taken back. */
  lastReview: v.nullable(Review),
  /** The head of the agency signs what is sent now, before it counts. */
  signsOff: v.boolean(),
})
export type ObligationView = v.InferOutput<typeof ObligationView>

export const ObligationList = v.strictObject({ obligations: v.array(ObligationView), day: v.string() })
export type ObligationList = v.InferOutput<typeof ObligationList>

/** All that is needed to draw, check and show a form without asking again. */
export const Form = v.strictObject({
  obligation: ObligationView,
  template: Template,
  prefill: Prefill,
  register: Register,
  plan: Plan,
  previous: v.nullable(Content),
  today: v.string(),
  waivers: v.array(Waiver),
  notes: v.array(Note),
})
export type Form = v.InferOutput<typeof Form>

/** Numbers of the periods before, oldest first; periods without a counted submission are left out. Money is whole đồng. */
export const PastFigures = v.strictObject({
  periods: v.array(
    v.strictObject({
      period: v.string(),
      rows: v.array(v.strictObject({ table: v.string(), rowId: v.string(), figures: v.record(v.string(), v.number()) })),
    }),
  ),
})
export type PastFigures = v.InferOutput<typeof PastFigures>

export const Draft = v.strictObject({ filing: Filing, savedAt: v.string(), savedBy: v.string(), etag: v.string() })
export type Draft = v.InferOutput<typeof Draft>

/** `inUse`: the version of the form that the obligation is filed in now, whatever was typed into. */
export const SavedDraft = v.strictObject({ ...Draft.entries, inUse: v.number() })
export type SavedDraft = v.InferOutput<typeof SavedDraft>

export const Verdict = v.strictObject({ findings: v.array(Finding), rowCount: v.number() })
export type Verdict = v.InferOutput<typeof Verdict>

export const SubmissionSummary = v.strictObject({
  receipt: Receipt,
  state: SubmissionState,
  /** Verdicts about it, first to last. */
  reviews: v.array(Review),
})
export type SubmissionSummary = v.InferOutput<typeof SubmissionSummary>
export const History = v.strictObject({ submissions: v.array(SubmissionSummary) })
export type History = v.InferOutput<typeof History>

/** One submission whole, as it was hashed, with what was found when it was sent. */
export const SubmissionView = v.strictObject({ ...SubmissionSummary.entries, content: Content, findings: v.array(Finding) })
export type SubmissionView = v.InferOutput<typeof SubmissionView>

/** What became of one of many; `refusal` says why nothing did. */
export const ReviewOutcomes = v.strictObject({
  outcomes: v.array(
    v.strictObject({
      submissionId: v.string(),
      done: v.boolean(),
      refusal: v.nullable(v.strictObject({ vi: v.string(), en: v.string() })),
    }),
  ),
})
export type ReviewOutcomes = v.InferOutput<typeof ReviewOutcomes>

/** What an upload came to: findings, and a receipt where it was filed. */
export const UploadResult = v.strictObject({
  findings: v.array(Finding),
  rowCount: v.number(),
  receipt: v.nullable(Receipt),
  /** The file is a form of this earlier version: its figures were read into the form of today, but for what is told here. */
  older: v.nullable(
    v.strictObject({
      version: v.number(),
      columns: v.array(v.strictObject({ column: v.string(), title: v.string(), cells: v.number() })),
      rows: v.array(v.strictObject({ at: v.number(), text: v.string() })),
    }),
  ),
})
export type UploadResult = v.InferOutput<typeof UploadResult>

/** The sheets of an uploaded workbook as they were read; which of them are tables like ours is looked at beside the form. */
export const UploadedSheets = v.strictObject({
  sheets: v.array(
    v.strictObject({
      name: v.string(),
      cells: v.record(
        v.string(),
        v.strictObject({
          value: v.union([v.string(), v.number(), v.boolean()]),
          error: v.optional(v.literal(true)),
          formula: v.optional(v.string()),
          format: v.optional(v.string()),
          font: v.optional(v.string()),
        }),
      ),
      merges: v.array(v.string()),
    }),
  ),
  /** Sheets too large to be handed out. */
  unread: v.array(v.string()),
  date1904: v.boolean(),
})
export type UploadedSheets = v.InferOutput<typeof UploadedSheets>

/** What a list begins with: what waits for a verdict and then what is missing, or what is missing; or the order of the register alone. */
export const StatusFirst = v.picklist(['register', 'waiting', 'missing'])
export type StatusFirst = v.InferOutput<typeof StatusFirst>

/** Who has submitted what for a period. */
export const PeriodStatus = v.strictObject({
  period: v.string(),
  template: v.string(),
  expected: v.number(),
  received: v.number(),
  onTime: v.number(),
  late: v.number(),
  nil: v.number(),
  notApplicable: v.number(),
  missing: v.number(),
  /** A page of them; the numbers are those of all. */
  obligations: v.array(ObligationView),
  /** What the next page begins after; null on the last. */
  next: v.nullable(v.string()),
})
export type PeriodStatus = v.InferOutput<typeof PeriodStatus>

export const ConsolidatedRow = v.strictObject({
  agency: v.string(),
  agencyName: v.string(),
  submissionId: v.string(),
  receiptNumber: v.string(),
  table: v.string(),
  rowId: v.string(),
  /** Where its first cell stood in the sheet that was sent; null where nobody said. */
  cell: v.nullable(v.string()),
  values: Content.entries.header,
})
export type ConsolidatedRow = v.InferOutput<typeof ConsolidatedRow>

export const Consolidation = v.strictObject({
  template: v.string(),
  version: v.number(),
  period: v.string(),
  madeAt: v.string(),
  /** The day at whose end it counted; null: at `madeAt`. */
  on: v.nullable(v.string()),
  /** Agencies without a counted submission. */
  missing: v.array(v.string()),
  /** The submissions that count, in the order of the rows; `rows` by table. */
  heads: v.array(
    v.strictObject({
      agency: v.string(),
      agencyName: v.string(),
      submissionId: v.string(),
      sequence: v.number(),
      receiptNumber: v.string(),
      declaration: v.nullable(Declaration),
      rows: v.record(v.string(), v.number()),
    }),
  ),
  rows: v.array(ConsolidatedRow),
  /** Sums, rates … by table and field key, as the template declares. */
  totals: v.record(v.string(), Content.entries.header),
})
export type Consolidation = v.InferOutput<typeof Consolidation>

/** What there is to choose from: templates with the periods that have opened. */
export const PeriodChoices = v.strictObject({
  day: v.string(),
  templates: v.array(
    v.strictObject({
      code: v.string(),
      version: v.number(),
      title: v.strictObject({ vi: v.string(), en: v.string() }),
      periods: v.array(
        v.strictObject({
          code: v.string(),
          title: v.strictObject({ vi: v.string(), en: v.string() }),
          opensAt: v.string(),
          dueAt: v.string(),
        }),
      ),
    }),
  ),
})
export type PeriodChoices = v.InferOutput<typeof PeriodChoices>

/** Whether the event log is whole. `brokenAt` is the number of the first event that does not follow. */
export const ChainReport = v.strictObject({
  whole: v.boolean(),
  events: v.number(),
  lastHash: v.string(),
  brokenAt: v.nullable(v.number()),
})
export type ChainReport = v.InferOutput<typeof ChainReport>

/** RFC 9457, with our extensions. */
export const ProblemBody = v.looseObject({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  /** Request id. */
  instance: v.string(),
  findings: v.optional(v.array(Finding)),
})
export type ProblemBody = v.InferOutput<typeof ProblemBody>
