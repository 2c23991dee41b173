// Agency names as people write them, one or many in a text, found in the register:
// exact, alias, folded; a near name is offered, never taken. Knows no cells and no findings.
import { type Agency, type AgencyGroup, existsOn, type Register } from './agency.ts'
import { cleanText } from './text/clean.ts'
import { fold, foldBare } from './text/fold.ts'
import { nearest } from './text/nearest.ts'

export type Named = Agency | AgencyGroup

export const isGroup = (named: Named): named is AgencyGroup => 'members' in named

export type AgencyMatch =
  /** The official name, letter by letter. */
  | { readonly kind: 'exact'; readonly text: string; readonly named: Named }
  /** Surely this one, written otherwise: alias, abbreviation, tone placement, case, "TP", part of a list. */
  | { readonly kind: 'spelling'; readonly text: string; readonly named: Named }
  /** Perhaps this one: to be offered. */
  | { readonly kind: 'near'; readonly text: string; readonly named: Named }
  | { readonly kind: 'unknown'; readonly text: string }

type Found = Exclude<AgencyMatch, { kind: 'unknown' }>

interface Index {
  readonly names: ReadonlyMap<string, readonly Named[]>
  readonly keys: ReadonlyMap<string, readonly Named[]>
  readonly bare: readonly (readonly [string, Named])[]
  /** "tỉnh Khánh Hòa", folded: may follow any name. */
  readonly provinces: readonly string[]
}

const COMMITTEE = fold('Ủy ban nhân dân')
const CITY = fold('thành phố')
const TOWN = fold('thị xã')
const THE = fold('các')
const PROVINCE = fold('tỉnh')

/** The folded name with the usual abbreviations opened and "các" before a group dropped. */
const keyOf = (text: string): string =>
  fold(
    text
      .replaceAll('&', ' và ')
      .replace(/(^|[\s,])t\.?\s?p\.?(?=\s)/giu, '$1thành phố')
      .replace(/(^|[\s,])t\.?\s?x\.?(?=\s)/giu, '$1thị xã'),
  )
    .replaceAll(COMMITTEE, 'ubnd')
    .replace(new RegExp(`^${THE} `), '')
    .replace(/\bubnd tp\b/, `ubnd ${CITY}`)
    .replace(/\bubnd tx\b/, `ubnd ${TOWN}`)

/** "Sở TT-TT", "Sở TT&TT", "Sở TTTT": the letters alone. */
const lettersOf = (text: string): string => fold(text.replaceAll('&', ' ')).replaceAll(' ', '')

const spellingsOf = (named: Named): string[] =>
  isGroup(named) ? [named.name, ...named.spellings] : [named.name, ...(named.abbreviation ? [named.abbreviation] : []), ...named.aliases]

function add(map: Map<string, Named[]>, key: string, named: Named): void {
  const there = map.get(key)
  if (!there) map.set(key, [named])
  else if (!there.includes(named)) there.push(named)
}

const indexes = new WeakMap<Register, Index>()

function indexOf(register: Register): Index {
  const known = indexes.get(register)
  if (known) return known
  const names = new Map<string, Named[]>()
  const keys = new Map<string, Named[]>()
  const bare: [string, Named][] = []
  const provinces = new Set<string>()
  for (const named of [...register.groups, ...register.agencies]) {
    add(names, named.name.normalize('NFC'), named)
    const province = new RegExp(` (${PROVINCE} .+)$`).exec(fold(named.name))?.[1]
    if (province) provinces.add(province)
    for (const spelling of spellingsOf(named)) {
      add(keys, keyOf(spelling), named)
      add(keys, lettersOf(spelling), named)
      bare.push([foldBare(keyOf(spelling)), named])
    }
  }
  const index = { names, keys, bare, provinces: [...provinces] }
  indexes.set(register, index)
  return index
}

