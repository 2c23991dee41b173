// Text that Excel takes for a number in arithmetic, as far as every regional
// setting reads it alike: 12, -1.5e3, 50%, 2025-03-14. Grouped digits, currency
// signs and days like 1/3/2025 depend on the machine and are therefore text.
import { calendarDay, serialOf } from '../serial-date.ts'

const NUMBER = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(%?)$/i
const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/

/** null where the text is no number. */
export function numberOfText(text: string): number | null {
  const bare = text.replace(/^ +| +$/g, '')
  const match = NUMBER.exec(bare)
  if (match) {
    const number = Number(match[1]) / (match[2] ? 100 : 1)
    return Number.isFinite(number) ? number : null
  }
  const day = DAY.exec(bare)
  const date = day && calendarDay(Number(day[1]), Number(day[2]), Number(day[3]))
  return date ? serialOf(date) : null
}
