// One row of a filing within its table while it is checked: what was found in
// it is kept as long as its cells stay the same, wherever the row moves.
import type { Entry, FilingRow, Prefill } from '../filing.ts'
import type { Column } from './columns.ts'
import { type Placed, place, type Spot } from './found.ts'
import type { JudgedRow } from './judged-row.ts'
import type { RowEntries } from './row-entries.ts'

export type Stand = 'counted' | 'blank' | 'twice' | 'unknown'

const sameEntry = (a: Entry | undefined, b: Entry | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.value === b.value &&
    a.percent === b.percent &&
    a.error === b.error &&
    a.formula === b.formula &&
    a.font === b.font)

interface Told {
  readonly placed: readonly Placed[]
  readonly at: number | undefined
  readonly index: number
  readonly sheet: string | undefined
}

export class Line {
  row: FilingRow
  readonly given: Prefill['rows'][number] | undefined
  readonly entries: RowEntries
  /** null: nobody has asked yet, so that its cells are looked at when it is judged. */
  blank: boolean | null = null
  stand: Stand = 'counted'
  /** Position among the counted rows, from 0. */
  index = 0
  /** The checks in which the line was last there, and last counted. */
  seenIn = 0
  countedIn = 0
  judged: JudgedRow | null = null
  /** The findings as they were placed last, and where the row stood then. */
  told: Told | null = null

  /** `entries`: where those of its table are taken. */
  constructor(row: FilingRow, given: Line['given'], entries: RowEntries) {
    this.row = row
    this.given = given
    this.entries = entries
  }

  get isBlank(): boolean {
    this.blank ??= this.given === undefined && this.entries.isBlank(this.row)
    return this.blank
  }

  /** Whether another reading of the row found the same in its cells. */
  isSame(row: FilingRow): boolean {
    const [before, now] = [this.row.entries, row.entries]
    return before === now || this.entries.columns.every(({ key }) => sameEntry(before[key], now[key]))
  }

  spot(table: string, rank: number, column?: Column): Spot {
    const { row } = this
    const cell = column ? row.entries[column.key]?.cell : firstCell(row)
    return {
      place: {
        ...{ table, rowId: row.id },
        ...(row.at !== undefined && { row: row.at }),
        ...(column && { field: column.key }),
        ...(cell !== undefined && { cell }),
      },
      ...(column && { label: column.field.title }),
      rank: [rank, row.at ?? this.index, column?.at ?? -1],
    }
  }

  /** Whether what was placed stands there still, though the row was read anew. */
  #standsAsTold(told: Told, found: JudgedRow['found'], sheet: string | undefined): boolean {
    if (told.sheet !== sheet || told.at !== this.row.at || (told.at === undefined && told.index !== this.index)) return false
    return found.every(({ column }, at) => this.row.entries[column.key]?.cell === told.placed[at]?.finding.place.cell)
  }

  /** The findings of the row itself, where it stands now. */
  placed(table: string, rank: number, sheet: string | undefined): readonly Placed[] {
    const found = this.judged?.found ?? []
    if (found.length === 0) return found as readonly never[]
    if (this.told && this.#standsAsTold(this.told, found, sheet)) return this.told.placed
    const placed = found.map(({ column, said, substance }) => place(sheet, this.spot(table, rank, column), said, substance))
    this.told = { placed, at: this.row.at, index: this.index, sheet }
    return placed
  }
}

/** Where one gets to when a whole row is meant. */
const firstCell = (row: FilingRow): string | undefined => Object.values(row.entries).find((entry) => entry.cell !== undefined)?.cell
