// A register prepared for finding names in it: by official name, by key, by code,
// each worked out once per register. Finds whole names only; texts with several are cut in agency-names.ts.
import { type Agency, type AgencyGroup, overlaps, type Register } from './agency.ts'
import { bareKey, lettersKey, nameKey, placeOf } from './agency-key.ts'
import { fold, foldBare } from './text/fold.ts'

export type Named = Agency | AgencyGroup

export const isGroup = (named: Named): named is AgencyGroup => 'members' in named

/** What can stand between two names of a list, or inside of one: "Sở Lao động - Thương binh và Xã hội". */
export const BETWEEN = /\s*(?:[,/+]|\s(?:và|cùng|&|-|–)\s)\s*/giu

export interface AgencyIndex {
  readonly names: ReadonlyMap<string, readonly Named[]>
  readonly keys: ReadonlyMap<string, readonly Named[]>
  readonly codes: ReadonlyMap<string, Named>
  /** Keys without any marks, for what is only offered. */
  readonly bare: readonly (readonly [string, Named])[]
  /** People's committees by their place without any marks, for what is only offered. */
  readonly places: ReadonlyMap<string, readonly Named[]>
  /** "tỉnh Khánh Hòa", "Khánh Hòa": may follow any name. */
  readonly provinces: readonly string[]
  /** Of how many pieces the longest name is made. */
  readonly longest: number
}

const PROVINCE = fold('tỉnh')

const spellingsOf = (named: Named): string[] =>
  isGroup(named) ? [named.name, ...named.spellings] : [named.name, ...(named.abbreviation ? [named.abbreviation] : []), ...named.aliases]

function add(map: Map<string, Named[]>, key: string, named: Named): void {
  const there = map.get(key)
  if (!there) map.set(key, [named])
  else if (!there.includes(named)) there.push(named)
}

function prepare(register: Register): AgencyIndex {
  const names = new Map<string, Named[]>()
  const keys = new Map<string, Named[]>()
  const codes = new Map<string, Named>()
  const bare: [string, Named][] = []
  const places = new Map<string, Named[]>()
  const provinces = new Set<string>()
  let longest = 1
  for (const named of [...register.groups, ...register.agencies]) {
    codes.set(named.code, named)
    add(names, named.name.normalize('NFC'), named)
    const [, province] = / tỉnh (.+)$/.exec(named.name.normalize('NFC')) ?? []
    if (province !== undefined) {
      provinces.add(`${PROVINCE} ${fold(province)}`).add(fold(province))
      // "tỉnh KH"; "KH" alone is also khoa học and kế hoạch.
      provinces.add(`${PROVINCE} ${fold(province.replace(/(\p{L})\p{L}*\s*/gu, '$1'))}`)
    }
    const seat = nameKey(named.name).startsWith('ubnd ') && !isGroup(named) ? placeOf(named.name) : null
    if (seat?.level != null) add(places, foldBare(seat.place), named)
    for (const spelling of spellingsOf(named)) {
      add(keys, nameKey(spelling), named)
      add(keys, lettersKey(spelling), named)
      bare.push([bareKey(spelling), named])
      longest = Math.max(longest, [...spelling.matchAll(BETWEEN)].length + 1)
    }
  }
  return { names, keys, codes, bare, places, provinces: [...provinces], longest }
}

const indexes = new WeakMap<Register, AgencyIndex>()

export function indexOf(register: Register): AgencyIndex {
  let index = indexes.get(register)
  if (!index) {
    index = prepare(register)
    indexes.set(register, index)
  }
  return index
}

/** Of several with one name (before and after a reorganisation) those that exist on the day; all, where none does. */
const onDay = (all: readonly Named[] | undefined, day: string): readonly Named[] => {
  if (!all || all.length === 1) return all ?? []
  const there = all.filter((named) => overlaps(named, day, day))
  return there.length > 0 ? there : all
}

export const byName = (index: AgencyIndex, text: string, day: string): readonly Named[] => onDay(index.names.get(text), day)

/** By a key, with or without the province at its end. */
export function byKey(index: AgencyIndex, key: string, letters: string, day: string): readonly Named[] {
  const found = index.keys.get(key) ?? index.keys.get(letters)
  if (found) return onDay(found, day)
  for (const province of index.provinces) {
    if (!key.endsWith(` ${province}`)) continue
    const short = key.slice(0, -province.length - 1)
    const without = index.keys.get(short) ?? index.keys.get(short.replaceAll(' ', '')) ?? index.keys.get(`${short} ${PROVINCE}`)
    if (without) return onDay(without, day)
  }
  return []
}

/** The people's committees of a place that is named without saying of what: "Nha Trang", "UBND Diên Khánh". */
export function byPlace(index: AgencyIndex, text: string, day: string): readonly Named[] {
  const said = placeOf(text)
  if (!said) return []
  const there = onDay(index.places.get(foldBare(said.place)), day).filter(
    ({ name }) => said.level === null || placeOf(name)?.level === said.level,
  )
  const marked = there.filter(({ name }) => placeOf(name)?.place === said.place)
  return marked.length > 0 ? marked : there
}
