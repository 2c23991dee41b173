// Who has reported what: agencies by reports, one cell for each obligation. Says which
// reports stand side by side and how cells are counted; where they come from is not known here.
import * as v from 'valibot'
import { Bilingual } from './bilingual.ts'
import { ObligationState } from './obligation.ts'
import { type Period, periodRange } from './period.ts'

export const MatrixColumn = v.strictObject({
  template: v.string(),
  title: Bilingual,
  period: v.string(),
  /** The first instant that is late for most: an agency may have been given longer. */
  dueAt: v.string(),
})
export type MatrixColumn = v.InferOutput<typeof MatrixColumn>

export const MatrixCell = v.strictObject({
  state: ObligationState,
  late: v.boolean(),
  /** Number of the receipt that counts; null where nothing does. */
  receipt: v.nullable(v.string()),
  accepted: v.boolean(),
  /** How often something was sent: without any there is nothing to open. */
  submissions: v.number(),
  openNotes: v.number(),
})
export type MatrixCell = v.InferOutput<typeof MatrixCell>

export const MatrixRow = v.strictObject({
  agency: v.string(),
  name: v.string(),
  /** Code of the group it is listed under. */
  group: v.nullable(v.string()),
  /** One for each column; null where the agency does not owe that report. */
  cells: v.array(v.nullable(MatrixCell)),
})
export type MatrixRow = v.InferOutput<typeof MatrixRow>

/** A page of it: `next` is the agency after which the next page begins, null on the last. */
export const Matrix = v.strictObject({
  day: v.string(),
  madeAt: v.string(),
  columns: v.array(MatrixColumn),
  groups: v.array(v.strictObject({ code: v.string(), name: v.string() })),
  rows: v.array(MatrixRow),
  next: v.nullable(v.string()),
})
export type Matrix = v.InferOutput<typeof Matrix>

/** What stands side by side: everything that closes with a period, or all periods of one template. */
export type MatrixChoice = { readonly span: Period } | { readonly template: string }

interface Opened {
  readonly template: string
  readonly period: Period
}

const isMonth = (period: Period) => /^\d{4}-\d{2}$/.test(period)
const lastMonth = (period: Period) => periodRange(period).to.slice(0, 7)

/**
 * The period among whose reports one stands: a quarter's report among those of its last month, once that month is
 * reported on; what runs longer, like a year's, stands alone until then.
 */
const homeOf = (period: Period, months: ReadonlySet<Period>): Period => {
  const month = lastMonth(period)
  return months.has(month) ? month : period
}

const monthsOf = (opened: readonly Opened[]) => new Set(opened.map(({ period }) => period).filter(isMonth))

/** What can be chosen as a span, newest month first, then what stands alone. */
export function spansOf(opened: readonly Opened[]): Period[] {
  const months = monthsOf(opened)
  const alone = [...new Set(opened.map(({ period }) => homeOf(period, months)))].filter((period) => !months.has(period))
  return [...[...months].sort().reverse(), ...alone.sort()]
}

/** The reports that stand side by side, in the order they came in, or by period where one template was chosen. */
export function columnsOf<T extends Opened>(opened: readonly T[], choice: MatrixChoice): T[] {
  if ('template' in choice)
    return opened
      .filter(({ template }) => template === choice.template)
      .toSorted((a, b) => lastMonth(a.period).localeCompare(lastMonth(b.period)) || a.period.localeCompare(b.period))
  const months = monthsOf(opened)
  return opened.filter(({ period }) => homeOf(period, months) === choice.span)
}

/** How many of some obligations are in which state. */
export interface StateCounts {
  readonly expected: number
  /** What counts now was checked before it was taken: filled and without errors. A declaration that there is nothing is received too. */
  readonly received: number
  readonly onTime: number
  readonly late: number
  readonly nil: number
  readonly notApplicable: number
  readonly missing: number
}

/** A group is named as texts name it in a sentence; at the head of its agencies it begins with a capital. */
export const beginning = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

/** Who was on time and corrects the filing later was on time. */
export function countStates(cells: readonly (Pick<MatrixCell, 'state' | 'late' | 'receipt'> | null)[]): StateCounts {
  const owed = cells.filter((cell) => cell !== null)
  const received = owed.filter(({ receipt }) => receipt !== null)
  const late = received.filter((cell) => cell.late).length
  const inState = (state: ObligationState) => received.filter((cell) => cell.state === state).length
  return {
    ...{ expected: owed.length, received: received.length, missing: owed.length - received.length },
    ...{ onTime: received.length - late, late, nil: inState('nil'), notApplicable: inState('not-applicable') },
  }
}
