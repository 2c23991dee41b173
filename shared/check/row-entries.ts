// The cells of one row by the position of their column, fetched in one go in the order in which they
// nearly always stand, that of the columns: memory answers many questions at once about as soon as one.
// Whoever asks for the row at hand again has it there. Judges nothing.
import type { Entry, FilingRow } from '../filing.ts'
import { type Column, isBare } from './columns.ts'
import { own } from './own.ts'

/** What was typed, by itself; null where nothing was, undefined where more than the value is to be looked at. */
type Typed = Entry['value'] | undefined

function typedIn(entry: Entry | undefined): Typed {
  if (entry === undefined) return null
  return isBare(entry) || (entry.value === null && !entry.error) ? entry.value : undefined
}

const SPACE = 0x20
const LAST_ASCII = 0x7e
/** Where a letter stands first, nothing needs to be taken away to see that a text is there. */
const beginsPlainly = (text: string): boolean => text.length > 0 && text.charCodeAt(0) > SPACE && text.charCodeAt(0) <= LAST_ASCII
const isEmpty = (value: Entry['value']): boolean =>
  value === null || (typeof value === 'string' && !beginsPlainly(value) && value.trim() === '')

export class RowEntries {
  readonly columns: readonly Column[]
  readonly #keys: readonly string[]
  readonly #entries: (Entry | undefined)[]
  readonly #typed: Typed[]
  readonly #isText: boolean[]
  #of: FilingRow['entries'] | null = null

  constructor(columns: readonly Column[]) {
    this.columns = columns
    this.#keys = columns.map(({ key }) => key)
    this.#entries = columns.map(() => undefined)
    this.#typed = columns.map(() => null)
    this.#isText = columns.map(() => false)
  }

  take({ entries }: FilingRow): void {
    if (entries === this.#of) return
    this.#of = entries
    const keys = this.#keys
    let at = 0
    for (const key in entries) {
      while (at < keys.length && keys[at] !== key) this.#put(at++, undefined)
      // Another order, or something that is no column.
      if (at === keys.length) {
        for (let each = 0; each < keys.length; each++) this.#put(each, own(entries, keys[each]!))
        return
      }
      this.#put(at++, entries[key])
    }
    while (at < keys.length) this.#put(at++, undefined)
  }

  #put(position: number, entry: Entry | undefined): void {
    this.#entries[position] = entry
    const typed = typedIn(entry)
    this.#typed[position] = typed
    this.#isText[position] = typeof typed === 'string'
  }

  at(position: number): Entry | undefined {
    return this.#entries[position]
  }

  typed(position: number): Typed {
    return this.#typed[position]
  }

  isText(position: number): boolean {
    return this.#isText[position]!
  }

  /** Whether the row is none, because nothing stands in the columns that make one. */
  isBlank(row: FilingRow): boolean {
    this.take(row)
    for (const { makesRow, at } of this.columns) if (makesRow && !this.#isEmpty(at)) return false
    return true
  }

  #isEmpty(position: number): boolean {
    const typed = this.#typed[position]
    return isEmpty(typed === undefined ? (this.#entries[position]?.value ?? null) : typed)
  }
}
