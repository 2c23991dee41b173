// What several agencies filed: the same project or task by its name, spelled alike or nearly
// so, and the same document by its number. Keeps texts, never rows.
import type { CountedHead, RowSource, SourceRow } from '../survey.ts'
import type { Field, Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import { nearNames } from './near-names.ts'
import { textHash } from './text-hash.ts'

export interface RepeatPlace {
  readonly head: CountedHead
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

/** The text by which people know a row: the longest of the fields that tell rows apart. Rows that are all given need no comparing. */
export function nameField({ rows, fields }: Table): Field | undefined {
  if (rows.source === 'carried') return undefined
  const keys = new Set(rows.unique.flat())
  const length = ({ type }: Field) => (type.kind === 'text' ? type.maxLength : 0)
  return fields.filter((field) => keys.has(field.key) && length(field) > 0).sort((a, b) => length(b) - length(a))[0]
}

/** A place as a number: which head, and which of its rows. */
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
  see(hash: number, place: number, { agency }: CountedHead, field: string, agencyAt: (place: number) => string): boolean {
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

  get ofSeveral(): Group[] {
    return [...this.groups.values()].filter(({ agencies }) => agencies > 1)
  }
}

export class RepeatSearch {
  readonly #table: string
  readonly #name: Field | undefined
  readonly #documents: readonly Field[]
  readonly #names: Seen
  readonly #numbers: Seen
  readonly #heads: CountedHead[] = []
  /** The first different names, whole. */
  readonly #near: RepeatPlace[] = []

  constructor(table: Table, most: number) {
    this.#table = table.key
    this.#name = nameField(table)
    this.#documents = table.fields.filter(({ type, source }) => type.kind === 'document-number' && source === 'input')
    this.#names = new Seen(most)
    this.#numbers = new Seen(most)
  }

  /** The columns that it looks into. */
  get fields(): string[] {
    return [...(this.#name ? [this.#name] : []), ...this.#documents].map(({ key }) => key)
  }

  /** Rows come submission by submission. */
  add(head: CountedHead, index: number, { id, carried, cell, values }: SourceRow): void {
    if (this.#heads.at(-1) !== head) this.#heads.push(head)
    const place = (this.#heads.length - 1) * ROWS_OF_A_HEAD + index
    const agencyAt = (at: number) => this.#heads[Math.floor(at / ROWS_OF_A_HEAD)]!.agency
    // Rows that the server gave to several agencies are theirs by right.
    if (this.#name && !carried) {
      const text = values[this.#name.key]
      const folded = foldedText(text)
      if (folded !== '' && this.#names.see(textHash(folded), place, head, this.#name.key, agencyAt) && this.#near.length < MOST_NEAR)
        this.#near.push({ head, index, rowId: id, cell, text: String(text) })
    }
    for (const { key } of this.#documents) {
      const folded = foldedText(values[key])
      if (folded !== '') this.#numbers.see(textHash(`${key} ${folded}`), place, head, key, agencyAt)
    }
  }

  /** Reads the rows that are told once more, from a source of their submissions alone. */
  async repeats(sourceOf: (heads: readonly CountedHead[]) => RowSource): Promise<Repeats> {
    const name = this.#name?.key ?? ''
    const [names, numbers] = [this.#names.ofSeveral, this.#numbers.ofSeveral]
    const [toldNames, toldNumbers] = [names.slice(0, MOST_REPEATS), numbers.slice(0, MOST_REPEATS)]
    const rows = await this.#rowsAt(
      [...toldNames, ...toldNumbers].flatMap(({ places }) => places),
      sourceOf,
    )
    const told = (kind: Repeat['kind'], { field, places: at, agencies }: Group): Repeat[] => {
      const places = at.map((one): RepeatPlace => {
        const { id, cell, values } = rows.get(one)!
        const [head, index] = [this.#heads[Math.floor(one / ROWS_OF_A_HEAD)]!, one % ROWS_OF_A_HEAD]
        return { head, index, rowId: id, cell, text: String(values[field]) }
      })
      const text = places[0]?.text ?? ''
      const same = places.filter((one) => fold(one.text) === fold(text))
      return same.length < places.length ? [] : [{ kind, field, text, likeness: 100, agencies, places }]
    }
    const nearly = near(this.#near).map((one): Repeat => ({ kind: 'same-row', field: name, agencies: 2, ...one }))
    const cut = [this.#names, this.#numbers].filter(({ left }) => left > 0).map(({ kept }) => kept)
    return {
      found: [...toldNames.flatMap((one) => told('same-row', one)), ...nearly, ...toldNumbers.flatMap((one) => told('same-document', one))],
      count: names.length + nearly.length + numbers.length,
      comparedOnly: cut.length > 0 ? Math.min(...cut) : null,
    }
  }

  async #rowsAt(places: readonly number[], sourceOf: (heads: readonly CountedHead[]) => RowSource): Promise<Map<number, SourceRow>> {
    const wanted = new Set(places)
    const rows = new Map<number, SourceRow>()
    const some = [...new Set(places.map((place) => Math.floor(place / ROWS_OF_A_HEAD)))].sort((a, b) => a - b)
    const source = sourceOf(some.map((at) => this.#heads[at]!))
    for (const at of some) {
      const count = this.#heads[at]!.rows[this.#table] ?? 0
      for (let index = 0; index < count; )
        for (const row of await source.next(count - index)) {
          const place = at * ROWS_OF_A_HEAD + index++
          if (wanted.has(place)) rows.set(place, row)
        }
    }
    return rows
  }
}

const foldedText = (text: unknown): string => (typeof text !== 'string' || text === '-' ? '' : fold(text))

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
