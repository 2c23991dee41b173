// One year or a span of years: 2025, 2024-2026, 2024–2026, giai đoạn 2024 - 2026.
import { isPlausibleYear } from '../serial-date.ts'
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, type FieldFix, found, oneLine, quoted, read } from './field-behaviour.ts'

const WRITTEN = /^(?:(?:giai đoạn|từ năm|từ|năm)\s)?(\d{4})(?:\s?(?:[-–—−]|đến(?: năm)?)\s?(\d{2}|\d{4}))?$/i

const span = (from: string, to: string): FieldFix => ({ value: `${from}-${to}`, shown: `${from}–${to}` })

export const yearRange: FieldBehaviour<Extract<FieldType, { kind: 'year-range' }>> = {
  read(_, typed) {
    const wrong = (...fixes: FieldFix[]) => read(null, found('not-a-year-range', 'error', { actual: quoted(typed), fixes }))
    const text = typeof typed === 'number' ? String(typed) : oneLine(typed).normalize('NFKC')
    const [, first, second] = /^(\d{4}) ?[/~] ?(\d{4})$/.exec(text) ?? []
    if (first !== undefined && second !== undefined && first < second) return wrong(span(first, second))
    const [, from, to] = WRITTEN.exec(text) ?? []
    if (from === undefined || !isPlausibleYear(Number(from))) return wrong()
    if (to === undefined || to === from) return read(from)
    // "2024-26" is a span in some hands and a month in none: asked.
    if (to.length === 2) {
      const full = from.slice(0, 2) + to
      return full > from ? wrong(span(from, full)) : wrong()
    }
    if (!isPlausibleYear(Number(to))) return wrong()
    return to < from ? wrong(span(to, from)) : read(`${from}-${to}`)
  },
  show: (_, value) => String(value).replace('-', '–'),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
