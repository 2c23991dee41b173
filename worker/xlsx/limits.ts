// How much of an uploaded workbook is read at most, and what of it was spent.
// A form is a few hundred kilobytes; a hostile file meets these before it costs
// more than a fraction of the memory and the seconds that a Worker has.
import { WorkbookRefusal } from './refusal.ts'

export interface ReadLimits {
  readonly fileBytes: number
  readonly entries: number
  /** Of one XML part, as declared and as produced. */
  readonly partBytes: number
  /** Of the shared strings and of every part that is held whole. */
  readonly heldBytes: number
  /** Of all parts, as declared. */
  readonly totalBytes: number
  /** Of all parts that are read, as produced: the same part read again counts again. */
  readonly producedBytes: number
  /** Inflated size over stored size, judged for XML parts above one megabyte. */
  readonly ratio: number
  readonly sheets: number
  readonly names: number
  readonly rowsPerSheet: number
  /** Of all sheets together: cells that hold something. */
  readonly cells: number
  /** Of all sheets together: cells that are written, also where they hold nothing. */
  readonly writtenCells: number
  /** The last column in which a cell may hold something, from 1. */
  readonly columns: number
  readonly merges: number
  /** Of all sheets together, where what stands besides the cells is asked for: how many drop-downs, notes and formats are kept. What is beyond is left, not refused. */
  readonly aside: number
  /** As above, all their texts together, in characters. */
  readonly asideText: number
}

export const READ_LIMITS: ReadLimits = {
  fileBytes: 15_000_000,
  entries: 2_000,
  partBytes: 64_000_000,
  heldBytes: 16_000_000,
  totalBytes: 256_000_000,
  producedBytes: 64_000_000,
  ratio: 400,
  sheets: 200,
  names: 10_000,
  rowsPerSheet: 20_000,
  cells: 300_000,
  writtenCells: 2_500_000,
  columns: 16_384,
  merges: 20_000,
  aside: 20_000,
  asideText: 1_000_000,
}

/** Of a file of which a template is made: of its rows a few are enough, and every column is thought about. */
export const TEMPLATE_LIMITS: ReadLimits = {
  ...READ_LIMITS,
  rowsPerSheet: 12_000,
  cells: 100_000,
  columns: 256,
  merges: 5_000,
  aside: 5_000,
}

/** What reading one workbook may still cost. */
export class ReadBudget {
  readonly limits: ReadLimits
  /** Bytes inflated so far. */
  produced = 0
  constructor(limits: ReadLimits) {
    this.limits = limits
  }

  #cells = 0

  spend(bytes: number): void {
    this.produced += bytes
    if (this.produced > this.limits.producedBytes) throw new WorkbookRefusal('zip-bomb')
  }

  /** One more cell is written; counting them bounds the seconds, as bytes bound the memory. */
  writtenCell(): void {
    const { writtenCells } = this.limits
    if (++this.#cells > writtenCells) throw new WorkbookRefusal('too-many-cells', { limit: writtenCells })
  }
}
