// One year or a span of years: 2025, 2024-2026, 2024–2026, giai đoạn 2024 - 2026.
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

export const yearRange: FieldBehaviour<Extract<FieldType, { kind: 'year-range' }>> = {
  read(_, typed) {
    const text = oneLine(typed)
    const match = /^(?:(?:giai đoạn|từ năm|năm)\s+)?((?:19|20)\d\d)(?:\s*(?:-|–|—|đến(?: năm)?)\s*((?:19|20)\d\d))?$/i.exec(text)
    const [from, to] = [match?.[1], match?.[2]]
    if (!from) return read(null, found('not-a-year-range', 'error', { actual: quoted(typed) }))
    if (to === undefined || to === from) return read(from)
    if (to < from)
      return read(null, found('not-a-year-range', 'error', { actual: text, fixes: [{ value: `${to}-${from}`, shown: `${to}-${from}` }] }))
    return read(`${from}-${to}`)
  },
  show: (_, value) => String(value).replace('-', '–'),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
