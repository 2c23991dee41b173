// Whether what stands in a column of theirs can be what a field of ours asks for:
// the field's own reading is asked for a sample of cells. Knows no titles.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import { isNumeric } from '../sheet/field-look.ts'
import type { Field, FieldKind } from '../template.ts'
import type { TheirSheet } from './their-sheet.ts'

const SAMPLE = 40

/** Only these hold what nothing else is taken for. */
const TELLING: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'date',
  'agency',
  'agencies',
  'document-number',
  'url',
  'choice',
  'clause',
  'year-range',
])
export const isTelling = ({ type }: Field): boolean => TELLING.has(type.kind)

/** A text field so short that it holds codes, which may look like numbers. */
const CODE_LENGTH = 60
export const isCode = ({ type }: Field): boolean => type.kind === 'text' && type.maxLength <= CODE_LENGTH

const isDay = (format: string | undefined): boolean => format !== undefined && /[dy]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))

/** 0 to 1 for one cell. */
function suits(field: Field, entry: Entry, format: string | undefined, context: CheckContext): number {
  const { type } = field
  const { value } = entry
  const number = typeof value === 'number'
  if (type.kind === 'text') {
    if (number) return isCode(field) ? 0.5 : 0
    return /\p{L}/u.test(String(value)) || isCode(field) ? 0.7 : 0.2
  }
  if (number && isDay(format) && type.kind !== 'period') return type.kind === 'date' ? 1 : 0
  if (number && entry.percent && type.kind !== 'percent') return 0.1
  const { value: read, findings } = readEntry(type, entry, context, true)
  const wrong = findings.find(({ severity }) => severity === 'error')
  if (wrong) return wrong.fixes.length > 0 ? 0.6 : 0.05
  if (read === null) return 0.05
  if (type.kind === 'date') return number ? 0.3 : 1
  if (type.kind === 'percent') return entry.percent ? 1 : 0.75
  return isNumeric(type) ? 0.7 : 1
}

export interface Content {
  /** 0 to 1, the mean over the cells that say something. */
  readonly fit: number
  readonly cells: number
}

/** Null where no cell says anything. Of the deliberate "-" nothing follows. `least`: once it cannot be reached any more, nothing further is read. */
export function contentSuits(
  sheet: TheirSheet,
  rows: readonly number[],
  column: number,
  field: Field,
  context: CheckContext,
  least = 0,
): Content | null {
  const marks: number[] = []
  let most = SAMPLE
  for (const row of rows) {
    if (marks.length >= SAMPLE || most < least * SAMPLE) break
    const entry = sheet.entry(row, column, field.type)
    if (entry.value === null || entry.error || /^\s*[-–—x.…]*\s*$/i.test(String(entry.value))) continue
    const mark = suits(field, entry, sheet.index.cell(row, column)?.format, context)
    most -= 1 - mark
    marks.push(mark)
  }
  return marks.length === 0 ? null : { fit: marks.reduce((sum, mark) => sum + mark, 0) / marks.length, cells: marks.length }
}
