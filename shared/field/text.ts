// Free text. Clean when it comes here; judged for length, for letters in the wrong
// code and for syllables torn by recognition software.
import type { FieldType } from '../template.ts'
import { composedAnew, hasLooseMarks, isComposed } from '../text/clean.ts'
import { mended } from '../text/mended.ts'
import { asText, type FieldBehaviour, type FieldFinding, found, oneLine, quoted, read, safely } from './field-behaviour.ts'

type Text = Extract<FieldType, { kind: 'text' }>

/** Of usual length and with nothing in it that could be wrong: what nearly all cells hold. */
const isPlain = (given: string, { minLength = 0, maxLength }: Text): boolean =>
  given.length <= maxLength && given.length >= 2 * minLength && isComposed(given) && mended(given) === null

export const text: FieldBehaviour<Text> = {
  read(type, typed) {
    const given = type.multiline ? asText(typed) : oneLine(typed)
    if (isPlain(given, type)) return read(given)
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
