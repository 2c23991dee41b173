// One row of a table: its cells read, carried values put back, computed values
// worked out, requiredness and row rules judged. Knows no other row, and not
// where in the sheet the row stands, so that its judgement moves with it.
import type { CheckContext } from '../check-context.ts'
import { showNumber } from '../field/exact-decimal.ts'
import { cellValue, type Reading, showValue } from '../field/field.ts'
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import { periodRange } from '../period.ts'
import { evaluate } from '../rule/evaluate.ts'
import type { Result } from '../rule/scalar.ts'
import { fromRuleValue } from '../rule/values.ts'
import { sameDocument } from '../text/document-titles.ts'
import { NIL, type Value } from '../value.ts'
import type { Column } from './columns.ts'
import { type Said, saidOfField } from './found.ts'
import { narrowerPlaces } from './named-places.ts'
import type { PreparedField, PreparedRule, PreparedTable } from './prepared.ts'
import { ruleFinding } from './rule-finding.ts'
import { severityIn } from './rule-in-force.ts'
import { type RuleNames, ruleNames } from './rule-names.ts'

type GivenRow = Prefill['rows'][number]

/** What is said of a cell of the row. `substance`: what a warning is about. */
export interface Found {
  readonly column: Column
  readonly said: Said
  readonly substance: unknown
}

export interface JudgedRow {
  readonly values: Record<string, Value>
  /** What formulas see: of the columns that some formula reads. */
  readonly seen: Record<string, Result>
  /** Fields that already have an error: nothing is built on them. */
  readonly failed: ReadonlySet<string>
  readonly found: readonly Found[]
}

const shown = (value: Entry['value']): string => (typeof value === 'number' ? showNumber(value, 'vi') : String(value))

const NOTHING: ReadonlySet<string> = new Set()
const NO_COLUMN = () => []

const sameValue = (a: Value, b: Value) => (Array.isArray(a) && Array.isArray(b) ? a.join('\n') === b.join('\n') : a === b)

const isEmpty = ({ value }: Entry): boolean => value === null || value === ''

/** The rules that hold in the period, each with what it says where it is broken. */
export const inForce = (rules: readonly PreparedRule[], { period }: CheckContext): (PreparedRule & { readonly says: Said })[] =>
  rules.flatMap((one) => {
    const severity = severityIn(one.rule, period)
    return severity === null ? [] : [{ ...one, says: ruleFinding(one.rule, severity, period) }]
  })

/** Judges rows of one table, one after the other. */
export class RowJudge {
  readonly #prepared: PreparedTable
  readonly #context: CheckContext
  readonly #columns: readonly Column[]
  readonly #byKey: ReadonlyMap<string, Column>
  readonly #conditional: ReadonlySet<string>
  readonly #names: RuleNames
  readonly #rules: readonly (PreparedRule & { readonly says: Said })[]
  /** Shapes of a row in which nothing stands: copying one is cheaper than adding key after key. */
  readonly #noValues: Record<string, Value>
  readonly #nothingSeen: Record<string, Result>
  readonly #absent: readonly string[]
  /** Columns of agencies that are held against the places a title names. */
  readonly #placed: readonly Column[]
  /** Titles that are held against those the plan names. */
  readonly #titles: readonly Column[]
  #row!: FilingRow
  #values: Record<string, Value> = {}
  #seen: Record<string, Result> = {}
  #failed: Set<string> | null = null
  #found: Found[] = []

  /** `absent`: keys of columns that the sheet does not have, which is said elsewhere. */
  constructor(prepared: PreparedTable, columns: readonly Column[], context: CheckContext, absent: readonly string[]) {
    this.#absent = absent
    this.#prepared = prepared
    this.#context = context
    this.#columns = columns
    this.#placed = columns.filter(({ field }) => field.placesIn !== undefined)
    this.#titles = columns.filter(({ field }) => field.namesDocument)
    this.#byKey = new Map(columns.map((column) => [column.key, column]))
    this.#conditional = new Set(prepared.requiredWhen.map(({ field }) => field.key))
    this.#names = ruleNames(prepared, context)
    this.#rules = inForce(prepared.rowRules, context)
    this.#noValues = Object.fromEntries(columns.map(({ key }) => [key, null]))
    this.#nothingSeen = Object.fromEntries(columns.filter(({ see }) => see).map(({ key }) => [key, null]))
  }

