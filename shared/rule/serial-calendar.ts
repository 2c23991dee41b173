// Arithmetic on serial numbers of the 1900 system, including what Excel believes
// of it: day 0 is 0 January 1900 and day 60 a 29 February that never was.

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
/** 9999-12-31 */
export const LAST = 2_958_465
const PHANTOM = 60

/** null outside of Excel's calendar. */
export function dayOfSerial(serial: number): Day | null {
  const whole = Math.floor(serial)
  if (!(whole >= 0 && whole <= LAST)) return null
  if (whole === 0) return { year: 1900, month: 1, day: 0 }
  if (whole === PHANTOM) return { year: 1900, month: 2, day: 29 }
  const date = new Date(EPOCH + (whole < PHANTOM ? whole + 1 : whole) * DAY)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** Months and days beyond their ends run on into the next; null outside of Excel's calendar. */
export function serialOfDay(year: number, month: number, day: number): number | null {
  // Through the first of the month, because Excel counts days on from there, over its phantom day.
  const first = new Date(0)
  first.setUTCFullYear(year, month - 1, 1)
  const days = (first.getTime() - EPOCH) / DAY
  const serial = (days <= PHANTOM ? days - 1 : days) + day - 1
  return Number.isFinite(serial) && serial >= 0 && serial <= LAST ? serial : null
}

/** 0 is Sunday. */
export const weekdayOf = (serial: number): number => (((Math.floor(serial) - 1) % 7) + 7) % 7

export const daysInMonth = (year: number, month: number): number =>
  year === 1900 && month === 2 ? 29 : new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
