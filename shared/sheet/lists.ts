// The lists that cells may be picked from, and the very-hidden sheet that holds
// them: a typed list ends at 255 characters and at every comma, a named range does not.
import { absoluteRange, sheetReference, span } from '../a1.ts'
import { existsOn, type Register } from '../agency.ts'
import { formulasOf, type PreparedTable } from '../check/prepared.ts'
import type { Plan } from '../plan.ts'
import type { ListPart } from '../rule/formula-tree.ts'
import type { ListEntries } from '../rule/scope.ts'
import type { FieldType, Template } from '../template.ts'
import { NIL } from '../value.ts'
import { listName, listSheetName } from './anchors.ts'
import { SheetBuilder } from './sheet-builder.ts'
import type { LayoutName, SheetLayout } from './sheet-layout.ts'

type Which = { readonly template: string; readonly period: string }

const AGENCIES = 'co-quan'
const YES_NO = 'co-khong'
/** The answer to a declaration that can only be affirmed. */
export const YES_ONLY = 'co'
export const YES = 'Có'

/** The list that a type is picked from, or null. Lists for fields that may be nil hold "-" too. */
export function listOf(type: FieldType, nilAllowed: boolean): string | null {
  const list = type.kind === 'choice' ? type.list : type.kind === 'agency' ? AGENCIES : type.kind === 'yes-no' ? YES_NO : null
  return list && (nilAllowed ? `${list}+nil` : list)
}

/** A list that formulas look something up in: labels beside codes, or one column of it. */
export const lookupName = (which: Which, list: string, part: ListPart): string =>
  listName(which, part === 'all' ? `${list}-tra` : `${list}-tra-${part}`)

export const listSource = (which: Which, list: string): string => `=${listName(which, list)}`

export interface ListContext {
  readonly register: Register
  readonly plan: Plan
  /** The day on which agencies must exist to be offered. */
  readonly day: string
}

function labels(list: string, { register, plan, day }: ListContext): string[] {
  const [id] = list.split('+') as [string]
  const nil = list === id ? [] : [NIL]
  if (id === AGENCIES) return [...register.agencies.filter((agency) => existsOn(agency, day)).map((agency) => agency.name), ...nil]
  if (id === YES_ONLY) return [YES]
  if (id === YES_NO) return [YES, 'Không', ...nil]
  return [...(plan.lists.find((one) => one.id === id)?.entries.map((entry) => entry.label.vi) ?? []), ...nil]
}

export function usedLists(template: Template): string[] {
  const used = new Set([YES_ONLY])
  const add = (type: FieldType, nilAllowed: boolean) => {
    const list = listOf(type, nilAllowed)
    if (list) used.add(list)
  }
  for (const field of template.header) add(field.type, false)
  for (const field of template.tables.flatMap((table) => table.fields)) if (field.source !== 'computed') add(field.type, field.nilAllowed)
  return [...used]
}

type Lookups = Readonly<Record<string, ListEntries>>

export const lookupsOf = (tables: readonly PreparedTable[]): Lookups =>
  Object.assign({}, ...tables.flatMap((table) => formulasOf(table).map(({ lists }) => lists)))

export function listsSheet(
  template: Template,
  which: Which,
  context: ListContext,
  lookups: Lookups,
): { sheet: SheetLayout; names: LayoutName[] } {
  const sheet = new SheetBuilder()
  const name = listSheetName(which)
  const lists = usedLists(template)
  const names = lists.map((list, column): LayoutName => {
    const entries = labels(list, context)
    sheet.column(column, 30)
    sheet.look(0, column, Math.max(entries.length, 1), column, 'id')
    sheet.put(0, column, list)
    entries.forEach((label, index) => sheet.put(index + 1, column, label))
    const ref = sheetReference(name, absoluteRange(span(1, column, Math.max(entries.length, 1), column)))
    return { name: listName(which, list), ref, visible: false }
  })
  let column = lists.length
  for (const [list, entries] of Object.entries(lookups)) {
    const last = Math.max(entries.length, 1)
    sheet.look(0, column, last, column + 1, 'id')
    for (const [offset, part] of (['label', 'code'] as const).entries()) {
      sheet.column(column + offset, 30)
      sheet.put(0, column + offset, `${list}.${part}`)
      entries.forEach((entry, index) => sheet.put(index + 1, column + offset, entry[part]))
      const ref = sheetReference(name, absoluteRange(span(1, column + offset, last, column + offset)))
      names.push({ name: lookupName(which, list, part), ref, visible: false })
    }
    names.push({
      name: lookupName(which, list, 'all'),
      ref: sheetReference(name, absoluteRange(span(1, column, last, column + 1))),
      visible: false,
    })
    column += 2
  }
  return { sheet: sheet.build({ name, visibility: 'very-hidden', protected: false }), names }
}
