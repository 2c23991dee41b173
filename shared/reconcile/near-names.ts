// Names that are nearly the same: how many pairs of neighbouring words they share. Knows
// neither rows nor agencies; names of one word are never near, only equal.
import { fold } from '../text/fold.ts'

export interface Near {
  readonly one: number
  readonly other: number
  /** Percent of the pairs of words that both have. */
  readonly likeness: number
}

const NEAR_ENOUGH = 80
/** A pair of words in more names than this is common and says nothing. */
const COMMON = 50

const shingles = (name: string): Set<string> => {
  const words = fold(name).split(' ')
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

/** By position in the list; equal names are near at 100 as well. */
export function nearNames(names: readonly string[]): Near[] {
  const all = names.map(shingles)
  const holders = new Map<string, number[]>()
  for (const [at, own] of all.entries())
    for (const pair of own) {
      const known = holders.get(pair)
      if (known) known.push(at)
      else holders.set(pair, [at])
    }
  const isCommon = (pair: string) => holders.get(pair)!.length > COMMON
  const common = all.map((own) => [...own].filter(isCommon).length)
  const near: Near[] = []
  for (const [at, own] of all.entries()) {
    const shared = new Map<number, number>()
    for (const pair of own)
      if (!isCommon(pair)) for (const other of holders.get(pair)!) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1)
    for (const [other, rare] of shared) {
      const most = rare + Math.min(common[at]!, common[other]!)
      // Only where they could be near are the common pairs of words looked at too.
      if (percentOf(most, own.size, all[other]!.size) < NEAR_ENOUGH) continue
      const likeness = percentOf([...own].filter((pair) => all[other]!.has(pair)).length, own.size, all[other]!.size)
      if (likeness >= NEAR_ENOUGH) near.push({ one: at, other, likeness })
    }
  }
  return near
}

const percentOf = (shared: number, one: number, other: number): number => Math.round((200 * shared) / (one + other))
