// Yes or no: Có and Không in the cell; a tick, an x and Excel's truth values are understood.
import type { FieldType } from '../template.ts'
import { fold } from '../text/fold.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const YES = new Set(['có', 'x', 'yes', 'y', 'true', '1', 'đúng'].map(fold))
const NO = new Set(['không', 'không có', 'ko', 'k', 'no', 'n', 'false', '0', 'sai'].map(fold))

export const yesNo: FieldBehaviour<Extract<FieldType, { kind: 'yes-no' }>> = {
  read(_, typed) {
    if (typeof typed === 'boolean') return read(typed)
    const text = oneLine(typed)
    const key = fold(text)
    if (YES.has(key) || /^[✓✔☑]$/u.test(text)) return read(true)
    if (NO.has(key)) return read(false)
    return read(null, found('not-yes-no', 'error', { actual: quoted(typed), expected: 'Có; Không' }))
  },
  show: (_, value, lang) =>
    value === true ? (lang === 'vi' ? 'Có' : 'Yes') : value === false ? (lang === 'vi' ? 'Không' : 'No') : String(value),
  cell: (_, value) => (value === true ? 'Có' : value === false ? 'Không' : String(value)),
  numberFormat: () => '@',
}
