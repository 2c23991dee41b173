// Text functions. Lengths and positions count UTF-16 units, as Excel does.
import { ANY, type FunctionSpec, literalOf, MOST, single, textual } from './function-spec.ts'
import { isError, type Result, toNumber, VALUE } from './scalar.ts'
import { formatOf } from './text-format.ts'
import { find, stepsOf } from './wildcard.ts'

/** The longest text that a cell holds. */
const LONGEST = 32_767
const fitting = (text: string): Result => (text.length > LONGEST ? VALUE : text)

function search(text: string, from: number | undefined, at: (start: number) => number): Result {
  const start = Math.trunc(from ?? 1) - 1
  if (start < 0 || start > text.length) return VALUE
  const found = at(start)
  return found < 0 ? VALUE : found + 1
}

function substitute(text: string, old: string, fresh: string, nth: number | undefined): Result {
  if (nth !== undefined && nth < 1) return VALUE
  if (old === '') return text
  if (nth === undefined) return fitting(text.replaceAll(old, () => fresh))
  let at = text.indexOf(old)
  for (let count = 1; count < Math.trunc(nth) && at >= 0; count++) at = text.indexOf(old, at + old.length)
  return at < 0 ? text : fitting(text.slice(0, at) + fresh + text.slice(at + old.length))
}

const TEXT_NUMBER = ['any', 'number'] as const
const SEARCHED = ['any', 'any', 'number'] as const

/** Of one value as it is, before it becomes text. */
const ofValue = (result: 'text' | 'number', apply: (value: Result) => Result): FunctionSpec => ({
  min: 1,
  max: 1,
  result,
  takes: ANY,
  body: ([argument]) => apply(single(argument)),
})

export const TEXT: Readonly<Record<string, FunctionSpec>> = {
  LEN: textual(ANY, 1, 'number', ([text = '']) => text.length),
  TRIM: textual(ANY, 1, 'text', ([text = '']) => text.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: textual(ANY, 1, 'text', ([text = '']) => text.toUpperCase()),
  LOWER: textual(ANY, 1, 'text', ([text = '']) => text.toLowerCase()),
  EXACT: textual(['any', 'any'], 2, 'boolean', ([a, b]) => a === b),
  CONCATENATE: textual(ANY, 1, 'text', (texts) => fitting(texts.join('')), MOST),
  LEFT: textual(TEXT_NUMBER, 1, 'text', ([text = ''], [length = 1]) => (length < 0 ? VALUE : text.slice(0, Math.trunc(length)))),
  RIGHT: textual(TEXT_NUMBER, 1, 'text', ([text = ''], [length = 1]) =>
    length < 0 ? VALUE : text.slice(Math.max(0, text.length - Math.trunc(length))),
  ),
  MID: textual(['any', 'number', 'number'], 3, 'text', ([text = ''], [from = 1, length = 0]) =>
    from < 1 || length < 0 ? VALUE : text.slice(Math.trunc(from) - 1, Math.trunc(from) - 1 + Math.trunc(length)),
  ),
  FIND: textual(SEARCHED, 2, 'number', ([sought = '', text = ''], [from]) => search(text, from, (start) => text.indexOf(sought, start))),
  SEARCH: textual(SEARCHED, 2, 'number', ([sought = '', text = ''], [from]) =>
    search(text, from, (start) => find(text.toLowerCase(), stepsOf(sought.toLowerCase()), start)),
  ),
  SUBSTITUTE: textual(['any', 'any', 'any', 'number'], 3, 'text', ([text = '', old = '', fresh = ''], [nth]) =>
    substitute(text, old, fresh, nth),
  ),
  REPLACE: textual(['any', 'number', 'number', 'any'], 4, 'text', ([text = '', fresh = ''], [from = 1, length = 0]) =>
    from < 1 || length < 0
      ? VALUE
      : fitting(text.slice(0, Math.trunc(from) - 1) + fresh + text.slice(Math.trunc(from) - 1 + Math.trunc(length))),
  ),
  REPT: textual(TEXT_NUMBER, 2, 'text', ([text = ''], [times = 0]) =>
    times < 0 || text.length * Math.trunc(times) > LONGEST ? VALUE : text.repeat(Math.trunc(times)),
  ),
  T: ofValue('text', (value) => (typeof value === 'string' || isError(value) ? value : '')),
  VALUE: ofValue('number', (value) => (typeof value === 'boolean' ? VALUE : toNumber(value))),
  TEXT: {
    min: 2,
    max: 2,
    result: 'text',
    takes: ANY,
    refuses: ([, node]) => {
      const format = literalOf(node)
      return typeof format === 'string' && formatOf(format) !== null ? null : 'not-expressible'
    },
    body: ([argument, format]) => {
      const value = single(argument)
      if (isError(value)) return value
      if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
      const number = toNumber(value)
      if (isError(number)) return value
      return formatOf(String(format))?.(number) ?? VALUE
    },
  },
}
