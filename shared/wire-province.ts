// Bodies that only the portal asks for, about all agencies together: the quarterly
// summary, what its figures count, and the words of the report. Apart from wire.ts so that the pane does not carry them.
import * as v from 'valibot'
import { Bilingual } from './bilingual.ts'
import { Content } from './filing.ts'
import { ReportWords } from './report/report-words.ts'
import { Value } from './value.ts'
import { ConsolidatedRow } from './wire.ts'

/** Who has the Roman numerals of a consolidated workbook. */
export const NumeralsBy = v.picklist(['agency', 'group'])
export type NumeralsBy = v.InferOutput<typeof NumeralsBy>

const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
const Values = Content.entries.header

/** One thing that a figure counts: a cell of a submission, or a report that was or was not sent. */
export const FigurePlace = v.strictObject({
  obligationId: v.string(),
  template: v.string(),
  period: v.string(),
  agency: v.string(),
  agencyName: v.string(),
  /** Null where nothing was sent that counts. */
  submissionId: v.nullable(v.string()),
  receiptNumber: v.nullable(v.string()),
  /** Null where the submission as a whole is counted. */
  cell: v.nullable(
    v.strictObject({
      table: v.string(),
      rowId: v.string(),
      field: v.string(),
      /** What people call the row. */
      name: v.string(),
      /** Where the row's first cell stood in the sheet that was sent. */
      at: v.nullable(v.string()),
      value: Value,
    }),
  ),
})
export type FigurePlace = v.InferOutput<typeof FigurePlace>

export const SummaryRow = v.strictObject({
  id: v.string(),
  values: Values,
  /** How many places each figure of the row counts, by field; a field that is not named is no figure. */
  counts: v.record(v.string(), Count),
})
export type SummaryRow = v.InferOutput<typeof SummaryRow>

/**
 * groups-agencies: both tables count the same tasks · plan-total: the sources add up to the plan · plan-parts: the
 * plan's own parts add up · within-plan: no more paid than planned · cumulative: before + paid = so far.
 */
export const SUMMARY_CHECKS = ['groups-agencies', 'plan-total', 'plan-parts', 'within-plan', 'cumulative'] as const

export const SummaryCheck = v.strictObject({
  code: v.picklist(SUMMARY_CHECKS),
  holds: v.boolean(),
  /** Both sides, money in đồng. */
  left: v.number(),
  right: v.number(),
  /** Row of the money table that it is about; null for the whole. */
  rowId: v.nullable(v.string()),
})
export type SummaryCheck = v.InferOutput<typeof SummaryCheck>

/** The quarterly report as far as it follows from what agencies sent. Every figure is opened as `table.row.field`, a total as `table.*.field`. */
export const QuarterlySummary = v.strictObject({
  template: v.string(),
  version: v.number(),
  period: v.string(),
  madeAt: v.string(),
  /** The months it is made from; states and cumulative amounts are those of the last. */
  months: v.array(v.string()),
  tables: v.array(v.strictObject({ key: v.string(), rows: v.array(SummaryRow), totals: Values })),
  /**
   * What stands in no table, each opened as `outside.NAME`: unreported, agencies whose report of the last month does
   * not count; ungrouped, tasks of no group or known state; repeated, tasks that are counted once already; unsourced, amounts of no known source.
   */
  outside: v.strictObject({ unreported: Count, ungrouped: Count, repeated: Count, unsourced: Count, unsourcedPaidSoFar: v.number() }),
  /** Reports of the quarter that are not yet due and not yet sent. */
  pending: Count,
  checks: v.array(SummaryCheck),
})
export type QuarterlySummary = v.InferOutput<typeof QuarterlySummary>

/** The same with so many rows of its longest table. */
export const SummaryPage = v.strictObject({
  ...QuarterlySummary.entries,
  /** What the next page begins after; null on the last. */
  next: v.nullable(v.string()),
})
export type SummaryPage = v.InferOutput<typeof SummaryPage>

/** What one figure counts, agency by agency. The sum of the places of all pages, or as many as there are, is the figure. */
export const FigureTrace = v.strictObject({
  figure: v.string(),
  value: Value,
  /** On all pages together. */
  count: Count,
  places: v.array(FigurePlace),
  /** The agency after which the next page begins; null on the last. */
  next: v.nullable(v.string()),
})
export type FigureTrace = v.InferOutput<typeof FigureTrace>

/** The words of a report and who saved them last; etag, time and name are null until somebody has. */
export const ReportView = v.strictObject({
  template: v.string(),
  period: v.string(),
  agency: v.string(),
  words: ReportWords,
  etag: v.nullable(v.string()),
  savedAt: v.nullable(v.string()),
  savedBy: v.nullable(v.string()),
})
export type ReportView = v.InferOutput<typeof ReportView>

/** A board that was released: `hash` is of the board; who withdrew it and when are null while it stands. */
export const BoardRelease = v.strictObject({
  id: v.string(),
  period: v.string(),
  hash: v.string(),
  releasedAt: v.string(),
  releasedBy: v.string(),
  withdrawnAt: v.nullable(v.string()),
  withdrawnBy: v.nullable(v.string()),
})
export type BoardRelease = v.InferOutput<typeof BoardRelease>
export const BoardReleases = v.strictObject({ releases: v.array(BoardRelease) })
export type BoardReleases = v.InferOutput<typeof BoardReleases>

/** What the public may choose from. */
export const PublicBoards = v.strictObject({
  periods: v.array(v.strictObject({ period: v.string(), releasedAt: v.string(), hash: v.string() })),
})
export type PublicBoards = v.InferOutput<typeof PublicBoards>

const TaskCounts = { total: Count, done: Count, overdue: Count }

/** How far the tasks have come, month by month. */
export const PlanProgress = v.strictObject({
  months: v.array(
    v.strictObject({
      period: v.string(),
      ...TaskCounts,
    }),
  ),
})
export type PlanProgress = v.InferOutput<typeof PlanProgress>

const Named = { id: v.string(), name: Bilingual }

/** A quarter's figures as charts need them. Money is whole đồng. */
export const QuarterProgress = v.strictObject({
  period: v.string(),
  madeAt: v.string(),
  groups: v.array(v.strictObject({ ...Named, ...TaskCounts })),
  agencies: v.array(v.strictObject({ ...Named, ...TaskCounts })),
  money: v.array(v.strictObject({ ...Named, planned: v.number(), before: v.number(), paid: v.number(), paidSoFar: v.number() })),
  indicators: v.array(
    v.strictObject({
      ...{ id: v.string(), name: v.string(), operator: Bilingual, target: v.number(), result: v.nullable(v.number()) },
      ...{ met: v.nullable(v.boolean()), isRate: v.boolean() },
    }),
  ),
  /** What the next page of agencies begins after; null on the last. */
  next: v.nullable(v.string()),
})
export type QuarterProgress = v.InferOutput<typeof QuarterProgress>

/** Some rows of the consolidation, in its order. */
export const ConsolidatedPage = v.strictObject({
  /** Number of the last event of the log: pages with different ones show different moments. */
  event: Count,
  madeAt: v.string(),
  /** The day at whose end they counted; null: at `madeAt`. */
  on: v.nullable(v.string()),
  /** On the first page: the agencies whose rows count. */
  agencies: v.nullable(v.array(v.strictObject({ agency: v.string(), name: v.string(), rows: Count }))),
  rows: v.array(ConsolidatedRow),
  /** What the next page begins after; null on the last. */
  next: v.nullable(v.string()),
})
export type ConsolidatedPage = v.InferOutput<typeof ConsolidatedPage>
