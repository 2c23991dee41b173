// The rows of a table from check to check: each finds its line again as long as
// its cells are the same. Judges nothing; which lines count is the table's matter.
import type { FilingRow, Prefill } from '../filing.ts'
import { Line } from './line.ts'
import type { RowEntries } from './row-entries.ts'

/** A line made in this check, with the one it stands in for. */
export interface Fresh {
  readonly line: Line
  readonly old: Line
}

/** Of lines in whose place what is wrong is said of their cells: any change is told anew. */
const isWrong = ({ stand }: Line): boolean => stand === 'twice' || stand === 'unknown'

export class Lines {
  readonly #entries: RowEntries
  readonly #given: ReadonlyMap<string, Prefill['rows'][number]>
  #rows: readonly FilingRow[] = []
  #round = 0
  all: Line[] = []
  fresh: Fresh[] = []

  constructor(entries: RowEntries, given: ReadonlyMap<string, Prefill['rows'][number]>) {
    this.#entries = entries
    this.#given = given
  }

  /** Whether rows came, went or moved, or one of them is now or no longer blank. */
  recognise(rows: readonly FilingRow[]): boolean {
    const changed = this.#changedIn(rows)
    this.#rows = rows
    this.fresh = []
    if (changed === null) {
      this.#findAgain(rows)
      return true
    }
    let moved = false
    for (const at of changed) {
      const [row, old] = [rows[at]!, this.all[at]!]
      const line = this.#lineOf(row, old)
      moved ||= isWrong(line) || line.isBlank !== old.isBlank
      this.all[at] = line
    }
    return moved
  }

  /** Where the row is another object than in the last check; null unless the same rows stand in the same places. */
  #changedIn(rows: readonly FilingRow[]): number[] | null {
    const before = this.#rows
    if (before.length !== rows.length) return null
    const changed: number[] = []
    for (let at = 0; at < rows.length; at++) {
      const [row, old] = [rows[at]!, before[at]!]
      if (row === old) continue
      if (row.id !== old.id || row.at !== old.at) return null
      changed.push(at)
    }
    return changed
  }

  #lineOf(row: FilingRow, old: Line): Line {
    if (old.row === row || old.isSame(row)) {
      old.row = row
      return old
    }
    const line = new Line(row, this.#givenOf(row), this.#entries)
    line.stand = old.stand
    this.fresh.push({ line, old })
    return line
  }

  #givenOf({ id }: FilingRow): Prefill['rows'][number] | undefined {
    return this.#given.size === 0 ? undefined : this.#given.get(id)
  }

  /** By place, else by id. */
  #findAgain(rows: readonly FilingRow[]): void {
    const before = this.all
    const round = ++this.#round
    if (before.length === 0) {
      this.all = rows.map((row) => this.#begun(row, round))
      return
    }
    let byId: ReadonlyMap<string, Line> | undefined
    this.all = rows.map((row, at) => {
      let old = before[at]
      if (old?.row.id !== row.id) {
        byId ??= new Map(before.map((line) => [line.row.id, line]))
        old = byId.get(row.id)
      }
      if (!old || old.seenIn === round) return this.#begun(row, round)
      const line = this.#lineOf(row, old)
      line.seenIn = round
      return line
    })
  }

  #begun(row: FilingRow, round: number): Line {
    const line = new Line(row, this.#givenOf(row), this.#entries)
    line.seenIn = round
    return line
  }
}
