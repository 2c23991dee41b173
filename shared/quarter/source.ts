// What a quarterly report is counted from, as data of its template: which columns of
// which reports, and into which of its own columns. Knows no particular template.
import * as v from 'valibot'

const Text = v.string()

/** What a state that people report means for the count. Whether it is overdue follows from the last day of the due time. */
const Meaning = v.picklist(['done', 'going', 'idle', 'stopped', 'recurring'])
export type Meaning = v.InferOutput<typeof Meaning>

export const QuarterSource = v.strictObject({
  /** The monthly report of tasks. */
  tasks: v.strictObject({
    ...{ template: Text, table: Text, code: Text, name: Text, role: Text, lead: Text, lastDay: Text, state: Text, documentDate: Text },
    ...{ paidBefore: Text, paid: Text, paidSoFar: Text },
    states: v.record(Text, Meaning),
    /** Codes of tasks that the plan gives twice: the first counts as the second. */
    same: v.array(v.tuple([Text, Text])),
  }),
  /** A task belongs to the group whose prefix its code has, or in whose list of projects it stands. */
  groups: v.array(v.strictObject({ code: Text, prefix: v.optional(Text), projects: v.optional(Text) })),
  /**
   * Lists of projects: a task that stands in one is paid from the source that the project needs most of; one whose code
   * only has the list's prefix from the source `otherwise`.
   */
  projects: v.array(
    v.strictObject({
      ...{ template: Text, table: Text, code: Text, name: Text, prefix: Text, otherwise: Text },
      needs: v.array(v.strictObject({ field: Text, source: Text })),
    }),
  ),
  indicators: v.strictObject({
    ...{ template: Text, table: Text, code: Text, applies: Text, yes: Text, kind: Text, rate: Text, operator: Text },
    ...{
      above: Text,
      atMost: Text,
      exactly: Text,
      numerator: Text,
      denominator: Text,
      result: Text,
      met: Text,
      isMet: Text,
      isNotMet: Text,
    },
  }),
  /** Names of control totals of the plan: the whole, and the parts that add up to it. */
  plannedTotal: Text,
  plannedParts: v.array(Text),
  /** Columns of the quarterly report itself. */
  into: v.strictObject({
    counts: v.strictObject({
      ...{ total: Text, doneOnTime: Text, doneLate: Text, going: Text, overdue: Text, idle: Text, stopped: Text, share: Text },
    }),
    groups: v.strictObject({ table: Text, group: Text }),
    agencies: v.strictObject({
      ...{ table: Text, agency: Text, due: Text, onTime: Text, late: Text, missing: Text, rank: Text },
      /** Before the keys of `counts`. */
      prefix: Text,
    }),
    indicators: v.strictObject({
      table: Text,
      code: Text,
      name: Text,
      result: Text,
      reported: Text,
      owed: Text,
      met: Text,
      note: Text,
      target: Text,
    }),
    money: v.strictObject({ table: Text, source: Text, planned: Text, before: Text, paid: Text, paidSoFar: Text, share: Text }),
  }),
})
export type QuarterSource = v.InferOutput<typeof QuarterSource>
