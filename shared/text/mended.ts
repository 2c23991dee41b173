// Syllables torn by recognition software, put together again (rule R20). Looks at
// spelling alone: a piece is joined to its neighbours only where the whole can be a Vietnamese syllable.
import { isSyllable } from './syllable.ts'

const VOWELS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
/** Accented vowels that are words by themselves. */
const WORDS = 'ởýàạ'
/** Beginnings and ends of syllables that are no word, no unit and no abbreviation. */
const CLUSTERS = 'ngh|ng|nh|th|ch|ph|kh|gh'
const LONE = new RegExp(`^[${VOWELS}]$`, 'i')
const CLUSTER = new RegExp(`^(?:${CLUSTERS})$`)

/** Signs that stand behind a word without a space. */
const CLOSING = /[.,;:!?)”]{1,3}$/

const clusters = new Set(CLUSTERS.split('|'))
const wordCodes = new Set([...WORDS].map((letter) => letter.charCodeAt(0)))

/**
 * Whether a word is one accented letter or a cluster: looked for in every text, so without a pattern. Letters that
 * are words arouse it only before a short word that is no syllable.
 */
function isSuspect(text: string): boolean {
  for (let from = 0; from < text.length; ) {
    const end = endOfWord(text, from)
    if (isSuspectWord(text, from, end)) return true
    from = end + 1
  }
  return false
}

/** Of one word of a text, by where it begins and ends. */
export function isSuspectWord(text: string, from: number, end: number): boolean {
  if (end - from > 1) return end - from <= 3 && clusters.has(text.slice(from, end))
  const code = text.charCodeAt(from)
  return code > 0x7f && (!wordCodes.has(code) || isPieceAt(text, end + 1))
}

function isPieceAt(text: string, from: number): boolean {
  const end = endOfWord(text, from)
  return end - from <= 3 && !isSyllable(text.slice(from, end))
}

function endOfWord(text: string, from: number): number {
  const space = text.indexOf(' ', from)
  return space < 0 ? text.length : space
}

const isLetters = (word: string | undefined): word is string => word !== undefined && /^\p{L}+$/u.test(word)
/** What can only be a piece of a syllable; an abbreviation in capitals is none. */
const isPiece = (word: string | undefined): word is string =>
  isLetters(word) && (word.length === 1 || (word.length <= 3 && !isSyllable(word) && !/^\p{Lu}+$/u.test(word)))

/** How the torn syllable around a word is whole again, and from which word to which; null where it is not torn. */
function joined(words: readonly string[], at: number): { whole: string; from: number; to: number } | null {
  const [before, word] = [words[at - 1], words[at] as string]
  const [after, next] = [words[at + 1], words[at + 2]].map((one) => one?.replace(CLOSING, ''))
  const join = (from: number, to: number) => ({ whole: words.slice(from, to + 1).join(''), from, to })
  const ways = []
  if (CLUSTER.test(word)) {
    if (isLetters(after) && after.length <= 2 && isLetters(next) && next.length <= 3) ways.push(join(at, at + 2))
  } else if (LONE.test(word) && (!WORDS.includes(word.toLowerCase()) || (isPiece(after) && !isSyllable(after)))) {
    if (isLetters(before) && isPiece(after)) ways.push(join(at - 1, at + 1))
    if (isPiece(before)) ways.push(join(at - 1, at))
    if (isPiece(after)) ways.push(join(at, at + 1))
  }
  return ways.find(({ whole }) => isSyllable(whole.replace(CLOSING, ''))) ?? null
}

/** "Th á ng 8" → "Tháng 8": syllables torn by recognition software (rule R20); null where nothing is torn. */
export function mended(text: string): string | null {
  if (!isSuspect(text)) return null
  const words = text.split(' ')
  let changed = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const join = word.length <= 3 && isSuspect(word) ? joined(words, at) : null
    if (!join) continue
    words.splice(join.from, join.to - join.from + 1, join.whole)
    at = join.from
    changed = true
  }
  return changed ? words.join(' ') : null
}
