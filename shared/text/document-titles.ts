// Titles of documents: where a text names some, and how much two of them are alike. A plan and
// its appendices name the same document twice, and not always in the same words (rule R07).
import { fold } from './fold.ts'

const KIND = 'Chiến lược|Quy hoạch|Kiến trúc|Đề án|Chương trình|Kế hoạch|Quyết định|Quy định|Quy chế|Nghị quyết'
const BEGINS = new RegExp(`(?:${KIND})(?=[ “"])(?! (?:số )?\\d)`, 'gu')
/** To the end of the quoted name, else to where the sentence goes on to something else. */
const NAME = /^[^“;.(]{0,80}“[^”]*”|^[^;(]*?(?=[;(]|\.\s|\.$|$)/u
/** "Đề án 06" and "Kế hoạch số 1403/KH-UBND" are numbers of documents, not titles. */
const FEWEST_WORDS = 5

const wordsOf = (title: string): string[] => fold(title).split(' ')

/** The titles that stand in running text. */
export function documentTitles(text: string): string[] {
  const composed = text.normalize('NFC')
  const titles = [...composed.matchAll(BEGINS)].map(({ index }) => (NAME.exec(composed.slice(index))?.[0] ?? '').trim())
  return titles.filter((title) => wordsOf(title).length >= FEWEST_WORDS)
}

/** "Xây dựng Chiến lược …" and "Phê duyệt Đề án …" are called by what is built and approved. */
export function bareTitle(title: string): string {
  const composed = title.normalize('NFC')
  return composed.slice(Math.max(0, composed.search(BEGINS)))
}

/** How many words stand in both, in the same order. */
function common(one: readonly string[], other: readonly string[]): number {
  let before = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    const line = [0]
    for (const [at, candidate] of other.entries()) line.push(word === candidate ? before[at]! + 1 : Math.max(before[at + 1]!, line[at]!))
    before = line
  }
  return before[other.length]!
}

/** How many words stand in both, whatever their order: `common` is never more, and costs more to know. */
function shared(words: readonly string[], counts: ReadonlyMap<string, number>): number {
  const left = new Map<string, number>()
  let count = 0
  for (const word of words) {
    const there = left.get(word) ?? counts.get(word) ?? 0
    if (there === 0) continue
    left.set(word, there - 1)
    count++
  }
  return count
}

interface Words {
  readonly words: readonly string[]
  readonly counts: ReadonlyMap<string, number>
}

function wordsAndCounts(title: string): Words {
  const words = wordsOf(bareTitle(title))
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return { words, counts }
}

function likeness(mine: readonly string[], theirs: Words): number {
  const all = mine.length + theirs.words.length
  if (2 * Math.min(mine.length, theirs.words.length) < ALIKE * all || 2 * shared(mine, theirs.counts) < ALIKE * all) return 0
  return (2 * common(mine, theirs.words)) / all
}

/** The share of words that both have in the same order, up to 1, where all are the same; 0 where it is far below `ALIKE`. */
export const titleLikeness = (one: string, other: string): number => likeness(wordsOf(bareTitle(one)), wordsAndCounts(other))

export interface Named {
  readonly clause: string
  readonly title: string
}

type Same<T> = (T & { readonly alike: number }) | null

/** What was found before, by title: the rows of a form are looked at again and again. */
const REMEMBERED = 2000
const indexes = new WeakMap<readonly Named[], { readonly titles: readonly Words[]; readonly found: Map<string, Same<Named>> }>()

/** The one among the titles that means the same document, the most alike first; null where none does. */
export function sameDocument<T extends Named>(title: string, among: readonly T[]): Same<T> {
  let index = indexes.get(among)
  if (!index) {
    index = { titles: among.map((one) => wordsAndCounts(one.title)), found: new Map() }
    indexes.set(among, index)
  }
  const { titles, found } = index
  const known = found.get(title)
  if (known !== undefined) return known as Same<T>
  const words = wordsOf(bareTitle(title))
  let best: Same<T> = null
  for (const [at, one] of among.entries()) {
    const alike = likeness(words, titles[at]!)
    if (alike >= ALIKE && alike > (best?.alike ?? 0)) best = { ...one, alike }
  }
  if (found.size >= REMEMBERED) found.clear()
  found.set(title, best)
  return best
}

/**
 * From here on two titles mean one document. Of the 19 titles of appendix I beside all titles that the points of
 * sections III and IV name, those that are the same document have 0,872 and more; of different documents the closest
 * pair, two plans of the province for 2026 - 2030, has 0,769. Rule R07 draws the line at 0,8.
 */
export const ALIKE = 0.8
