// How the cells of a column look: alignment and number format by type, grey and
// locked where the server or a formula fills them.
import { numberFormat } from '../field/field.ts'
import type { FieldKind, FieldType } from '../template.ts'
import { LOCKED_FILL } from './looks.ts'
import type { CellStyle } from './sheet-layout.ts'

const NUMERIC: ReadonlySet<FieldKind> = new Set(['integer', 'decimal', 'money', 'percent'])
const CENTRED: ReadonlySet<FieldKind> = new Set([
  'date',
  'period',
  'year-range',
  'choice',
  'yes-no',
  'sequence',
  'clause',
  'document-number',
])

/** What the server brings and people only read stands smaller, so that rows stay low. */
const WORDY: ReadonlySet<FieldKind> = new Set(['text', 'agencies'])

export const isNumeric = (type: FieldType): boolean => NUMERIC.has(type.kind)

/** What a formula gives needs no text format: in a text cell Excel would keep the formula itself as text. */
const formatOf = (type: FieldType, byFormula: boolean): string => (byFormula && numberFormat(type) === '@' ? 'General' : numberFormat(type))

export function fieldLook(type: FieldType, locked: boolean, byFormula = false): { name: string; style: CellStyle } {
  const horizontal = NUMERIC.has(type.kind) ? 'right' : CENTRED.has(type.kind) ? 'center' : 'left'
  const format = formatOf(type, byFormula)
  const size = locked && WORDY.has(type.kind) ? 10 : 11
  return {
    name: `${locked ? 'locked' : 'input'} ${horizontal} ${format}${size === 10 ? ' small' : ''}`,
    style: {
      size,
      horizontal,
      vertical: 'center',
      wrap: !NUMERIC.has(type.kind),
      border: true,
      format,
      ...(locked ? { fill: LOCKED_FILL } : { locked: false }),
    },
  }
}
