// Conditional formats with a formula. The library's format covers several areas
// under one id; the workbook keeps one rule per area, as `id/0`, `id/1`.
import type { Area, ConditionalRule, WorkbookSheet } from '../workbook.ts'
import { meet } from './area.ts'
import { colorOf } from './format-part.ts'
import { asFlag, asText, invalid, missing, type Part } from './part.ts'
import { guard } from './protection-part.ts'
import type { Session } from './session.ts'

type Draft = Omit<ConditionalRule, 'id' | 'area'> & { readonly areas: readonly Area[] }
type Look = Partial<Pick<ConditionalRule, 'color' | 'fill' | 'bold' | 'formula'>>

const group = (rule: ConditionalRule): string => rule.id.split('/')[0] as string

const stored = (sheet: WorkbookSheet, id: string): Draft | null => {
  const rules = sheet.conditionals().filter((rule) => group(rule) === id)
  if (!rules[0]) return null
  const { id: _, area: __, ...look } = rules[0]
  return { ...look, areas: rules.map((rule) => rule.area) }
}

const remove = (sheet: WorkbookSheet, id: string) => {
  for (const rule of sheet.conditionals().filter((rule) => group(rule) === id)) sheet.removeConditional(rule.id)
}

const formatPart = (session: Session, sheet: WorkbookSheet, id: string, fresh: readonly Area[] | null): Part => {
  let draft: Draft | null = fresh && { formula: '', areas: fresh }
  const current = (): Draft => {
    const found = draft ?? stored(sheet, id)
    if (!found) throw missing('the conditional format does not exist any more')
    return found
  }
  const put = (look: Look) => {
    guard(session, sheet, 'conditionalFormats', 'allowFormatCells')
    draft = { ...current(), ...look }
    session.later(id, () => {
      if (!draft?.formula) return
      remove(sheet, id)
      const { areas, ...rest } = draft
      for (const [index, area] of areas.entries()) sheet.addConditional({ ...rest, id: `${id}/${index}`, area })
      draft = null
    })
  }
  const rule: Part = {
    kind: 'ConditionalFormatRule',
    get: { formula: () => current().formula },
    set: {
      formula: (value) => {
        const text = asText(value, 'formula')
        if (!text.startsWith('=')) throw invalid('a rule is a formula')
        put({ formula: text })
      },
    },
  }
  const format: Part = {
    kind: 'ConditionalRangeFormat',
    open: {
      font: () => ({
        kind: 'ConditionalRangeFont',
        get: { color: () => current().color ?? '', bold: () => current().bold ?? false },
        set: { color: (value) => put({ color: colorOf(value) }), bold: (value) => put({ bold: asFlag(value, 'bold') }) },
      }),
      fill: () => ({
        kind: 'ConditionalRangeFill',
        get: { color: () => current().fill ?? '' },
        set: { color: (value) => put({ fill: colorOf(value) }) },
      }),
    },
  }
  const custom: Part = { kind: 'CustomConditionalFormat', open: { rule: () => rule, format: () => format } }
  return {
    kind: 'ConditionalFormat',
    keys: () => ({ Id: id }),
    get: { id: () => id, type: () => 'Custom' },
    open: { custom: () => custom, customOrNullObject: () => custom },
    call: {
      delete: () => {
        guard(session, sheet, 'conditionalFormats', 'allowFormatCells')
        current()
        session.later(id, () => {})
        draft = null
        remove(sheet, id)
      },
    },
  }
}

export const conditionalsPart = (session: Session, sheet: WorkbookSheet, areas: readonly Area[]): Part => {
  const ids = () => [
    ...new Set(
      sheet
        .conditionals()
        .filter((rule) => areas.some((area) => meet(area, rule.area)))
        .map(group),
    ),
  ]
  const unused = (): string => {
    const taken = new Set(sheet.conditionals().map(group))
    let id = `{cf-${session.next()}}`
    while (taken.has(id)) id = `{cf-${session.next()}}`
    return id
  }
  const at = (key: unknown): Part => {
    const id = asText(key, 'id')
    if (!stored(sheet, id)) throw missing(`no conditional format ${id}`)
    return formatPart(session, sheet, id, null)
  }
  return {
    kind: 'ConditionalFormatCollection',
    items: () => ids().map(at),
    at,
    open: {
      add: (type: unknown) => {
        guard(session, sheet, 'conditionalFormats', 'allowFormatCells')
        if (type !== 'Custom') throw invalid(`this host has no conditional format of type ${String(type)}`)
        return formatPart(session, sheet, unused(), areas)
      },
    },
    call: {
      getCount: () => ids().length,
      clearAll: () => {
        guard(session, sheet, 'conditionalFormats', 'allowFormatCells')
        for (const id of ids()) remove(sheet, id)
      },
    },
  }
}
