// A cell as it stands beside the value that should stand in it: whether anything is
// there, whether the two are the same, and how the cell is quoted.
import { showNumber } from '../field/exact-decimal.ts'
import type { Entry } from '../filing.ts'
import type { Value } from '../value.ts'

export const isEmpty = ({ value }: Entry): boolean => value === null || value === ''

export const sameValue = (a: Value, b: Value): boolean => (Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b)

export const shown = (value: Entry['value']): string => (typeof value === 'number' ? showNumber(value, 'vi') : String(value))
