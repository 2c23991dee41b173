// Conditional formats of one sheet in Univer: a formula, and how cells look
// where it is true. Formats of other kinds, which a person can add, are not ours.
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
} from '@univerjs/preset-sheets-conditional-formatting'
import { areaOfRange, rangeOfArea } from './univer-area.ts'
import type { UniverLink } from './univer-link.ts'
import type { ConditionalRule } from './workbook.ts'

export const conditionalRules = (link: UniverLink, sheet: string): ConditionalRule[] => {
  const rules = link.injector.get(ConditionalFormattingRuleModel).getSubunitRules(link.unitId, sheet) ?? []
  return rules.flatMap(({ cfId, ranges, rule }) => {
    if (rule.type !== CFRuleType.highlightCell || rule.subType !== CFSubRuleType.formula) return []
    const { bg, cl, bl } = rule.style
    const look = { ...(cl?.rgb && { color: cl.rgb }), ...(bg?.rgb && { fill: bg.rgb }), ...(bl === 1 && { bold: true }) }
    return ranges.map((range) => ({ id: cfId, area: areaOfRange(range), formula: rule.value, ...look }))
  })
}

export const addConditional = (link: UniverLink, sheet: string, { id, area, formula, color, fill, bold }: ConditionalRule): void =>
  link.run(AddConditionalRuleMutation.id, {
    subUnitId: sheet,
    rule: {
      cfId: id,
      ranges: [rangeOfArea(area)],
      stopIfTrue: false,
      rule: {
        type: CFRuleType.highlightCell,
        subType: CFSubRuleType.formula,
        value: formula,
        style: { ...(color && { cl: { rgb: color } }), ...(fill && { bg: { rgb: fill } }), ...(bold && { bl: 1 }) },
      },
    },
  })

export const removeConditional = (link: UniverLink, sheet: string, id: string): void =>
  link.run(DeleteConditionalRuleMutation.id, { subUnitId: sheet, cfId: id })
