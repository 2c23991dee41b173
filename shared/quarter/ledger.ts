// The figures of a summary while what they count passes by: each with its sum and with how
// many things it counts. Only the things of one figure are kept, so that memory does not grow with the number of agencies.
import { ExactTotal } from '../rule/exact-total.ts'
import type { FigurePlace } from '../wire-province.ts'

export const figureId = (table: string, row: string, field: string): string => `${table}.${row}.${field}`

interface Figure {
  readonly sum: ExactTotal
  count: number
}

export class Ledger {
  readonly #wanted: ReadonlySet<string>
  readonly #figures = new Map<string, Figure>()
  readonly places: FigurePlace[] = []

  /** `wanted`: the figures whose places are kept. */
  constructor(wanted: readonly string[]) {
    this.#wanted = new Set(wanted)
  }

  add(id: string, amount: number, place: () => FigurePlace): void {
    let figure = this.#figures.get(id)
    if (!figure) {
      figure = { sum: new ExactTotal(), count: 0 }
      this.#figures.set(id, figure)
    }
    figure.sum.add(amount)
    figure.count++
    if (this.#wanted.has(id)) this.places.push(place())
  }

  sum(id: string): number {
    return this.#figures.get(id)?.sum.value ?? 0
  }

  count(id: string): number {
    return this.#figures.get(id)?.count ?? 0
  }
}
