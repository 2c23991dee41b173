// Which sheet of an uploaded workbook is the form of one obligation. Copies that
// say the same do no harm; which of two that differ was meant nobody can know.
import type { Template } from '../template.ts'
import { findForms } from './find-forms.ts'
import type { FoundForm } from './form-identity.ts'
import type { Grid } from './grid.ts'
import { read } from './reading.ts'
import { sheetsByTitles } from './unmarked-form.ts'

interface Obliged {
  readonly agency: string
  readonly period: string
}

export interface ChosenForm {
  /** Null where no sheet, or more than one, may be meant. */
  readonly sheet: string | null
  readonly found: readonly FoundForm[]
}

/** What was typed, wherever it stands and in whatever order. */
function said(grid: Grid, sheet: string, template: Template): string {
  const { filing } = read(grid, sheet, template)
  const values = (entries: Readonly<Record<string, { readonly value: unknown }>>) =>
    Object.entries(entries).map(([key, { value }]) => [key, value])
  return JSON.stringify([
    filing.declaration,
    values(filing.header),
    filing.rows.map(({ id, entries }) => JSON.stringify([id, values(entries)])).sort(),
  ])
}

export function chooseForm(grid: Grid, template: Template, { agency, period }: Obliged): ChosenForm {
  const found = findForms(grid)
  const meant = found.filter(
    ({ identity }) => identity.template === template.code && identity.agency === agency && identity.period === period,
  )
  const shown = meant.filter(({ sheet }) => grid.sheets.some(({ name, visibility }) => name === sheet && visibility === 'visible'))
  const candidates = shown.length > 0 ? shown : meant
  const [first, ...others] = candidates.map(({ sheet }) => sheet)
  if (first !== undefined) {
    const same = others.every((other) => said(grid, other, template) === said(grid, first, template))
    return { sheet: same ? first : null, found }
  }
  const marked = new Set(found.map(({ sheet }) => sheet))
  const [unmarked, second] = sheetsByTitles(grid, template).filter((name) => !marked.has(name))
  return { sheet: unmarked !== undefined && second === undefined ? unmarked : null, found }
}
