// Which row of our form each row of theirs is: by its code, by what identifies it,
// by its name, or by a name that is much alike. Every row of ours is found once.
import type { CheckContext } from '../check-context.ts'
import { readEntry } from '../field/field.ts'
import type { Entry, FilingRow } from '../filing.ts'
import type { Field, Table } from '../template.ts'
import { fold, foldBare } from '../text/fold.ts'
import { isCode } from './column-content.ts'

export type MatchedBy = 'code' | 'name' | 'alike'

export interface RowMatch {
  readonly ours: FilingRow
  /** What the row of ours is called. */
  readonly name: string
  readonly by: MatchedBy
}

type Entries = Readonly<Record<string, Entry>>

/** What tells the rows of a table apart, besides their order. */
interface Telling {
  readonly codes: readonly Field[]
  readonly names: readonly Field[]
}

function tellingFields(table: Table): Telling {
  const unique = new Set(table.rows.unique.flat())
  const telling = table.fields.filter(
    ({ key, source, carryFrom, type }) =>
      type.kind !== 'sequence' && (unique.has(key) || (source === 'carried' && carryFrom === undefined && type.kind === 'text')),
  )
  const isName = (field: Field) => field.type.kind === 'text' && !isCode(field)
  return { codes: telling.filter((field) => (unique.has(field.key) && !isName(field)) || isCode(field)), names: telling.filter(isName) }
}

/** `III.1.a`, `III.3.đ)` at the beginning of a name. */
const LEADING_CODE = /^\(?([IVX]+(?:\.\d{1,2})(?:\.[a-zđ])?)[).:\s-]+/u

const LEAST_ALIKE = 0.8
/** The next best must be this much worse. */
const APART = 0.08

const pairsOf = (text: string): Map<string, number> => {
  const words = foldBare(text).split(' ')
  const pairs = new Map<string, number>()
  const add = (pair: string) => pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  words.forEach((word, at) => {
    add(word)
    if (at > 0) add(`${words[at - 1]} ${word}`)
  })
  return pairs
}

/** Phase 1 and phase 2 are two things; last year's and this year's may be one. */
const numbersIn = (name: string): string => (name.match(/\d+/g) ?? []).filter((digits) => !/^(?:19|20)\d\d$/.test(digits)).join(' ')

function alike(one: Map<string, number>, other: Map<string, number>): number {
  let [common, all] = [0, 0]
  for (const [pair, count] of one) common += Math.min(count, other.get(pair) ?? 0)
  for (const count of one.values()) all += count
  for (const count of other.values()) all += count
  return all === 0 ? 0 : (2 * common) / all
}

export class RowMatcher {
  readonly #telling: Telling
  readonly #unique: Table['rows']['unique']
  readonly #rows: readonly { row: FilingRow; keys: ReadonlyMap<string, string>; name: string; pairs: Map<string, number> }[]
  readonly #context: CheckContext
  readonly #taken = new Set<string>()

  constructor(table: Table, rows: readonly FilingRow[], context: CheckContext) {
    this.#context = context
    this.#telling = tellingFields(table)
    this.#unique = table.rows.unique
    this.#rows = rows.map((row) => {
      const name = this.#name(row.entries)
      return { row, keys: this.#keys(row.entries), name: fold(name), pairs: pairsOf(name) }
    })
  }

  #name(entries: Entries): string {
    const text = this.#telling.names.map(({ key }) => entries[key]?.value).find((value) => typeof value === 'string' && value.trim() !== '')
    return String(text ?? '').trim()
  }

  /** What the identifying fields say, as values, so that spellings do not count. */
  #keys(entries: Entries): Map<string, string> {
    const keys = new Map<string, string>()
    for (const { key, type } of this.#telling.codes) {
      const entry = entries[key]
      if (!entry || entry.value === null || entry.value === '') continue
      const { value } = readEntry(type, entry, this.#context)
      keys.set(key, type.kind === 'text' ? fold(String(entry.value)) : JSON.stringify(value ?? entry.value))
    }
    return keys
  }

  /** A lead agency alone tells no row from another; a code, or all that identifies a row of the table, does. */
  #tellApart(keys: ReadonlyMap<string, string>): boolean {
    return (
      this.#telling.codes.some((field) => keys.has(field.key) && isCode(field)) ||
      this.#unique.some((set) => set.every((key) => keys.has(key)))
    )
  }

  /** Null where no row of ours is meant, or several may be; `twice` where the one that is meant was found before. */
  match(entries: Entries): { found: RowMatch | null; twice: FilingRow | null } {
    const whole = this.#name(entries)
    const leading = LEADING_CODE.exec(whole)
    const name = fold(leading ? whole.slice(leading[0].length) : whole)
    const keys = this.#keys(entries)
    const [code] = this.#telling.codes.filter(isCode)
    if (leading && code && !keys.has(code.key)) keys.set(code.key, fold(leading[1]!))
    const sameKeys = this.#rows.filter((one) => keys.size > 0 && [...keys].every(([key, value]) => one.keys.get(key) === value))
    const isNamed = (one: { name: string }) => name !== '' && (one.name === name || one.name === fold(whole))
    const within = sameKeys.length > 1 ? sameKeys.filter(isNamed) : sameKeys
    if (within.length === 1 && this.#tellApart(keys)) return this.#take(within[0]!.row, 'code')
    const named = this.#rows.filter(isNamed)
    if (named.length === 1) return this.#take(named[0]!.row, 'name')
    if (name === '' || named.length > 1) return { found: null, twice: null }
    const pairs = pairsOf(name)
    const ranked = (sameKeys.length > 1 ? sameKeys : this.#rows)
      .filter((one) => numbersIn(one.name) === numbersIn(name))
      .map(({ row, pairs: others }) => ({ row, likeness: alike(pairs, others) }))
      .sort((one, other) => other.likeness - one.likeness)
    const [best, next] = ranked
    if (!best || best.likeness < LEAST_ALIKE || (next && best.likeness - next.likeness < APART)) return { found: null, twice: null }
    return this.#take(best.row, 'alike')
  }

  #take(ours: FilingRow, by: MatchedBy): { found: RowMatch | null; twice: FilingRow | null } {
    if (this.#taken.has(ours.id)) return { found: null, twice: ours }
    this.#taken.add(ours.id)
    return { found: { ours, name: this.#name(ours.entries), by }, twice: null }
  }
}
