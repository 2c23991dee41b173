// Days and instants as people in Vietnam read them. Both languages write
// dd/mm/yyyy: it is what stands on the paper beside the screen.
import { dayInVietnam } from '../../shared/clock.ts'

/** `2025-03-17` → `17/03/2025`. */
export const showDay = (day: string): string => day.split('-').reverse().join('/')

/** An instant → `17/03/2025 09:05` in Asia/Ho_Chi_Minh. */
export function showInstant(iso: string): string {
  const instant = new Date(iso)
  return `${showDay(dayInVietnam(instant))} ${showTime(iso)}`
}

/** An instant → `09:05` in Asia/Ho_Chi_Minh. */
export const showTime = (iso: string): string => new Date(Date.parse(iso) + 7 * 3_600_000).toISOString().slice(11, 16)

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The last day on which a report is on time, and how many days are left until it (negative: days over). */
export function dueOf(dueAt: string, today: string): { lastDay: string; daysLeft: number } {
  const lastDay = dayInVietnam(new Date(Date.parse(dueAt) - 1))
  return { lastDay, daysLeft: daysBetween(today, lastDay) }
}
