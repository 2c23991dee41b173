// Date functions over serial numbers of the 1900 system, from March 1900 on.
import { type FunctionSpec, numeric } from './function-spec.ts'
import { type ExcelError, NUM } from './scalar.ts'

const date = (min: number, max: number, apply: (...numbers: number[]) => number | ExcelError): FunctionSpec => ({
  ...numeric(min, max, apply),
  takes: 'any',
  result: 'date',
})
const part = (min: number, max: number, apply: (...numbers: number[]) => number | ExcelError): FunctionSpec => ({
  ...numeric(min, max, apply),
  takes: 'any',
})

const DAY = 86_400_000
const EPOCH = Date.UTC(1899, 11, 30)
const utc = (serial: number) => new Date(EPOCH + Math.floor(serial) * DAY)
const serial = (year: number, month: number, day: number): number | ExcelError => {
  const full = year < 1900 ? year + 1900 : year
  const days = Math.floor((Date.UTC(full, month - 1, day) - EPOCH) / DAY)
  return Number.isFinite(days) && days >= 0 && days < 2_958_466 ? days : NUM
}
const monthsOn = (from: number, months: number, endOfMonth: boolean): number | ExcelError => {
  const start = utc(from)
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + Math.trunc(months) + 1, 0))
  const day = endOfMonth ? last.getUTCDate() : Math.min(start.getUTCDate(), last.getUTCDate())
  return serial(last.getUTCFullYear(), last.getUTCMonth() + 1, day)
}
const isWorkday = (number: number) => ![0, 6].includes(utc(number).getUTCDay())

export const DATE: Readonly<Record<string, FunctionSpec>> = {
  DATE: date(3, 3, (year, month, day) => serial(Math.trunc(year), Math.trunc(month), Math.trunc(day))),
  YEAR: part(1, 1, (n) => (n < 0 ? NUM : utc(n).getUTCFullYear())),
  MONTH: part(1, 1, (n) => (n < 0 ? NUM : utc(n).getUTCMonth() + 1)),
  DAY: part(1, 1, (n) => (n < 0 ? NUM : utc(n).getUTCDate())),
  WEEKDAY: part(1, 2, (n, type = 1) =>
    ((day) => (n < 0 ? NUM : type === 1 ? day + 1 : type === 2 ? ((day + 6) % 7) + 1 : type === 3 ? (day + 6) % 7 : NUM))(
      utc(n).getUTCDay(),
    ),
  ),
  DAYS: part(2, 2, (end, start) => Math.floor(end) - Math.floor(start)),
  EDATE: date(2, 2, (from, months) => monthsOn(from, months, false)),
  EOMONTH: date(2, 2, (from, months) => monthsOn(from, months, true)),
  NETWORKDAYS: part(2, 2, (from, to) => {
    const [a, b] = [Math.floor(Math.min(from, to)), Math.floor(Math.max(from, to))]
    const weeks = Math.floor((b - a + 1) / 7)
    let days = weeks * 5
    for (let day = a + weeks * 7; day <= b; day++) if (isWorkday(day)) days++
    return from <= to ? days : -days
  }),
  WORKDAY: date(2, 2, (from, days) => {
    let [day, left] = [Math.floor(from), Math.abs(Math.trunc(days))]
    if (left > 100_000) return NUM
    while (left > 0) {
      day += Math.sign(days)
      if (isWorkday(day)) left--
    }
    return day < 0 ? NUM : day
  }),
}
