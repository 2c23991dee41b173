// Text typed in the font encodings TCVN3 (.VnTime …) and VNI, or left as VIQR ("So+? Tha`nh"),
// told from Unicode and converted. NĐ 30/2020 Phụ lục I: Unicode TCVN 6909:2001. Looks at the text before any clean-up: TCVN3 writes ư as a soft hyphen.
import { withoutEntities } from './html-entities.ts'
import { hasLostLetters, misreadText } from './misread.ts'
import { isSyllable } from './syllable.ts'

const pairs = (codes: string, letters: string): [string, string][] => {
  const to = letters.split(' ')
  return codes.split(' ').map((code, at) => [code, to[at] as string])
}

const TCVN3 = new Map<string, string>([
  ...pairs('µ ¶ · ¸ ¹ ¨ » ¼ ½ ¾ Æ © Ç È É Ê Ë', 'à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ'),
  ...pairs('Ì Î Ï Ð Ñ ª Ò Ó Ô Õ Ö × Ø Ü Ý Þ', 'è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị'),
  ...pairs('ß á â ã ä « å æ ç è é ¬ ê ë ì í î', 'ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ'),
  ...pairs('ï ñ ò ó ô \u00AD õ ö ÷ ø ù ú û ü ý þ ®', 'ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ đ'),
  ...pairs('¡ ¢ £ ¤ ¥ ¦ §', 'Ă Â Ê Ô Ơ Ư Đ'),
])

const VNI_LOWER: [string, string][] = [
  ...pairs('aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä', 'á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ'),
  ...pairs('eù eø eû eõ eï eâ eá eà eå eã eä æ ó ò', 'é è ẻ ẽ ẹ ê ế ề ể ễ ệ ỉ ĩ ị'),
  ...pairs('où oø oû oõ oï oâ oá oà oå oã oä ôù ôø ôû ôõ ôï ô', 'ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ớ ờ ở ỡ ợ ơ'),
  ...pairs('uù uø uû uõ uï öù öø öû öõ öï ö yù yø yû yõ î ñ', 'ú ù ủ ũ ụ ứ ừ ử ữ ự ư ý ỳ ỷ ỹ ỵ đ'),
]
const VNI = new Map<string, string>([
  ...VNI_LOWER,
  ...VNI_LOWER.map(([code, letter]): [string, string] => [code.toUpperCase(), letter.toUpperCase()]),
  ...VNI_LOWER.filter(([code]) => code.length > 1).map(([code, letter]): [string, string] => [
    code.charAt(0).toUpperCase() + code.charAt(1),
    letter.toUpperCase(),
  ]),
])

const fromTcvn3 = (text: string): string => text.replace(/[\u00A1-\u00FF]/g, (code) => TCVN3.get(code) ?? code)

const fromVni = (text: string): string =>
  text.replace(/[aeouyôöAEOUYÔÖ][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[æóòôöîñÆÓÒÔÖÎÑ]/g, (code) => VNI.get(code) ?? code)

/** Letters and Latin-1 signs that stand together: a word in whatever encoding. */
const WORD = /[A-Za-z\u00A1-\u00FF]+/g
/** Vietnamese letters that only Unicode text has. */
const UNICODE_ONLY = /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01A0\u01A1\u01AF\u01B0\u1EA0-\u1EF9]|[\u0300-\u0323]/
const UNIT = /^µ[A-Za-z]{1,2}$/

/** How sure a conversion is: words it rescues, or null where it leaves or makes words that cannot be. */
function rescued(text: string, convert: (text: string) => string): number | null {
  let count = 0
  for (const word of text.match(WORD) ?? []) {
    // A sign that stands alone is a bullet, a unit or a trade mark.
    if (word.length === 1 || /^[A-Za-z]+$/.test(word) || isSyllable(word) || UNIT.test(word)) continue
    if (!isSyllable(convert(word))) return null
    count++
  }
  return count
}

