// Bodies of the pages on which admins keep templates: versions, drafts, refusals, and what
// a draft finds in reports that were filed. Apart from wire.ts so that the pane does not carry them.
import * as v from 'valibot'
import { Register } from './agency.ts'
import { Bilingual } from './bilingual.ts'
import { Finding } from './finding.ts'
import { Plan } from './plan.ts'
import { PeriodCode, Template } from './template.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A template version by its name. */
const VersionName = v.strictObject({ code: v.string(), version: v.number() })

export const TemplateVersionView = v.strictObject({
  version: v.number(),
  title: Bilingual,
  publishedAt: v.string(),
  /** Null: it came with the plan. */
  publishedBy: v.nullable(v.string()),
  /** The first period that opens with it; null: it always has. */
  effectiveFrom: v.nullable(v.string()),
  withdrawal: v.nullable(v.strictObject({ at: v.string(), by: v.string(), reason: v.string() })),
  /** The periods that were opened with it. */
  periods: v.array(v.string()),
})
export type TemplateVersionView = v.InferOutput<typeof TemplateVersionView>

const Saved = { etag: v.string(), savedAt: v.string(), savedBy: v.string(), basedOn: v.nullable(VersionName) }

export const TemplateView = v.strictObject({
  code: v.string(),
  title: Bilingual,
  /** The newest first; none of a template that was never published. */
  versions: v.array(TemplateVersionView),
  draft: v.nullable(v.strictObject(Saved)),
})
export type TemplateView = v.InferOutput<typeof TemplateView>

export const TemplateList = v.strictObject({ templates: v.array(TemplateView) })
export type TemplateList = v.InferOutput<typeof TemplateList>

/** What a template must fit into: the plan with its totals and code lists, agencies and groups, the other templates. */
export const TemplateSurroundings = v.strictObject({ plan: Plan, register: Register, templates: v.array(Template) })
export type TemplateSurroundings = v.InferOutput<typeof TemplateSurroundings>

export const TemplateDraft = v.strictObject({ template: Template, ...Saved })
export type TemplateDraft = v.InferOutput<typeof TemplateDraft>

export const DraftToSave = v.strictObject({ template: Template, basedOn: v.nullable(VersionName) })
export type DraftToSave = v.InferOutput<typeof DraftToSave>

/** Why a template is not taken, each with its place (check-template.ts) and the sentence for it. */
export const TemplateRefusals = v.strictObject({
  refusals: v.array(v.looseObject({ code: v.string(), sentence: Bilingual })),
})
export type TemplateRefusals = v.InferOutput<typeof TemplateRefusals>

export const Publication = v.strictObject({
  /** Etag of the draft that was looked at. */
  etag: v.string(),
  effectiveFrom: PeriodCode,
})
export type Publication = v.InferOutput<typeof Publication>

const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500))
export const Withdrawal = v.strictObject({ reason: Reason })

/** What a withdrawal did to the periods that were open in the version. */
export const WithdrawalOutcome = v.strictObject({
  /** Nobody had sent anything: they go on in another version. */
  moved: v.array(v.strictObject({ period: v.string(), version: v.number() })),
  /** Somebody had, or no other version stands: they are finished as they were begun. */
  kept: v.array(v.string()),
})
export type WithdrawalOutcome = v.InferOutput<typeof WithdrawalOutcome>

export const TrialRequest = v.strictObject({
  template: Template,
  /** How many filings of the period were tried before. */
  from: Count,
  /** Only what this rule finds, or what is found at this column; null: everything. */
  only: v.nullable(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('rule'), id: v.string() }),
      v.strictObject({ kind: v.literal('field'), table: v.string(), key: v.string() }),
    ]),
  ),
})
export type TrialRequest = v.InferOutput<typeof TrialRequest>

export const TrialFinding = v.strictObject({ finding: Finding, rowTitle: v.nullable(v.string()) })
export type TrialFinding = v.InferOutput<typeof TrialFinding>

export const TriedFiling = v.strictObject({
  obligationId: v.string(),
  agencyName: v.string(),
  receiptNumber: v.string(),
  rowCount: Count,
  /** blocked: it has errors · to-explain: it has warnings that nobody has explained · passes. */
  verdict: v.picklist(['blocked', 'to-explain', 'passes']),
  /** How many findings of each kind there are, the most first. */
  counts: v.array(v.strictObject({ code: v.string(), ruleId: v.nullable(v.string()), severity: v.string(), count: Count })),
  /** The first of them, with what people call the row. */
  findings: v.array(TrialFinding),
  /** Where one column was asked for: what stands in it in the first rows. */
  values: v.array(v.strictObject({ rowTitle: v.string(), shown: Bilingual })),
})
export type TriedFiling = v.InferOutput<typeof TriedFiling>

/** Some of the counted filings of the last period, judged as if the template had been in use. */
export const Trial = v.strictObject({
  /** Null: nothing of the template has been filed yet. */
  period: v.nullable(v.string()),
  total: Count,
  filings: v.array(TriedFiling),
  /** What to ask for as `from` to go on; null at the end. */
  next: v.nullable(Count),
})
export type Trial = v.InferOutput<typeof Trial>
