// Text functions. Lengths and positions count UTF-16 units, as Excel does.
import * as formulajs from '@formulajs/formulajs'
import { type FunctionSpec, many, textual } from './function-spec.ts'
import { EXCEL_ERRORS, ExcelError, isError, type Result, type Scalar, toNumber, VALUE } from './scalar.ts'

/** formulajs answers errors as Error objects whose message is Excel's text. */
function fromFormulajs(value: unknown): Result {
  if (value instanceof Error) return new ExcelError(EXCEL_ERRORS.find((text) => text === value.message) ?? '#VALUE!')
  return value as Scalar
}

export const TEXT: Readonly<Record<string, FunctionSpec>> = {
  LEN: textual(1, 1, 'number', (_, [text]) => text!.length),
  TRIM: textual(1, 1, 'text', (_, [text]) => text!.replace(/ +/g, ' ').replace(/^ | $/g, '')),
  UPPER: textual(1, 1, 'text', (_, [text]) => text!.toUpperCase()),
  LOWER: textual(1, 1, 'text', (_, [text]) => text!.toLowerCase()),
  EXACT: textual(2, 2, 'boolean', (_, [a, b]) => a === b),
  CONCATENATE: textual(1, many, 'text', (_, texts) => texts.join('')),
  LEFT: textual(1, 2, 'text', (values, [text]) =>
    ((n) => (isError(n) || n < 0 ? VALUE : text!.slice(0, Math.trunc(n))))(values.length > 1 ? toNumber(values[1]!) : 1),
  ),
  RIGHT: textual(1, 2, 'text', (values, [text]) =>
    ((n) => (isError(n) || n < 0 ? VALUE : n < 1 ? '' : text!.slice(-Math.trunc(n))))(values.length > 1 ? toNumber(values[1]!) : 1),
  ),
  MID: textual(3, 3, 'text', (values, [text]) => {
    const [from, length] = [toNumber(values[1]!), toNumber(values[2]!)]
    if (isError(from) || isError(length) || from < 1 || length < 0) return VALUE
    return text!.slice(Math.trunc(from) - 1, Math.trunc(from) - 1 + Math.trunc(length))
  }),
  FIND: textual(2, 3, 'number', (values, [sought, text]) =>
    ((from) =>
      isError(from) || from < 1 || from > text!.length + 1 ? VALUE : ((i) => (i < 0 ? VALUE : i + 1))(text!.indexOf(sought!, from - 1)))(
      values.length > 2 ? toNumber(values[2]!) : 1,
    ),
  ),
  SEARCH: textual(2, 3, 'number', (_, texts) =>
    fromFormulajs(formulajs.SEARCH(texts[0]!, texts[1]!, texts[2] === undefined ? 1 : Number(texts[2]))),
  ),
  SUBSTITUTE: textual(3, 4, 'text', (values, [text, old, fresh]) => {
    if (old === '') return text!
    if (values.length < 4) return text!.replaceAll(old!, fresh!)
    const nth = toNumber(values[3]!)
    if (isError(nth) || nth < 1) return VALUE
    let from = -1
    for (let count = 0; count < Math.trunc(nth); count++) {
      from = text!.indexOf(old!, from + 1)
      if (from < 0) return text!
    }
    return text!.slice(0, from) + fresh! + text!.slice(from + old!.length)
  }),
  VALUE: textual(1, 1, 'number', (values) => (values[0] === null ? 0 : typeof values[0] === 'boolean' ? VALUE : toNumber(values[0]!))),
}