  judge(row: FilingRow, given: GivenRow | undefined): JudgedRow {
    this.#row = row
    this.#values = { ...this.#noValues }
    this.#seen = { ...this.#nothingSeen }
    this.#failed = this.#absent.length > 0 ? new Set(this.#absent) : null
    this.#found = []
    for (const column of this.#columns) if (column.field.source !== 'computed') this.#readCell(column, given)
    this.#requireAlways(given !== undefined)
    for (const one of this.#prepared.computed) this.#compute(one)
    this.#requireWhere()
    this.#applyRules()
    for (const column of this.#placed) this.#comparePlaces(column, given !== undefined)
    for (const column of this.#titles) if (!given) this.#compareTitle(column)
    return { values: this.#values, seen: this.#seen, failed: this.#failed ?? NOTHING, found: this.#found }
  }

  #keep({ key, see }: Column, value: Value): void {
    this.#values[key] = value
    if (see !== null) this.#seen[key] = see(value)
  }

  #say(column: Column, said: Said, substance?: unknown): void {
    this.#found.push({ column, said, substance })
  }

  #fail(key: string): void {
    this.#failed ??= new Set()
    this.#failed.add(key)
  }

  /** Whether something is built on a field that has an error: then it would only repeat that error. */
  #isSpoiled(reads: readonly string[]): boolean {
    const failed = this.#failed
    return failed !== null && reads.some((key) => failed.has(key))
  }

  #readCell(column: Column, given: GivenRow | undefined): void {
    const { field, key } = column
    const entry = this.#row.entries[key]
    // In rows the filer added, only what comes from last period stays the server's.
    if (field.source === 'carried' && (given || field.carryFrom !== undefined)) {
      const value = given?.values[key] ?? null
      if (value !== null) this.#keep(column, value)
      if (entry !== undefined) this.#tellChanged(column, entry, value)
      return
    }
    if (entry === undefined || (entry.value === null && entry.error !== true)) return
    const reading = column.read(entry)
    if (reading.findings.length > 0) this.#tellRead(column, entry, reading)
    if (reading.value === NIL && !field.nilAllowed) {
      this.#say(column, { code: 'nil-not-allowed', severity: 'error', actual: NIL })
      this.#fail(key)
      return
    }
    if (reading.value !== null) this.#keep(column, reading.value)
  }

