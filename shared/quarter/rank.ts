// Places in a ranking: equals share one, and the next comes after all of them (1, 2, 2, 4).

/** `better` is negative where the first comes before the second. In the order of what is given. */
export function ranks<T>(all: readonly T[], better: (one: T, other: T) => number): number[] {
  const sorted = all.toSorted(better)
  const rank = new Map<T, number>()
  sorted.forEach((one, at) => {
    const before = sorted[at - 1]
    rank.set(one, before !== undefined && better(before, one) === 0 ? rank.get(before)! : at + 1)
  })
  return all.map((one) => rank.get(one)!)
}
