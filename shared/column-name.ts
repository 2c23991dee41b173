// What a column is called where nobody sees the sheet around it: the titles above it, its
// own, and the unit of its amounts, which on the sheet stands once above the table.
import type { Bilingual, Language } from './bilingual.ts'
import { UNIT_NAMES } from './field/money.ts'
import type { Field } from './template.ts'

/** `Nhu cầu vốn năm 2025 – Tổng (triệu đồng)`. Percentages bring their sign with each value. */
export function columnName({ group = [], title, type }: Pick<Field, 'group' | 'title' | 'type'>, language: Language): string {
  const name = [...group, title].map((one) => one[language]).join(' – ')
  if (type.kind !== 'money') return name
  const unit = UNIT_NAMES[language][type.unit]
  return name.toLowerCase().includes(unit) ? name : `${name} (${unit})`
}

/** The same in both languages. */
export const columnNames = (field: Pick<Field, 'group' | 'title' | 'type'>): Bilingual => ({
  vi: columnName(field, 'vi'),
  en: columnName(field, 'en'),
})
