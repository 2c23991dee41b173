// The one candidate that a mistyped word was probably meant to be. For offers
// only: nothing is ever taken because it is near.

/** Room for three rows of the table, used again and again. */
let rows: [number[], number[], number[]] = [[], [], []]
function rowsOf(width: number): [number[], number[], number[]] {
  const [first] = rows
  if (first.length < width) rows = [new Array<number>(width).fill(0), new Array<number>(width).fill(0), new Array<number>(width).fill(0)]
  return rows
}

/** Edits between two words, counted up to `most`; a swap of neighbours is one edit. Only the cells that `most` edits can reach are looked at. */
export function edits(from: string, to: string, most: number): number {
  const far = most + 1
  if (Math.abs(from.length - to.length) > most) return far
  const width = to.length + 1
  let [before, last, line] = rowsOf(width)
  for (let at = 0; at < width; at++) {
    before[at] = far
    last[at] = Math.min(at, far)
    line[at] = far
  }
  for (let row = 1; row <= from.length; row++) {
    const [first, end] = [Math.max(1, row - most), Math.min(to.length, row + most)]
    line[first - 1] = first === 1 ? Math.min(row, far) : far
    let least = line[first - 1] as number
    const letter = from.charCodeAt(row - 1)
    for (let column = first; column <= end; column++) {
      const other = to.charCodeAt(column - 1)
      let count = Math.min(
        (last[column] as number) + 1,
        (line[column - 1] as number) + 1,
        (last[column - 1] as number) + (letter === other ? 0 : 1),
        far,
      )
      if (row > 1 && column > 1 && letter === to.charCodeAt(column - 2) && from.charCodeAt(row - 2) === other)
        count = Math.min(count, (before[column - 2] as number) + 1)
      line[column] = count
      least = Math.min(least, count)
    }
    if (end < to.length) line[end + 1] = far
    if (least > most) return far
    ;[before, last, line] = [last, line, before]
  }
  return Math.min(last[to.length] as number, far)
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
