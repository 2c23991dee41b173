// A new year's plan made from the old one: the same forms and tasks a year later, under the
// new number, answered for by the agencies that exist then. A proposal: what was decided for the old year alone is for people to correct.
import * as v from 'valibot'
import { endedIn } from './agency.ts'
import { type Assignment, askedIn } from './assignment.ts'
import type { Pack, PackFile } from './pack.ts'
import type { Plan } from './plan.ts'
import { actingFor } from './succession.ts'
import { type FieldType, fieldOf, type Template, tableOf } from './template.ts'
import { withLastCutOff } from './template-edit/own-dates.ts'
import type { Value } from './value.ts'

export const NextPlan = v.strictObject({
  number: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(60)),
  issuedOn: v.pipe(v.string(), v.isoDate()),
})
export type NextPlan = v.InferOutput<typeof NextPlan>

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const inVietnamese = (day: string): string => day.split('-').reverse().join('/')
const inEnglish = (day: string): string => `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

/** Number and day of the plan, and its year; the year in the number of a law ("202/2025/QH15") stays. */
function renewedText({ number, issuedOn, year }: Plan, next: NextPlan): (text: string) => string {
  const ofYear = new RegExp(`(?<![\\d.])${year}(?![\\d]|/\\p{L})`, 'gu')
  return (text) =>
    text
      .replaceAll(number, '\u0000n')
      .replaceAll(inVietnamese(issuedOn), '\u0000v')
      .replaceAll(inEnglish(issuedOn), '\u0000e')
      .replace(ofYear, String(year + 1))
      .replaceAll('\u0000n', next.number)
      .replaceAll('\u0000v', inVietnamese(next.issuedOn))
      .replaceAll('\u0000e', inEnglish(next.issuedOn))
}

function renewed<T>(value: T, text: (text: string) => string): T {
  if (typeof value === 'string') return text(value) as T
  if (Array.isArray(value)) return value.map((one) => renewed(one, text)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renewed(one, text)])) as T
}

const YEARS_ON: readonly FieldType['kind'][] = ['period', 'date', 'year-range']

/** Days, periods and stretches of years move by a year. */
const laterBy1 = (value: Value): Value =>
  typeof value === 'string' ? value.replace(/(?<!\d)\d{4}(?!\d)/g, (year) => String(Number(year) + 1)) : value

function laterAssignment(templates: readonly Template[], text: (text: string) => string, acting: (code: string) => string) {
  return (one: Assignment): Assignment => {
    const template = templates.find(({ code }) => code === one.template)
    const table = template && tableOf(template, one.table)
    const values = Object.entries(one.values).map(([key, value]) => {
      const kind = table && fieldOf(table, key)?.type.kind
      return [key, kind && YEARS_ON.includes(kind) ? laterBy1(value) : renewed(value, text)] as const
    })
    return { ...one, values: Object.fromEntries(values), assignedTo: [...new Set(one.assignedTo.map(acting))] }
  }
}

export function nextPlan(
  { plan, register, templates, assignments }: Pick<Pack, 'plan' | 'register' | 'templates' | 'assignments'>,
  next: NextPlan,
): PackFile {
  const text = renewedText(plan, next)
  const year = plan.year + 1
  const ended = endedIn(register)
  const acting = (code: string) => actingFor(ended, code, `${year}-01-01`)
  const later = laterAssignment(templates, text, acting)
  return {
    plan: {
      ...renewed(plan, text),
      id: plan.id.replace(String(plan.year), String(year)),
      number: next.number,
      year,
      issuedOn: next.issuedOn,
    },
    register,
    templates: templates.map((template) => renewed(withLastCutOff(template), text)),
    regimesWithoutForm: [],
    // As they are asked for at the end of the year; what has ended ends with it.
    assignments: assignments.flatMap(({ from: _, later: __, ...one }, at) => {
      const asked = askedIn(assignments[at]!, `${plan.year}-12`)
      return asked ? [later({ ...one, ...asked })] : []
    }),
    // What one year was freed from binds the next.
    waivers: [],
  }
}
