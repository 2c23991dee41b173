// Time as an argument. Nothing in the product asks the machine for the time
// except the clock that is handed in at the edge.
export interface Clock {
  /** The current instant. */
  now(): Date
}

/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975. */
const OFFSET_MS = 7 * 3_600_000

/** The calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const dayInVietnam = (instant: Date): string => new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 10)

/** The instant at which a day (`YYYY-MM-DD`) begins in Asia/Ho_Chi_Minh. */
export const startOfDayInVietnam = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET_MS)
