// A number that is the same for all texts that fold the same, found in one pass
// over the letters: so that only texts that could be equal are folded and compared.

/** Up to here stand the letters that Vietnamese is written with. */
const COMMON = 0x1f00
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
  let mixed = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const letter = code < COMMON ? (bare[code] as number) : bareOf(text.charAt(at))
    if (letter !== 0) mixed = Math.imul(mixed ^ letter, 0x01000193)
  }
  return mixed
}
