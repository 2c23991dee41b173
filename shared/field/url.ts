// Addresses on the web, where evidence is to be found.
import type { FieldType } from '../template.ts'
import { isUneventful } from '../text/uneventful.ts'
import { type FieldBehaviour, found, oneLine, quoted, read } from './field-behaviour.ts'

const HOST = '(?:[\\p{L}\\d](?:[\\p{L}\\d-]{0,61}[\\p{L}\\d])?\\.)+\\p{L}{2,}'
const ADDRESS = new RegExp(`^https?://${HOST}(?::\\d{1,5})?(?:[/?#]\\S*)?$`, 'iu')
/** Of these, those in plain letters, as nearly all are: asked sooner than by what counts as a letter anywhere. */
const USUAL = /^https?:\/\/(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,}(?:[/?#][!-~]*)?$/
const LIMIT = 2000

export const url: FieldBehaviour<Extract<FieldType, { kind: 'url' }>> = {
  plain: () => (typed) =>
    typeof typed === 'string' && typed.length <= LIMIT && (USUAL.test(typed) || ADDRESS.test(typed)) && isUneventful(typed)
      ? typed
      : undefined,
  read(_, typed) {
    const text = oneLine(typed)
    if (text.length <= LIMIT && ADDRESS.test(text)) return read(text)
    // "https//dx.gov.vn" stands so in the plan itself.
    const bare = text
      .slice(0, LIMIT + 1)
      .replace(/^(?:https?\s*:?\s*\/{1,2})\s*/i, '')
      .replace(/\s+/g, '')
    const better = `https://${bare}`
    // A blank that slipped in, or one of a file's name.
    const encoded = /^https?:\/\/\S+\/\S.* /i.test(text) && !/ https?:/i.test(text) ? text.replaceAll(' ', '%20') : ''
    const meant = [...(/\s\S*\s/.test(text) ? [] : [better]), encoded].filter((one) => text.length <= LIMIT && ADDRESS.test(one))
    const fixes = meant.map((one) => ({ value: one, shown: one }))
    return read(null, found('not-a-url', 'error', { actual: quoted(typed), expected: 'https://…', fixes }))
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
