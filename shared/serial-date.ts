// Calendar days as Excel stores them: serial numbers of the 1900 system, with its
// 29 February 1900 that never was. Days only; no time, no time zone.

const DAY_MS = 86_400_000
const MARCH_1900 = 61
/** 9999-12-31, the last day Excel knows. */
const LAST = 2_958_465

const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS
const EPOCH = dayNumber(1899, 12, 30)

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

/** `YYYY-MM-DD`, or null where the calendar has no such day (31/02). */
export function calendarDay(year: number, month: number, day: number): string | null {
  if (!(year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1)) return null
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Outside of these years a day in a report is a slip: 2205 for 2025, the number 2025 in a date column. */
const PLAUSIBLE = { from: '1945-01-01', to: '2100-12-31' }
export const isPlausibleDay = (day: string | null): day is string => day !== null && day >= PLAUSIBLE.from && day <= PLAUSIBLE.to
export const isPlausibleYear = (year: number): boolean => year >= 1945 && year <= 2100

/** How cells that hold days show them. */
export const DAY_FORMAT = 'dd/mm/yyyy'

/** Workbooks that count from 1904 keep the same day as a number lower by this. */
export const OFFSET_1904 = 1462

/** The serial number of a day `YYYY-MM-DD`. */
export function serialOf(day: string): number {
  const serial = Date.parse(`${day}T00:00:00Z`) / DAY_MS - EPOCH
  return serial < MARCH_1900 ? serial - 1 : serial
}

const ofWhole = (whole: number): string => new Date((EPOCH + (whole < MARCH_1900 ? whole + 1 : whole)) * DAY_MS).toISOString().slice(0, 10)

/** Days of the years 1982–2064, each worked out once. */
const COMMON = { from: 30_000, to: 60_000 }
const common: (string | undefined)[] = new Array(COMMON.to - COMMON.from).fill(undefined)

/** The day of a serial number, its time of day dropped; null outside of Excel's calendar and for the day that never was. */
export function dateOfSerial(serial: number): string | null {
  const whole = Math.floor(serial)
  if (whole >= COMMON.from && whole < COMMON.to) {
    common[whole - COMMON.from] ??= ofWhole(whole)
    return common[whole - COMMON.from] as string
  }
  if (!(whole >= 1 && whole <= LAST) || whole === MARCH_1900 - 1) return null
  return ofWhole(whole)
}
