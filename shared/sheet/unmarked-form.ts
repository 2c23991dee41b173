// A form that has lost every anchor: known by the titles of its columns, and by
// the agency and the period that are printed above them. Never guessed: what
// is printed must name the obligation at hand.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import type { Filing } from '../filing.ts'
import type { Template } from '../template.ts'
import type { Grid } from './grid.ts'
import { titlesFound } from './locate-table.ts'
import { SheetIndex } from './sheet-index.ts'

/** The sheets on which every table of the template stands under its titles, those with most titles first. */
export function sheetsByTitles(grid: Grid, template: Template): string[] {
  const found = grid.sheets
    .filter(({ visibility }) => visibility === 'visible')
    .map((sheet) => ({ name: sheet.name, count: titlesFound(new SheetIndex(sheet), sheet.merges, template) }))
    .filter(({ count }) => count > 0)
  const most = Math.max(0, ...found.map(({ count }) => count))
  return found.filter(({ count }) => count === most).map(({ name }) => name)
}

/** Agency and period as printed in the header of the sheet; '' where nothing legible stands there. */
export function printedIdentity(template: Template, header: Filing['header'], context: CheckContext): { agency: string; period: string } {
  const printed = (kind: 'agency' | 'period') => {
    const field = template.header.find(({ type, source }) => type.kind === kind && source === 'carried')
    const entry = field && header[field.key]
    const value = entry ? readEntry(field.type, entry, context).value : null
    return typeof value === 'string' ? value : ''
  }
  return { agency: printed('agency'), period: printed('period') }
}
