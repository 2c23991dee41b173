// Whether there is nothing to say of a text and nothing to change in it, found in
// one pass over its letters: what nearly all cells hold. false says nothing; then
// clean.ts, legacy-font.ts and mended.ts look closely.
import { legacyText } from './legacy-font.ts'
import { isSuspectWord, mended } from './mended.ts'

/** What a sign of ordinary text tells. */
const ORDINARY = 1
/** A letter or digit: the text is more than dashes and dots. */
const WORD = 2
/** What TCVN3 and VNI write their letters with as well. */
const DOUBTFUL = 4
/** A Vietnamese letter that only Unicode text has. */
const UNICODE = 8
/** Written behind a letter, what VIQR makes its marks of, and what lost letters become. */
const SIGN = 16
/** What stands behind a letter where UTF-8 was misread. */
const BEHIND = 32

const SPACE = 0x20
const LINE = 0x0a
const LAST_ASCII = 0x7f

/** By code. ASCII, precomposed Vietnamese and common typographic signs; without eth and the African d, which look like Đ. */
const TELLS = new Uint8Array(0x2700)
const add = (tells: number, ...ranges: readonly (readonly [from: number, to: number])[]) => {
  for (const [from, to] of ranges) for (let code = from; code <= to; code++) TELLS[code]! |= tells
}
add(ORDINARY, [0x20, 0x7e], [0xa1, 0xac], [0xae, 0xcf], [0xd1, 0xef], [0xf1, 0x131], [0x134, 0x17f], [0x1a0, 0x1a1], [0x1af, 0x1b0])
add(ORDINARY, [0x1ea0, 0x1ef9], [0x2010, 0x2027], [0x2030, 0x203a], [0x20ab, 0x20ab], [0x2264, 0x2265])
add(WORD, [0x30, 0x39], [0x41, 0x5a], [0x61, 0x7a], [0xc0, 0xcf], [0xd1, 0xd6], [0xd8, 0xef], [0xf1, 0xf6], [0xf8, 0x131], [0x1ea0, 0x1ef9])
add(DOUBTFUL, [0xa1, 0xff])
add(BEHIND, [0xa1, 0xbf])
add(UNICODE, [0x102, 0x103], [0x110, 0x111], [0x128, 0x129], [0x168, 0x169], [0x1a0, 0x1a1], [0x1af, 0x1b0], [0x1ea0, 0x1ef9])
for (const sign of '^+(?') add(SIGN, [sign.charCodeAt(0), sign.charCodeAt(0)])

const codes = (letters: string): Uint8Array => {
  const of = new Uint8Array(LAST_ASCII)
  for (const letter of letters) of[letter.charCodeAt(0)] = 1
  return of
}
const [OPENS_CLUSTER, CLOSES_CLUSTER] = [codes('ngtcpk'), codes('gh')]

/** A lone accented letter, or two consonants that begin or end a syllable: a syllable may have been torn there. */
function maybeTorn(text: string, from: number, end: number): boolean {
  const first = text.charCodeAt(from)
  const maybe = end - from === 1 ? first > LAST_ASCII : OPENS_CLUSTER[first] === 1 && CLOSES_CLUSTER[text.charCodeAt(from + 1)] === 1
  return maybe && isSuspectWord(text, from, end)
}

/** The end of a line that stays one: no spaces beside it, no third one in a row. */
const isLineEnd = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  return at > 0 && before !== SPACE && (before !== LINE || text.charCodeAt(at - 2) !== LINE)
}

/** `lines`: whether the text may have several. */
export function isUneventful(text: string, lines = false): boolean {
  let told = 0
  let torn = false
  let word = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Nothing is told of what lies beyond the table.
    const tells = TELLS[code]!
    if ((tells & ORDINARY) === 0) {
      if (lines && code === LINE && isLineEnd(text, at)) continue
      return false
    }
    told |= tells
    if (code !== SPACE) continue
    // Spaces at the beginning of a line and doubled ones go.
    if (at === word || text.charCodeAt(at - 1) === LINE) return false
    if (at - word <= 3) torn ||= maybeTorn(text, word, at)
    word = at + 1
  }
  if (word === text.length || (told & WORD) === 0 || text.endsWith('\n')) return false
  if (text.length - word <= 3) torn ||= maybeTorn(text, word, text.length)
  if (torn && mended(text) !== null) return false
  const isDoubtful = (told & DOUBTFUL) !== 0 ? (told & UNICODE) === 0 || (told & BEHIND) !== 0 : (told & SIGN) !== 0
  return !isDoubtful || legacyText(text) === null
}
