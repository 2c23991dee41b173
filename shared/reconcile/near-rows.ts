// Of names with their places those of two agencies that are only nearly the same, the likeliest first.
import { fold } from '../text/fold.ts'
import { nearNames } from './near-names.ts'
import { type Repeat, type RepeatPlace, SAME } from './repeat.ts'

/** More pairs of names that are only nearly the same would be read by nobody: the likeliest are kept. */
const MOST_PAIRS = 500

/** Whether the name says whose it is: "… của Sở Y tế" is not that of another agency. */
const isOwn = ({ head, text }: RepeatPlace): boolean => fold(text).includes(fold(head.agencyName))

/** The likeliest first, alike by where they stand. */
export function nearRows(
  names: readonly RepeatPlace[],
): (Pick<Repeat, 'text' | 'likeness' | 'places'> & { readonly one: number; readonly other: number })[] {
  const pairs = nearNames(names.map(({ text }) => text)).toSorted((a, b) => b.likeness - a.likeness || a.one - b.one || a.other - b.other)
  return pairs.slice(0, MOST_PAIRS).flatMap(({ one, other, likeness }) => {
    const [mine, theirs] = [names[one]!, names[other]!]
    if (likeness === SAME || mine.head.agency === theirs.head.agency || isOwn(mine) || isOwn(theirs)) return []
    return [{ one, other, text: mine.text, likeness, places: [mine, theirs] }]
  })
}
