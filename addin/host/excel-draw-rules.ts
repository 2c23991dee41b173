// The steps that put validations and conditional formats of a layout into an
// Excel sheet. A rule is set before its messages: the web fails otherwise.
import type { ConditionalFormat, SheetLayout, Validation } from '../../shared/sheet/sheet-layout.ts'
import type { Step } from './excel-steps.ts'

const CALL = 600
const STYLE = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const

/** Excel's own limits; a longer title or message is refused whole. */
const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text)

/** A formula means the same day in 1900 and in 1904 workbooks. */
const dateFormula = (day: string): string => `=DATE(${day.split('-').map(Number).join(',')})`

const MOST = 1e15

const bounds = (min: number | undefined, max: number | undefined): Excel.BasicDataValidation => {
  if (min !== undefined && max !== undefined) return { operator: 'Between', formula1: min, formula2: max }
  if (min !== undefined) return { operator: 'GreaterThanOrEqualTo', formula1: min }
  if (max !== undefined) return { operator: 'LessThanOrEqualTo', formula1: max }
  // Excel has no rule "is a number"; between the largest amounts is the same.
  return { operator: 'Between', formula1: -MOST, formula2: MOST }
}

const ruleOf = ({ rule }: Validation): Excel.DataValidationRule => {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.source } }
    case 'whole':
      return { wholeNumber: bounds(rule.min, rule.max) }
    case 'decimal':
      return { decimal: bounds(rule.min, rule.max) }
    case 'date':
      return { date: { operator: 'Between', formula1: dateFormula(rule.min), formula2: dateFormula(rule.max) } }
    case 'text-length':
      return { textLength: { operator: 'LessThanOrEqualTo', formula1: rule.max } }
    case 'custom':
      return { custom: { formula: rule.formula } }
  }
}

const validate = (sheet: Excel.Worksheet, validation: Validation): void => {
  const { dataValidation } = sheet.getRange(validation.range)
  dataValidation.rule = ruleOf(validation)
  dataValidation.ignoreBlanks = true
  const { alert, prompt } = validation
  dataValidation.errorAlert = { showAlert: true, style: STYLE[alert.style], title: cut(alert.title, 32), message: cut(alert.message, 225) }
  if (prompt) dataValidation.prompt = { showPrompt: true, title: cut(prompt.title, 32), message: cut(prompt.message, 255) }
}

const condition = (sheet: Excel.Worksheet, { range, formula, style }: ConditionalFormat): void => {
  const { custom } = sheet.getRange(range).conditionalFormats.add('Custom')
  custom.rule.formula = formula
  if (style.fill !== undefined) custom.format.fill.color = style.fill
  if (style.color !== undefined) custom.format.font.color = style.color
  if (style.bold) custom.format.font.bold = true
}

export const ruleSteps = (sheet: Excel.Worksheet, layout: SheetLayout): Step[] => [
  ...layout.validations.map((one) => ({ bytes: CALL * 3, queue: () => validate(sheet, one) })),
  ...layout.conditionals.map((one) => ({ bytes: CALL * 2, queue: () => condition(sheet, one) })),
]
