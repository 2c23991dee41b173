// One row of a table: its cells read, carried values put back, computed values
// worked out, requiredness and row rules judged. Knows no other row.
import type { CheckContext } from '../check-context.ts'
import { readEntry, showValue } from '../field/field.ts'
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import { evaluate } from '../rule/evaluate.ts'
import { isError, type Result } from '../rule/scalar.ts'
import { fromRuleValue, toRuleValue } from '../rule/values.ts'
import type { Field } from '../template.ts'
import { NIL, type Value } from '../value.ts'
import type { PreparedTable } from './prepared.ts'
import { labelOf, type Report, type Spot } from './report.ts'
import { ruleFinding } from './rule-finding.ts'
import { severityIn } from './rule-in-force.ts'
import { ruleNames } from './rule-names.ts'

export interface CheckedRow {
  readonly id: string
  /** Row number in the sheet, where it is known. */
  readonly at: number | undefined
  /** Position among the rows of the table, from 0. */
  readonly index: number
  readonly carried: boolean
  readonly values: Record<string, Value>
  /** What formulas see. */
  readonly seen: Record<string, Result>
  /** Fields that already have an error: nothing is built on them. */
  readonly failed: Set<string>
}

const BLANK: Entry = { value: null }

const sameValue = (a: Value, b: Value) => (Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b)

export function checkRow(
  prepared: PreparedTable,
  tableRank: number,
  row: FilingRow,
  index: number,
  given: Prefill['rows'][number] | undefined,
  context: CheckContext,
  report: Report,
): CheckedRow {
  const { table } = prepared
  const checked: CheckedRow = { id: row.id, at: row.at, index, carried: given !== undefined, values: {}, seen: {}, failed: new Set() }
  const environment = { row: checked.seen, column: () => [], ...ruleNames(prepared, context) }
  const spot = (field: Field): Spot => spotOf(prepared, tableRank, row.id, row.at, index, field, row.entries[field.key]?.cell)
  for (const field of table.fields) if (field.source !== 'computed') readCell(field, row, given, context, report, spot(field), checked)
  for (const { field, formula } of prepared.computed) {
    const result = evaluate(formula, environment)
    const value = formula.fields.some((key) => checked.failed.has(key)) ? null : fromRuleValue(field.type, result, context.plan.lists)
    keep(checked, field, value, context)
    tellTypedOver(field, row.entries[field.key], value, context, report, spot(field))
  }
  requireFilled(prepared, given !== undefined, checked, context, report, spot)
  for (const { rule, formula, reads } of prepared.rowRules) {
    const severity = severityIn(rule, context.period)
    if (severity === null || reads.some((key) => checked.failed.has(key))) continue
    const result = evaluate(formula, environment)
    if (result === true) continue
    const field = table.fields.find((one) => one.key === rule.field)!
    report.add(spot(field), {
      ...ruleFinding(rule, severity, context.period),
      actual: showValue(field.type, checked.values[field.key] ?? null, 'vi', context),
    })
  }
  return checked
}

export function spotOf(
  prepared: PreparedTable,
  tableRank: number,
  rowId: string,
  at: number | undefined,
  index: number,
  field: Field,
  cell: string | undefined,
): Spot {
  return {
    place: {
      table: prepared.table.key,
      rowId,
      ...(at !== undefined && { row: at }),
      field: field.key,
      ...(cell !== undefined && { cell }),
    },
    label: labelOf(field),
    rank: [tableRank, at ?? index, prepared.position.get(field.key) ?? 0],
  }
}

function keep(checked: CheckedRow, field: Field, value: Value, context: CheckContext): void {
  checked.values[field.key] = value
  checked.seen[field.key] = toRuleValue(field.type, value, context.plan.lists)
}

function readCell(
  field: Field,
  row: FilingRow,
  given: Prefill['rows'][number] | undefined,
  context: CheckContext,
  report: Report,
  spot: Spot,
  checked: CheckedRow,
): void {
  const entry = row.entries[field.key] ?? BLANK
  // In rows the filer added, only what comes from last period stays the server's.
  if (field.source === 'carried' && (given || field.carryFrom !== undefined)) {
    const value = given?.values[field.key] ?? null
    keep(checked, field, value, context)
    if (row.entries[field.key] !== undefined) tellChanged(field, entry, value, context, report, spot)
    return
  }
  const reading = readEntry(field.type, entry, context, field.nilAllowed)
  for (const finding of reading.findings) {
    report.addOfField(spot, finding)
    if (finding.severity === 'error') checked.failed.add(field.key)
  }
  if (reading.value === NIL && !field.nilAllowed) {
    report.add(spot, { code: 'nil-not-allowed', severity: 'error', actual: NIL })
    checked.failed.add(field.key)
    keep(checked, field, null, context)
    return
  }
  keep(checked, field, reading.value, context)
}

/** A carried cell that was changed by hand: the server's value stands, and the filer is told. */
function tellChanged(field: Field, entry: Entry, value: Value, context: CheckContext, report: Report, spot: Spot): void {
  const typed = readEntry(field.type, entry, context)
  if (sameValue(typed.value, value) && !entry.error) return
  report.add(spot, {
    code: 'carried-changed',
    severity: 'info',
    actual: entry.value === null ? '' : String(entry.value),
    expected: showValue(field.type, value, 'vi', context),
  })
}

/** A number typed over the formula of a computed column: ours stands. */
function tellTypedOver(field: Field, entry: Entry | undefined, value: Value, context: CheckContext, report: Report, spot: Spot): void {
  if (!entry || entry.value === null || entry.value === '' || entry.formula !== undefined || entry.error) return
  if (sameValue(readEntry(field.type, entry, context).value, value)) return
  report.add(spot, {
    code: 'computed-changed',
    severity: 'info',
    actual: String(entry.value),
    expected: showValue(field.type, value, 'vi', context),
  })
}

function requireFilled(
  prepared: PreparedTable,
  isGiven: boolean,
  checked: CheckedRow,
  context: CheckContext,
  report: Report,
  spot: (field: Field) => Spot,
): void {
  const missing = (field: Field) => {
    if (checked.failed.has(field.key) || checked.values[field.key] !== null) return
    report.add(spot(field), { code: 'required', severity: 'error', params: { nilAllowed: field.nilAllowed ? 1 : 0 } })
    checked.failed.add(field.key)
  }
  const environment = { row: checked.seen, column: () => [], ...ruleNames(prepared, context) }
  const conditional = new Set(prepared.requiredWhen.map(({ field }) => field.key))
  for (const field of prepared.table.fields) {
    const typed = field.source === 'input' || (field.source === 'carried' && !isGiven && field.carryFrom === undefined)
    if (typed && field.required && !conditional.has(field.key)) missing(field)
  }
  for (const { field, formula, reads } of prepared.requiredWhen) {
    if (reads.some((key) => checked.failed.has(key))) continue
    const result = evaluate(formula, environment)
    if (!isError(result) && result === true) missing(field)
  }
}
