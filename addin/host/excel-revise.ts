// Brings a sheet that people work in up to date: cells, then rows from the bottom to the
// top, then formulas where they stand by then. Looks first whether it is still the sheet that was read.
import { parseAddress } from '../../shared/a1.ts'
import { FONT } from '../../shared/sheet/looks.ts'
import type { RowMove, SheetRevision } from '../../shared/sheet/sheet-revision.ts'
import { cellSteps } from './excel-draw-cells.ts'
import { cellKey, rectanglesOf } from './excel-rectangles.ts'
import { perform, type Step, type Watched } from './excel-steps.ts'
import { days1904 } from './excel-workbook.ts'
import { write } from './excel-write.ts'
import { HostError } from './host.ts'

const CALL = 300
const FADED = '#808080'
const PLAIN = '#000000'

/** Columns that stand side by side, from 0, inclusive. */
const runsOf = (columns: readonly number[]): { from: number; to: number }[] => {
  const runs: { from: number; to: number }[] = []
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to + 1 >= column) last.to = column
    else runs.push({ from: column, to: column })
  }
  return runs
}

const moveSteps = (sheet: Excel.Worksheet, move: RowMove, from1904: boolean): Step[] => {
  if (move.move === 'delete') {
    const rows = `${move.row + 1}:${move.row + move.count}`
    return [{ bytes: CALL, queue: () => sheet.getRange(rows).delete('Up') }]
  }
  const { above, count, columns, layout } = move
  const come: Step = {
    bytes: CALL * 3,
    rows: count,
    queue: () => {
      sheet.getRange(`${above + 1}:${above + count}`).insert('Down')
      for (const { from, to } of runsOf(columns)) sheet.getRangeByIndexes(above, from, count, to - from + 1).clear('Formats')
    },
  }
  return [come, ...cellSteps(sheet, layout, FONT, from1904)]
}

const fadeSteps = (sheet: Excel.Worksheet, all: SheetRevision['faded']): Step[] =>
  all.map(({ row, columns, faded }) => ({
    bytes: CALL * 4,
    queue: () => {
      for (const { from, to } of runsOf(columns)) {
        const { font } = sheet.getRangeByIndexes(row, from, 1, to - from + 1).format
        font.italic = faded
        font.color = faded ? FADED : PLAIN
      }
    },
  }))

/** Formulas of one rectangle go out together. */
const formulaSteps = (sheet: Excel.Worksheet, formulas: SheetRevision['formulas']): Step[] => {
  const wanted = new Map(
    formulas.flatMap(({ cell, formula }) => {
      const spot = parseAddress(cell)
      return spot ? [[cellKey(spot.row, spot.column), formula] as const] : []
    }),
  )
  return rectanglesOf(new Map([...wanted.keys()].map((key) => [key, '']))).map(({ row, column, rows, columns }) => {
    const lines = Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (_, c) => wanted.get(cellKey(row + r, column + c)) ?? ''),
    )
    return {
      bytes: CALL + lines.flat().reduce((sum, { length }) => sum + length + 3, 0),
      queue: () => {
        sheet.getRangeByIndexes(row, column, rows, columns).formulas = lines
      },
    }
  })
}

export const revise = async (
  context: Excel.RequestContext,
  name: string,
  revision: SheetRevision,
  progress?: Watched['progress'],
): Promise<void> => {
  const sheet = context.workbook.worksheets.getItem(name)
  const seen = revision.expected.map(({ at, value }) => ({ value, range: sheet.getRange(at).load('values') }))
  await context.sync()
  if (seen.some(({ value, range }) => String(range.values[0]?.[0] ?? '') !== value)) throw new HostError('sheet-moved')
  const inserts = revision.moves.some(({ move }) => move === 'insert')
  const from1904 = inserts && (await days1904(context))
  if (revision.before.length > 0) await write(context, name, revision.before)
  const { runtime } = context
  runtime.enableEvents = false
  const steps = [
    ...fadeSteps(sheet, revision.faded),
    ...revision.moves.flatMap((move) => moveSteps(sheet, move, from1904)),
    ...formulaSteps(sheet, revision.formulas),
  ]
  try {
    if (steps.length > 0) await perform(context, steps, { progress })
  } finally {
    // What fails on the way must not leave every pane beside this workbook deaf.
    runtime.enableEvents = true
    await context.sync().catch(() => {})
  }
  // Last of all: until then the sheet says that it shows what it showed before.
  await write(context, name, revision.after)
}
