// Text that was stored as UTF-8 and read as if it were in a Windows code page:
// "Há»™i nghá»‹" for "Hội nghị"; and text whose letters were lost on the way, "S� Th�ng tin".
// Takes only what cannot be anything else. Knows no fonts: legacy-font.ts.
import { isSyllable } from './syllable.ts'

/** What Windows-1252 shows for the bytes 0x80 to 0x9F; five of them mean nothing and stay control characters. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'
const BYTES = new Map([...HIGH].map((sign, at) => [sign, String.fromCharCode(0x80 + at)]))
/** Where the Vietnamese code page 1258 shows something else for a byte with which a letter begins. */
BYTES.set('Ă', '\u00C3')
BYTES.set('\u0300', '\u00CC')

const LOST = '\uFFFD'
/** A letter's first sign with one that only follows: cheap to look for, and rare in any text. */
const MAYBE = /\uFFFD|(?:[\u0102\u00C2-\u00C6\u00CC\u00CD\u00E1\u00E2]|\u0300)[\u0080-\u00BF\u0152-\u0192\u02C6\u02DC\u2013-\u2122]/
/** Vietnamese letters that no Windows-1252 text has. */
const UNICODE_ONLY = /[\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/
/** Letters that are Unicode for certain: beside them only these signs arouse suspicion. */
const BESIDE = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]/
const SIGN = /[\u00A1-\u00BF]/

// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes, not characters.
const WHOLE = /^(?:[\x00-\x7F]|[\xC2-\xDF][\x80-\xBF]|[\xE1-\xEF][\x80-\xBF]{2})*$/
const SEQUENCE = /[\xC2-\xDF][\x80-\xBF]|[\xE1-\xEF][\x80-\xBF]{2}/g
/** The sequences of ả, ấ, ộ …: three signs that mean nothing together in any other text. */
const VIETNAMESE = /\xE1[\xBA\xBB][\x80-\xBF]/
/** Signs that stand behind each other in no other text: "Ã´", "Æ°", "Ä‘", or three of one letter. */
const EVIDENT =
  /\xC3[\xA1-\xA8\xAA\xAC\xB1\xB4-\xBA\xBC-\xBF]|[\xC4\xC5][\x82\x83\x90\x91\xA8\xA9]|\xC6[\xA0\xA1\xAF\xB0]|\xE1[\xBA\xBB][\x80-\xBF]/
/** Letters of Vietnamese with what may follow them in print: "NGÃ”" may have ended a quotation, "MÃ™" been a trade mark. */
const PUNCTUATION = /[\xC2\xC3\xCC\xCD][\x82\x84\x85\x8B\x91-\x97\x99\x9B\xA0\xA9\xAB\xAE\xB0\xB2\xB3\xBB]/

/** Vietnamese letters, loose marks, and signs that people type or that were misread before. */
const EXPECTED =
  /^(?:[\u0080-\u00FF\u0102\u0103\u0110\u0111\u0128\u0129\u0152-\u0192\u01A0\u01A1\u01AF\u01B0]|[\u0300-\u0303\u0306\u0309\u031B\u0323]|[\u02C6\u02DC\u1EA0-\u1EF9\u2010-\u203A\u20AB\u20AC\u2122\u2264\u2265\uFEFF])$/

function bytesOf(text: string): string | null {
  let bytes = ''
  for (const sign of text) {
    const byte = BYTES.get(sign) ?? (sign <= '\u00FF' ? sign : null)
    if (byte === null) return null
    bytes += byte
  }
  // Of the letters that begin like Đ only Đ has a second byte that means nothing and is often dropped.
  return bytes.replace(/\xC4(?![\x80-\xBF])/g, '\xC4\x90')
}

const letterOf = (sequence: string): string => {
  const [first, second, third] = [...sequence].map((byte) => byte.charCodeAt(0)) as [number, number, number?]
  if (third === undefined) return String.fromCharCode(((first & 0x1f) << 6) | (second & 0x3f))
  return String.fromCharCode(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f))
}

/** What was misread was sometimes misread again on the next machine. */
const MOST_OFTEN = 3

/** So many can be no chance, whatever the words are. */
const ENOUGH = 3

/** null where it is not certain. */
function decoded(text: string, times = MOST_OFTEN): string | null {
  if (times === 0 || UNICODE_ONLY.test(text)) return null
  const bytes = bytesOf(text)
  if (bytes === null || !WHOLE.test(bytes)) return null
  const sequences = bytes.match(SEQUENCE) ?? []
  if (sequences.length === 0 || !sequences.every((one) => EXPECTED.test(letterOf(one)))) return null
  const plain = bytes.replace(SEQUENCE, letterOf)
  const again = decoded(plain, times - 1)
  if (again !== null || VIETNAMESE.test(bytes)) return again ?? plain
  const words = (plain.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => /[^A-Za-z]/.test(word))
  const clear = sequences.filter((one) => !PUNCTUATION.test(one)).length
  return clear >= ENOUGH || (clear > 0 && words.every(isSyllable)) ? plain : null
}

/** null: nothing of it was misread. `converted` is null where it cannot be told what stood there. */
export function misreadText(text: string): { readonly converted: string | null } | null {
  if (!MAYBE.test(text)) return null
  if (text.includes(LOST)) return { converted: null }
  const converted = decoded(text)
  if (converted !== null) return { converted }
  // Beside other text, or with signs that went missing: told, but not guessed at.
  if (BESIDE.test(text) && !SIGN.test(text)) return null
  return EVIDENT.test(text.replace(/./gu, (sign) => BYTES.get(sign) ?? (sign <= '\u00FF' ? sign : ' '))) ? { converted: null } : null
}

/** "H?i ngh? t?ng k?t": every letter that the code page does not have became a question mark. Addresses hold such signs as well. */
export const hasLostLetters = (text: string): boolean =>
  text.includes('?') && !/[=/]/.test(text) && (text.match(/\p{L}\?(?=\p{L})/gu)?.length ?? 0) > 1
