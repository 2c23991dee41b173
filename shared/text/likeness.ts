// A number that is the same for all texts that fold the same, found by their first and
// last letters: so that only texts that could be equal are folded and compared.

/** Up to here stand the letters that Vietnamese is written with. */
const COMMON = 0x1f00
/** Letters that are looked at from each end. */
const EACH_END = 8
const STROKED = /[đĐÐðƉɖ]/

/** The letter a to z or digit that a character is once its marks are gone, 0 for everything else. */
function bareOf(character: string): number {
  if (STROKED.test(character)) return 0x111
  const base = character.normalize('NFD').toLowerCase()
  return /^[a-z0-9]/.test(base) ? base.charCodeAt(0) : 0
}

let bare: Uint16Array | undefined

export function likeness(text: string): number {
  bare ??= Uint16Array.from({ length: COMMON }, (_, code) => bareOf(String.fromCharCode(code)))
  // A whole number of 32 bits from the first: else it is kept as a double and turned back at each letter.
  let mixed = 0x811c9dc5 | 0
  for (let at = 0, left = EACH_END; at < text.length && left > 0; at++) {
    const code = text.charCodeAt(at)
    const letter = code < COMMON ? (bare[code] as number) : bareOf(text.charAt(at))
    if (letter === 0) continue
    mixed = Math.imul(mixed ^ letter, 0x01000193)
    left--
  }
  // Numbers and places, by which names in a list differ, mostly stand at the end.
  for (let at = text.length - 1, left = EACH_END; at >= 0 && left > 0; at--) {
    const code = text.charCodeAt(at)
    const letter = code < COMMON ? (bare[code] as number) : bareOf(text.charAt(at))
    if (letter === 0) continue
    mixed = Math.imul(mixed ^ letter, 0x01000193)
    left--
  }
  return mixed
}
