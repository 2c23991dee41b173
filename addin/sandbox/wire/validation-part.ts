// Data validation of a range: the rule in the library's shape to the workbook's
// and back, with the limits Excel has.
import type { Area, ValidationRule, WorkbookSheet } from '../workbook.ts'
import { same } from './area.ts'
import { asRecord, asText, invalid, type Part } from './part.ts'
import { guard } from './protection-part.ts'
import type { Session } from './session.ts'

const COMPARED = { wholeNumber: 'WholeNumber', decimal: 'Decimal', date: 'Date', textLength: 'TextLength' } as const

const bound = (value: unknown): string | number | undefined => {
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string' && typeof value !== 'number') throw invalid('a bound must be a number or text')
  return value
}

const ruleOf = (session: Session, value: unknown): ValidationRule => {
  const given = asRecord(value, 'rule')
  if (given.list) {
    const source = asText(asRecord(given.list, 'list').source, 'source')
    if (!source.startsWith('=') && source.length > 255) throw invalid('a typed list may have 255 characters')
    const name = /^=([\p{L}_][\p{L}\p{N}_.]*)$/u.exec(source)?.[1]
    if (name && !session.workbook.names().some((one) => one.name.toLowerCase() === name.toLowerCase()))
      throw invalid(`the list source ${source} evaluates to an error`)
    return { type: 'List', source }
  }
  if (given.custom) return { type: 'Custom', formula: asText(asRecord(given.custom, 'custom').formula, 'formula') }
  for (const [key, type] of Object.entries(COMPARED)) {
    if (!given[key]) continue
    const rule = asRecord(given[key], key)
    const formula1 = bound(rule.formula1)
    const formula2 = bound(rule.formula2)
    // A date as a number is refused: Excel takes ISO text or a formula.
    if (type === 'Date' && (typeof formula1 === 'number' || typeof formula2 === 'number')) throw invalid('a date bound must be text')
    return {
      type,
      operator: asText(rule.operator, 'operator'),
      ...(formula1 !== undefined && { formula1 }),
      ...(formula2 !== undefined && { formula2 }),
    }
  }
  throw invalid('an empty rule')
}

const shown = (rule: ValidationRule | undefined): Record<string, unknown> => {
  if (!rule) return {}
  if (rule.type === 'List') return { list: { inCellDropDown: true, source: rule.source } }
  if (rule.type === 'Custom') return { custom: { formula: rule.formula } }
  const key = rule.type.charAt(0).toLowerCase() + rule.type.slice(1)
  return { [key]: { operator: rule.operator, formula1: rule.formula1, formula2: rule.formula2 } }
}

const message = (value: unknown, what: string) => {
  const given = asRecord(value, what)
  const title = asText(given.title, 'title')
  const text = asText(given.message, 'message')
  if (title.length > 32) throw invalid(`${what}: a title may have 32 characters`)
  if (text.length > 255) throw invalid(`${what}: a message may have 255 characters`)
  return { given, title, message: text }
}

export const validationPart = (session: Session, sheet: WorkbookSheet, area: Area): Part => {
  const current = () => sheet.validations().find((one) => same(one.area, area))?.rule
  const put = (what: string, change: (rule: ValidationRule) => ValidationRule) => {
    guard(session, sheet, 'dataValidation')
    const rule = current()
    // On the web a rule set after its prompt fails, so the order is demanded everywhere.
    if (!rule) throw invalid(`${what} before rule`)
    sheet.setValidation(area, change(rule))
  }
  return {
    kind: 'DataValidation',
    get: {
      rule: () => shown(current()),
      type: () => current()?.type ?? 'None',
      prompt: () => current()?.prompt ?? {},
      errorAlert: () => current()?.alert ?? {},
    },
    set: {
      rule: (value) => {
        guard(session, sheet, 'dataValidation')
        sheet.setValidation(area, ruleOf(session, value))
      },
      ignoreBlanks: () => {},
      errorAlert: (value) =>
        put('errorAlert', (rule) => {
          const { given, ...text } = message(value, 'errorAlert')
          return { ...rule, alert: { ...text, style: asText(given.style, 'style'), showAlert: given.showAlert !== false } }
        }),
      prompt: (value) =>
        put('prompt', (rule) => {
          const { given, ...text } = message(value, 'prompt')
          return { ...rule, prompt: { ...text, showPrompt: given.showPrompt !== false } }
        }),
    },
    call: {
      clear: () => {
        guard(session, sheet, 'dataValidation')
        sheet.setValidation(area, null)
      },
    },
  }
}