export interface LegacyText {
  /** UTF-8: taken for something else on the way; HTML: pasted from a page with its codes. */
  readonly encoding: 'TCVN3' | 'VNI' | 'VIQR' | 'UTF-8' | 'HTML'
  /** In Unicode; null where the conversion is not certain. */
  readonly converted: string | null
}

const SHAPES: Readonly<Record<string, string>> = { '(': '\u0306', '^': '\u0302', '+': '\u031B' }
const TONES: Readonly<Record<string, string>> = { "'": '\u0301', '`': '\u0300', '?': '\u0309', '~': '\u0303', '.': '\u0323' }
/** A vowel with the sign of its shape, and perhaps of its tone. */
const SHAPED = /(?:[aeo]\^|[ou]\+|a\()(?=(['`?~.])?(?:[a-z'`?~.^+ ]|$))/gi

/** "So+? Tho^ng tin" in Unicode; null where the signs are arithmetic, brackets or punctuation. */
function fromViqr(text: string): string | null {
  const shaped = [...text.matchAll(SHAPED)]
  if (shaped.length < 2 && !shaped[0]?.[1]) return null
  let holds = true
  const converted = text.replace(/[A-Za-z'`?~.^+(]+/g, (word) => {
    const isShaped = /[aeo]\^|[ou]\+|a\(/i.test(word)
    if (!isShaped && !/[aeiouy][`'~?.][a-z]|[aeiouy][`'~]$|dd/i.test(word)) return word
    const letters = word
      .replace(
        /([aeiouy])([(^+]?)(['`?~.]?)/gi,
        (_, vowel: string, shape: string, tone: string) => vowel + (SHAPES[shape] ?? '') + (TONES[tone] ?? ''),
      )
      .replace(/d[d]/g, 'đ')
      .replace(/D[Dd]/g, 'Đ')
      .normalize('NFC')
    if (isShaped && !isSyllable(letters.replace(/[^\p{L}]+$/u, ''))) holds = false
    return letters
  })
  return holds ? converted : null
}

/** null: the text is Unicode as it should be, or plain letters. */
export function legacyText(text: string, font?: string): LegacyText | null {
  const decoded = withoutEntities(text)
  if (decoded !== null) return { encoding: 'HTML', converted: decoded }
  const misread = misreadText(text)
  if (misread) return { encoding: 'UTF-8', ...misread }
  return inOldEncoding(text, font) ?? (hasLostLetters(text) ? { encoding: 'UTF-8', converted: null } : null)
}

function inOldEncoding(text: string, font: string | undefined): LegacyText | null {
  if (!/[\u00A1-\u00FF]/.test(text)) {
    if (!/[aeo]\^|[ou]\+|a\(/i.test(text) || !/^[\s -~]*$/.test(text)) return null
    const converted = fromViqr(text)
    return converted === null ? null : { encoding: 'VIQR', converted }
  }
  if (UNICODE_ONLY.test(text)) return null
  const named = font === undefined ? null : /^\.?vn/i.test(font) && !/^vni/i.test(font) ? 'TCVN3' : /^vni/i.test(font) ? 'VNI' : null
  if (named) {
    const convert = named === 'TCVN3' ? fromTcvn3 : fromVni
    const plain = convert(text)
    if (plain === text) return null
    const capitals = named === 'TCVN3' && /H$/.test(font ?? '')
    const words = (capitals ? plain.toLowerCase() : plain).match(/\p{L}+/gu) ?? []
    const certain = words.every((word) => /^[A-Za-z]+$/.test(word) || isSyllable(word))
    return { encoding: named, converted: certain ? (capitals ? plain.toUpperCase() : plain) : null }
  }
  const tcvn3 = rescued(text, fromTcvn3) ?? 0
  const vni = rescued(text, fromVni) ?? 0
  if (tcvn3 === 0 && vni === 0) return null
  return tcvn3 >= vni ? { encoding: 'TCVN3', converted: fromTcvn3(text) } : { encoding: 'VNI', converted: fromVni(text) }
}
