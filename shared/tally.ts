// The totals of a table while its rows pass by, as each field declares: nothing
// but the totals is kept. A rate is Σ numerator over Σ denominator, never a mean of rates.
// What one submission adds can be kept as its share, and shares be joined instead of rows.
import { ExactTotal, type ExactTotalState } from './rule/exact-total.ts'
import { percentOf } from './rule/round-at.ts'
import type { Field, Table } from './template.ts'
import { NIL, type Value } from './value.ts'

export type Values = Readonly<Record<string, Value>>

/** What is kept of a field in a share: whatever its aggregation needs to go on from, as JSON. */
type Kept = Value | ExactTotalState | readonly [ExactTotalState, ExactTotalState] | readonly [boolean, Value]

/** What the rows of one submission add to the totals of its table, by field. */
export type TallyShare = Readonly<Record<string, Kept>>

interface Gatherer<K extends Kept = Kept> {
  add(agency: string, values: Values): void
  /** The rows of one agency at once: what its gatherer said. */
  join(agency: string, kept: K): void
  /** Of rows of one agency alone. */
  kept(): K
  total(): Value
}

interface Sum extends Gatherer<ExactTotalState> {
  total(): number
}

const FIFTEEN_DIGITS = 15

/** Quotients show what people would write down, not what binary fractions leave. */
const clean = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(FIFTEEN_DIGITS)))

function sum(key: string): Sum {
  const total = new ExactTotal()
  return {
    add(_, { [key]: value }) {
      if (typeof value === 'number') total.add(value)
    },
    join: (_, kept) => total.join(kept),
    kept: () => total.state,
    total: () => total.value,
  }
}

function rate({ type }: Field, numerator: string, denominator: string): Gatherer<readonly [ExactTotalState, ExactTotalState]> {
  const [over, under] = [sum(numerator), sum(denominator)]
  return {
    add(agency, values) {
      over.add(agency, values)
      under.add(agency, values)
    },
    join(agency, [overKept, underKept]) {
      over.join(agency, overKept)
      under.join(agency, underKept)
    },
    kept: () => [over.kept(), under.kept()],
    total() {
      if (under.total() === 0) return null
      const quotient = over.total() / under.total()
      // Rates are kept as people read them, 0–100, in percent columns and in decimal ones.
      if (type.kind !== 'percent' && type.kind !== 'decimal') return clean(quotient)
      return percentOf(over.total(), under.total(), type.places)
    },
  }
}

const isGiven = (value: Value | undefined): value is Exclude<Value, null> => value !== null && value !== undefined && value !== NIL

/** A yes, or the code of "Đạt" in a list of assessments. */
const MET: ReadonlySet<Value> = new Set<Value>([true, 'dat'])

/** The code of "Không áp dụng": who says so need not meet it. */
const NOT_OBLIGED = 'khong-ap-dung'

/** "3/5": agencies of whose answers none is a no, of all that gave one about what applies to them. */
function meeting(key: string): Gatherer<boolean | null> {
  const agencies = new Map<string, boolean>()
  const answered = (agency: string, met: boolean) => agencies.set(agency, (agencies.get(agency) ?? true) && met)
  return {
    add(agency, { [key]: value }) {
      if (isGiven(value) && value !== NOT_OBLIGED) answered(agency, MET.has(value))
    },
    join(agency, met) {
      if (met !== null) answered(agency, met)
    },
    kept: () => [...agencies.values()][0] ?? null,
    total: () => `${[...agencies.values()].filter(Boolean).length}/${agencies.size}`,
  }
}

function last(key: string): Gatherer<Value> {
  let found: Value = null
  return {
    add(_, { [key]: value }) {
      if (isGiven(value)) found = value
    },
    join(_, value) {
      found = value ?? found
    },
    kept: () => found,
    total: () => found,
  }
}

/** The one value that all who gave one agree on. */
function singleSource(key: string): Gatherer<readonly [boolean, Value]> {
  let found: Value = null
  let agreed = true
  const gave = (value: Value) => {
    if (found !== null && JSON.stringify(found) !== JSON.stringify(value)) agreed = false
    found ??= value
  }
  return {
    add(_, { [key]: value }) {
      if (isGiven(value)) gave(value)
    },
    join(_, [agreedThere, value]) {
      agreed &&= agreedThere
      if (value !== null) gave(value)
    },
    kept: () => [agreed, found],
    total: () => (agreed ? found : null),
  }
}

/** A share is only ever joined to the tally of the table that it was made of: what was kept fits. */
const erased = <K extends Kept>(one: Gatherer<K>): Gatherer => one as unknown as Gatherer

function gatherer(field: Field): Gatherer | null {
  const { aggregation, key } = field
  switch (aggregation?.by) {
    case 'sum':
      return erased(sum(key))
    case 'rate':
      return erased(rate(field, aggregation.numerator, aggregation.denominator))
    case 'meeting':
      return erased(meeting(key))
    case 'last':
      return erased(last(key))
    case 'single-source':
      return erased(singleSource(key))
    default:
      return null
  }
}

export class Tally {
  readonly #gatherers: readonly (readonly [string, Gatherer])[]

  constructor(table: Table) {
    this.#gatherers = table.fields.flatMap((field) => {
      const one = gatherer(field)
      return one ? [[field.key, one] as const] : []
    })
  }

  add(agency: string, values: Values): void {
    for (const [, one] of this.#gatherers) one.add(agency, values)
  }

  /** Rows of one agency that were tallied by themselves; a field that they say nothing of adds nothing. */
  join(agency: string, share: TallyShare): void {
    for (const [key, one] of this.#gatherers) {
      const kept = share[key]
      if (kept !== undefined) one.join(agency, kept)
    }
  }

  /** Of a tally that has seen rows of one submission alone. */
  share(): TallyShare {
    return Object.fromEntries(this.#gatherers.map(([key, one]) => [key, one.kept()]))
  }

  /** Fields that are only appended have none. */
  totals(): Record<string, Value> {
    return Object.fromEntries(this.#gatherers.map(([key, one]) => [key, one.total()]))
  }
}
