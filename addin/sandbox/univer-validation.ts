// Data validations of one sheet in Univer. Where they lie is asked of Univer,
// which moves them with rows and columns; what they say is remembered here.

import { AddDataValidationMutation, RemoveDataValidationMutation, SheetDataValidationModel } from '@univerjs/preset-sheets-data-validation'
import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  generateRandomId,
  type ISheetDataValidationRule,
} from '@univerjs/presets'
import { areaOfRange, rangeOfArea } from './univer-area.ts'
import type { UniverLink } from './univer-link.ts'
import type { Area, ValidationRule } from './workbook.ts'

const TYPES = { List: 'list', WholeNumber: 'whole', Decimal: 'decimal', Date: 'date', TextLength: 'textLength', Custom: 'custom' } as const

const OPERATORS: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
}

const STYLES: Readonly<Record<string, DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
}

/** Univer keeps bounds as text. */
const bound = (value: string | number | undefined): string | undefined => (value === undefined ? undefined : String(value))

export class SheetValidations {
  private readonly link: UniverLink
  private readonly sheet: string
  private readonly said = new Map<string, ValidationRule>()
  /** What a defined name stands for, as a reference. */
  private readonly resolve: (name: string) => string | null

  constructor(link: UniverLink, sheet: string, resolve: (name: string) => string | null) {
    this.link = link
    this.sheet = sheet
    this.resolve = resolve
  }

  private inUniver(): ISheetDataValidationRule[] {
    return this.link.injector.get(SheetDataValidationModel).getRules(this.link.unitId, this.sheet)
  }

  all(): { area: Area; rule: ValidationRule }[] {
    return this.inUniver().flatMap(({ uid, ranges }) => {
      const rule = this.said.get(uid)
      return rule ? ranges.map((range) => ({ area: areaOfRange(range), rule })) : []
    })
  }

  set(area: Area, rule: ValidationRule | null): void {
    const { startRow, startColumn, endRow, endColumn } = rangeOfArea(area)
    for (const { uid, ranges } of this.inUniver()) {
      const [range] = ranges
      if (ranges.length !== 1 || range?.startRow !== startRow || range.startColumn !== startColumn) continue
      if (range.endRow === endRow && range.endColumn === endColumn) this.remove(uid)
    }
    if (rule) this.add(area, rule)
  }

  private remove(uid: string): void {
    this.link.run(RemoveDataValidationMutation.id, { subUnitId: this.sheet, ruleId: uid })
    this.said.delete(uid)
  }

  private add(area: Area, rule: ValidationRule): void {
    const uid = generateRandomId(8)
    this.said.set(uid, rule)
    this.link.run(AddDataValidationMutation.id, {
      subUnitId: this.sheet,
      rule: { uid, ranges: [rangeOfArea(area)], ...this.univerRule(rule) },
    })
  }

  private univerRule(rule: ValidationRule): Omit<ISheetDataValidationRule, 'uid' | 'ranges'> {
    const name = rule.source?.startsWith('=') ? this.resolve(rule.source.slice(1)) : null
    const formula1 = rule.type === 'List' ? (name ?? rule.source) : rule.type === 'Custom' ? rule.formula : bound(rule.formula1)
    const formula2 = bound(rule.formula2)
    return {
      type: TYPES[rule.type],
      allowBlank: true,
      ...(rule.operator && { operator: OPERATORS[rule.operator] as DataValidationOperator }),
      ...(typeof formula1 === 'string' && { formula1 }),
      ...(typeof formula2 === 'string' && { formula2 }),
      ...(rule.type === 'List' && { renderMode: DataValidationRenderMode.ARROW, showDropDown: true }),
      ...(rule.alert && {
        showErrorMessage: rule.alert.showAlert,
        errorTitle: rule.alert.title,
        error: rule.alert.message,
        errorStyle: STYLES[rule.alert.style] ?? DataValidationErrorStyle.STOP,
      }),
      ...(rule.prompt && { showInputMessage: rule.prompt.showPrompt, promptTitle: rule.prompt.title, prompt: rule.prompt.message }),
    }
  }
}
