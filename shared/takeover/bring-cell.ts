// One cell of theirs as what is to be written into a field of ours: in our unit and
// spelling where its reading is certain, as it was found where a person must choose.
import type { CheckContext } from '../check-context.ts'
import type { FieldFinding } from '../field/field.ts'
import { cellValue, readEntry } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import type { Field, FieldType } from '../template.ts'
import { legacyText } from '../text/legacy-font.ts'
import { NIL, type Value } from '../value.ts'
import { type MoneyUnit, POWER } from './money-unit.ts'

export type CellContent = string | number | boolean | null

export interface BroughtCell {
  /** Undefined where the cell cannot be brought over. */
  readonly content?: CellContent
  readonly value: Value
  /** What is wrong with it, or to be looked at; where content is given, the check will say it again at the new cell. */
  readonly finding: FieldFinding | null
}

/** Their unit as a field type, and what its đồng are still to be multiplied by. */
function inTheirUnit(type: FieldType, unit: MoneyUnit | null): { type: FieldType; times: number } {
  if (type.kind !== 'money' || unit === null || unit === type.unit) return { type, times: 1 }
  return unit === 'nghin' ? { type: { ...type, unit: 'dong' }, times: 10 ** POWER.nghin } : { type: { ...type, unit }, times: 1 }
}

const NOT_NIL = { code: 'nil-not-allowed', severity: 'error', actual: NIL, params: {}, fixes: [] } as const satisfies FieldFinding

export function bringCell(field: Field, entry: Entry, unit: MoneyUnit | null, context: CheckContext): BroughtCell {
  const { type, times } = inTheirUnit(field.type, unit)
  const converts = type !== field.type
  // The result of a formula is brought over, not the formula.
  const { formula: _, ...plain } = entry
  const { value: read, findings } = readEntry(type, plain, context, field.nilAllowed)
  if (read === NIL && !field.nilAllowed) return { value: null, finding: NOT_NIL }
  const value = typeof read === 'number' ? read * times : read
  const finding = findings.find(({ severity }) => severity === 'error') ?? findings.find(({ severity }) => severity === 'warning') ?? null
  if (finding === null) return { value, content: cellValue(field.type, value, context), finding }
  const garbled = typeof plain.value === 'string' && legacyText(plain.value, plain.font) !== null
  if (plain.error || garbled) return { value: null, finding }
  // Numbers of another unit would be read in ours: only a certain one is written.
  if (converts)
    return value === null || finding.severity === 'error'
      ? { value: null, finding }
      : { value, content: cellValue(field.type, value, context), finding }
  const legible = value !== null || type.kind === 'text' || finding.fixes.length > 0
  return legible ? { value, content: asFound(plain), finding } : { value: null, finding }
}

/** Our cells have no percent format. */
const asFound = ({ value, percent }: Entry): CellContent =>
  percent && typeof value === 'number' ? Number((value * 100).toPrecision(15)) : value
