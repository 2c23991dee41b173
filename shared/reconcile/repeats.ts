// What several agencies filed: the same project or task by its name, spelled alike or nearly
// so, and the same document by its number. Keeps texts, never rows.
import type { CountedHead, SourceRow } from '../survey.ts'
import type { Field, Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import { nearNames } from './near-names.ts'

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
  readonly places: readonly RepeatPlace[]
}

export interface Repeats {
  readonly found: readonly Repeat[]
  /** Rows beyond this were not compared; null where all were. */
  readonly comparedOnly: number | null
}

/** As many texts are kept at once: some 20 MB. */
export const MOST_TEXTS = 100_000
/** So many different names are held against each other for being nearly the same. */
const MOST_NEAR = 5_000
/** More pairs of names that are only nearly the same would be read by nobody: the likeliest are kept. */
const MOST_PAIRS = 500

/** The text by which people know a row: the longest of the fields that tell rows apart. Rows that are all given need no comparing. */
export function nameField({ rows, fields }: Table): Field | undefined {
  if (rows.source === 'carried') return undefined
  const keys = new Set(rows.unique.flat())
  const length = ({ type }: Field) => (type.kind === 'text' ? type.maxLength : 0)
  return fields.filter((field) => keys.has(field.key) && length(field) > 0).sort((a, b) => length(b) - length(a))[0]
}

type Known = Map<string, { readonly text: string; readonly places: RepeatPlace[] }>

const bySeveral = ({ places }: { readonly places: readonly RepeatPlace[] }) =>
  places.some(({ head }) => head.agency !== places[0]?.head.agency)

export class RepeatSearch {
  readonly #name: Field | undefined
  readonly #documents: readonly Field[]
  readonly #most: number
  readonly #names: Known = new Map()
  readonly #numbers: Known = new Map()
  readonly #kept = { names: 0, numbers: 0 }
  readonly #left = { names: 0, numbers: 0 }

  constructor(table: Table, most: number) {
    this.#name = nameField(table)
    this.#documents = table.fields.filter(({ type, source }) => type.kind === 'document-number' && source === 'input')
    this.#most = most
  }

  add(head: CountedHead, index: number, { id, carried, cell, values }: SourceRow): void {
    const keep = (what: 'names' | 'numbers', field: Field, text: unknown) => {
      if (typeof text !== 'string' || text === '-') return
      if (this.#kept[what] >= this.#most) {
        this.#left[what]++
        return
      }
      this.#kept[what]++
      const folded = fold(text)
      if (folded === '') return
      const known = what === 'names' ? this.#names : this.#numbers
      const key = what === 'names' ? folded : `${field.key} ${folded}`
      const place = { head, index, rowId: id, cell, text }
      const before = known.get(key)
      if (before) before.places.push(place)
      else known.set(key, { text, places: [place] })
    }
    // Rows that the server gave to several agencies are theirs by right.
    if (this.#name && !carried) keep('names', this.#name, values[this.#name.key])
    for (const field of this.#documents) keep('numbers', field, values[field.key])
  }

  repeats(): Repeats {
    const name = this.#name?.key ?? ''
    const names = [...this.#names.values()]
    const found: Repeat[] = [
      ...names.filter(bySeveral).map((one): Repeat => ({ kind: 'same-row', field: name, likeness: 100, ...one })),
      ...near(names.slice(0, MOST_NEAR)).map((one): Repeat => ({ kind: 'same-row', field: name, ...one })),
      ...[...this.#numbers].flatMap(([key, one]): Repeat[] =>
        bySeveral(one) ? [{ kind: 'same-document', field: key.slice(0, key.indexOf(' ')), likeness: 100, ...one }] : [],
      ),
    ]
    const cut = (['names', 'numbers'] as const).filter((what) => this.#left[what] > 0).map((what) => this.#kept[what])
    return { found, comparedOnly: cut.length > 0 ? Math.min(...cut) : null }
  }
}

/** Whether the name says whose it is: "… của Sở Y tế" is not that of another agency. */
const isOwn = ({ head, text }: RepeatPlace): boolean => fold(text).includes(fold(head.agencyName))

function near(names: readonly { readonly text: string; readonly places: readonly RepeatPlace[] }[]): Omit<Repeat, 'kind' | 'field'>[] {
  const pairs = nearNames(names.map(({ text }) => text)).toSorted((a, b) => b.likeness - a.likeness)
  return pairs.slice(0, MOST_PAIRS).flatMap(({ one, other, likeness }) => {
    const [mine, theirs] = [names[one]!.places[0]!, names[other]!.places[0]!]
    if (likeness === 100 || mine.head.agency === theirs.head.agency || isOwn(mine) || isOwn(theirs)) return []
    return [{ text: mine.text, likeness, places: [mine, theirs] }]
  })
}
