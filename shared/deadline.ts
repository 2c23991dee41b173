// The four dates of a period under a regime, as days and instants in Asia/Ho_Chi_Minh,
// and the obligations that follow from them. Knows no submissions and no extensions.
import { membersOn, type Register } from './agency.ts'
import { startOfDayInVietnam } from './clock.ts'
import { type Obligation, type ObligationDates, obligationId } from './obligation.ts'
import { type Period, periodRange, previousPeriod } from './period.ts'
import type { Regime, Template } from './template.ts'

const DAY_MS = 86_400_000

const addDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Day `number` of the month in which `day` lies; day 31 is the last day of a shorter month. */
function dayOfMonth(day: string, number: number): string {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${day.slice(0, 7)}-${String(Math.min(number, last)).padStart(2, '0')}`
}

/** The last day of the data window of a period that begins and ends on these days. */
function closesOn({ cutOffDay, cutOffs = [] }: Regime['dates'], { from, to }: { from: string; to: string }): string {
  return dayOfMonth(to, cutOffs.findLast((one) => one.from <= from)?.day ?? cutOffDay)
}

const startOf = (day: string): string => startOfDayInVietnam(day).toISOString()

export function datesFor(regime: Regime, period: Period): ObligationDates {
  const { from, to } = periodRange(period)
  if (regime.frequency === 'ad-hoc') {
    // Nothing falls due: the report stands open for its period and is never late.
    const end = startOf(addDays(to, 1))
    return { windowFrom: from, windowTo: to, opensAt: startOf(from), dueAt: end, locksAt: end }
  }
  const { dueDay, dueInclusive, lockAfterDays } = regime.dates
  const due = addDays(dayOfMonth(to, dueDay), dueInclusive ? 1 : 0)
  return {
    // NĐ 09/2019/NĐ-CP Đ12: from the day after the cut-off of the period before, so that no day is in none.
    windowFrom: addDays(closesOn(regime.dates, periodRange(previousPeriod(period))), 1),
    windowTo: closesOn(regime.dates, { from, to }),
    // The law names no opening day. The first of the period's last month lets people begin
    // before the data window closes, with the period before it already due.
    opensAt: startOf(dayOfMonth(to, 1)),
    dueAt: startOf(due),
    locksAt: startOf(addDays(due, lockAfterDays)),
  }
}

/** Who owes a template for a period: the agencies that report and exist on its last day. */
export function obligationsOf(template: Template, register: Register, period: Period): Obligation[] {
  const dates = datesFor(template.regime, period)
  return membersOn(register, template.regime.owedBy, periodRange(period).to)
    .filter((agency) => agency.reports)
    .map(({ code }) => ({
      id: obligationId(template.code, period, code),
      template: template.code,
      version: template.version,
      period,
      agency: code,
      dates,
    }))
}
