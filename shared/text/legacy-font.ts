// Text typed in the font encodings TCVN3 (.VnTime …) and VNI, told from Unicode
// and converted. NĐ 30/2020 Phụ lục I: Unicode TCVN 6909:2001. Looks at the text before any clean-up: TCVN3 writes ư as a soft hyphen.
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
    if (/^[A-Za-z]+$/.test(word) || isSyllable(word) || UNIT.test(word)) continue
    if (!isSyllable(convert(word))) return null
    count++
  }
  return count
}

export interface LegacyText {
  readonly encoding: 'TCVN3' | 'VNI'
  /** In Unicode; null where the conversion is not certain. */
  readonly converted: string | null
}

/** null: the text is Unicode, or plain letters. */
export function legacyText(text: string, font?: string): LegacyText | null {
  if (!/[\u00A1-\u00FF]/.test(text) || UNICODE_ONLY.test(text)) return null
  const named = font === undefined ? null : /^\.?vn/i.test(font) && !/^vni/i.test(font) ? 'TCVN3' : /^vni/i.test(font) ? 'VNI' : null
  if (named) {
    const convert = named === 'TCVN3' ? fromTcvn3 : fromVni
    const plain = convert(text)
    if (plain === text) return null
    const certain = (plain.match(/\p{L}+/gu) ?? []).every((word) => /^[A-Za-z]+$/.test(word) || isSyllable(word))
    const capitals = named === 'TCVN3' && /H$/.test(font ?? '')
    return { encoding: named, converted: certain ? (capitals ? plain.toUpperCase() : plain) : null }
  }
  const tcvn3 = rescued(text, fromTcvn3) ?? 0
  const vni = rescued(text, fromVni) ?? 0
  if (tcvn3 === 0 && vni === 0) return null
  return tcvn3 >= vni ? { encoding: 'TCVN3', converted: fromTcvn3(text) } : { encoding: 'VNI', converted: fromVni(text) }
}
