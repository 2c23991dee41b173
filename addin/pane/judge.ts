// What needs the rules and the sheet's layout, apart from the rest so that the
// pane's first screen loads without them. Pure: given the form and the cells.
import { columnLetter } from '../../shared/a1.ts'
import { type Checker, createChecker } from '../../shared/check.ts'
import type { CheckContext } from '../../shared/check-context.ts'
import { explained } from '../../shared/explanations.ts'
import type { Content, Filing } from '../../shared/filing.ts'
import type { Finding } from '../../shared/finding.ts'
import type { Grid } from '../../shared/sheet/grid.ts'
import { layout } from '../../shared/sheet/layout.ts'
import type { LocatedTable } from '../../shared/sheet/locate-table.ts'
import { read } from '../../shared/sheet/reading.ts'
import type { WorkbookLayout } from '../../shared/sheet/sheet-layout.ts'
import type { Value } from '../../shared/value.ts'
import type { Form } from '../../shared/wire.ts'
import type { RowsToAdd } from '../host/host.ts'
import { type Places, placesOf } from './places.ts'
import type { Said } from './session.ts'
import { withAnswers } from './session-review.ts'

/** The form as sheets, with the draft's entries where there is one. */
export function formLayout(form: Form, draft: Filing | null, more: { toLimit?: boolean } = {}): WorkbookLayout {
  const { obligation, register, plan, template, prefill, waivers } = form
  return layout(template, prefill, {
    obligation,
    register,
    plan,
    agencyName: obligation.agencyName,
    provinceName: plan.province,
    waivers,
    ...(draft ? { draft } : {}),
    ...more,
  })
}

interface Judgement {
  readonly filing: Filing
  readonly content: Content
  readonly places: Places
  readonly findings: readonly Finding[]
}

/** The filing that stands in the sheet (none for a bare declaration), with what was said in the pane, and its findings. */
export function judge(form: Form, sheet: { name: string; grid: Grid } | null, said: Said): Judgement {
  const { context, checker } = atHand(form)
  const found = sheet
    ? read(sheet.grid, sheet.name, form.template, context)
    : { filing: bareFiling(form, said.header), tables: [], findings: [] }
  const declaration = said.declaration ?? found.filing.declaration
  const filing = withAnswers({ ...found.filing, declaration, explanations: said.explanations }, said.answers)
  const { findings, content } = checker.check(filing, found.findings)
  const explanations = explained(findings, said.explanations)
  return { filing: { ...filing, explanations }, content: { ...content, explanations }, places: placesOf(found.tables, filing), findings }
}

/** The rows at the end of a table that are ready and hidden, as in a form from a file: the first, from 1, and how many. */
function spareRows({ sheets }: Grid, name: string, { firstRow, lastRow }: LocatedTable): { at: number; count: number } {
  const hidden = sheets.find((sheet) => sheet.name === name)?.hiddenRows
  let at = lastRow + 2
  while (hidden?.has(at - 1) && at - 1 > firstRow) at--
  return { at, count: lastRow + 2 - at }
}

/** Where blank rows come into a table of the form, never more than it may have; null where it has no place for any. */
export function rowsToAdd(form: Form, sheet: { name: string; grid: Grid }, table: string, wanted: number): RowsToAdd | null {
  const found = read(sheet.grid, sheet.name, form.template, contextOf(form)).tables.find((one) => one?.table.key === table)
  if (!found || found.table.rows.source === 'carried') return null
  const spare = spareRows(sheet.grid, sheet.name, found)
  if (spare.count > 0) return { at: spare.at, count: Math.min(wanted, spare.count), computed: [], hidden: true }
  const count = Math.min(wanted, found.table.rows.max - (found.lastRow - found.firstRow + 1))
  const computed = found.table.fields.flatMap(({ key, source }) => {
    const column = source === 'computed' ? found.columns.get(key) : undefined
    return column === undefined ? [] : [columnLetter(column)]
  })
  return count > 0 ? { at: found.lastRow + 1, count, computed } : null
}

/** What another filing for the form says, as canonical values. */
export const contentOf = (form: Form, filing: Filing): Content => createChecker(form.template, contextOf(form)).check(filing, []).content

/** What a cell of the form is read against. */
export const contextOf = (form: Form): CheckContext => atHand(form).context

interface AtHand {
  readonly context: CheckContext
  readonly checker: Checker
}

/** One checker for each form at hand, so that a change in one row costs one row and not the sheet. */
const known = new WeakMap<Form, AtHand>()

function atHand(form: Form): AtHand {
  const before = known.get(form)
  if (before) return before
  const { obligation, today, register, plan, prefill, previous, waivers } = form
  const context = { today, agency: obligation.agency, period: obligation.period, register, plan, prefill, previous, waivers }
  const made = { context, checker: createChecker(form.template, context) }
  known.set(form, made)
  return made
}

/** Who prepared and who signs is asked of an answer without a form too. */
const bareFiling = (form: Form, said: Said['header']): Filing => {
  const typed = form.template.header.filter(({ source }) => source === 'input').map(({ key }) => key)
  return {
    template: form.template.code,
    version: form.template.version,
    agency: form.obligation.agency,
    period: form.obligation.period,
    declaration: null,
    header: Object.fromEntries(typed.map((key) => [key, { value: said[key] ?? asText(form.prefill.header[key]) }])),
    rows: [],
    explanations: {},
  }
}

/** Names of people are the only header cells that are prefilled and typed. */
const asText = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)
