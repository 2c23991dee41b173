// What is silently made right in a typed text (rule R22): composition, kinds of
// space, invisible and control characters. Changes nothing a person can see, except doubled spaces.
import { straightenStroke } from './fold.ts'

const SHAPES = '\u0302\u0306\u031B'
const LEFT_OVER = /[\u0300-\u0303\u0306\u0309\u031B\u0323]/
const STRANGE =
  /[\u0300-\u0303\u0306\u0309\u031B\u0323\u00D0\u00F0\u0189\u0256]|[\u0370-\u045F\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\u{1D400}-\u{1D7FF}]/u
/** Wide letters, letters of "mathematics" that people decorate posts with, ligatures. */
const DECORATED = /[\uFB00-\uFB06\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]|[\u{1D400}-\u{1D7FF}]/gu
/** Letters of Cyrillic and Greek that look like Latin ones. */
const LOOKALIKES = new Map(
  [...'АВЕКМНОРСТУХІасеорхуіΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, at) => [letter, [...'ABEKMHOPCTYXIaceopxyiABEZHIKMNOPTYXo'][at] as string]),
)

/** ASCII, precomposed Vietnamese and common typographic signs, by their codes: what nearly all texts are made of. */
const ORDINARY = new Uint8Array(0x2700)
for (const [from, to] of [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0x131],
  [0x134, 0x17f],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x20ab, 0x20ab],
  [0x2264, 0x2265],
] as const)
  ORDINARY.fill(1, from, to + 1)

const SPACE = 0x20

/** Ordinary signs with single spaces between them. */
function isClean(text: string): boolean {
  let before = SPACE
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (ORDINARY[code] !== 1 || (code === SPACE && before === SPACE)) return false
    before = code
  }
  return before !== SPACE || text === ''
}

/** Lines are kept, each without spaces at its ends. */
export function cleanText(text: string): string {
  if (isClean(text)) return text
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

/** A word in two alphabets, where one of them only looks like the other. */
const inLatin = (word: string): string => {
  const latin = /\p{Script=Latin}/u.test(word) ? [...word].map((letter) => LOOKALIKES.get(letter) ?? letter).join('') : word
  return /[\u0370-\u045F]/.test(latin) ? word : latin
}

const inPlainLetters = (text: string): string =>
  straightenStroke(text.replace(DECORATED, (letter) => letter.normalize('NFKC')).replace(/[\p{L}\p{M}]+/gu, inLatin)).normalize('NFC')

/** Marks typed in an order that does not compose (a + sắc + mũ), letters that only look Vietnamese: the text as it should be, or null where nothing is wrong. */
export function composedAnew(text: string): string | null {
  if (!STRANGE.test(text)) return null
  const stroked = inPlainLetters(text)
  if (!LEFT_OVER.test(stroked)) return stroked === text ? null : stroked
  const ordered = stroked
    .normalize('NFD')
    .replace(/\p{M}{2,}/gu, (marks) => [...marks].sort((a, b) => Number(SHAPES.includes(b)) - Number(SHAPES.includes(a))).join(''))
    .normalize('NFC')
  return ordered === text ? null : ordered
}

export const hasLooseMarks = (text: string): boolean => LEFT_OVER.test(text)
