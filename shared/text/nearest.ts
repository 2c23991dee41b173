// The one candidate that a mistyped word was probably meant to be. For offers
// only: nothing is ever taken because it is near.

/** Edits between two words, counted up to `most`; a swap of neighbours is one edit. */
export function edits(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row++) {
    const line = [row]
    let least = row
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1]
      let count = Math.min((last[column] as number) + 1, (line[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1))
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        count = Math.min(count, (before[column - 2] as number) + 1)
      line.push(count)
      least = Math.min(least, count)
    }
    if (least > most) return most + 1
    before = last
    last = line
  }
  return last[to.length] as number
}

/** One edit for about six letters; none in very short words. */
export const tolerance = (key: string): number => (key.length < 4 ? 0 : Math.min(4, Math.max(1, Math.floor(key.length / 6))))

/** null where nothing is near, or two things are equally near. */
export function nearest<T>(key: string, candidates: readonly (readonly [string, T])[]): T | null {
  let least = tolerance(key) + 1
  let best: T | null = null
  let tied = false
  for (const [candidate, value] of candidates) {
    const count = edits(key, candidate, least)
    if (count < least) {
      least = count
      best = value
      tied = false
    } else if (count === least && best !== null && value !== best) tied = true
  }
  return tied ? null : best
}
