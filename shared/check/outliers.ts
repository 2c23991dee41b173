// Amounts a thousand times what the column usually holds: typed in đồng, or in
// nghìn, where triệu was meant (rule R11). Kept until the column changes.
import type { CheckContext } from '../check-context.ts'
import { cellValue, showValue } from '../field/field.ts'
import type { FieldType } from '../template.ts'
import type { Value } from '../value.ts'
import type { Column } from './columns.ts'
import type { Said } from './found.ts'
import type { Line } from './line.ts'
import type { Change } from './seen-columns.ts'

type Money = Extract<FieldType, { kind: 'money' }>

interface Outlier {
  /** Position among the counted rows; which line stands there may be another at the next check. */
  readonly at: number
  readonly dong: number
  /** The amount as it was probably meant. */
  readonly meant: number
}

const FAR = 1000
/** Between two amounts nobody can tell which is the strange one. */
const FEWEST = 3

export function medianOf(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const amountOf = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

/** Whether half of the amounts are as small as the median must be for the largest to be strange: cheaper than sorting them. */
function mayHoldOutlier(amounts: Float64Array): boolean {
  let [count, most, small] = [0, 0, 0]
  let least = Infinity
  for (let at = 0; at < amounts.length; at++) {
    const dong = amounts[at]!
    if (!(dong > 0)) continue
    count++
    if (dong > most) most = dong
    if (dong < least) least = dong
  }
  const limit = most / FAR
  if (count < FEWEST || least > limit) return false
  for (let at = 0; at < amounts.length; at++) if (amounts[at]! > 0 && amounts[at]! <= limit) small++
  return 2 * small >= count
}

/** Which of a thousandth and a millionth lies nearer to what the column usually holds. */
const nearer = (dong: number, median: number): number => {
  const distance = (amount: number) => Math.abs(Math.log(amount / median))
  return distance(dong / 1e3) <= distance(dong / 1e6) ? dong / 1e3 : dong / 1e6
}

export class Outliers {
  readonly column: Column
  /** Of the counted rows; 0 where none was typed. */
  #amounts = new Float64Array(0)
  #found: readonly Outlier[] | null = null

  constructor(column: Column) {
    this.column = column
  }

  /** Rows came, went or changed places: they are to be taken anew, at most so many. */
  begin(most: number): void {
    this.#amounts = new Float64Array(most)
    this.#found = null
  }

  take({ index, judged }: Line): void {
    this.#amounts[index] = amountOf(judged!.values[this.column.at])
  }

  replace(index: number, { before, after }: Change): void {
    const { at } = this.column
    if (before.values[at] === after.values[at]) return
    this.#amounts[index] = amountOf(after.values[at])
    this.#found = null
  }

  found(): readonly Outlier[] {
    if (this.#found) return this.#found
    if (!mayHoldOutlier(this.#amounts)) {
      this.#found = []
      return this.#found
    }
    const amounts = [...this.#amounts]
    const median = medianOf(amounts.filter((dong) => dong > 0))
    this.#found = amounts.flatMap((dong, at) =>
      dong > 0 && dong >= FAR * median ? [{ at, dong, meant: Math.round(nearer(dong, median)) }] : [],
    )
    return this.#found
  }

  says({ dong, meant }: Outlier, rowId: string, context: CheckContext): Said {
    const type = this.column.field.type as Money
    const show = (amount: number) => showValue(type, amount, 'vi', context)
    const fix = (amount: number) => ({
      ...{ rowId, field: this.column.key, value: cellValue(type, amount, context), shown: show(amount) },
    })
    return {
      ...{ code: 'thousandfold', severity: 'warning', actual: show(dong) },
      params: {
        first: show(dong),
        second: show(meant),
        unit: type.unit,
        dong: showValue({ kind: 'money', unit: 'dong' }, dong, 'vi', context),
      },
      fixes: [fix(meant), { ...fix(dong), confirms: true }],
    }
  }
}

export const isWatched = ({ field }: Column): boolean =>
  field.type.kind === 'money' && field.type.unit !== 'dong' && field.source === 'input'
