// The figures of a summary while what they count passes by: each with its sum and with how
// many things it counts. Only the things of one figure are kept, so that memory does not grow with the number of agencies.
import { ExactTotal } from '../rule/exact-total.ts'
import type { FigurePlace } from '../wire-province.ts'

/** In the place of the row: the total of all rows of a table. */
export const TOTAL_ROW = '*'

export const figureId = (table: string, row: string, field: string): string => `${table}.${row}.${field}`

interface Figure {
  readonly sum: ExactTotal
  count: number
}

/** Of each figure sum, what rounding lost of it, the largest number on the way, and how many things; one number where there were so many of one each. */
export type LedgerFigures = Readonly<Record<string, number | readonly [sum: number, lost: number, largest: number, count: number]>>

export class Ledger {
  readonly #wanted: ReadonlySet<string>
  readonly #figures = new Map<string, Figure>()
  readonly places: FigurePlace[] = []

  /** `wanted`: the figures whose places are kept. */
  constructor(wanted: readonly string[]) {
    this.#wanted = new Set(wanted)
  }

  add(id: string, amount: number, place: () => FigurePlace): void {
    const figure = this.#figure(id)
    figure.sum.add(amount)
    figure.count++
    if (this.#wanted.has(id)) this.places.push(place())
  }

  /** What was counted, to go on with elsewhere. */
  get figures(): LedgerFigures {
    return Object.fromEntries(
      [...this.#figures].map(([id, { sum, count }]) => {
        const [total, lost, largest] = sum.state
        return [id, total === count && lost === 0 ? count : [total, lost, largest, count]]
      }),
    )
  }

  /** What another one counted, as if each of it came. */
  join(figures: LedgerFigures): void {
    for (const [id, kept] of Object.entries(figures)) {
      const [total, lost, largest, count] = typeof kept === 'number' ? [kept, 0, kept, kept] : kept
      const figure = this.#figure(id)
      figure.sum.join([total, lost, largest])
      figure.count += count
    }
  }

  #figure(id: string): Figure {
    const known = this.#figures.get(id)
    if (known) return known
    const figure = { sum: new ExactTotal(), count: 0 }
    this.#figures.set(id, figure)
    return figure
  }

  sum(id: string): number {
    return this.#figures.get(id)?.sum.value ?? 0
  }

  count(id: string): number {
    return this.#figures.get(id)?.count ?? 0
  }
}
