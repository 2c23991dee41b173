// One row of a table: its cells read, carried values put back, computed values
// worked out, requiredness and row rules judged. Knows no other row, and not
// where in the sheet the row stands, so that its judgement moves with it.
import type { CheckContext } from '../check-context.ts'
import { isRepeated, type Reading, showValue } from '../field/field.ts'
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import { rowCode } from '../row-code.ts'
import { build } from '../rule/build.ts'
import type { Run } from '../rule/environment.ts'
import type { Result } from '../rule/scalar.ts'
import { fromRuleValue } from '../rule/values.ts'
import { NIL, type Value } from '../value.ts'
import { carriedChanged, typedOver } from './changed-cell.ts'
import { type Column, isBare } from './columns.ts'
import { isEmpty } from './compared.ts'
import { type Said, saidOfField } from './found.ts'
import { type Found, JudgedRow, type RowShape } from './judged-row.ts'
import { narrowerFinding } from './named-places.ts'
import { own } from './own.ts'
import type { PreparedField, PreparedTable } from './prepared.ts'
import type { RowEntries } from './row-entries.ts'
import { inForce } from './rule-finding.ts'
import { ruleNames } from './rule-names.ts'
import { titleFinding } from './title-finding.ts'

type GivenRow = Prefill['rows'][number]

/** A formula about a column of the row, built over the columns of the table. */
interface Worked {
  readonly column: Column
  readonly run: Run
  readonly reads: readonly string[]
}

const NOTHING_FAILED: ReadonlySet<string> = new Set()
const NOTHING_FOUND: readonly Found[] = []
const NOTHING_SEEN: readonly Result[] = []

/** Judges rows of one table, one after the other. */
export class RowJudge {
  readonly #context: CheckContext
  /** Those that are read from the sheet. */
  readonly #typed: readonly Column[]
  /** Those that must be filled whatever stands beside them. */
  readonly #required: readonly Column[]
  readonly #computed: readonly Worked[]
  readonly #requiredWhen: readonly Worked[]
  readonly #rules: readonly (Worked & { readonly says: Said })[]
  /** Columns of agencies that are held against the places a title names. */
  readonly #placed: readonly Column[]
  /** Titles that are held against those the plan names. */
  readonly #titles: readonly Column[]
  readonly #seenWhole: readonly Column[]
  readonly #absent: readonly string[]
  readonly #shape: RowShape
  readonly #noValues: readonly Value[]
  readonly #at: ReadonlyMap<string, number>
  #row!: FilingRow
  /** Of the row at hand, by position of the column. */
  readonly #entries: RowEntries
  #values: Value[]
  readonly #seen: Result[]
  #failed: Set<string> | null = null
  #found: Found[] | null = null

  /** `absent`: keys of columns that the sheet does not have, which is said elsewhere. */
  constructor(prepared: PreparedTable, entries: RowEntries, context: CheckContext, absent: readonly string[]) {
    const { columns } = entries
    const { computed, requiredWhen, rowRules, readWhole } = prepared
    const conditional = new Set(requiredWhen.map(({ field }) => field.key))
    this.#absent = absent
    this.#context = context
    this.#at = new Map(columns.map(({ key, at }) => [key, at]))
    this.#typed = columns.filter(({ field }) => field.source !== 'computed')
    this.#required = this.#typed.filter(({ field, key }) => field.required && !conditional.has(key))
    this.#placed = columns.filter(({ field }) => field.placesIn !== undefined)
    this.#titles = columns.filter(({ field }) => field.namesDocument)
    this.#seenWhole = columns.filter(({ key }) => readWhole.has(key))
    const keys = columns.map(({ key }) => key)
    this.#shape = { table: prepared.table.key, keys, nothing: Object.fromEntries(keys.map((key) => [key, null])) }
    this.#entries = entries
    this.#noValues = columns.map(() => null)
    this.#values = [...this.#noValues]
    this.#seen = columns.map(() => null)
    const names = ruleNames(prepared, context)
    const position = (key: string) => this.#at.get(key)!
    const work = ({ field, formula, reads }: PreparedField): Worked => ({
      column: columns[position(field.key)]!,
      run: build(formula, {
        ...names,
        ...{ cell: position, column: position, mayHoldErrors: false },
        recurs: (key) => isRepeated(columns[position(key)]!.field.type.kind),
      }),
      reads,
    })
    this.#computed = computed.map(work)
    this.#requiredWhen = requiredWhen.map(work)
    this.#rules = inForce(rowRules, context).map((one) => ({ ...work(one), says: one.says }))
  }