  #tellRead(column: Column, entry: Entry, reading: Reading): void {
    for (const finding of reading.findings) {
      this.#say(column, saidOfField(finding, column.key, this.#row.id), [entry.value, entry.percent ?? false])
      if (finding.severity === 'error') this.#fail(column.key)
    }
  }

  /** A carried cell that was changed by hand: the server's value stands, and the filer is told. */
  #tellChanged(column: Column, entry: Entry, value: Value): void {
    if (value === null && isEmpty(entry) && !entry.error) return
    const typed = column.read(entry)
    if (sameValue(typed.value, value) && !entry.error) return
    this.#say(column, {
      code: 'carried-changed',
      severity: 'info',
      actual: entry.value === null ? '' : String(entry.value),
      expected: showValue(column.field.type, value, 'vi', this.#context),
    })
  }

  #requireAlways(isGiven: boolean): void {
    for (const { field, key } of this.#columns) {
      if (!field.required || this.#values[key] !== null || this.#conditional.has(key)) continue
      const typed = field.source === 'input' || (field.source === 'carried' && !isGiven && field.carryFrom === undefined)
      if (typed) this.#requireFilled(key)
    }
  }

  #requireWhere(): void {
    for (const { field, formula, reads } of this.#prepared.requiredWhen) {
      if (this.#values[field.key] !== null || this.#isSpoiled(reads)) continue
      if (this.#evaluate(formula) !== true) continue
      this.#requireFilled(field.key)
      this.#spoilComputed(field.key)
    }
  }

  #requireFilled(key: string): void {
    if (this.#failed?.has(key)) return
    const column = this.#byKey.get(key)!
    this.#say(column, { code: 'required', severity: 'error', params: { nilAllowed: column.field.nilAllowed ? 1 : 0 } })
    this.#fail(key)
  }

  #compute({ field, formula, reads }: PreparedField): void {
    if (this.#isSpoiled(reads)) {
      this.#fail(field.key)
      return
    }
    const value = fromRuleValue(field.type, this.#evaluate(formula), this.#context.plan.lists)
    const column = this.#byKey.get(field.key)!
    if (value !== null) this.#keep(column, value)
    const entry = this.#row.entries[field.key]
    if (entry !== undefined) this.#tellTypedOver(column, entry, value)
  }

  /** What was worked out from a cell that turns out to be missing is not to be built on either. */
  #spoilComputed(key: string): void {
    for (const { field, reads } of this.#prepared.computed)
      if (reads.includes(key) || this.#isSpoiled(reads)) {
        this.#fail(field.key)
        this.#values[field.key] = null
      }
  }

  /**
   * A number typed over the formula of a computed column: ours stands. Of an amount that is an error all the same,
   * because the total that somebody knows and the parts that stand there differ, and either can be wrong (rule R08).
   */
  #tellTypedOver(column: Column, entry: Entry, value: Value): void {
    if (isEmpty(entry) || entry.formula !== undefined || entry.error) return
    if (sameValue(column.read(entry).value, value)) return
    const { type, key } = column.field
    const [isAmount, expected] = [type.kind === 'money' && value !== null, showValue(type, value, 'vi', this.#context)]
    this.#say(column, {
      ...{ code: 'computed-changed', severity: isAmount ? 'error' : 'info', actual: shown(entry.value), expected },
      fixes: isAmount ? [{ rowId: this.#row.id, field: key, value: cellValue(type, value, this.#context), shown: expected }] : [],
    })
  }

  #applyRules(): void {
    for (const { says, field, formula, reads } of this.#rules) {
      if (this.#isSpoiled(reads) || this.#evaluate(formula) === true) continue
      this.#say(
        this.#byKey.get(field.key)!,
        { ...says, actual: showValue(field.type, this.#values[field.key] ?? null, 'vi', this.#context) },
        reads.map((key) => this.#values[key]),
      )
    }
  }

  /** A group is to act where the title names only some of its places. */
  #comparePlaces(column: Column, isGiven: boolean): void {
    const { field, key } = column
    const [title, agencies] = [this.#values[field.placesIn!], this.#values[key]]
    if (typeof title !== 'string' || !Array.isArray(agencies) || this.#isSpoiled([key, field.placesIn!])) return
    const { register, period } = this.#context
    const narrower = narrowerPlaces(title, agencies, register, periodRange(period).to)
    if (!narrower) return
    const expected = narrower.members.map(({ name }) => name).join('; ')
    const isTyped = field.source === 'input' || !isGiven
    this.#say(
      column,
      {
        ...{
          code: 'place-narrower',
          severity: 'warning',
          actual: narrower.group,
          expected,
          params: { places: narrower.places.join(', ') },
        },
        fixes: isTyped ? [{ rowId: this.#row.id, field: key, value: expected, shown: expected }] : [],
      },
      [title, agencies],
    )
  }

  /** What the filer calls a document is nearly what the plan calls it: one of both is meant to be the other (rule R07). */
  #compareTitle(column: Column): void {
    const title = this.#values[column.key]
    if (typeof title !== 'string' || this.#isSpoiled([column.key])) return
    const named = sameDocument(title, this.#context.plan.documents ?? [])
    if (named === null || named.alike === 1) return
    const fixes = [{ rowId: this.#row.id, field: column.key, value: named.title, shown: named.title }]
    const params = { clause: named.clause }
    this.#say(column, { code: 'title-near', severity: 'warning', actual: title, expected: named.title, params, fixes }, title)
  }

  #evaluate(formula: PreparedField['formula']): Result {
    return evaluate(formula, { row: this.#seen, column: NO_COLUMN, plan: this.#names.plan, period: this.#names.period })
  }
}
