// A function of a text that keeps its last answers: columns repeat the same few
// texts thousands of times. For pure functions only; forgets everything when full.

const LIMIT = 2000
/** Longer texts are prose and do not come back. */
const LONGEST = 200

export function remembered<T>(find: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    if (text.length > LONGEST) return find(text)
    const answer = known.get(text)
    if (answer !== undefined) return answer
    const found = find(text)
    if (known.size >= LIMIT) known.clear()
    known.set(text, found)
    return found
  }
}
