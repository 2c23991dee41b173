// The key of an agency's name: equal for spellings that are surely the same name
// (case, tone placement, punctuation, "&", UBND, TP., official abbreviations), different for different names. Knows no register.
import { fold, foldBare } from './text/fold.ts'

const wordsOf = (text: string): string[] => fold(text).split(' ')

/** Written out wherever they stand as a word of their own. */
const OPENED = new Map<string, string[]>(
  (
    [
      ['tp', 'thành phố'],
      ['tx', 'thị xã'],
      ['vp', 'văn phòng'],
      ['bql', 'ban quản lý'],
      ['kkt', 'khu kinh tế'],
      ['cntt', 'công nghệ thông tin'],
    ] as const
  ).map(([short, long]) => [short, wordsOf(long)]),
)
/** Written out only behind UBND: alone these letters say too little. */
const LEVELS = new Map<string, string>(
  [
    ['h', 'huyện'],
    ['x', 'xã'],
    ['p', 'phường'],
  ].map(([short, long]) => [short as string, fold(long as string)]),
)
/** Long names of which everybody writes the letters. */
const SHORTENED: readonly (readonly [long: readonly string[], short: string])[] = [
  [wordsOf('Ủy ban nhân dân'), 'ubnd'],
  [['u', 'b', 'n', 'd'], 'ubnd'],
  [wordsOf('Hội đồng nhân dân'), fold('HĐND')],
  [['t', 'p'], 'tp'],
  [['t', 'x'], 'tx'],
]
const EACH = fold('các')
const AND = fold('và')

const standsAt = (words: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((word, offset) => words[at + offset] === word)

export function nameKey(text: string): string {
  const words = wordsOf(text.replaceAll('&', ' và '))
  const key: string[] = []
  for (let at = 0; at < words.length; ) {
    const short = SHORTENED.find(([long]) => standsAt(words, at, long))
    const word = short ? short[1] : (words[at] as string)
    at += short ? short[0].length : 1
    if (word === EACH) continue
    const level = key.at(-1) === 'ubnd' ? LEVELS.get(word) : undefined
    key.push(...(OPENED.get(word) ?? [level ?? word]))
  }
  return key.join(' ')
}

/** "Sở TT-TT", "Sở TT&TT", "Sở TTTT", "SởTTTT": the letters alone. */
export const lettersKey = (text: string): string =>
  wordsOf(text.replaceAll('&', ' '))
    .filter((word) => word !== AND && word !== EACH)
    .join('')

const BARE_EACH = foldBare('các')
const BARE_UBND = foldBare('Ủy ban nhân dân')

/** Without any marks, for what is only offered. */
export const bareKey = (text: string): string =>
  foldBare(nameKey(text))
    .replace(BARE_UBND, 'ubnd')
    .split(' ')
    .filter((word) => word !== BARE_EACH)
    .join(' ')

const SEATS = [['thành phố', 'thị xã', 'huyện'], ['phường', 'xã', 'thị trấn', 'đặc khu'], ['tỉnh']].map((levels) => levels.map(fold))

/** "UBND huyện Diên Khánh" as its place and how high it stands: 0 district, 1 commune, 2 province, null unsaid. null: no place is named so. */
export function placeOf(text: string): { readonly place: string; readonly level: number | null } | null {
  const place = nameKey(text).replace(/^ubnd /, '')
  const level = SEATS.findIndex((words) => words.some((word) => place.startsWith(`${word} `)))
  if (level < 0) return place === '' ? null : { place, level: null }
  const word = SEATS[level]!.find((one) => place.startsWith(`${one} `))!
  return { place: place.slice(word.length + 1), level }
}
