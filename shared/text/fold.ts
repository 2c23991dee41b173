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
  /** It is its own base: nothing is to be done about it. */
  readonly plain: boolean
  /** The base is a mark that may compose with the letter before it. */
  readonly loose: boolean
}

/** By the code of the character, filled as characters come. */
const letters: (Letter | undefined)[] = new Array(0x2700).fill(undefined)

function find(code: number): Letter {
  const char = String.fromCodePoint(code)
  const apart = straightenStroke(char).toLowerCase().normalize('NFD')
  const tone = (apart.match(TONES) ?? []).join('')
  const counts = /^[\p{L}\p{N}\p{M}]/u.test(char)
  const base = counts ? apart.replace(TONES, '').normalize('NFC') : ''
  const letter = { base, tone, plain: base === char, loose: /^\p{M}/u.test(char) }
  if (code < letters.length) letters[code] = letter
  return letter
}

/**
 * Case, composition, place of the tone mark, punctuation and spaces do not count; đ stays apart from d. The tone
 * mark is taken out of its syllable and set at its end: hòa and hoà are the same, hóa and hoa are others.
 */
export function fold(text: string): string {
  const composed = text.normalize('NFC')
  let folded = ''
  let word = ''
  let tones = ''
  let loose = false
  /** Where letters begin that are taken as they stand. */
  let run = 0
  for (let at = 0; at <= composed.length; at++) {
    let code = at < composed.length ? composed.charCodeAt(at) : 0
    const start = at
    if (code >= 0xd800 && code <= 0xdbff) {
      code = composed.codePointAt(at) as number
      if (code > 0xffff) at++
    }
    const letter = letters[code] ?? find(code)
    if (letter.plain && !letter.loose) continue
    if (run < start) word += composed.slice(run, start)
    run = at + 1
    if (letter.base !== '' || letter.tone !== '') {
      word += letter.base
      tones += letter.tone
      loose ||= letter.loose
    } else if (word !== '' || tones !== '') {
      folded += `${folded === '' ? '' : ' '}${loose ? word.normalize('NFC') : word}${tones}`
      word = ''
      tones = ''
      loose = false
    }
  }
  return folded
}

/** Without any marks, đ as d: for suggestions only, never to take a value. */
export const foldBare = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
