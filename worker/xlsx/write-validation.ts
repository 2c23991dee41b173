// Validations and conditional formats of a layout in the words of the XLSX
// library, cut to the lengths that Excel allows.

import type { ConditionalRule, DataValidation } from 'hucre/xlsx'
import type { ConditionalFormat, Validation } from '../../shared/sheet/sheet-layout.ts'
import { rgb } from './write-styles.ts'
import { sayable } from './xml-splice.ts'

/** Excel repairs a file whose titles exceed 32, errors 225 and prompts 255 characters. */
const cut = (text: string, length: number): string => sayable(text.length > length ? `${text.slice(0, length - 1)}…` : text)

const bare = (formula: string): string => formula.replace(/^=/, '')

/** A formula means the same day in 1900 and in 1904 workbooks. */
const dateFormula = (day: string): string => `DATE(${day.split('-').map(Number).join(',')})`

type Bounds = Pick<DataValidation, 'operator' | 'formula1' | 'formula2'>

function bounds(min: string | number | undefined, max: string | number | undefined): Bounds {
  if (min !== undefined && max !== undefined) return { operator: 'between', formula1: String(min), formula2: String(max) }
  if (min !== undefined) return { operator: 'greaterThanOrEqual', formula1: String(min) }
  if (max !== undefined) return { operator: 'lessThanOrEqual', formula1: String(max) }
  return { operator: 'between', formula1: '-1000000000000000', formula2: '1000000000000000' }
}

function rule({ rule: one }: Validation): Bounds & Pick<DataValidation, 'type'> {
  switch (one.kind) {
    case 'list':
      return { type: 'list', formula1: bare(one.source) }
    case 'whole':
    case 'decimal':
      return { type: one.kind, ...bounds(one.min, one.max) }
    case 'date':
      return { type: 'date', ...bounds(dateFormula(one.min), dateFormula(one.max)) }
    case 'text-length':
      return { type: 'textLength', operator: 'lessThanOrEqual', formula1: String(one.max) }
    case 'custom':
      return { type: 'custom', formula1: bare(one.formula) }
  }
}

export function libraryValidation(validation: Validation): DataValidation {
  return {
    ...rule(validation),
    range: validation.range,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: validation.alert.style,
    errorTitle: cut(validation.alert.title, 32),
    errorMessage: cut(validation.alert.message, 225),
    ...(validation.prompt
      ? { showInputMessage: true, inputTitle: cut(validation.prompt.title, 32), inputMessage: cut(validation.prompt.message, 255) }
      : {}),
  }
}

export function libraryConditional(format: ConditionalFormat, index: number): ConditionalRule {
  const { color, fill, bold } = format.style
  return {
    type: 'expression',
    priority: index + 1,
    range: format.range,
    formula: bare(format.formula),
    style: {
      ...(color || bold ? { font: { ...(color ? { color: rgb(color) } : {}), ...(bold ? { bold } : {}) } } : {}),
      // In a differential style the background colour is the one that fills.
      ...(fill ? { fill: { type: 'pattern', pattern: 'solid', bgColor: rgb(fill) } } : {}),
    },
  }
}
