// The running numbers of consolidated rows: each agency's begin anew, as they pass by. An
// outline keeps who stands under whom and becomes one of figures and dots, because Roman
// numerals are the agencies' there (decision 31). Knows no layout; keeps one agency at a time.
import { romanValue } from './sheet/roman.ts'
import type { Table } from './template.ts'
import type { Value } from './value.ts'

/** Points of a Vietnamese text run so. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy'

interface Item {
  readonly number: string
  /** How many items and letters have stood under it. */
  below: number
  letters: number
  /** No row has this number yet: only rows under it were seen. */
  implied: boolean
}

interface Heading {
  readonly kind: 'letter' | 'roman'
  readonly item: Item
  readonly filed: string
}

const itemOf = (number: string, implied = false): Item => ({ number, below: 0, letters: 0, implied })

function under(parent: Item, implied = false): Item {
  parent.below++
  return itemOf(parent.number === '' ? String(parent.below) : `${parent.number}.${parent.below}`, implied)
}

const lettered = (count: number): string =>
  (count > LETTERS.length ? lettered(Math.floor((count - 1) / LETTERS.length)) : '') + LETTERS[(count - 1) % LETTERS.length]!

class Outline {
  readonly #whole = itemOf('')
  /** From the outermost; what is filed in figures stands under the last. */
  #headings: Heading[] = []
  /** Under the last heading, by what was filed. */
  #filed = new Map<string, Item>()
  /** How figures say the heading itself, as long as no row stands under it by a figure alone. */
  #stem = ''
  /** What letters stand under. */
  #last = this.#whole

  /** What is no number of an outline stays as it is. */
  next(filed: string): string {
    const text = filed.trim().replace(/[\s.)]+$/, '')
    if (/^\d+(?:\.\d+)*$/.test(text)) return this.#figures(text.split('.').map((part) => String(Number(part)))).number
    if (/^[a-zđ]$/.test(text)) return lettered(++this.#last.letters)
    if (/^[IVXLC]+$/.test(text) && !this.#goesOnFrom(text)) return this.#heading('roman', text).number
    return /^[A-ZĐ]$/.test(text) ? this.#heading('letter', text).number : filed
  }

  /** C after A or B is no hundred. */
  #goesOnFrom(text: string): boolean {
    const before = this.#headings.find(({ kind }) => kind === 'letter')?.filed
    const far = before === undefined ? 0 : text.charCodeAt(0) - before.charCodeAt(0)
    return text.length === 1 && far > 0 && far <= 2
  }

  #heading(kind: Heading['kind'], filed: string): Item {
    const same = this.#headings.findIndex((one) => one.kind === kind)
    if (same >= 0) this.#headings = this.#headings.slice(0, same)
    const item = under(this.#headings.at(-1)?.item ?? this.#whole)
    this.#headings.push({ kind, item, filed })
    // Under II one also writes 2.1, without a row 2.
    this.#stem = String((kind === 'roman' && romanValue(filed)) || '')
    this.#filed = new Map([[this.#stem, item]])
    this.#last = item
    return item
  }

  #figures(parts: readonly string[]): Item {
    const heading = this.#headings.at(-1)?.item ?? this.#whole
    if (parts.length === 1 && this.#stem !== '') {
      this.#filed.delete(this.#stem)
      this.#stem = ''
    }
    const key = parts.join('.')
    const known = this.#filed.get(key)
    const item = known?.implied ? known : under(this.#parent(parts, heading))
    item.implied = false
    this.#filed.set(key, item)
    this.#last = item
    return item
  }

  #parent(parts: readonly string[], heading: Item): Item {
    if (parts.length === 1) return heading
    const above = parts.slice(0, -1)
    const key = above.join('.')
    const item = this.#filed.get(key) ?? under(this.#parent(above, heading), true)
    this.#filed.set(key, item)
    return item
  }
}

type Values = Readonly<Record<string, Value>>

export class Numbering {
  readonly #fields: readonly { readonly key: string; readonly outline: boolean }[]
  #submission: string | null = null
  #count = 0
  #outlines = new Map<string, Outline>()

  constructor({ fields }: Table) {
    this.#fields = fields.flatMap(({ key, type }) => (type.kind === 'sequence' ? [{ key, outline: type.style === 'outline' }] : []))
  }

  /** The fields that say what a row's number was: nothing else decides what it is now. */
  get keys(): readonly string[] {
    return this.#fields.map(({ key }) => key)
  }

  /** The next row of a submission, of which all rows come one after the other. */
  next(submission: string, filed: Values): Values {
    if (submission !== this.#submission) {
      this.#submission = submission
      this.#count = 0
      this.#outlines = new Map(this.keys.map((key) => [key, new Outline()]))
    }
    this.#count++
    if (this.#fields.length === 0) return filed
    const values = { ...filed }
    for (const { key, outline } of this.#fields) {
      const own = filed[key]
      if (!outline) values[key] = String(this.#count)
      else if (typeof own === 'string' || typeof own === 'number') values[key] = this.#outlines.get(key)!.next(String(own))
    }
    return values
  }
}
