// STT: 1, 2, 3 … or an outline (I, 1, 1.1, a). Text, because a cell that counts
// makes 1.1 of "1.10" and a date of "1/2".
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const NUMBER = /^\d{1,6}$/
const PLAIN_NUMBER = /^[1-9]\d{0,5}$/
const PLAIN_OUTLINE = /^[1-9]\d{0,5}(?:\.\d{1,4}){0,5}$/
const OUTLINE = /^(?:[IVXLC]{1,8}|\d{1,6}(?:\.\d{1,4}){0,5}|[A-ZĐ]|[a-zđ])$/

export const sequence: FieldBehaviour<Extract<FieldType, { kind: 'sequence' }>> = {
  plain: ({ style }) => {
    const plain = style === 'number' ? PLAIN_NUMBER : PLAIN_OUTLINE
    return (typed) => (typeof typed === 'string' && plain.test(typed) ? typed : undefined)
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
