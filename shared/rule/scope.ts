// What a formula may name. Where the fields, totals and dates come from: values.ts.
import type { Kind } from './function-spec.ts'

export interface Scope {
  /** The fields of the table with their kinds. */
  readonly fields: Readonly<Record<string, Kind>>
  /** The control totals of the plan: `plan.tong_dtc` is `tong_dtc` here. */
  readonly plan: readonly string[]
  /** Whether whole columns may be read; where left out they may. */
  readonly allowColumns?: boolean
}

/** What every plan has besides its totals: `plan.nam`, its year, and `plan.ngay`, the day it was signed. */
const PLAN_FACTS: Readonly<Record<string, Kind>> = { nam: 'number', ngay: 'date' }

/**
 * What is known of every reporting period. There is no "today" among it: a rule says the same tomorrow.
 * `ky.tu`, `ky.den`: first and last day of the data window (NĐ 09/2019/NĐ-CP Đ12) · `ky.khoa`: the last day
 * on which the report is taken, after which nothing in it can have happened · `ky.nam`: the year ·
 * `ky.don_vi`: the agency that reports.
 */
const PERIOD_FACTS: Readonly<Record<string, Kind>> = { tu: 'date', den: 'date', khoa: 'date', nam: 'number', don_vi: 'text' }

const own = (facts: Readonly<Record<string, Kind>>, name: string): Kind | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : undefined

/** undefined: a control total, or nothing. */
export const kindOfPlanFact = (name: string): Kind | undefined => own(PLAN_FACTS, name)
export const kindOfPeriodFact = (name: string): Kind | undefined => own(PERIOD_FACTS, name)
