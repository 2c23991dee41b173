// What several agencies filed: the same project or task by its name, spelled alike or nearly
// so, and the same document by its number. Takes texts by their numbers; rows are read for what is told alone.
import type { ListedSubmission } from '../survey.ts'
import type { Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import { nearRows } from './near-rows.ts'
import { type Repeat, type RepeatKey, type RepeatKind, type RepeatPage, type RepeatPlace, type RowKey, SAME } from './repeat.ts'
import { type ComparedTexts, comparedTexts, type RowTexts } from './row-texts.ts'

export interface Repeats {
  readonly found: readonly Repeat[]
  /** How many there are in all: of more than a person reads only the first are told. */
  readonly count: number
  /** Rows beyond this were not compared; null where all were. */
  readonly comparedOnly: number | null
}

export const NO_REPEATS: Repeats = { found: [], count: 0, comparedOnly: null }

/** Of as many texts the numbers are kept at once: some 6 MB. */
export const MOST_TEXTS = 100_000
/** So many different names are held against each other for being nearly the same. */
const MOST_NEAR = 5_000
/** More repeats of one kind would be read by nobody. */
const MOST_REPEATS = 500
/** Of one repeat. */
const MOST_PLACES = 20

/** A row that is told, with its place among the rows of its table in its submission, from 0. */
export interface ToldRow {
  readonly index: number
  readonly id: string
  readonly cell: string | null
  readonly values: Readonly<Record<string, Value>>
}

export interface RowAddress {
  readonly submissionId: string
  readonly position: number
}

/** Reads rows of a table by where they stand, in the order in which they are asked for. */
export type RowsAt = (table: Table, places: readonly RowAddress[]) => Promise<readonly ToldRow[]>

/** A repeat that is only nearly one, with its places as numbers. */
interface NearRepeat {
  readonly repeat: Repeat
  readonly places: readonly [number, number]
}

/** A place as a number: which head, and the position of the row in it. */
const ROWS_OF_A_HEAD = 2 ** 22

interface Group {
  readonly field: string
  readonly places: number[]
  agencies: number
  /** Rows come agency by agency. */
  last: string
}

/** Texts of one kind, known by their numbers alone. */
class Seen {
  readonly #most: number
  /** Of each text the place where it stood first. */
  readonly #first = new Map<number, number>()
  readonly groups = new Map<number, Group>()
  /** Texts that were looked at before there was no room for another one; those after it were only held against these. */
  kept = 0
  left = 0

  constructor(most: number) {
    this.#most = most
  }

  /** Whether nobody had it before. */
  see(hash: number, place: number, { agency }: ListedSubmission, field: string, agencyAt: (place: number) => string): boolean {
    const first = this.#first.get(hash)
    if (this.left === 0 && (first !== undefined || this.#first.size < this.#most)) this.kept++
    if (first === undefined) {
      if (this.#first.size >= this.#most) this.left++
      else this.#first.set(hash, place)
      return this.left === 0
    }
    const group = this.groups.get(hash) ?? { field, places: [first], agencies: 1, last: agencyAt(first) }
    this.groups.set(hash, group)
    if (group.last !== agency) {
      group.agencies++
      group.last = agency
    }
    if (group.places.length < MOST_PLACES) group.places.push(place)
    return false
  }

  /** By where each stood first. */
  get ofSeveral(): Group[] {
    return [...this.groups.values()].filter(({ agencies }) => agencies > 1).sort((a, b) => a.places[0]! - b.places[0]!)
  }
}

/** Whether something that is nearly the same comes after one: less like it, or as like and further down. */
const isAfter =
  (after: RepeatKey | null, passed: readonly number[]) =>
  ({ repeat, places }: NearRepeat): boolean => {
    if (after === null || after.likeness === SAME) return true
    if (repeat.likeness !== after.likeness) return repeat.likeness < after.likeness
    return places[0] !== passed[0] ? places[0] > passed[0]! : places[1] > passed[1]!
  }

export class RepeatSearch {
  readonly #table: Table
  readonly #columns: ComparedTexts
  readonly #names: Seen
  readonly #numbers: Seen
  readonly #heads: ListedSubmission[] = []
  /** Where the first different names stand. */
  readonly #near: number[] = []
  #nearly: Promise<readonly NearRepeat[]> | null = null

  constructor(table: Table, most: number) {
    this.#table = table
    this.#columns = comparedTexts(table)
    this.#names = new Seen(most)
    this.#numbers = new Seen(most)
  }

  /** Each submission once, in order. */
  add(head: ListedSubmission, { names, documents }: RowTexts): void {
    const first = this.#heads.push(head) * ROWS_OF_A_HEAD - ROWS_OF_A_HEAD
    const agencyAt = (at: number) => this.#headAt(at).agency
    const { name, documents: columns } = this.#columns
    for (const [position, text] of names) {
      const isNew = this.#names.see(text, first + position, head, name?.key ?? '', agencyAt)
      if (isNew && this.#near.length < MOST_NEAR) this.#near.push(first + position)
    }
    for (const [position, column, text] of documents) this.#numbers.see(text, first + position, head, columns[column]?.key ?? '', agencyAt)
  }

  /** How many there are of a kind; of those that are the same in every letter, and of those that are nearly so. */
  async count(kind: RepeatKind, rowsAt: RowsAt): Promise<number> {
    return kind === 'same-document'
      ? this.#numbers.ofSeveral.length
      : this.#names.ofSeveral.length + (await this.#nearlySame(rowsAt)).length
  }

  /**
   * Some of a kind after one: first those that are the same by where they stand, then those that are nearly so, the
   * likeliest first. `orderOf`: the place of an agency in the register.
   */
  async told(
    kind: RepeatKind,
    after: RepeatKey | null,
    most: number,
    rowsAt: RowsAt,
    orderOf: (agency: string) => number,
  ): Promise<RepeatPage> {
    const passed = after?.rows.map((row) => this.#placeOf(row, orderOf)) ?? []
    const groups = (kind === 'same-document' ? this.#numbers : this.#names).ofSeveral
    const open = after === null ? groups : after.likeness === SAME ? groups.filter(({ places }) => places[0]! > passed[0]!) : []
    const shown = open.slice(0, most)
    const same = await this.#told(kind, shown, rowsAt)
    const sameKey = (group: Group): RepeatKey => ({ likeness: SAME, rows: [this.#rowAt(group.places[0]!)] })
    const room = most - shown.length
    const nearly = kind === 'same-document' || open.length > most ? [] : (await this.#nearlySame(rowsAt)).filter(isAfter(after, passed))
    if (room === 0) return { repeats: same, last: open.length > most || nearly.length > 0 ? sameKey(shown.at(-1)!) : null }
    const last = nearly.length > room ? nearly[room - 1]! : null
    return {
      repeats: [...same, ...nearly.slice(0, room).map(({ repeat }) => repeat)],
      last: last && { likeness: last.repeat.likeness, rows: last.places.map((at) => this.#rowAt(at)) },
    }
  }

  /** As many as are read in a workbook. */
  async repeats(rowsAt: RowsAt): Promise<Repeats> {
    const nearly = await this.#nearlySame(rowsAt)
    const [names, numbers] = [this.#names.ofSeveral, this.#numbers.ofSeveral]
    const same = await this.#told('same-row', names.slice(0, MOST_REPEATS), rowsAt)
    const documents = await this.#told('same-document', numbers.slice(0, MOST_REPEATS), rowsAt)
    return {
      found: [...same, ...nearly.map(({ repeat }) => repeat), ...documents],
      count: names.length + nearly.length + numbers.length,
      comparedOnly: this.comparedOnly,
    }
  }

  /** Rows beyond this were not compared; null where all were. */
  get comparedOnly(): number | null {
    const cut = [this.#names, this.#numbers].filter(({ left }) => left > 0).map(({ kept }) => kept)
    return cut.length > 0 ? Math.min(...cut) : null
  }

  #headAt(place: number): ListedSubmission {
    return this.#heads[Math.floor(place / ROWS_OF_A_HEAD)]!
  }

  #rowAt(place: number): RowKey {
    return { agency: this.#headAt(place).agency, position: place % ROWS_OF_A_HEAD }
  }

  /** Of an agency of which nothing counts any more: before whatever follows it. */
  #placeOf({ agency, position }: RowKey, orderOf: (agency: string) => number): number {
    const order = orderOf(agency)
    const at = this.#heads.findIndex((head) => orderOf(head.agency) >= order)
    const head = at < 0 ? this.#heads.length : at
    return head * ROWS_OF_A_HEAD + (this.#heads[head]?.agency === agency ? position : -1)
  }

  /** The same in every letter that counts: two texts with one number that are not are left out. */
  async #told(kind: RepeatKind, groups: readonly Group[], rowsAt: RowsAt): Promise<Repeat[]> {
    const places = await this.#placesAt(
      groups.flatMap(({ places, field }) => places.map((at) => ({ at, field }))),
      rowsAt,
    )
    let read = 0
    return groups.flatMap(({ field, places: { length }, agencies }) => {
      const own = places.slice(read, read + length)
      read += length
      const text = own[0]?.text ?? ''
      return own.every((one) => fold(one.text) === fold(text)) ? [{ kind, field, text, likeness: SAME, agencies, places: own }] : []
    })
  }

  #nearlySame(rowsAt: RowsAt): Promise<readonly NearRepeat[]> {
    this.#nearly ??= this.#findNear(rowsAt)
    return this.#nearly
  }

  async #findNear(rowsAt: RowsAt): Promise<NearRepeat[]> {
    const field = this.#columns.name?.key ?? ''
    const names = await this.#placesAt(
      this.#near.map((at) => ({ at, field })),
      rowsAt,
    )
    return nearRows(names).map(({ one, other, ...found }) => ({
      repeat: { kind: 'same-row', field, agencies: 2, ...found },
      places: [this.#near[one]!, this.#near[other]!],
    }))
  }

  async #placesAt(wanted: readonly { readonly at: number; readonly field: string }[], rowsAt: RowsAt): Promise<RepeatPlace[]> {
    if (wanted.length === 0) return []
    const rows = await rowsAt(
      this.#table,
      wanted.map(({ at }) => ({ submissionId: this.#headAt(at).submissionId, position: at % ROWS_OF_A_HEAD })),
    )
    return rows.map(({ index, id, cell, values }, nth) => {
      const { at, field } = wanted[nth]!
      return { head: this.#headAt(at), index, rowId: id, cell, text: String(values[field]) }
    })
  }
}
