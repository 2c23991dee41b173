// What several agencies filed: the same project or task by its name, spelled alike or nearly
// so, and the same document by its number. Takes texts by their numbers; rows are read for what is told alone.
import type { ListedSubmission } from '../survey.ts'
import type { Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import { nearNames } from './near-names.ts'
import { type ComparedTexts, comparedTexts, type RowTexts } from './row-texts.ts'

export interface RepeatPlace {
  readonly head: ListedSubmission
  /** The row's place among the rows of its submission, from 0. */
  readonly index: number
  readonly rowId: string
  readonly cell: string | null
  readonly text: string
}

/** One text that stands in rows of more than one agency. */
export interface Repeat {
  readonly kind: 'same-row' | 'same-document'
  readonly field: string
  readonly text: string
  /** Percent; 100 where case, marks and signs alone differ. */
  readonly likeness: number
  /** How many agencies it is of. */
  readonly agencies: number
  /** The first of them. */
  readonly places: readonly RepeatPlace[]
}

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
/** More pairs of names that are only nearly the same would be read by nobody: the likeliest are kept. */
const MOST_PAIRS = 500
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

export type RepeatKind = Repeat['kind']

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

export class RepeatSearch {
  readonly #table: Table
  readonly #columns: ComparedTexts
  readonly #names: Seen
  readonly #numbers: Seen
  readonly #heads: ListedSubmission[] = []
  /** Where the first different names stand. */
  readonly #near: number[] = []
  #nearly: Promise<readonly Repeat[]> | null = null

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

  /** Some of a kind from one on: first those that are the same by where they stand, then those that are nearly so, the likeliest first. */
  async told(kind: RepeatKind, from: number, most: number, rowsAt: RowsAt): Promise<readonly Repeat[]> {
    const groups = (kind === 'same-document' ? this.#numbers : this.#names).ofSeveral
    const same = await this.#told(kind, groups.slice(from, from + most), rowsAt)
    const room = from + most - Math.max(groups.length, from)
    if (kind === 'same-document' || room <= 0) return same
    const nearly = await this.#nearlySame(rowsAt)
    const start = Math.max(from - groups.length, 0)
    return [...same, ...nearly.slice(start, start + room)]
  }

  /** As many as are read in a workbook. */
  async repeats(rowsAt: RowsAt): Promise<Repeats> {
    const nearly = await this.#nearlySame(rowsAt)
    const [names, numbers] = [this.#names.ofSeveral, this.#numbers.ofSeveral]
    const same = await this.#told('same-row', names.slice(0, MOST_REPEATS), rowsAt)
    const documents = await this.#told('same-document', numbers.slice(0, MOST_REPEATS), rowsAt)
    return {
      found: [...same, ...nearly, ...documents],
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
      return own.every((one) => fold(one.text) === fold(text)) ? [{ kind, field, text, likeness: 100, agencies, places: own }] : []
    })
  }

  #nearlySame(rowsAt: RowsAt): Promise<readonly Repeat[]> {
    this.#nearly ??= this.#findNear(rowsAt)
    return this.#nearly
  }

  async #findNear(rowsAt: RowsAt): Promise<Repeat[]> {
    const field = this.#columns.name?.key ?? ''
    const names = await this.#placesAt(
      this.#near.map((at) => ({ at, field })),
      rowsAt,
    )
    return near(names).map((one) => ({ kind: 'same-row', field, agencies: 2, ...one }))
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

/** Whether the name says whose it is: "… của Sở Y tế" is not that of another agency. */
const isOwn = ({ head, text }: RepeatPlace): boolean => fold(text).includes(fold(head.agencyName))

function near(names: readonly RepeatPlace[]): Pick<Repeat, 'text' | 'likeness' | 'places'>[] {
  const pairs = nearNames(names.map(({ text }) => text)).toSorted((a, b) => b.likeness - a.likeness)
  return pairs.slice(0, MOST_PAIRS).flatMap(({ one, other, likeness }) => {
    const [mine, theirs] = [names[one]!, names[other]!]
    if (likeness === 100 || mine.head.agency === theirs.head.agency || isOwn(mine) || isOwn(theirs)) return []
    return [{ text: mine.text, likeness, places: [mine, theirs] }]
  })
}
