// What is silently made right in a typed text (rule R22): composition, kinds of
// space, invisible and control characters. Changes nothing a person can see, except doubled spaces.
import { straightenStroke } from './fold.ts'
import { isSyllable } from './syllable.ts'

const SHAPES = '\u0302\u0306\u031B'
const LEFT_OVER = /[\u0300-\u0303\u0306\u0309\u031B\u0323]/

/** Lines are kept, each without spaces at its ends. */
export function cleanText(text: string): string {
  if (/^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\p{Surrogate}\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?!\n)\p{Cc}/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Marks typed in an order that does not compose (a + sắc + mũ), eth in the place of Đ: the text as it should be, or null where nothing is wrong. */
export function composedAnew(text: string): string | null {
  const stroked = straightenStroke(text)
  if (!LEFT_OVER.test(stroked)) return stroked === text ? null : stroked
  const ordered = stroked
    .normalize('NFD')
    .replace(/\p{M}{2,}/gu, (marks) => [...marks].sort((a, b) => Number(SHAPES.includes(b)) - Number(SHAPES.includes(a))).join(''))
    .normalize('NFC')
  return ordered === text ? null : ordered
}

export const hasLooseMarks = (text: string): boolean => LEFT_OVER.test(text)

const LONE = /(?:^| )(?![ởýàạ] )[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ](?= |$)/iu

/** A piece of a syllable: letters that are no syllable by themselves, and no abbreviation in capitals. */
const isPiece = (word: string): boolean => /^\p{L}+$/u.test(word) && !isSyllable(word) && (word.length === 1 || !/^\p{Lu}+$/u.test(word))

/** "Th á ng 8" → "Tháng 8": syllables torn by recognition software (rule R20); null where nothing is torn. */
export function mended(text: string): string | null {
  if (!LONE.test(text)) return null
  const words = text.split(' ')
  const whole: string[] = []
  let changed = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const before = whole.at(-1)
    if (LONE.test(word)) {
      const after = words[at + 1]
      const head = before !== undefined && isPiece(before) ? before : ''
      const tail = after !== undefined && isPiece(after) ? after : ''
      const joined = [head + word + tail, head + word, word + tail].find((one) => one !== word && isSyllable(one))
      if (joined) {
        if (joined.startsWith(head + word) && head) whole.pop()
        whole.push(joined)
        if (tail && joined.endsWith(word + tail)) at++
        changed = true
        continue
      }
    }
    whole.push(word)
  }
  return changed ? whole.join(' ') : null
}
