// Excel's data validation as the grid's own rules, so that drop-downs open and
// typed values are refused in the sandbox as they are in Excel.
import type { GridRule } from './univer-facade.ts'
import type { UniverShelf } from './univer-sheet.ts'
import type { ValidationRule } from './workbook.ts'

const MANY = 1e15

/** The grid's rule, or null where the grid has none of this kind. */
export function univerRule(shelf: UniverShelf, rule: ValidationRule): GridRule | null {
  const builder = made(shelf, rule)
  if (!builder) return null
  const refuses = rule.alert?.showAlert !== false && rule.alert?.style === 'Stop'
  return builder
    .setAllowInvalid(!refuses)
    .setAllowBlank(true)
    .setOptions({ error: rule.alert?.message, showErrorMessage: refuses, prompt: rule.prompt?.message })
    .build()
}

function made(shelf: UniverShelf, rule: ValidationRule) {
  const builder = shelf.api.newDataValidation()
  const [low, high] = [Number(rule.formula1 ?? -MANY), Number(rule.formula2 ?? MANY)]
  const only = Number(rule.formula1)
  switch (rule.type) {
    case 'List': {
      const source = rule.source ?? ''
      if (!source.startsWith('=')) return builder.requireValueInList(source.split(','))
      const named = shelf.areaOfName(source.slice(1))
      const sheet = named && shelf.workbook.getSheetBySheetId(named.sheet)
      return sheet
        ? builder.requireValueInRange(sheet.getRange(named.area.row, named.area.column, named.area.rows, named.area.columns))
        : null
    }
    case 'WholeNumber':
    case 'Decimal': {
      const whole = rule.type === 'WholeNumber'
      if (rule.operator === 'GreaterThanOrEqualTo' || rule.operator === 'GreaterThan')
        return builder.requireNumberBetween(only, MANY, whole)
      if (rule.operator === 'LessThanOrEqualTo' || rule.operator === 'LessThan') return builder.requireNumberBetween(-MANY, only, whole)
      return builder.requireNumberBetween(low, high, whole)
    }
    case 'Custom':
      return rule.formula ? builder.requireFormulaSatisfied(rule.formula) : null
    // The grid has no length rule, and its date rule refuses serial numbers; both are checked by the pane.
    case 'TextLength':
    case 'Date':
      return null
  }
}
