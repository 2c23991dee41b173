// Bodies that only the admin's pages ask for: the register, what a reorganisation would do,
// what an imported list would change. Apart from wire.ts so that the pane does not carry them.
import * as v from 'valibot'
import { Agency, AgencyGroup } from './agency.ts'
import { Assignment } from './assignment.ts'
import { Bilingual } from './bilingual.ts'
import { CodeList, Plan } from './plan.ts'
import { Reorganising } from './reorganise.ts'
import { PeriodCode } from './template.ts'

const IsoDay = v.pipe(v.string(), v.isoDate())
const Name = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))
const Names = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))), v.maxLength(50))

export const Reason = v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(500))

/** The last event of the log that an answer knows of; a change made on it says so. */
const AsOf = { asOf: v.number() }

export const RegisterView = v.strictObject({ ...AsOf, agencies: v.array(Agency), groups: v.array(AgencyGroup), day: v.string() })
export type RegisterView = v.InferOutput<typeof RegisterView>

/** What an admin may set of an agency; that it ends, and who succeeds it, is a reorganisation. */
export const AgencySetting = v.strictObject({
  name: Name,
  abbreviation: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(40))),
  aliases: Names,
  kind: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  reports: v.boolean(),
  validFrom: v.nullable(IsoDay),
  parent: v.nullable(v.string()),
  officialCode: v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(35))),
})
export type AgencySetting = v.InferOutput<typeof AgencySetting>

export const AgencyChange = v.strictObject({ setting: AgencySetting, reason: Reason })
export type AgencyChange = v.InferOutput<typeof AgencyChange>

export const GroupChange = v.strictObject({
  name: Name,
  spellings: Names,
  members: v.pipe(v.array(v.string()), v.maxLength(1000)),
  reason: Reason,
})
export type GroupChange = v.InferOutput<typeof GroupChange>

const Concerned = v.strictObject({
  id: v.string(),
  agencyName: v.string(),
  templateTitle: Bilingual,
  period: v.string(),
  dueAt: v.string(),
  /** Somebody has begun on it, or sent it. */
  touched: v.boolean(),
})
export type Concerned = v.InferOutput<typeof Concerned>

/** What a reorganisation would do, or has done; nothing is done where there are hindrances. */
export const ReorganisationEffect = v.strictObject({
  hindrances: v.array(Bilingual),
  passedOn: v.array(v.strictObject({ ...Concerned.entries, toName: v.string() })),
  left: v.array(Concerned),
  removed: v.array(Concerned),
  opened: v.array(Concerned),
  /** People of agencies that end, and where they act from then on. */
  people: v.array(v.strictObject({ name: v.string(), from: v.string(), to: v.string() })),
  /** Groups, with how many agencies they stand for on the day before and on the day. */
  groups: v.array(v.strictObject({ name: v.string(), before: v.number(), after: v.number() })),
  /** What is to be done as it was shown; something else has changed since where it differs. */
  etag: v.string(),
})
export type ReorganisationEffect = v.InferOutput<typeof ReorganisationEffect>

/** Those that came with the plan, ready to be applied. */
export const KnownReorganisations = v.strictObject({
  reorganisations: v.array(
    v.strictObject({ id: v.string(), title: Bilingual, source: v.string(), applied: v.boolean(), change: Reorganising }),
  ),
})
export type KnownReorganisations = v.InferOutput<typeof KnownReorganisations>

/** What a list of agencies from a file would change, line by line. */
export const AgencyImport = v.strictObject({
  rows: v.array(
    v.strictObject({
      /** Row of the sheet. */
      at: v.number(),
      code: v.string(),
      name: v.string(),
      what: v.picklist(['new', 'changed', 'same', 'wrong']),
      before: v.nullable(v.unknown()),
      after: v.nullable(v.unknown()),
      problems: v.array(Bilingual),
    }),
  ),
  ...AsOf,
  /** Whether it was kept. */
  kept: v.boolean(),
})
export type AgencyImport = v.InferOutput<typeof AgencyImport>

/** The plan with its control totals and lists, and its tasks: rows given to agencies, form by form, where a form takes any. */
export const PlanView = v.strictObject({
  ...AsOf,
  plan: Plan,
  tables: v.array(
    v.strictObject({
      template: v.string(),
      title: Bilingual,
      table: v.string(),
      /** The columns that a task of it has. */
      fields: v.array(
        v.strictObject({
          ...{ key: v.string(), title: Bilingual, required: v.boolean(), long: v.boolean() },
          /** Whether tasks of it have it anyway; the others may be filled beforehand, and agencies go on from there. */
          usual: v.boolean(),
          /** What may be chosen, where it is chosen from a list. */
          choices: v.optional(v.array(Bilingual)),
        }),
      ),
      /** Periods of the form, in order; the first that is not over is `current`. */
      periods: v.array(v.string()),
      current: v.nullable(v.string()),
      rows: v.array(
        v.strictObject({
          ...Assignment.entries,
          name: v.string(),
          /** Its values as they are typed, as of the last that was decided. */
          texts: v.record(v.string(), v.string()),
          /** Who answers for it, as of the last that was decided. */
          answers: v.array(v.string()),
          /** The first period in which it is not asked for any more. */
          endsFrom: v.nullable(v.string()),
        }),
      ),
    }),
  ),
})
export type PlanView = v.InferOutput<typeof PlanView>

/** Whole đồng by name; the names are those that rules read. */
export const TotalsChange = v.strictObject({
  totals: v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))),
  reason: Reason,
})
export type TotalsChange = v.InferOutput<typeof TotalsChange>

export const CodeListChange = v.strictObject({
  entries: v.pipe(CodeList.entries.entries, v.maxLength(500)),
  title: v.optional(Bilingual),
  reason: Reason,
})
export type CodeListChange = v.InferOutput<typeof CodeListChange>

/** A task from a period on: new, asked for otherwise, or no longer. A task is never deleted. */
export const TaskChange = v.strictObject({
  template: v.string(),
  table: v.string(),
  rowId: v.pipe(v.string(), v.trim(), v.regex(/^(?!n)[\p{L}\p{N}][\p{L}\p{N}._-]{0,30}$/u)),
  from: PeriodCode,
  /** Null: it ends. Values as they would be typed into the form. */
  task: v.nullable(
    v.strictObject({
      texts: v.record(v.string(), v.pipe(v.string(), v.trim(), v.maxLength(2000))),
      assignedTo: v.pipe(v.array(v.string()), v.maxLength(200)),
    }),
  ),
})
export type TaskChange = v.InferOutput<typeof TaskChange>

export const TaskToKeep = v.strictObject({ change: TaskChange, reason: Reason })
export type TaskToKeep = v.InferOutput<typeof TaskToKeep>

/** What a change of a task does to the reports that are open: whose form gains, loses or changes its row. */
export const TaskEffect = v.strictObject({
  ...AsOf,
  reports: v.array(
    v.strictObject({
      obligation: v.string(),
      agencyName: v.string(),
      period: v.string(),
      what: v.picklist(['gains', 'loses', 'changes']),
      /** sent: what was sent stays as it is · begun: somebody is filling it in. */
      state: v.picklist(['sent', 'begun', 'untouched']),
    }),
  ),
  /** Reports of later periods: they open with the change. */
  laterPeriods: v.array(v.string()),
})
export type TaskEffect = v.InferOutput<typeof TaskEffect>
