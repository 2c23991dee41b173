// Consolidations made up for tests of what is pulled into a workbook: any agencies with any
// rows of the sample template, and a sheet to which a revision is done as a host would do it.
import { address, parseAddress } from '../a1.ts'
import type { Grid, GridCell, GridSheet } from '../sheet/grid.ts'
import type { PulledFacts } from '../sheet/pulled-workbook.ts'
import { samplePlan, sampleRegister, sampleTemplate } from '../sheet/sample.ts'
import type { SheetRevision } from '../sheet/sheet-revision.ts'
import type { Value } from '../value.ts'
import { type Counted, consolidate } from './consolidated.ts'

export const template = sampleTemplate()
export const names = { plan: samplePlan, register: sampleRegister }

export interface SampleRow {
  readonly id: string
  readonly ten: string
  /** Million đồng. */
  readonly von: number | null
}

export interface SampleAgency {
  readonly agency: string
  readonly submission: number
  readonly rows: readonly SampleRow[]
}

export function sampleFacts(agencies: readonly SampleAgency[], madeAt = '2025-03-20T03:05:00.000Z'): PulledFacts {
  const counted = agencies.map(
    ({ agency, submission, rows }): Counted => ({
      ...{
        agency,
        agencyName: `Cơ quan ${agency}`,
        submissionId: `s-${agency}-${submission}`,
        receiptNumber: `KH25-${agency}${submission}`,
      },
      content: {
        ...{ template: template.code, version: 3, agency, period: '2025-03', declaration: null, header: {}, explanations: {} },
        rows: rows.map(({ id, ten, von }) => ({
          ...{ id, table: 'main', carried: false },
          values: { ten, von: von === null ? null : von * 1_000_000, gn: 0, ngay: '2025-03-01' } as Record<string, Value>,
        })),
      },
    }),
  )
  const heads = counted.map(({ content, ...head }, index) => ({
    ...head,
    ...{ sequence: agencies[index]!.submission, declaration: null, rows: { main: content.rows.length } },
  }))
  return {
    ...{ template, names, chosen: null, on: null },
    all: {
      ...{ template: template.code, version: 3, period: '2025-03', on: null, madeAt, missing: [], heads },
      ...consolidate(template, counted),
    },
  }
}

/** Rows below and with `from` go `by` rows down; what would lie above `from` then is gone. */
function shifted(cells: ReadonlyMap<string, GridCell>, from: number, by: number): Map<string, GridCell> {
  const moved = new Map<string, GridCell>()
  for (const [at, cell] of cells) {
    const spot = parseAddress(at)!
    if (spot.row < from) moved.set(at, cell)
    else if (spot.row + by >= from || by > 0) moved.set(address(spot.row + by, spot.column), cell)
  }
  return moved
}

/** What a host makes of a revision. Formulas stay as they are written: only those of the revision are right afterwards. */
export function revised(sheet: GridSheet, { expected, before, moves, formulas, after }: SheetRevision): GridSheet {
  for (const { at, value } of expected) if (String(sheet.cells.get(at)?.value ?? '') !== value) throw new Error(`${at} is not ${value}`)
  let cells = new Map(sheet.cells)
  const put = (edits: SheetRevision['before']) => {
    for (const { cell, value } of edits) {
      if (value === null) cells.delete(cell)
      else cells.set(cell, { value })
    }
  }
  put(before)
  for (const move of moves) {
    if (move.move === 'delete') {
      for (const at of [...cells.keys()]) {
        const { row } = parseAddress(at)!
        if (row >= move.row && row < move.row + move.count) cells.delete(at)
      }
      cells = shifted(cells, move.row, -move.count)
    } else {
      cells = shifted(cells, move.above, move.count)
      for (const cell of move.layout.cells) cells.set(cell.at, { value: cell.value ?? 0 })
    }
  }
  for (const { cell, formula } of formulas) cells.set(cell, { value: 0, formula })
  put(after)
  return { ...sheet, cells }
}

export const sheetNamed = (grid: Grid, name: string): GridSheet => grid.sheets.find((one) => one.name === name)!
