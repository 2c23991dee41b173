// Whether there is nothing to say of a text and nothing to change in it, found in
// one pass over its letters: what nearly all cells hold. false says nothing; then
// clean.ts, legacy-font.ts and mended.ts look closely.
import { legacyText } from './legacy-font.ts'
import { isSuspectWord, mended } from './mended.ts'
import { plainSigns } from './plain-signs.ts'
import { BEHIND, DOUBTFUL, ORDINARY, SIGN, TELLS, UNICODE, WORD } from './sign-tells.ts'

const SPACE = 0x20
const LINE = 0x0a
const LAST_ASCII = 0x7f

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
  const told = plainSigns(text)
  return told === null ? isUneventfulClosely(text, lines) : tellsNothing(text, told)
}

const tellsNothing = (text: string, told: number): boolean => {
  if ((told & WORD) === 0) return false
  const isSigned = (told & SIGN) !== 0
  const isDoubtful = (told & DOUBTFUL) !== 0 ? (told & UNICODE) === 0 || (told & BEHIND) !== 0 : isSigned
  // Codes of web pages stand among whatever letters.
  return !(isDoubtful || (isSigned && text.includes('&'))) || legacyText(text) === null
}

function isUneventfulClosely(text: string, lines: boolean): boolean {
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
  if (word === text.length || text.endsWith('\n')) return false
  if (text.length - word <= 3) torn ||= maybeTorn(text, word, text.length)
  if (torn && mended(text) !== null) return false
  return tellsNothing(text, told)
}
