// A short mark of a text: equal for equal texts, and different, for all that
// matters between honest people, for different ones. Not for security.

const PRIMES = [0x01000193, 0x5bd1e995] as const

/** 64 bits as letters and digits. */
export function digest(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, PRIMES[0])
    b = Math.imul((b ^ code) + (b >>> 13), PRIMES[1])
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36)
}
