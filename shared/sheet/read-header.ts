// The header fields and declarations of a form: by their hidden names, else by
// the mark of their row and the printed label beside the cell.
import { address, parseRange, parseReference } from '../a1.ts'
import type { Declaration, Entry } from '../filing.ts'
import type { FieldType, Template } from '../template.ts'
import { fold } from '../text/fold.ts'
import { DECLARATION, headerName } from './anchors.ts'
import type { Grid, GridSheet } from './grid.ts'
import { DECLARATION_LABELS } from './header-fields.ts'
import { entryOf, isBlank } from './read-entry-cell.ts'
import type { SheetIndex } from './sheet-index.ts'

type Which = { readonly template: string; readonly period: string }
type Spot = { readonly row: number; readonly column: number }

function named(index: SheetIndex, grid: Grid, name: string): Spot | null {
  for (const one of grid.names) {
    const reference = one.name === name ? parseReference(one.ref) : null
    const range = reference?.sheet === index.name ? parseRange(reference.range) : null
    if (range) return range.from
  }
  return null
}

/** A column or two may have been inserted between a label and its cell, hardly more. */
const NEAR = 3

/** The cell after the label, past the columns that the label is merged over. */
function besideLabel(index: SheetIndex, sheet: GridSheet, row: number, label: string, labels: ReadonlySet<string>): Spot | null {
  const cells = index.row(row)
  const at = cells.findIndex(([, cell]) => typeof cell.value === 'string' && fold(cell.value) === label)
  const found = cells[at]
  if (!found) return null
  const merge = sheet.merges.map(parseRange).find((range) => range?.from.row === row && range.from.column === found[0])
  const column = (merge?.to.column ?? found[0]) + 1
  const next = cells[at + 1]
  const isNext = next && next[0] - column < (merge ? NEAR : Number.POSITIVE_INFINITY)
  return isNext && !(typeof next[1].value === 'string' && labels.has(fold(next[1].value))) ? { row, column: next[0] } : { row, column }
}

/** Whether the nearest label at the left of a cell is this one. */
function isLabelled(index: SheetIndex, { row, column }: Spot, label: string, labels: ReadonlySet<string>): boolean {
  const texts = index.row(row).flatMap(([at, { value }]) => (at < column && typeof value === 'string' ? [fold(value)] : []))
  return texts.filter((text) => labels.has(text)).at(-1) === label
}

const rowOf = (index: SheetIndex, key: string): number | undefined =>
  index
    .rows()
    .find((row) =>
      index
        .row(row)
        .some(([, cell]) => typeof cell.value === 'string' && cell.value.startsWith('#fields ') && cell.value.split(' ').includes(key)),
    )

export function readHeader(
  index: SheetIndex,
  sheet: GridSheet,
  grid: Grid,
  template: Template,
  which: Which,
): { header: Record<string, Entry>; declaration: Declaration | null } {
  const text: FieldType = { kind: 'text', maxLength: 1000 }
  const wanted = [
    ...template.header.map(({ key, title, type }) => ({ key, label: fold(title.vi), type })),
    { key: DECLARATION.nothing, label: fold(DECLARATION_LABELS.nothing), type: text },
    { key: DECLARATION.notApplicable, label: fold(DECLARATION_LABELS.notApplicable), type: text },
  ]
  const labels = new Set(wanted.map((one) => one.label))
  const find = (key: string, label: string): Spot | null => {
    // Programs that insert rows without minding names leave them pointing at another cell.
    const spot = named(index, grid, headerName(which, key))
    if (spot && isLabelled(index, spot, label, labels)) return spot
    const marked = rowOf(index, key)
    const rows = marked === undefined ? index.rows() : [marked]
    for (const row of rows) {
      const beside = besideLabel(index, sheet, row, label, labels)
      if (beside) return beside
    }
    return spot
  }
  const entries = new Map<string, Entry>()
  for (const { key, label, type } of wanted) {
    const spot = find(key, label)
    if (!spot) continue
    const at = address(spot.row, spot.column)
    entries.set(key, entryOf(index.cell(spot.row, spot.column), at, type, { date1904: grid.date1904, computed: false }))
  }
  const header: Record<string, Entry> = {}
  for (const { key } of template.header) {
    const entry = entries.get(key)
    if (entry) header[key] = entry
  }
  return { header, declaration: declarationOf(entries.get(DECLARATION.nothing), entries.get(DECLARATION.notApplicable)) }
}

const NO = new Set(['khong', 'không', 'no', 'false', '0'].map(fold))

function declarationOf(nothing: Entry | undefined, notApplicable: Entry | undefined): Declaration | null {
  if (notApplicable && !isBlank(notApplicable)) return { kind: 'not-applicable', reason: String(notApplicable.value).trim() }
  if (nothing && !isBlank(nothing) && !NO.has(fold(String(nothing.value)))) return { kind: 'nothing-to-report' }
  return null
}
