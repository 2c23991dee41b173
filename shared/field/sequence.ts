// STT: 1, 2, 3 … or an outline (I, 1, 1.1, a). Text, because a cell that counts
// makes 1.1 of "1.10" and a date of "1/2".
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const NUMBER = /^\d{1,6}$/
const PLAIN_OUTLINE = /^[1-9]\d{0,5}(?:\.\d{1,4}){0,5}$/
const OUTLINE = /^(?:[IVXLC]{1,8}|\d{1,6}(?:\.\d{1,4}){0,5}|[A-ZĐ]|[a-zđ])$/

/** 1 to 999999 without zeros before it. */
function isCount(text: string): boolean {
  if (text.length === 0 || text.length > 6 || text.charCodeAt(0) === 0x30) return false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x30 || code > 0x39) return false
  }
  return true
}

export const sequence: FieldBehaviour<Extract<FieldType, { kind: 'sequence' }>> = {
  plain: ({ style }) => {
    const isOutline = style === 'outline'
    return (typed) => (typeof typed === 'string' && (isCount(typed) || (isOutline && PLAIN_OUTLINE.test(typed))) ? typed : undefined)
  },
  read(type, typed) {
    const text = typeof typed === 'number' ? String(typed) : oneLine(typed).replace(/ ?[.)]$/, '')
    const right = type.style === 'number' ? NUMBER : OUTLINE
    // A cell that holds the number 1.1 may have been given 1.10.
    if (typeof typed === 'number' && text.includes('.') && right.test(text)) {
      const fixes = [text, `${text}0`].map((one) => ({ value: one, shown: one }))
      return read(null, found('not-a-sequence', 'error', { actual: quoted(typed), fixes }))
    }
    return right.test(text) ? read(text.replace(/^0+(?=\d)/, '')) : read(null, found('not-a-sequence', 'error', { actual: quoted(typed) }))
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
