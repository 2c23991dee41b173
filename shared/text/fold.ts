// The search key of a text: equal for spellings that people hold to be the same
// word, different for different words. Only for matching; the text itself is kept.

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Letters that look like đ but are others: eth, African d (domain: Ð U+00D0 is not Đ U+0110). */
export const straightenStroke = (text: string): string => text.replace(/[\u00D0\u0189]/g, 'Đ').replace(/[\u00F0\u0256]/g, 'đ')

/** hòa, hoà → the same; hóa, hoa → others: the tone mark is taken out of the syllable and set at its end. */
function foldWord(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  const apart = word.normalize('NFD')
  const tones = apart.match(TONES)
  return tones ? apart.replace(TONES, '').normalize('NFC') + tones.join('') : apart.normalize('NFC')
}

/** Case, composition, place of the tone mark, punctuation and spaces do not count; đ stays apart from d. */
export function fold(text: string): string {
  return straightenStroke(text)
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '')
    .map(foldWord)
    .join(' ')
}

/** Without any marks, đ as d: for suggestions only, never to take a value. */
export const foldBare = (text: string): string => fold(text).normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
