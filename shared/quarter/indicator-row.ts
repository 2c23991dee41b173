// One indicator for the whole province: Σ numerators over Σ denominators, never a mean of
// rates; what every agency must do by itself has been done where the weakest agency has.
import type { Assignment } from '../assignment.ts'
import { percentOf, roundAt } from '../rule/round-at.ts'
import type { Value } from '../value.ts'
import { figureId, type Ledger } from './ledger.ts'
import type { QuarterCount } from './quarter-count.ts'
import type { QuarterSource } from './source.ts'

type Values = Record<string, Value>

/** As the assessment of the report's own formula has it; null where there is no result. */
function assessed({ into, indicators }: QuarterSource, values: Values): Value {
  const [result, target] = [values[into.indicators.result], values[into.indicators.target]]
  if (typeof result !== 'number' || typeof target !== 'number') return null
  const asked = values[indicators.operator]
  const isCount = values[indicators.kind] !== indicators.rate
  const holds =
    (asked === indicators.above && result > target) ||
    (asked === indicators.atMost && result <= target) ||
    (asked === indicators.exactly && isCount && result === target) ||
    (asked !== indicators.above && asked !== indicators.atMost && !(asked === indicators.exactly && isCount) && result >= target)
  return holds ? indicators.isMet : indicators.isNotMet
}

/**
 * Four places in percent. What misses or passes the target by less than that is not rounded onto it: whoever reads the
 * result, and the formula of the report, then judges it as it is.
 */
function rateOf(over: number, under: number, target: Value | undefined): number | null {
  const rounded = percentOf(over, under, 4)
  if (rounded === null || rounded !== target) return rounded
  // Targets have two places: this is exact.
  const past = 10_000 * over - Math.round(100 * rounded) * under
  return roundAt(rounded + Math.sign(past) / 10_000, 4)
}

function resultOf(source: QuarterSource, one: Assignment, count: QuarterCount, ledger: Ledger): number | null {
  const of = (name: string) => ledger.sum(figureId(source.into.indicators.table, one.rowId, name))
  const under = of('denominator')
  if (under > 0) return rateOf(of('numerator'), under, one.values[source.into.indicators.target])
  const extremes = count.extremesOf(one.rowId)
  if (!extremes) return null
  return one.values[source.indicators.operator] === source.indicators.atMost ? extremes.highest : extremes.lowest
}

/** `owed` is how many agencies had to report it. */
export function indicatorValues(source: QuarterSource, one: Assignment, owed: number, count: QuarterCount, ledger: Ledger): Values {
  const into = source.into.indicators
  const reported = ledger.count(figureId(into.table, one.rowId, into.reported))
  const values: Values = { ...one.values, [into.reported]: reported, [into.owed]: owed }
  values[into.result] = resultOf(source, one, count, ledger)
  values[into.met] = assessed(source, values)
  const extremes = count.extremesOf(one.rowId)
  const notes = [
    ...(extremes && owed > 1 ? [`${extremes.met}/${extremes.said} cơ quan đạt mục tiêu`] : []),
    ...(reported < owed ? [`Còn ${owed - reported} cơ quan chưa báo cáo`] : []),
  ]
  values[into.note] = notes.length > 0 ? notes.join('; ') : null
  return values
}
