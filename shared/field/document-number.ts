// Numbers and signs of documents: 954/QĐ-UBND, 12/2025/QĐ-UBND, 148/2025/QH15,
// 15-NQ/TU (NĐ 30/2020 Phụ lục I; party documents by their own rule). Several are set apart by ";".
import type { FieldType } from '../template.ts'
import { straightenStroke } from '../text/fold.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const SIGN = '[A-ZĐÂĂÊÔƠƯ][\\p{L}\\d]*(?:[-.][A-ZĐÂĂÊÔƠƯ][\\p{L}\\d]*)*'
const STATE = new RegExp(`^\\d{1,6}[a-zđ]?(?:/\\d{4})?/${SIGN}$`, 'u')
const PARTY = new RegExp(`^\\d{1,6}-${SIGN}/${SIGN}$`, 'u')
const holds = (text: string): boolean => STATE.test(text) || PARTY.test(text)

/** Signs that lose their Đ where Vietnamese typing is off. */
const STROKES: readonly [RegExp, string][] = [
  [/\/QD(?=-|$)/, '/QĐ'],
  [/\/ND(?=-CP)/, '/NĐ'],
  [/\/DA(?=-|$)/, '/ĐA'],
  [/-HDND(?=$|-)/, '-HĐND'],
]

const tidied = (text: string): string =>
  straightenStroke(text)
    .replace(/^số\s*:?\s*/i, '')
    .replace(/\s*([/\-–—])\s*/g, (_, sign: string) => (sign === '/' ? '/' : '-'))

export const documentNumber: FieldBehaviour<Extract<FieldType, { kind: 'document-number' }>> = {
  read(_, typed) {
    if (typeof typed === 'number') return read(null, found('not-a-document-number', 'error', { actual: quoted(typed) }))
    const parts = oneLine(typed)
      .split(/\s*;\s*/)
      .filter((part) => part !== '')
      .map(tidied)
    const value = parts.join('; ')
    if (parts.length > 0 && parts.every(holds)) return read(value)
    const better = parts
      .map((part) => STROKES.reduce((one, [from, to]) => one.replace(from, to), part.replace(/[,\s]+ngày\s.*$/i, '').toUpperCase()))
      .map((part) => part.replace(/\/CTR(?=-|$)/, '/CTr'))
    const fix = better.every(holds) ? better.join('; ') : null
    return read(
      null,
      found('not-a-document-number', 'error', {
        actual: quoted(typed),
        expected: fix ?? '954/QĐ-UBND',
        fixes: fix === null ? [] : [{ value: fix, shown: fix }],
      }),
    )
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
