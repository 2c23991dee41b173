// What each type of field must be able to do: read a typed cell, show a value,
// store it in a cell. Knows no particular type; field.ts holds them all.
import type { Register } from '../agency.ts'
import type { Language } from '../bilingual.ts'
import type { CheckContext } from '../check-context.ts'
import type { Entry } from '../filing.ts'
import type { Finding, Fix } from '../finding.ts'
import type { Plan } from '../plan.ts'
import type { FieldType } from '../template.ts'
import type { Value } from '../value.ts'
import { showNumber } from './exact-decimal.ts'

/** A finding before it is known where: check.ts adds place, label and id. */
export type FieldFinding = Pick<Finding, 'code' | 'severity' | 'actual' | 'expected' | 'params'> & { readonly fixes: readonly FieldFix[] }
export type FieldFix = Omit<Fix, 'rowId' | 'field'>

/** Where the cell says the same in other signs, and nothing has to be guessed. */
export const safely = (fix: FieldFix): FieldFix => ({ ...fix, safe: true })
/** Where the value may stand as it is, and somebody should say so. */
export const confirming = (fix: FieldFix): FieldFix => ({ ...fix, confirms: true })

export interface Reading {
  readonly value: Value
  readonly findings: readonly FieldFinding[]
}

/** What names are shown from. */
export interface Names {
  readonly register: Register
  readonly plan: Plan
}

/** What stands in a cell that is neither blank nor an error; text is clean. */
export type Typed = string | number | boolean
/** A value that is there. */
export type Given = string | number | boolean | readonly string[]
export type CellContent = string | number | boolean | null

/** The value of what stands in a cell without formula, font and format; undefined says nothing. */
export type PlainReader = (typed: Typed) => Value | undefined

export interface FieldBehaviour<T extends FieldType> {
  /** The short way for what nearly all cells of such a column hold: gives what `read` gives where that has nothing to say. */
  plain?(type: T): PlainReader
  read(type: T, typed: Typed, entry: Entry, context: CheckContext): Reading
  show(type: T, value: Given, lang: Language, names: Names): string
  cell(type: T, value: Given, names: Names): CellContent
  /** Excel format code. */
  numberFormat(type: T): string
}

export const read = (value: Value, ...findings: FieldFinding[]): Reading => ({ value, findings })

export const found = (
  code: Finding['code'],
  severity: Finding['severity'],
  detail: { actual?: string; expected?: string; params?: Finding['params']; fixes?: readonly FieldFix[] } = {},
): FieldFinding => ({
  code,
  severity,
  ...(detail.actual !== undefined && { actual: detail.actual }),
  ...(detail.expected !== undefined && { expected: detail.expected }),
  params: detail.params ?? {},
  fixes: detail.fixes ?? [],
})

/** The typed value in words of a finding: whole where short. */
export function quoted(typed: Typed): string {
  const text = typeof typed === 'number' ? showNumber(typed, 'vi') : typeof typed === 'boolean' ? (typed ? 'TRUE' : 'FALSE') : typed
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Text-like types read a number or a truth value as its text. */
export const asText = (typed: Typed): string =>
  typeof typed === 'number' ? String(typed).replace('.', ',') : typeof typed === 'boolean' ? quoted(typed) : typed
export const oneLine = (typed: Typed): string => {
  const text = asText(typed)
  return text.includes('\n') ? text.replace(/\s+/g, ' ') : text
}
