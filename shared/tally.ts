// The totals of a table while its rows pass by, as each field declares: nothing
// but the totals is kept. A rate is Σ numerator over Σ denominator, never a mean of rates.
import { ExactTotal } from './rule/exact-total.ts'
import type { Field, Table } from './template.ts'
import { NIL, type Value } from './value.ts'

export type Values = Readonly<Record<string, Value>>

interface Gatherer {
  add(agency: string, values: Values): void
  total(): Value
}

interface Sum extends Gatherer {
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
    total: () => total.value,
  }
}

function rate({ type }: Field, numerator: string, denominator: string): Gatherer {
  const [over, under] = [sum(numerator), sum(denominator)]
  return {
    add(agency, values) {
      over.add(agency, values)
      under.add(agency, values)
    },
    total() {
      if (under.total() === 0) return null
      const quotient = over.total() / under.total()
      // Rates are kept as people read them, 0–100, in percent columns and in decimal ones.
      if (type.kind !== 'percent' && type.kind !== 'decimal') return clean(quotient)
      const scale = 10 ** type.places
      return Math.round(clean(quotient * 100) * scale) / scale
    },
  }
}

const isGiven = (value: Value | undefined): value is Exclude<Value, null> => value !== null && value !== undefined && value !== NIL

/** A yes, or the code of "Đạt" in a list of assessments. */
const MET: ReadonlySet<Value> = new Set<Value>([true, 'dat'])

/** "3/5": agencies of whose answers none is a no, of all that answered. */
function meeting(key: string): Gatherer {
  const agencies = new Map<string, boolean>()
  return {
    add(agency, { [key]: value }) {
      if (isGiven(value)) agencies.set(agency, (agencies.get(agency) ?? true) && MET.has(value))
    },
    total: () => `${[...agencies.values()].filter(Boolean).length}/${agencies.size}`,
  }
}

function last(key: string): Gatherer {
  let found: Value = null
  return {
    add(_, { [key]: value }) {
      if (isGiven(value)) found = value
    },
    total: () => found,
  }
}

/** The one value that all who gave one agree on. */
function singleSource(key: string): Gatherer {
  let found: Value = null
  let agreed = true
  return {
    add(_, { [key]: value }) {
      if (!isGiven(value)) return
      if (found !== null && JSON.stringify(found) !== JSON.stringify(value)) agreed = false
      found ??= value
    },
    total: () => (agreed ? found : null),
  }
}

function gatherer(field: Field): Gatherer | null {
  const { aggregation, key } = field
  switch (aggregation?.by) {
    case 'sum':
      return sum(key)
    case 'rate':
      return rate(field, aggregation.numerator, aggregation.denominator)
    case 'meeting':
      return meeting(key)
    case 'last':
      return last(key)
    case 'single-source':
      return singleSource(key)
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

  /** Fields that are only appended have none. */
  totals(): Record<string, Value> {
    return Object.fromEntries(this.#gatherers.map(([key, one]) => [key, one.total()]))
  }
}
