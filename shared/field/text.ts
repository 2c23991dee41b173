// Free text. Clean when it comes here; judged for length, for letters in the wrong
// code and for syllables torn by recognition software.
import type { FieldType } from '../template.ts'
import { composedAnew, hasLooseMarks } from '../text/clean.ts'
import { mended } from '../text/mended.ts'
import { isUneventful } from '../text/uneventful.ts'
import { asText, type FieldBehaviour, type FieldFinding, found, oneLine, quoted, read, safely } from './field-behaviour.ts'
import { judgeNothing } from './nothing.ts'

/** May begin an error that was pasted as text: field.ts. */
const HASH = 0x23

type Text = Extract<FieldType, { kind: 'text' }>

export const text: FieldBehaviour<Text> = {
  // Of usual length, whatever a letter counts.
  plain:
    ({ minLength = 0, maxLength, multiline = false }) =>
    (typed) =>
      typeof typed === 'string' &&
      typed.length <= maxLength &&
      typed.length >= 2 * minLength &&
      typed.charCodeAt(0) !== HASH &&
      isUneventful(typed, multiline) &&
      judgeNothing('text', typed, false) === null
        ? typed
        : undefined,
  read(type, typed) {
    const given = type.multiline ? asText(typed) : oneLine(typed)
    const findings: FieldFinding[] = []
    const anew = composedAnew(given)
    const value = anew ?? given
    if (anew !== null)
      findings.push(
        found('not-composed', 'info', { actual: quoted(given), expected: quoted(anew), fixes: [safely({ value: anew, shown: anew })] }),
      )
    else if (hasLooseMarks(given)) findings.push(found('not-composed', 'warning', { actual: quoted(given) }))
    const whole = mended(value)
    if (whole !== null)
      findings.push(
        found('stray-spaces', 'warning', { actual: quoted(value), expected: quoted(whole), fixes: [{ value: whole, shown: whole }] }),
      )
    const length = [...value].length
    if (type.minLength !== undefined && length < type.minLength)
      findings.push(found('text-too-short', 'error', { actual: quoted(value), params: { length, limit: type.minLength } }))
    if (length > type.maxLength)
      findings.push(found('text-too-long', 'error', { actual: quoted(value), params: { length, limit: type.maxLength } }))
    return read(value, ...findings)
  },
  show: (_, value) => String(value),
  cell: (_, value) => String(value),
  numberFormat: () => '@',
}
