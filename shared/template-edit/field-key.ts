// Keys and ids for what an admin adds, made from its title so that nobody has to invent
// one: "Tỷ lệ hoàn thành" is ty_le_hoan_thanh. Nothing but what a template's schema takes.
import { foldBare } from '../text/fold.ts'

const LONGEST = 24

function free(wanted: string, taken: ReadonlySet<string>, join: string): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}${join}${number}`)) number++
  return `${wanted}${join}${number}`
}

/** Words are kept whole as long as there is room. */
function shortened(words: readonly string[], join: string): string {
  let text = ''
  for (const word of words) {
    const longer = text === '' ? word.slice(0, LONGEST) : `${text}${join}${word}`
    if (longer.length > LONGEST) break
    text = longer
  }
  return text
}

const wordsOf = (title: string) =>
  foldBare(title)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter((word) => word !== '')

export function fieldKey(title: string, taken: ReadonlySet<string>): string {
  const words = wordsOf(title)
  const named = shortened(/^[a-z]/.test(words[0] ?? '') ? words : ['cot', ...words], '_')
  // The only name of this shape that every object has already.
  return free(named === 'constructor' ? 'cot_constructor' : named, taken, '_')
}

/** `THANG-1`, `THANG-2`: the first that is free. */
export function ruleId(code: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(`${code.slice(0, LONGEST)}-${number}`)) number++
  return `${code.slice(0, LONGEST)}-${number}`
}
