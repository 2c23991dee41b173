// What is silently made right in a typed text (rule R22): composition, kinds of
// space, invisible and control characters. Changes nothing a person can see, except doubled spaces.
import { straightenStroke } from './fold.ts'
import { isSyllable } from './syllable.ts'

const SHAPES = '\u0302\u0306\u031B'
const LEFT_OVER = /[\u0300-\u0303\u0306\u0309\u031B\u0323]/
const STRANGE = /[\u0300-\u0303\u0306\u0309\u031B\u0323\u00D0\u00F0\u0189\u0256]/

/** Anything but single spaces between ASCII, precomposed Vietnamese and common typographic signs: nearly no cell has it. */
const UNCLEAN =
  /^ | $| {2}|[^ -~\u00A1-\u00AC\u00AE-\u0131\u0134-\u017F\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9\u2010-\u2027\u2030-\u203A\u20AB\u2264\u2265]/

/** Lines are kept, each without spaces at its ends. */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text
  return (
    text
      .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
      .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
      .replace(/[\p{Surrogate}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?!\n)\p{Cc}/gu, '')
      // Only now: something invisible may have stood between a letter and its mark.
      .normalize('NFC')
      .replace(/ {2,}/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** Marks typed in an order that does not compose (a + sắc + mũ), eth in the place of Đ: the text as it should be, or null where nothing is wrong. */
export function composedAnew(text: string): string | null {
  if (!STRANGE.test(text)) return null
  const stroked = straightenStroke(text)
  if (!LEFT_OVER.test(stroked)) return stroked === text ? null : stroked
  const ordered = stroked
    .normalize('NFD')
    .replace(/\p{M}{2,}/gu, (marks) => [...marks].sort((a, b) => Number(SHAPES.includes(b)) - Number(SHAPES.includes(a))).join(''))
    .normalize('NFC')
  return ordered === text ? null : ordered
}

export const hasLooseMarks = (text: string): boolean => LEFT_OVER.test(text)

const VOWELS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ'
/** Accented vowels that are words by themselves. */
const WORDS = 'ởýàạ'
/** Beginnings and ends of syllables that are no word, no unit and no abbreviation. */
const CLUSTERS = 'ngh|ng|nh|th|ch|ph|kh|gh'
const SUSPECT = new RegExp(`(?:^| )(?:[${VOWELS}]|${CLUSTERS})(?= |$)`, 'i')
const LONE = new RegExp(`^[${VOWELS}]$`, 'i')
const CLUSTER = new RegExp(`^(?:${CLUSTERS})$`)

/** Signs that stand behind a word without a space. */
const CLOSING = /[.,;:!?)”]{1,3}$/

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
  if (!SUSPECT.test(text)) return null
  const words = text.split(' ')
  let changed = false
  for (let at = 0; at < words.length; at++) {
    const join = joined(words, at)
    if (!join) continue
    words.splice(join.from, join.to - join.from + 1, join.whole)
    at = join.from
    changed = true
  }
  return changed ? words.join(' ') : null
}
