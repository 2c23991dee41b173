// Which agencies a consolidation is of, and as of the end of which day: all that owe the report and now, where nothing is said.
import * as v from 'valibot'
import { membersOn } from '../../shared/agency.ts'
import { dayInVietnam, startOfDayInVietnam } from '../../shared/clock.ts'
import { ProblemError } from '../problem.ts'
import { readPlan } from '../store/plan.ts'

export interface ConsolidationChoice {
  /** Codes of agencies or of groups; null: all. */
  readonly agencies: readonly string[] | null
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh: what counted when it ended; null: now. */
  readonly on: string | null
}

export const EVERYTHING: ConsolidationChoice = { agencies: null, on: null }

const DAY_MS = 86_400_000

const isDay = (text: string): boolean => v.is(v.pipe(v.string(), v.isoDate()), text) && dayInVietnam(startOfDayInVietnam(text)) === text

/** As a query says it; what is empty is not said. */
export function choiceIn({ agencies, on }: Readonly<Record<string, string>>): ConsolidationChoice {
  if (on && !isDay(on)) throw new ProblemError('bad-request', 'on is a day: YYYY-MM-DD')
  return { agencies: agencies ? agencies.split(',') : null, on: on || null }
}

/** The instant at which a day ends; null where it has not ended yet, which is now. */
export function endOf(on: string, now: Date): Date | null {
  const today = dayInVietnam(now)
  if (on > today) throw new ProblemError('bad-request', 'on is not after today')
  return on === today ? null : new Date(startOfDayInVietnam(on).getTime() + DAY_MS)
}

/** Whether an agency is among those named: itself, or of a group on the last day of the data window. */
export async function chosenOf(db: D1Database, codes: readonly string[], day: string): Promise<(agency: string) => boolean> {
  const register = (await readPlan(db))?.register
  if (!register) throw new ProblemError('not-found')
  const known = new Set([...register.agencies, ...register.groups].map(({ code }) => code))
  const unknown = codes.find((code) => !known.has(code))
  if (unknown !== undefined) throw new ProblemError('bad-request', `${unknown} is no agency and no group`)
  // An agency that ended still owes what it was asked for while it existed.
  const chosen = new Set([...codes, ...membersOn(register, codes, day).map(({ code }) => code)])
  return (agency) => chosen.has(agency)
}
