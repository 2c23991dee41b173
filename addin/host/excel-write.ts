// Writes accepted values into a sheet: as few rectangles as they make, in requests
// that Excel takes. Text stays text, a number put into a text cell stays a number.
import { parseAddress } from '../../shared/a1.ts'
import type { Edit } from '../../shared/fixes.ts'
import { DAY_FORMAT } from '../../shared/serial-date.ts'
import { dayIn } from './excel-date-probe.ts'
import { asText, TEXT } from './excel-input.ts'
import { cellKey, type Rectangle, rectanglesOf } from './excel-rectangles.ts'
import { perform, type Step, type Watched, weight } from './excel-steps.ts'
import { days1904 } from './excel-workbook.ts'

/** Cells of one block, and of all blocks whose formats are asked for at once. */
const CELLS = 4000
const BLOCKS = 500
const CALL = 400
/** Of values in one block. */
const BYTES = 100_000

const keysIn = ({ row, column, rows, columns }: Rectangle): number[] =>
  Array.from({ length: rows * columns }, (_, at) => cellKey(row + Math.floor(at / columns), column + (at % columns)))

/** A rectangle in pieces of whole rows that one request takes. */
const pieces = ({ row, column, rows, columns }: Rectangle): Rectangle[] => {
  const most = Math.max(1, Math.floor(CELLS / columns))
  return Array.from({ length: Math.ceil(rows / most) }, (_, at) => ({
    ...{ row: row + at * most, column, columns },
    rows: Math.min(most, rows - at * most),
  }))
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle) => sheet.getRangeByIndexes(row, column, rows, columns)

/** The number format of every cell of the blocks. */
const formatsOf = async (
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blocks: readonly Rectangle[],
): Promise<Map<number, string>> => {
  const formats = new Map<number, string>()
  let asked: { keys: number[]; range: Excel.Range }[] = []
  let cells = 0
  const read = async () => {
    await context.sync()
    for (const { keys, range } of asked)
      for (const [at, format] of range.numberFormat.flat().entries()) formats.set(keys[at]!, String(format))
    asked = []
    cells = 0
  }
  for (const block of blocks) {
    const keys = keysIn(block)
    asked.push({ keys, range: rangeOf(sheet, block).load('numberFormat') })
    cells += keys.length
    if (asked.length === BLOCKS || cells >= CELLS) await read()
  }
  if (asked.length > 0) await read()
  return formats
}

/** What one cell's format becomes before its value comes; null where it stays. */
const formatFor = ({ value, day }: Edit, format: string): string | null => {
  // A number put into a text cell would become text again.
  if (format === TEXT && typeof value === 'number') return day ? DAY_FORMAT : 'General'
  return day && format === 'General' ? DAY_FORMAT : null
}

type Written = string | number | boolean

/** The values of a block, cut into rows that together stay far below what one request takes. */
const valueSteps = (sheet: Excel.Worksheet, { row, column, rows, columns }: Rectangle, valueAt: (key: number) => Written): Step[] => {
  const steps: Step[] = []
  let lines: Written[][] = []
  let bytes = 0
  const close = (next: number) => {
    const [from, values] = [next - lines.length, lines]
    const where = { row: from, column, rows: values.length, columns }
    steps.push({
      bytes: CALL + bytes,
      rows: values.length,
      queue: () => {
        rangeOf(sheet, where).values = values
      },
    })
    lines = []
    bytes = 0
  }
  for (let at = row; at < row + rows; at++) {
    const line = Array.from({ length: columns }, (_, nth) => valueAt(cellKey(at, column + nth)))
    const weighs = line.reduce((sum: number, value) => sum + weight(value), 0)
    if (lines.length > 0 && bytes + weighs > BYTES) close(at)
    lines.push(line)
    bytes += weighs
  }
  close(row + rows)
  return steps
}

export const write = async (context: Excel.RequestContext, name: string, edits: readonly Edit[], watched: Watched = {}): Promise<void> => {
  const from1904 = edits.some(({ day }) => day) && (await days1904(context))
  const sheet = context.workbook.worksheets.getItem(name)
  const wanted = new Map<number, Edit>()
  for (const edit of edits) {
    const spot = parseAddress(edit.cell)
    if (!spot) throw new Error(`${edit.cell} is not a cell`)
    wanted.set(cellKey(spot.row, spot.column), edit)
  }
  const blocks = rectanglesOf(new Map([...wanted.keys()].map((key) => [key, '']))).flatMap(pieces)
  const formats = await formatsOf(context, sheet, blocks)
  const valueAt = (key: number): Written => {
    const { value, day } = wanted.get(key)!
    if (typeof value === 'string') return asText(value, formats.get(key))
    return day && typeof value === 'number' ? dayIn(value, from1904) : (value ?? '')
  }
  const looks = (kindOf: (edit: Edit, format: string) => string | null, put: (range: Excel.Range, kind: string) => void): Step[] => {
    const kinds = [...wanted].flatMap(([key, edit]): [number, string][] => {
      const kind = kindOf(edit, formats.get(key) ?? '')
      return kind === null ? [] : [[key, kind]]
    })
    return rectanglesOf(new Map(kinds)).map((one) => ({ bytes: CALL, queue: () => put(rangeOf(sheet, one), one.kind) }))
  }
  const { runtime } = context
  const steps: Step[] = [
    {
      bytes: CALL,
      queue: () => {
        runtime.enableEvents = false
      },
    },
    ...looks(formatFor, (range, format) => {
      range.numberFormat = [[format]]
    }),
    ...looks(
      ({ font }) => font ?? null,
      (range, font) => {
        range.format.font.name = font
      },
    ),
    ...blocks.flatMap((block) => valueSteps(sheet, block, valueAt)),
    {
      bytes: CALL,
      queue: () => {
        runtime.enableEvents = true
      },
    },
  ]
  try {
    await perform(context, steps, watched)
  } catch (error) {
    // The request stopped before its last line.
    runtime.enableEvents = true
    await context.sync().catch(() => {})
    throw error
  }
}
