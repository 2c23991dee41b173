// Sums of what people typed: however many decimal amounts are added, the total
// is the one that pencil and paper give, within Excel's 15 digits.

/** Sum, what rounding lost of it, and the largest number on the way: enough to go on adding elsewhere. */
export type ExactTotalState = readonly [sum: number, lost: number, largest: number]

/** Neumaier's compensated sum, then rounded to 15 digits of the largest number on the way. */
export class ExactTotal {
  #sum = 0
  #lost = 0
  #largest = 0

  add(number: number): void {
    const next = this.#sum + number
    this.#lost += Math.abs(this.#sum) >= Math.abs(number) ? this.#sum - next + number : number - next + this.#sum
    this.#sum = next
    this.#largest = Math.max(this.#largest, Math.abs(this.#sum), Math.abs(number))
  }

  /** Another total's numbers, as if each of them came. */
  join([sum, lost, largest]: ExactTotalState): void {
    this.add(sum)
    this.#lost += lost
    this.#largest = Math.max(this.#largest, largest)
  }

  get state(): ExactTotalState {
    return [this.#sum, this.#lost, this.#largest]
  }

  get value(): number {
    const total = this.#sum + this.#lost
    const places = this.#largest === 0 ? 0 : 14 - Math.floor(Math.log10(this.#largest))
    return Number.isFinite(total) && places > 0 && places <= 100 ? Number(total.toFixed(places)) : this.#sum
  }
}

export function exactTotal(numbers: readonly number[]): number {
  const total = new ExactTotal()
  for (const number of numbers) total.add(number)
  return total.value
}
