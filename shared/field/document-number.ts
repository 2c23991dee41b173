// Numbers and signs of documents: 954/QĐ-UBND, 12/2025/QĐ-UBND, 148/2025/QH15,
// 15-NQ/TU (NĐ 30/2020 Phụ lục I; party documents by their own rule). Several are set apart by ";".
import type { FieldType } from '../template.ts'
import { straightenStroke } from '../text/fold.ts'
import { asText, type FieldBehaviour, found, quoted, read } from './field-behaviour.ts'

const SIGN = '[A-ZĐÂĂÊÔƠƯ][\\p{L}\\d]*(?:[-.][A-ZĐÂĂÊÔƠƯ][\\p{L}\\d]*)*'
const STATE = new RegExp(`^\\d{1,6}[a-zđ]?(?:/\\d{4})?/${SIGN}$`, 'u')
const PARTY = new RegExp(`^\\d{1,6}-${SIGN}/${SIGN}$`, 'u')
const LONGEST = 100
const isShaped = (text: string): boolean => text.length <= LONGEST && (STATE.test(text) || PARTY.test(text))

/** Signs that lose their Đ where Vietnamese typing is off, and their small letters where capitals are locked. */
const RIGHT: readonly (readonly [RegExp, string])[] = [
  [/\/QD(?=-|$)/, '/QĐ'],
  [/\/ND(?=-CP)/, '/NĐ'],
  [/\/DA(?=-|$)/, '/ĐA'],
  [/-HDND(?=$|-)/, '-HĐND'],
  [/-TTG$/, '-TTg'],
  [/\/TTR(?=-)/, '/TTr'],
  [/\/CTR(?=-|$)/, '/CTr'],
]

/** A number as nearly all are, of letters that may stand in it, without what its sign might have to be put right for. */
const USUAL = /^\d{1,6}(?:\/\d{4})?\/(?!QD|ND|DA|TTR|CTR)[A-ZĐ]{1,10}(?:-(?!HDND|TTG)[A-ZĐ]{1,10}){0,4}$/

const tidied = (text: string): string =>
  straightenStroke(text)
    .replace(/^số ?:? ?/i, '')
    .replace(/ ?([/\-–—]) ?/g, (_, sign: string) => (sign === '/' ? '/' : '-'))

const righted = (text: string): string => RIGHT.reduce((one, [from, to]) => one.replace(from, to), text)

/** Shaped like one, its sign in the usual letters. */
const holds = (text: string): boolean => isShaped(text) && righted(text) === text && straightenStroke(text) === text

/** The number out of "Quyết định số 954/QĐ-UBND ngày 11/4/2025", its sign in the usual letters; null where there is none. */
function meant(part: string): string | null {
  const start = part.search(/\d/)
  if (start < 0 || part.length > 300) return null
  const number = part
    .slice(start)
    .replace(/[ ,(]+(?:ngày|của|về)(?: .*)?$/i, '')
    .replace(/[ .]/g, '')
  return [number, righted(number), righted(number.toUpperCase())].find(holds) ?? null
}

/** Each part put right, also where "," or "và" stands between them; null where one has no number. */
function betterOf(parts: readonly string[]): string | null {
  const numbers = parts.flatMap((part) => {
    const whole = meant(part)
    return whole === null ? part.split(/, ?| và /).map(meant) : [whole]
  })
  return numbers.length > 0 && numbers.every((one) => one !== null) ? numbers.join('; ') : null
}

export const documentNumber: FieldBehaviour<Extract<FieldType, { kind: 'document-number' }>> = {
  plain: () => (typed) => (typeof typed === 'string' && USUAL.test(typed) ? typed : undefined),
  read(_, typed) {
    if (typeof typed === 'string' && holds(typed)) return read(typed)
    if (typeof typed === 'number') return read(null, found('not-a-document-number', 'error', { actual: quoted(typed) }))
    const parts = asText(typed)
      .split(/[;\n]/)
      .map((part) => tidied(part.trim()))
      .filter((part) => part !== '')
    if (parts.length > 0 && parts.every(holds)) return read(parts.join('; '))
    const better = parts.length > 100 ? null : betterOf(parts)
    return read(
      null,
      found('not-a-document-number', 'error', {
        actual: quoted(typed),
        expected: better ?? '954/QĐ-UBND',
        fixes: better === null ? [] : [{ value: better, shown: better }],
      }),
    )
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
