// What is said of a cell that is the server's and was changed by hand: carried from what is
// known, or computed. Decides nothing about the value, which stays the server's.
import type { CheckContext } from '../check-context.ts'
import { cellValue, showValue } from '../field/field.ts'
import type { Entry } from '../filing.ts'
import type { Value } from '../value.ts'
import { type Column, valueIn } from './columns.ts'
import { isEmpty, sameValue, shown } from './compared.ts'
import type { Said } from './found.ts'

/** null: the carried cell holds what it should. */
export function carriedChanged(column: Column, entry: Entry, value: Value, context: CheckContext): Said | null {
  if (value === null && isEmpty(entry) && !entry.error) return null
  if (sameValue(valueIn(column, entry), value) && !entry.error) return null
  return {
    code: 'carried-changed',
    severity: 'info',
    actual: entry.value === null ? '' : String(entry.value),
    expected: showValue(column.field.type, value, 'vi', context),
  }
}

/**
 * A number typed over the formula of a computed column: ours stands. Of an amount that is an error all the same,
 * because the total that somebody knows and the parts that stand there differ, and either can be wrong (rule R08).
 */
export function typedOver(column: Column, entry: Entry, value: Value, rowId: string, context: CheckContext): Said | null {
  if (isEmpty(entry) || entry.formula !== undefined || entry.error) return null
  const { type, key } = column.field
  const stored = cellValue(type, value, context)
  // In a cell that is shown as percent the number itself is right.
  if (sameValue(valueIn(column, entry), value) || (stored !== null && entry.value === stored)) return null
  const [isAmount, expected] = [type.kind === 'money' && value !== null, showValue(type, value, 'vi', context)]
  return {
    ...{ code: 'computed-changed', severity: isAmount ? 'error' : 'info', actual: shown(entry.value), expected },
    fixes: isAmount ? [{ rowId, field: key, value: stored, shown: expected }] : [],
  }
}
