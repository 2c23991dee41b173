// The search key of a text: equal for spellings that people hold to be the same
// word, different for different words. Only for matching; the text itself is kept.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Letters that look like đ but are others: eth, African d (domain: Ð U+00D0 is not Đ U+0110). */
export const straightenStroke = (text: string): string =>
  /[\u00D0\u0189\u00F0\u0256]/.test(text) ? text.replace(/[\u00D0\u0189]/g, 'Đ').replace(/[\u00F0\u0256]/g, 'đ') : text

/** What a character gives to its word. */
interface Letter {
  /** Lower case, without its tone mark. "" separates words. */
  readonly base: string
  readonly tone: string
  /** The base is a mark that may compose with the letter before it. */
  readonly loose: boolean
}

const letters = new Map<string, Letter>()

function letterOf(char: string): Letter {
  const known = letters.get(char)
  if (known) return known
  const apart = straightenStroke(char).toLowerCase().normalize('NFD')
  const tone = (apart.match(TONES) ?? []).join('')
  const counts = /^[\p{L}\p{N}\p{M}]/u.test(char)
  const letter = { base: counts ? apart.replace(TONES, '').normalize('NFC') : '', tone, loose: /^\p{M}/u.test(char) }
  if (letters.size < 5000) letters.set(char, letter)
  return letter
}

/**
 * Case, composition, place of the tone mark, punctuation and spaces do not count; đ stays apart from d. The tone
 * mark is taken out of its syllable and set at its end: hòa and hoà are the same, hóa and hoa are others.
 */
export function fold(text: string): string {
  let folded = ''
  let word = ''
  let tones = ''
  let loose = false
  const close = () => {
    if (word === '' && tones === '') return
    folded += `${folded === '' ? '' : ' '}${loose ? word.normalize('NFC') : word}${tones}`
    word = ''
    tones = ''
    loose = false
  }
  for (const char of text.normalize('NFC')) {
    const letter = letterOf(char)
    if (letter.base === '' && letter.tone === '') close()
    else {
      word += letter.base
      tones += letter.tone
      loose ||= letter.loose
    }
  }
  close()
  return folded
}

/** Without any marks, đ as d: for suggestions only, never to take a value. */
export const foldBare = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
