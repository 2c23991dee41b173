// The unit in which a table counts its money, as people write it: in a title
// "(triệu đồng)", above the table "Đơn vị tính: triệu đồng". Knows no values.
import { foldBare } from '../text/fold.ts'

export type MoneyUnit = 'dong' | 'nghin' | 'trieu' | 'ty'

const WORDS: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/\b(?:ty(?! le)|tyd)\b/, 'ty'],
  [/\b(?:trieu|tr|trd)\b/, 'trieu'],
  [/\b(?:(?:nghin|ngan|1000|1 000)(?: dong| d| vnd)|1000d|nghd)\b/, 'nghin'],
  [/\b(?:dong|vnd)\b/, 'dong'],
]

/** Without their tones "đóng" (what is paid in), "đông" and "động" would be đồng. */
const OTHER_TONES = /(?<!\p{L})[đd](?:óng|ông|ộng|ống|ỏng)(?!\p{L})/giu

const unitIn = (text: string): MoneyUnit | null => {
  const plain = foldBare(text.normalize('NFC').replace(OTHER_TONES, ' '))
  return WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Of the titles above a column, the innermost that says one in brackets, or behind "ĐVT". */
export function unitOfTitles(path: readonly string[]): MoneyUnit | null {
  for (const title of path.toReversed()) {
    const asides = [...title.matchAll(/\(([^()]*)\)/g)].map(([, aside]) => aside as string)
    const found = asides.map(unitIn).find((unit) => unit !== null) ?? unitOfLine(title)
    if (found) return found
  }
  return null
}

/** "Đơn vị tính: triệu đồng", "ĐVT: đồng". */
export function unitOfLine(text: string): MoneyUnit | null {
  const [, said] = /(?:đơn vị(?: tính)?|đvt|dvt)\s*:?\s*(.{2,30})$/iu.exec(text.replace(/[()]/g, ' ').trim()) ?? []
  return said === undefined ? null : unitIn(said)
}

/** What else a line of units names beside its money: "trường hợp; nghìn đồng". Then only what is called money is money. */
export function namesOtherUnits(text: string): boolean {
  const [, said] = /(?:đơn vị(?: tính)?|đvt|dvt)\s*:?\s*(.{2,40})$/iu.exec(text.replace(/[()]/g, ' ').trim()) ?? []
  return (
    said !== undefined && /[;,]|\svà\s/.test(said) && said.split(/[;,]|\svà\s/).some((one) => one.trim() !== '' && unitIn(one) === null)
  )
}

/** How many tens a number of this unit is more than đồng. */
export const POWER: Readonly<Record<MoneyUnit, number>> = { dong: 0, nghin: 3, trieu: 6, ty: 9 }
