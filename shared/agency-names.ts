// Agency names as people write them, one or many in a text, found in the register:
// exact, alias, folded. A near name, also a place alone or one without any tone marks, is offered and never taken:
// marks tell Vietnamese names apart. Knows no cells and no findings.
import type { Register } from './agency.ts'
import { type AgencyIndex, BETWEEN, byKey, byName, byPlace, indexOf, type Named } from './agency-index.ts'
import { bareKey, lettersKey, nameKey } from './agency-key.ts'
import { cleanText } from './text/clean.ts'
import { fold } from './text/fold.ts'
import { nearest } from './text/nearest.ts'
import { remembered } from './text/remembered.ts'

export type AgencyMatch =
  /** The official name, letter by letter. */
  | { readonly kind: 'exact'; readonly text: string; readonly named: Named }
  /** Surely this one, written otherwise: alias, abbreviation, tone placement, case, "TP", part of a list. */
  | { readonly kind: 'spelling'; readonly text: string; readonly named: Named }
  /** Perhaps this one: to be offered. */
  | { readonly kind: 'near'; readonly text: string; readonly named: Named }
  /** A name that several bear. */
  | { readonly kind: 'either'; readonly text: string; readonly choices: readonly Named[] }
  | { readonly kind: 'unknown'; readonly text: string }

/** What "Nội vụ" leaves out. */
const OFFICE = fold('Sở')

/** How often a near name is looked for in one cell, and how many pieces without a name are told one by one. */
const PATIENCE = 20

const matchOf = (kind: 'exact' | 'spelling', text: string, all: readonly Named[]): AgencyMatch | null => {
  const [named, other] = all
  if (!named) return null
  return other ? { kind: 'either', text, choices: all } : { kind, text, named }
}

class Search {
  private readonly index: AgencyIndex
  private readonly day: string
  private patience = PATIENCE

  constructor(index: AgencyIndex, day: string) {
    this.index = index
    this.day = day
  }

  /** One name, surely. */
  sure(text: string): AgencyMatch | null {
    const exact = byName(this.index, text, this.day)
    if (exact.length > 0) return matchOf('exact', text, exact)
    const key = nameKey(text)
    return key === '' ? null : matchOf('spelling', text, byKey(this.index, key, lettersKey(text), this.day))
  }

  /** "thành phố Cam Ranh" after "UBND thành phố Nha Trang", "Tài chính" after "Sở Nội vụ": the words the list does not repeat. */
  private elliptic(text: string, before: readonly string[]): AgencyMatch | null {
    const key = nameKey(text)
    if (key === '') return null
    for (let count = Math.min(3, before.length); count > 0; count--) {
      const whole = [...before.slice(0, count), key].join(' ')
      const match = matchOf('spelling', text, byKey(this.index, whole, whole.replaceAll(' ', ''), this.day))
      if (match) return match
    }
    return null
  }

  private near(text: string): AgencyMatch | null {
    if (this.patience <= 0 || text.length > 200) return null
    this.patience--
    const remark = /^([^()]+) ?\([^()]*\)$/.exec(text)?.[1]
    const within = remark === undefined ? null : this.sure(remark.trim())
    if (within && 'named' in within) return { kind: 'near', text, named: within.named }
    const [seat, ...others] = byPlace(this.index, text, this.day)
    if (seat) return others.length > 0 ? { kind: 'either', text, choices: [seat, ...others] } : { kind: 'near', text, named: seat }
    const [office] = byKey(this.index, `${OFFICE} ${nameKey(text)}`, OFFICE + lettersKey(text), this.day)
    const named = office ?? nearest(bareKey(text), this.index.bare)
    return named && { kind: 'near', text, named }
  }

  /** A stretch without ";": the longest name first, because names hold commas and "và" themselves. */
  stretch(stretch: string): AgencyMatch[] {
    const one = this.sure(stretch)
    if (one) return [one]
    const heading = /^([^:]{1,40}):\s*(?=\S)/.exec(stretch)
    const list = heading ? stretch.slice(heading[0].length) : stretch
    const cuts = [...list.matchAll(BETWEEN)]
    const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
    const ends = [...cuts.map((cut) => cut.index), list.length]
    const piece = (from: number, to: number) => list.slice(starts[from], ends[to]).trim()
    const longest = (from: number, find: (text: string) => AgencyMatch | null): { match: AgencyMatch; next: number } | null => {
      for (let to = Math.min(starts.length, from + this.index.longest) - 1; to >= from; to--) {
        const match = find(piece(from, to))
        if (match) return { match, next: to + 1 }
      }
      return null
    }
    const matches: AgencyMatch[] = []
    /** The words of the last name written in full, or of a heading, whose first the next ones may leave out. */
    let full = heading ? nameKey(heading[1] as string).split(' ') : []
    for (let at = 0; at < starts.length; ) {
      const plain = longest(at, (text) => this.sure(text))
      const taken =
        plain ?? (full.length > 0 ? longest(at, (text) => this.elliptic(text, full)) : null) ?? longest(at, (text) => this.near(text))
      if (!taken && this.patience <= 0) {
        matches.push({ kind: 'unknown', text: piece(at, starts.length - 1) })
        break
      }
      const match: AgencyMatch = taken?.match ?? { kind: 'unknown', text: piece(at, at) }
      if (match.text !== '') matches.push(match)
      if (plain) full = nameKey(plain.match.text).split(' ')
      at = taken?.next ?? at + 1
    }
    return matches
  }
}

/** "- Sở Nội vụ", "1. Sở Nội vụ". */
const withoutBullet = (stretch: string): string => stretch.replace(/^(?:[-–+*•]|\d{1,2}[.)])\s+/, '')

function find(text: string, register: Register, day: string): readonly AgencyMatch[] {
  const search = new Search(indexOf(register), day)
  const exact = byName(indexOf(register), text, day)
  const whole = exact.length > 0 ? matchOf('exact', text, exact) : search.sure(cleanText(text))
  if (whole) return [whole]
  return cleanText(text)
    .split(/[;\n]/)
    .map((stretch) => withoutBullet(stretch.trim()))
    .filter((stretch) => stretch !== '')
    .flatMap((stretch) => search.stretch(stretch))
}

const finders = new WeakMap<Register, Map<string, (text: string) => readonly AgencyMatch[]>>()

/** Every name in a text, in its order. The text is split at ";", then groups and names are found, then ",". */
export function matchAgencies(text: string, register: Register, day: string): readonly AgencyMatch[] {
  let days = finders.get(register)
  if (!days) {
    days = new Map()
    finders.set(register, days)
  }
  let finder = days.get(day)
  if (!finder) {
    finder = remembered((one: string) => find(one, register, day))
    days.set(day, finder)
  }
  return finder(text)
}

/** The name of a code, agency or group; the code where the register lost it. */
export const nameOf = (register: Register, code: string): string => indexOf(register).codes.get(code)?.name ?? code
