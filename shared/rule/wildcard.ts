// Excel's wildcards in criteria, lookups and SEARCH: ? one character, * any, ~ means
// that the next character is itself, whatever it is. Runs without backtracking blow-up.

/** One step of a pattern: a character, any character, or any run of them. */
type Step = string | typeof ONE | typeof RUN
const ONE = Symbol('?')
const RUN = Symbol('*')

export function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = []
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string
    const next = pattern[at + 1]
    if (char === '~' && next !== undefined) {
      steps.push(next)
      at++
    } else steps.push(char === '?' ? ONE : char === '*' ? RUN : char)
  }
  return steps
}

/** Whether the whole text is what the pattern says; both folded alike by the caller. */
export function matches(text: string, steps: readonly Step[]): boolean {
  let [at, step] = [0, 0]
  let [runStep, runAt] = [-1, 0]
  while (at < text.length) {
    if (step < steps.length && steps[step] !== RUN && (steps[step] === ONE || steps[step] === text[at])) {
      at++
      step++
    } else if (steps[step] === RUN) {
      runStep = step++
      runAt = at
    } else if (runStep >= 0) {
      step = runStep + 1
      at = ++runAt
    } else return false
  }
  while (steps[step] === RUN) step++
  return step === steps.length
}

/** Where the pattern first occurs in the text from a position on, -1 where it does not. */
export function find(text: string, steps: readonly Step[], from: number): number {
  if (steps.every((step) => typeof step === 'string')) return text.indexOf(steps.join(''), from)
  const pieces: Step[][] = [[]]
  for (const step of steps) {
    if (step === RUN) pieces.push([])
    else pieces.at(-1)?.push(step)
  }
  const seek = (piece: readonly Step[], start: number) => {
    for (let at = start; at + piece.length <= text.length; at++)
      if (piece.every((step, offset) => step === ONE || step === text[at + offset])) return at
    return -1
  }
  const [first = [], ...others] = pieces
  const found = seek(first, from)
  let at = found + first.length
  // What does not follow the first place where the beginning fits follows no later one either.
  for (const piece of others) {
    const next = found < 0 ? -1 : seek(piece, at)
    if (next < 0) return -1
    at = next + piece.length
  }
  return found
}
