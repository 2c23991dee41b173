// STT: 1, 2, 3 … or an outline (I, 1, 1.1, a). Text, because a cell that counts
// makes 1.1 of "1.10" and a date of "1/2".
import type { FieldType } from '../template.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const OUTLINE = /^(?:[IVXLC]{1,8}|\d{1,6}(?:\.\d{1,4}){0,5}|[A-Z]|[a-zđ])$/

export const sequence: FieldBehaviour<Extract<FieldType, { kind: 'sequence' }>> = {
  read(type, typed) {
    const text = typeof typed === 'number' ? String(typed) : oneLine(typed).replace(/[.)]$/, '').trim()
    const right = type.style === 'number' ? /^\d{1,6}$/.test(text) : OUTLINE.test(text)
    return right ? read(text.replace(/^0+(?=\d)/, '')) : read(null, found('not-a-sequence', 'error', { actual: quoted(typed) }))
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
