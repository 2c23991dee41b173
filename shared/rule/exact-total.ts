// Sums of what people typed: however many decimal amounts are added, the total
// is the one that pencil and paper give, within Excel's 15 digits.

/** Neumaier's compensated sum, then rounded to 15 digits of the largest number on the way. */
export function exactTotal(numbers: readonly number[]): number {
  let [sum, lost, largest] = [0, 0, 0]
  for (const number of numbers) {
    const next = sum + number
    lost += Math.abs(sum) >= Math.abs(number) ? sum - next + number : number - next + sum
    sum = next
    largest = Math.max(largest, Math.abs(sum), Math.abs(number))
  }
  const total = sum + lost
  const places = largest === 0 ? 0 : 14 - Math.floor(Math.log10(largest))
  return Number.isFinite(total) && places > 0 && places <= 100 ? Number(total.toFixed(places)) : sum
}
