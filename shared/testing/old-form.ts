// A form of the plan as it stands freshly drawn, and a person's old table taken
// over into it, end to end without a workbook. For tests only.
import type { CheckContext } from '../check-context.ts'
import { obligationsOf } from '../deadline.ts'
import type { Edit } from '../fixes.ts'
import { khanhHoa2025 } from '../packs/khanh-hoa-2025/pack.ts'
import { prefill } from '../prefill.ts'
import type { Grid, GridSheet } from '../sheet/grid.ts'
import { layout } from '../sheet/layout.ts'
import { read } from '../sheet/reading.ts'
import { gridOf } from '../sheet/sample-grid.ts'
import { type Brought, bringOver } from '../takeover/bring-over.ts'
import { type Placed, placeRows } from '../takeover/place-rows.ts'
import { type Proposal, recognise } from '../takeover/recognise.ts'
import type { Template } from '../template.ts'

const { plan, register, templates, assignments } = khanhHoa2025

export interface OpenForm {
  readonly template: Template
  readonly context: CheckContext
  readonly grid: Grid
  readonly sheet: string
}

export function openForm(code: string): OpenForm {
  const template = templates.find((one) => one.code === code)!
  const [obligation] = ['2025-03', '2025-Q1', '2025-H1', '2025'].flatMap((period) =>
    obligationsOf(template, register, period).filter(({ agency }) => agency === 'STTTT'),
  )
  if (!obligation) throw new Error(`${code} is owed by nobody`)
  const { agency, period } = obligation
  const known = prefill(template, agency, period, { register, plan, assignments, previous: null })
  const context: CheckContext = { today: '2025-03-17', agency, period, register, plan, prefill: known, previous: null }
  const drawn = layout(template, known, {
    obligation,
    register,
    plan,
    agencyName: 'Sở Thông tin và Truyền thông',
    provinceName: plan.province,
  })
  return { template, context, grid: gridOf(drawn), sheet: drawn.sheets[0]!.name }
}

const sheetOf = ({ grid, sheet }: OpenForm): GridSheet => grid.sheets.find(({ name }) => name === sheet)!

export interface TakenOver {
  readonly proposal: Proposal
  readonly brought: Brought
  readonly placed: Placed
  /** The form afterwards. */
  readonly after: OpenForm
}

/** The columns as proposed, but for those that `change` maps otherwise. */
export function takenOver(
  form: OpenForm,
  old: GridSheet,
  how: { overwrite?: boolean; add?: boolean; at?: number; change?: Record<number, string> } = {},
): TakenOver {
  const { overwrite = false, add = true, at = 0, change = {} } = how
  const proposal = recognise(old, form.template, form.context)[at]!
  const reading = read(form.grid, form.sheet, form.template, form.context)
  const located = reading.tables.find((one) => one?.table.key === proposal.table)!
  const rows = reading.filing.rows.filter((row) => row.table === proposal.table)
  const fields = new Map(
    proposal.columns.flatMap(({ column, field }) => {
      const key = change[column] ?? field
      return key ? [[column, key] as const] : []
    }),
  )
  const brought = bringOver({ sheet: old, date1904: false, proposal, fields }, { table: located.table, rows, overwrite, add }, form.context)
  const placed = placeRows(brought.rows, sheetOf(form), located, rows)
  return { proposal, brought, placed, after: { ...form, grid: written(form, placed.edits) } }
}

const written = (form: OpenForm, edits: readonly Edit[]): Grid => ({
  ...form.grid,
  sheets: form.grid.sheets.map((sheet) => {
    if (sheet.name !== form.sheet) return sheet
    const cells = new Map(sheet.cells)
    for (const { cell, value } of edits) cells.set(cell, { ...cells.get(cell), value: value ?? '' })
    return { ...sheet, cells }
  }),
})

/** A table's rows as they then stand: what is read from the sheet, by row id and field. */
export const standing = ({ grid, sheet, template, context }: OpenForm, table: string) =>
  new Map(
    read(grid, sheet, template, context)
      .filing.rows.filter((row) => row.table === table)
      .map(({ id, entries }) => [
        id,
        Object.fromEntries(Object.entries(entries).flatMap(([key, { value }]) => (value === null || value === '' ? [] : [[key, value]]))),
      ]),
  )
