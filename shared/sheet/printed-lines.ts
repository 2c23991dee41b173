// Lines of text that forms and consolidated workbooks print around their
// tables, and the margins of the page (NĐ 30/2020/NĐ-CP Phụ lục I).
import type { ObligationDates } from '../obligation.ts'
import { showPeriod } from '../period.ts'
import { committeeOf, type Plan } from '../plan.ts'
import type { Template } from '../template.ts'

/** Millimetres: 20–25 top and bottom, 30–35 left, 15–20 right. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 8 } as const

/** `2025-03-15` → 15/03/2025. */
export const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('/')

export const titleLines = (template: Template, period: string, plan: Plan): string[] =>
  template.titleLines.map(({ vi }) => vi.replaceAll('{year}', String(plan.year)).replaceAll('{period}', showPeriod(period, 'vi')))

/** Templates that say themselves what they are attached to say it in their title lines. */
export function attachedLine(template: Template, plan: Plan): string {
  if (template.titleLines.some(({ vi }) => vi.startsWith('(Kèm theo'))) return ''
  return `(Kèm theo Kế hoạch số ${plan.number} ngày ${day(plan.issuedOn)} của ${committeeOf(plan)})`
}

export const dataLine = (dates: ObligationDates): string => `Số liệu từ ngày ${day(dates.windowFrom)} đến hết ngày ${day(dates.windowTo)}.`

const UNITS = { dong: 'đồng', trieu: 'triệu đồng', ty: 'tỷ đồng' } as const

/** Only where all money columns have the same unit, and no title line says it. */
export function unitLine(template: Template): string {
  if (template.titleLines.some(({ vi }) => /^\(?đơn vị(?: tính)?:/i.test(vi))) return ''
  const units = new Set(template.tables.flatMap((table) => table.fields.flatMap(({ type }) => (type.kind === 'money' ? [type.unit] : []))))
  const [unit] = units
  return unit && units.size === 1 ? `Đơn vị tính: ${UNITS[unit]}` : ''
}