  judge(row: FilingRow, given: GivenRow | undefined): JudgedRow {
    this.#row = row
    this.#entries.take(row)
    this.#values = this.#noValues.slice()
    this.#seen.fill(null)
    this.#failed = this.#absent.length > 0 ? new Set(this.#absent) : null
    this.#found = null
    for (const column of this.#typed) this.#readCell(column, given)
    this.#requireAlways(given !== undefined)
    for (const one of this.#computed) this.#compute(one)
    this.#requireWhere()
    this.#applyRules()
    for (const column of this.#placed) this.#comparePlaces(column, given !== undefined)
    for (const column of this.#titles) if (!given) this.#compareTitle(column)
    const seen = this.#seenWhole.length === 0 ? NOTHING_SEEN : this.#seenWhole.map(({ at }) => this.#seen[at]!)
    return new JudgedRow(
      this.#shape,
      row.id,
      given !== undefined,
      this.#values,
      seen,
      this.#failed ?? NOTHING_FAILED,
      this.#found ?? NOTHING_FOUND,
    )
  }

  #keep({ at, see }: Column, value: Value): void {
    this.#values[at] = value
    if (see !== null) this.#seen[at] = see(value)
  }

  #say(column: Column, said: Said, substance?: unknown): void {
    this.#found ??= []
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
    const entry = this.#entries.at(column.at)
    // In rows the filer added, only what comes from last period stays the server's.
    if (column.isCarried && (given !== undefined || column.isContinued)) {
      this.#bring(column, entry, given)
      return
    }
    if (entry === undefined) return
    const typed = entry.value
    if (typed === null ? entry.error !== true : isBare(entry) && this.#takePlain(column, typed)) return
    const reading = column.read(entry)
    if (reading.findings.length > 0) this.#tellRead(column, entry, reading)
    if (reading.value === NIL && !column.nilAllowed) {
      this.#say(column, { code: 'nil-not-allowed', severity: 'error', actual: NIL })
      this.#fail(column.key)
      return
    }
    if (reading.value !== null) this.#keep(column, reading.value)
  }

  #bring(column: Column, entry: Entry | undefined, given: GivenRow | undefined): void {
    const { field, key } = column
    const brought = (given && own(given.values, key)) ?? null
    const value = brought ?? (field.rowCode === undefined ? null : rowCode(field.rowCode, this.#context.agency, this.#row.id))
    if (value !== null) this.#keep(column, value)
    // The code of a new row is not in its cell yet.
    if (entry === undefined || (brought !== value && isEmpty(entry))) return
    const said = carriedChanged(column, entry, value, this.#context)
    if (said) this.#say(column, said)
  }

  /** The short way; whether there was nothing to say. */
  #takePlain(column: Column, typed: NonNullable<Entry['value']>): boolean {
    const { at, recent, see } = column
    const text = recent !== null && typeof typed === 'string' ? typed : null
    const known = text === null ? null : recent!.find(text)
    if (known !== null) {
      this.#values[at] = known.value
      this.#seen[at] = known.seen
      return true
    }
    const value = column.plain(typed)
    if (value === undefined || value === NIL) return false
    const seen = see === null ? null : column.isSeenAsKept ? (value as Result) : see(value)
    this.#values[at] = value
    this.#seen[at] = seen
    if (text !== null) recent!.keep({ text, value, seen })
    return true
  }

  #tellRead(column: Column, entry: Entry, reading: Reading): void {
    for (const finding of reading.findings) {
      this.#say(column, saidOfField(finding, column.key, this.#row.id), [entry.value, entry.percent ?? false])
      if (finding.severity === 'error') this.#fail(column.key)
    }
  }

  #requireAlways(isGiven: boolean): void {
    for (const column of this.#required) {
      if (this.#values[column.at] !== null) continue
      if (column.isTyped || (!isGiven && !column.isContinued)) this.#requireFilled(column)
    }
  }

  #requireWhere(): void {
    for (const { column, run, reads } of this.#requiredWhen) {
      if (this.#values[column.at] !== null || this.#isSpoiled(reads)) continue
      if (run(this.#seen) !== true) continue
      this.#requireFilled(column)
      this.#spoilComputed(column.key)
    }
  }

  #requireFilled(column: Column): void {
    if (this.#failed?.has(column.key)) return
    this.#say(column, { code: 'required', severity: 'error', params: { nilAllowed: column.field.nilAllowed ? 1 : 0 } })
    this.#fail(column.key)
  }

  #compute({ column, run, reads }: Worked): void {
    if (this.#isSpoiled(reads)) {
      this.#fail(column.key)
      return
    }
    const value = fromRuleValue(column.field.type, run(this.#seen), this.#context.plan.lists)
    if (value !== null) this.#keep(column, value)
    const entry = this.#entries.at(column.at)
    const said = entry === undefined ? null : typedOver(column, entry, value, this.#row.id, this.#context)
    if (said) this.#say(column, said)
  }

  /** What was worked out from a cell that turns out to be missing is not to be built on either. */
  #spoilComputed(key: string): void {
    for (const { column, reads } of this.#computed)
      if (reads.includes(key) || this.#isSpoiled(reads)) {
        this.#fail(column.key)
        this.#values[column.at] = null
      }
  }

  #applyRules(): void {
    for (const { says, column, run, reads } of this.#rules) {
      if (this.#isSpoiled(reads) || run(this.#seen) === true) continue
      this.#say(
        column,
        { ...says, actual: showValue(column.field.type, this.#value(column.key), 'vi', this.#context) },
        reads.map((one) => this.#value(one)),
      )
    }
  }

  /** A group is to act where the title names only some of its places. */
  #comparePlaces(column: Column, isGiven: boolean): void {
    const { field, key } = column
    const [title, agencies] = [this.#value(field.placesIn!), this.#value(key)]
    if (typeof title !== 'string' || !Array.isArray(agencies) || this.#isSpoiled([key, field.placesIn!])) return
    const said = narrowerFinding(title, agencies, this.#context)
    if (!said) return
    const isTyped = field.source === 'input' || !isGiven
    const fix = { rowId: this.#row.id, field: key, value: said.expected, shown: said.expected }
    this.#say(column, { ...said, fixes: isTyped ? [fix] : [] }, [title, agencies])
  }

  #compareTitle(column: Column): void {
    const title = this.#values[column.at]
    if (typeof title !== 'string' || this.#isSpoiled([column.key])) return
    const said = titleFinding(title, this.#context)
    if (!said) return
    const fixes = [{ rowId: this.#row.id, field: column.key, value: said.expected, shown: said.expected }]
    this.#say(column, { ...said, fixes }, title)
  }

  #value(key: string): Value {
    return this.#values[this.#at.get(key)!]!
  }
}
