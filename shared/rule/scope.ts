// What a formula may name. Where the fields, totals, lists and dates come from: values.ts.
import type { Kind } from './function-spec.ts'

/** The entries of a code list as a sheet shows them. */
export type ListEntries = readonly { readonly label: string; readonly code: string }[]

export interface Scope {
  /** The fields of the table with their kinds. */
  readonly fields: Readonly<Record<string, Kind>>
  /** Columns of the tables above this one: `[a.tong]` is column `tong` of table `a`. */
  readonly elsewhere?: Readonly<Record<string, Kind>>
  /** The control totals of the plan: `plan.tong_dtc` is `tong_dtc` here. */
  readonly plan: readonly string[]
  /** The code lists of the plan: `list.hinh_thuc` is `hinh_thuc` here. */
  readonly lists?: Readonly<Record<string, ListEntries>>
  /** What the formula is about: one row sees its own cells only, a table only whole columns; where left out, both. */
  readonly about?: 'row' | 'table'
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
