// Date functions over serial numbers. None of them knows what day it is.
import { ANY, type FunctionSpec, isRange, literalOf, numeric, single, textual } from './function-spec.ts'
import { numberOfText } from './number-of-text.ts'
import { type ExcelError, isError, NUM, type Result, toNumber, VALUE } from './scalar.ts'
import { dayOfSerial, daysInMonth, LAST, serialOfDay, weekdayOf } from './serial-calendar.ts'

type Body = (...numbers: number[]) => number | ExcelError

const date = (min: number, max: number, apply: Body): FunctionSpec => ({ ...numeric(min, max, apply), result: 'date' })

/** Those that came to Excel as an add-in take no logicals. */
const addIn = (spec: FunctionSpec): FunctionSpec => ({
  ...spec,
  body: (args) => (args.some((argument) => typeof argument === 'boolean') ? VALUE : (spec.body?.(args) ?? VALUE)),
})

const part = (which: 'year' | 'month' | 'day') => numeric(1, 1, (serial) => dayOfSerial(serial)?.[which] ?? NUM)

function onDate(year: number, month: number, day: number): number | ExcelError {
  const whole = Math.floor(year)
  if (whole < 0 || whole > 9999) return NUM
  return serialOfDay(whole < 1900 ? whole + 1900 : whole, Math.floor(month), Math.floor(day)) ?? NUM
}

function monthsOn(serial: number, months: number, atEnd: boolean): number | ExcelError {
  const from = dayOfSerial(serial)
  if (!from) return NUM
  const index = from.year * 12 + from.month - 1 + Math.trunc(months)
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1]
  const last = daysInMonth(year, month)
  return serialOfDay(year, month, atEnd ? last : Math.min(from.day, last)) ?? NUM
}

function weekday(serial: number, type = 1): number | ExcelError {
  if (serial < 0 || serial > LAST + 1) return NUM
  const kind = Math.trunc(type)
  const sunday = weekdayOf(serial)
  if (kind === 3) return (sunday + 6) % 7
  const first = kind === 1 ? 0 : kind === 2 ? 1 : kind >= 11 && kind <= 17 ? kind - 10 : null
  return first === null ? NUM : ((sunday - first + 7) % 7) + 1
}

const isWeekend = (serial: number) => weekdayOf(serial) % 6 === 0

/** Two numbers and, as third argument, the days off: cells or one value. */
const workdays = (
  result: 'number' | 'date',
  apply: (from: number, other: number, free: ReadonlySet<number>) => number | ExcelError,
): FunctionSpec =>
  addIn({
    min: 2,
    max: 3,
    result,
    takes: ['number'],
    ranges: (index) => index === 2,
    body: (args) => {
      const numbers: number[] = []
      for (const argument of [
        ...args.slice(0, 2),
        ...args.slice(2).flatMap((off): Result[] => (isRange(off) ? [...off] : [single(off)])),
      ]) {
        const number = toNumber(single(argument))
        if (isError(number)) return number
        numbers.push(Math.floor(number))
      }
      const [from = 0, other = 0, ...free] = numbers
      return from < 0 || from > LAST ? NUM : apply(from, other, new Set(free))
    },
  })

const countWorkdays = (from: number, to: number, free: ReadonlySet<number>): number | ExcelError => {
  if (to < 0 || to > LAST) return NUM
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const weeks = Math.floor((last - first + 1) / 7)
  let count = weeks * 5
  for (let day = first + weeks * 7; day <= last; day++) if (!isWeekend(day)) count++
  for (const day of free) if (day >= first && day <= last && !isWeekend(day)) count--
  return from <= to ? count : -count
}

const workdayOn = (from: number, days: number, free: ReadonlySet<number>): number | ExcelError => {
  let [serial, left] = [from, Math.abs(days)]
  const step = Math.sign(days)
  // Five workdays are a week, unless a day off lies between.
  if (free.size === 0 && left > 0) {
    while (isWeekend(serial)) serial -= step
    serial += step * Math.trunc(left / 5) * 7
    left %= 5
  }
  while (left > 0 && serial >= 0 && serial <= LAST) {
    serial += step
    if (!isWeekend(serial) && !free.has(serial)) left--
  }
  return serial < 0 || serial > LAST ? NUM : serial
}

function wholeUnits(from: number, to: number, unit: string): Result {
  const [a, b] = [dayOfSerial(from), dayOfSerial(to)]
  if (!a || !b || Math.floor(from) > Math.floor(to)) return NUM
  const months = b.year * 12 + b.month - (a.year * 12 + a.month) - (b.day < a.day ? 1 : 0)
  const units: Readonly<Record<string, number>> = { Y: Math.floor(months / 12), M: months, D: Math.floor(to) - Math.floor(from) }
  return units[unit.toUpperCase()] ?? NUM
}

const UNITS = new Set(['Y', 'M', 'D'])

export const DATE: Readonly<Record<string, FunctionSpec>> = {
  DATE: date(3, 3, onDate),
  YEAR: part('year'),
  MONTH: part('month'),
  DAY: part('day'),
  WEEKDAY: numeric(1, 2, weekday),
  DAYS: numeric(2, 2, (end, start) => Math.floor(end) - Math.floor(start)),
  EDATE: addIn(date(2, 2, (from, months) => monthsOn(from, months, false))),
  EOMONTH: addIn(date(2, 2, (from, months) => monthsOn(from, months, true))),
  NETWORKDAYS: workdays('number', countWorkdays),
  WORKDAY: workdays('date', workdayOn),
  DATEVALUE: textual(ANY, 1, 'date', ([text = '']) => (/^\s*\d{4}-/.test(text) ? (numberOfText(text) ?? VALUE) : VALUE)),
  DATEDIF: {
    ...textual(['number', 'number', 'any'], 3, 'number', ([unit = ''], [from = 0, to = 0]) => wholeUnits(from, to, unit)),
    // Excel itself warns of the other units.
    refuses: ([, , node]) => {
      const unit = literalOf(node)
      return typeof unit === 'string' && UNITS.has(unit.toUpperCase()) ? null : 'not-expressible'
    },
  },
}