/** Of several with one name (before and after a reorganisation) the one that exists on the day. */
const pick = (all: readonly Named[] | undefined, day: string): Named | undefined =>
  all?.find((one) => (isGroup(one) ? (one.validFrom ?? '') <= day && day <= (one.validTo ?? '9999') : existsOn(one, day))) ?? all?.[0]

/** One name, surely. */
function sure(text: string, index: Index, day: string): Found | null {
  const exact = pick(index.names.get(text), day)
  if (exact) return { kind: 'exact', text, named: exact }
  const key = keyOf(text)
  if (key === '') return null
  const found = pick(index.keys.get(key) ?? index.keys.get(lettersOf(text)), day)
  if (found) return { kind: 'spelling', text, named: found }
  for (const province of index.provinces) {
    if (!key.endsWith(` ${province}`)) continue
    const short = key.slice(0, -province.length - 1)
    const there = pick(index.keys.get(short) ?? index.keys.get(`${short} ${PROVINCE}`), day)
    if (there) return { kind: 'spelling', text, named: there }
  }
  return null
}

/** "thành phố Cam Ranh" after "UBND thành phố Nha Trang": the words the list does not repeat. */
function elliptic(text: string, before: string, index: Index, day: string): Found | null {
  const head = before
    .replace(new RegExp(` ${THE} `), ' ')
    .split(' ')
    .slice(0, 3)
  for (let count = head.length; count > 0; count--) {
    const match = sure([...head.slice(0, count), text].join(' '), index, day)
    if (match) return { kind: 'spelling', text, named: match.named }
  }
  return null
}

function near(text: string, index: Index): Found | null {
  const named = nearest(foldBare(keyOf(text)), index.bare)
  return named && { kind: 'near', text, named }
}

/** Names hold at most this many commas and "và": "Cơ quan báo chí của tỉnh, Cổng, trang thông tin điện tử". */
const LONGEST = 6

/** A stretch without ";": the longest name first, because names hold commas and "và" themselves. */
function matchStretch(stretch: string, index: Index, day: string): AgencyMatch[] {
  const cuts = [...stretch.matchAll(/\s*(?:,|\s(?:và|&)\s)\s*/giu)]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  const ends = [...cuts.map((cut) => cut.index), stretch.length]
  const piece = (from: number, to: number) => stretch.slice(starts[from], ends[to]).trim()
  const longest = (from: number, find: (text: string) => Found | null): { match: Found; next: number } | null => {
    for (let to = Math.min(starts.length, from + LONGEST) - 1; to >= from; to--) {
      const match = find(piece(from, to))
      if (match) return { match, next: to + 1 }
    }
    return null
  }
  const matches: AgencyMatch[] = []
  /** The last name written in full, whose first words the next ones may leave out. */
  let full = ''
  for (let at = 0; at < starts.length; ) {
    const plain = longest(at, (text) => sure(text, index, day))
    const taken =
      plain ?? (full ? longest(at, (text) => elliptic(text, full, index, day)) : null) ?? longest(at, (text) => near(text, index))
    const match: AgencyMatch = taken?.match ?? { kind: 'unknown', text: piece(at, at) }
    if (match.text !== '') matches.push(match)
    if (plain) full = plain.match.text
    at = taken?.next ?? at + 1
  }
  return matches
}

/** Every name in a text, in its order. The text is split at ";", then groups and names are found, then ",". */
export function matchAgencies(text: string, register: Register, day: string): AgencyMatch[] {
  const index = indexOf(register)
  const whole = sure(cleanText(text), index, day)
  if (whole) return [whole]
  return cleanText(text)
    .slice(0, 4000)
    .split(/\s*[;\n]\s*/)
    .filter((stretch) => stretch !== '')
    .flatMap((stretch) => {
      const one = sure(stretch, index, day)
      return one ? [one] : matchStretch(stretch, index, day)
    })
}

/** The name of a code, agency or group; the code where the register lost it. */
export const nameOf = (register: Register, code: string): string =>
  register.agencies.find((one) => one.code === code)?.name ?? register.groups.find((one) => one.code === code)?.name ?? code
