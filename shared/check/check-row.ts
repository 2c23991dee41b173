// Rows of a table, each by itself: its cells read, carried values put back, computed values
// worked out, requiredness and row rules judged. Knows nothing between rows, and not
// where in the sheet a row stands, so that its judgement moves with it.
import type { CheckContext } from '../check-context.ts'
import { type Reading, showValue } from '../field/field.ts'
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import { rowCode } from '../row-code.ts'
import type { Run } from '../rule/environment.ts'
import type { Result } from '../rule/scalar.ts'
import { fromRuleValue } from '../rule/values.ts'
import { NIL, type Value } from '../value.ts'
import { carriedChanged, typedOver } from './changed-cell.ts'
import type { Column } from './columns.ts'
import { isEmpty } from './compared.ts'
import { type Said, saidOfField } from './found.ts'
import { type Found, JudgedRow, type RowShape } from './judged-row.ts'
import { narrowerFinding } from './named-places.ts'
import { own } from './own.ts'
import type { PreparedField, PreparedTable } from './prepared.ts'
import type { RowEntries } from './row-entries.ts'
import { RowInHand } from './row-in-hand.ts'
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

/** What formulas see of money that was read in the short way: nearly always the very number that was typed, which is then not made anew. */
function amountIn({ worth }: Column, typed: NonNullable<Entry['value']>, value: Value): Result {
  const amount = (value as number) / worth
  return amount === typed && amount !== 0 ? typed : amount
}

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
  readonly #entries: RowEntries
  readonly #columns: readonly Column[]
  /** The rows that were read and wait for their judgement; their places are used again. */
  readonly #hands: RowInHand[] = []
  #count = 0

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
    this.#columns = columns
    this.#noValues = columns.map(() => null)
    const names = ruleNames(prepared, context)
    const position = (key: string) => this.#at.get(key)!
    const work = ({ field, built, reads }: PreparedField): Worked => ({
      column: columns[position(field.key)]!,
      run: built.begin(names),
      reads,
    })
    this.#computed = computed.map(work)
    this.#requiredWhen = requiredWhen.map(work)
    this.#rules = inForce(rowRules, context).map((one) => ({ ...work(one), says: one.says }))
  }

  /** Reads the cells of a row, which then waits to be judged. */
  read(row: FilingRow, given: GivenRow | undefined): void {
    const at = this.#count++
    this.#hands[at] ??= new RowInHand(this.#columns)
    const hand = this.#hands[at]
    this.#entries.take(row)
    hand.begin(row, given, this.#noValues, this.#absent)
    for (let each = 0; each < this.#typed.length; each++) this.#readCell(hand, this.#typed[each]!)
    for (let each = 0; each < this.#computed.length; each++) hand.typedOver[each] = this.#entries.at(this.#computed[each]!.column.at)
  }

  /** Judges the rows that wait. Each formula is run down all of them: what the processor has just done it does faster again. */
  judge(): JudgedRow[] {
    const hands = this.#count === this.#hands.length ? this.#hands : this.#hands.slice(0, this.#count)
    this.#count = 0
    // By counting: an iterator here gives V8 an object to make for every row and formula, two kilobytes a row.
    for (let at = 0; at < hands.length; at++) this.#requireAlways(hands[at]!)
    for (let each = 0; each < this.#computed.length; each++) {
      const one = this.#computed[each]!
      for (let at = 0; at < hands.length; at++) this.#compute(hands[at]!, one, hands[at]!.typedOver[each])
    }
    for (const one of this.#requiredWhen) for (let at = 0; at < hands.length; at++) this.#requireWhere(hands[at]!, one)
    for (const one of this.#rules) for (let at = 0; at < hands.length; at++) this.#applyRule(hands[at]!, one)
    for (const column of this.#placed) for (let at = 0; at < hands.length; at++) this.#comparePlaces(hands[at]!, column)
    for (const column of this.#titles) for (let at = 0; at < hands.length; at++) this.#compareTitle(hands[at]!, column)
    return hands.map((hand) => this.#judged(hand))
  }

  #judged({ row, given, values, seen, failed, found }: RowInHand): JudgedRow {
    const whole = this.#seenWhole.length === 0 ? NOTHING_SEEN : this.#seenWhole.map(({ at }) => seen[at]!)
    return new JudgedRow(this.#shape, row.id, given !== undefined, values, whole, failed ?? NOTHING_FAILED, found ?? NOTHING_FOUND)
  }

  #readCell(hand: RowInHand, column: Column): void {
    // In rows the filer added, only what comes from last period stays the server's.
    const typed = this.#entries.typed(column.at)
    if (column.isCarried && (hand.given !== undefined || column.isContinued)) {
      if (hand.given !== undefined || column.isCoded || typed !== null) this.#bring(hand, column, this.#entries.at(column.at))
      return
    }
    if (typed === null || (typed !== undefined && this.#takePlain(hand, column, typed))) return
    const entry = this.#entries.at(column.at)!
    const reading = column.read(entry)
    if (reading.findings.length > 0) this.#tellRead(hand, column, entry, reading)
    if (reading.value === NIL && !column.nilAllowed) {
      hand.say(column, { code: 'nil-not-allowed', severity: 'error', actual: NIL })
      hand.fail(column.key)
      return
    }
    if (reading.value !== null) hand.keep(column, reading.value)
  }

  #bring(hand: RowInHand, column: Column, entry: Entry | undefined): void {
    const { row, given } = hand
    const { field, key } = column
    const brought = (given && own(given.values, key)) ?? null
    const value = brought ?? (field.rowCode === undefined ? null : rowCode(field.rowCode, this.#context.agency, row.id))
    if (value !== null) hand.keep(column, value)
    // The code of a new row is not in its cell yet.
    if (entry === undefined || (brought !== value && isEmpty(entry))) return
    const said = carriedChanged(column, entry, value, this.#context)
    if (said) hand.say(column, said)
  }

  /** The short way; whether there was nothing to say. */
  #takePlain(hand: RowInHand, column: Column, typed: NonNullable<Entry['value']>): boolean {
    const { at, recent, see } = column
    const text = recent !== null && this.#entries.isText(at) ? (typed as string) : null
    const known = text === null ? null : recent!.find(text)
    if (known !== null) {
      hand.values[at] = known.value
      hand.seen[at] = known.seen
      return true
    }
    const value = column.plain(typed)
    if (value === undefined || value === NIL) return false
    const seen =
      see === null ? null : column.isSeenAsKept ? (value as Result) : column.worth > 0 ? amountIn(column, typed, value) : see(value)
    hand.values[at] = value
    hand.seen[at] = seen
    if (text !== null) recent!.keep({ text, value, seen })
    return true
  }

  #tellRead(hand: RowInHand, column: Column, entry: Entry, reading: Reading): void {
    for (const finding of reading.findings) {
      hand.say(column, saidOfField(finding, column.key, hand.row.id), [entry.value, entry.percent ?? false])
      if (finding.severity === 'error') hand.fail(column.key)
    }
  }

  #requireAlways(hand: RowInHand): void {
    for (let each = 0; each < this.#required.length; each++) {
      const column = this.#required[each]!
      if (hand.values[column.at] !== null) continue
      if (column.isTyped || (hand.given === undefined && !column.isContinued)) this.#requireFilled(hand, column)
    }
  }

  #requireWhere(hand: RowInHand, { column, run, reads }: Worked): void {
    if (hand.values[column.at] !== null || hand.isSpoiled(reads) || run(hand.seen) !== true) return
    this.#requireFilled(hand, column)
    this.#spoilComputed(hand, column.key)
  }

  #requireFilled(hand: RowInHand, column: Column): void {
    if (hand.failed?.has(column.key)) return
    hand.say(column, { code: 'required', severity: 'error', params: { nilAllowed: column.field.nilAllowed ? 1 : 0 } })
    hand.fail(column.key)
  }

  #compute(hand: RowInHand, { column, run, reads }: Worked, entry: Entry | undefined): void {
    if (hand.isSpoiled(reads)) {
      hand.fail(column.key)
      return
    }
    const value = fromRuleValue(column.field.type, run(hand.seen), this.#context.plan.lists)
    if (value !== null) hand.keep(column, value)
    const said = entry === undefined ? null : typedOver(column, entry, value, hand.row.id, this.#context)
    if (said) hand.say(column, said)
  }

  /** What was worked out from a cell that turns out to be missing is not to be built on either. */
  #spoilComputed(hand: RowInHand, key: string): void {
    for (const { column, reads } of this.#computed)
      if (reads.includes(key) || hand.isSpoiled(reads)) {
        hand.fail(column.key)
        hand.values[column.at] = null
      }
  }

  #applyRule(hand: RowInHand, { says, column, run, reads }: Worked & { readonly says: Said }): void {
    if (hand.isSpoiled(reads) || run(hand.seen) === true) return
    hand.say(
      column,
      { ...says, actual: showValue(column.field.type, hand.values[column.at]!, 'vi', this.#context) },
      reads.map((one) => this.#value(hand, one)),
    )
  }

  /** A group is to act where the title names only some of its places. */
  #comparePlaces(hand: RowInHand, column: Column): void {
    const { field, key } = column
    const [title, agencies] = [this.#value(hand, field.placesIn!), this.#value(hand, key)]
    if (typeof title !== 'string' || !Array.isArray(agencies) || hand.isSpoiled([key, field.placesIn!])) return
    const said = narrowerFinding(title, agencies, this.#context)
    if (!said) return
    const isTyped = field.source === 'input' || hand.given === undefined
    const fix = { rowId: hand.row.id, field: key, value: said.expected, shown: said.expected }
    hand.say(column, { ...said, fixes: isTyped ? [fix] : [] }, [title, agencies])
  }

  #compareTitle(hand: RowInHand, column: Column): void {
    if (hand.given !== undefined) return
    const title = hand.values[column.at]
    if (typeof title !== 'string' || hand.isSpoiled([column.key])) return
    const said = titleFinding(title, this.#context)
    if (!said) return
    const fixes = [{ rowId: hand.row.id, field: column.key, value: said.expected, shown: said.expected }]
    hand.say(column, { ...said, fixes }, title)
  }

  #value(hand: RowInHand, key: string): Value {
    return hand.values[this.#at.get(key)!]!
  }
}
