// Sheet names that are free in the open workbook, and a layout rewritten to
// them: references inside names and formulas follow.
import { quoteSheet } from '../../shared/a1.ts'
import type { SheetLayout, WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'

const LONGEST = 31

/** `THANG 2025-03`, else `THANG 2025-03 (2)`, … Excel compares without case. */
export const freeName = (wanted: string, taken: ReadonlySet<string>): string => {
  let name = wanted.slice(0, LONGEST)
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` (${number})`
    name = wanted.slice(0, LONGEST - suffix.length) + suffix
  }
  return name
}

type Rewrite = (text: string) => string

const rewritten = (sheet: SheetLayout, name: string, rewrite: Rewrite, renamed: ReadonlyMap<string, string>): SheetLayout => ({
  ...sheet,
  name,
  cells: sheet.cells.map((cell) => {
    if (cell.formula !== undefined) return { ...cell, formula: rewrite(cell.formula) }
    // A hidden record says the name of the sheet it stands for.
    const said = sheet.visibility === 'very-hidden' && typeof cell.value === 'string' ? renamed.get(cell.value) : undefined
    return said === undefined ? cell : { ...cell, value: said }
  }),
  conditionals: sheet.conditionals.map((one) => ({ ...one, formula: rewrite(one.formula) })),
  validations: sheet.validations.map((one) => {
    const { rule } = one
    if (rule.kind === 'list') return { ...one, rule: { ...rule, source: rewrite(rule.source) } }
    return rule.kind === 'custom' ? { ...one, rule: { ...rule, formula: rewrite(rule.formula) } } : one
  }),
})

/** The layout with sheet names that no existing sheet has. */
export const withFreeNames = (layout: WorkbookLayout, existing: readonly string[]): WorkbookLayout => {
  const taken = new Set(existing.map((name) => name.toLowerCase()))
  const names = layout.sheets.map((sheet) => {
    const name = freeName(sheet.name, taken)
    taken.add(name.toLowerCase())
    return { from: sheet.name, to: name }
  })
  const changed = names.filter(({ from, to }) => from !== to)
  if (changed.length === 0) return layout
  const renamed = new Map(changed.map(({ from, to }) => [from, to]))
  // All at once: one new name may be another's old one.
  const references = new Map(changed.map(({ from, to }) => [`${quoteSheet(from)}!`, `${quoteSheet(to)}!`]))
  const rewrite: Rewrite = (text) => text.replace(/'(?:[^']|'')+'!/g, (reference) => references.get(reference) ?? reference)
  return {
    ...layout,
    sheets: layout.sheets.map((sheet, index) => rewritten(sheet, names[index]?.to ?? sheet.name, rewrite, renamed)),
    names: layout.names.map((name) => ({ ...name, ref: rewrite(name.ref) })),
  }
}
