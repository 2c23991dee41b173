// What may be meant by texts that name a period in another way than our forms do:
// "II/2025", "2025/03", "H1/2025", "tháng ba năm 2025", "quý I+II/2025". For offers only: nothing of it is taken.
import type { Period } from './period.ts'
import { fold } from './text/fold.ts'

const YEAR = '(?:n[ăa]m )?(?<year>(?:19|20|21)\\d\\d)'
const ROMAN = ['i', 'ii', 'iii', 'iv']
const QUARTER = '(?:i{1,3}|iv|[1-4])'
const quarterOf = (part: string): number => (/\d/.test(part) ? Number(part) : ROMAN.indexOf(part) + 1)

const MONTHS = new Map(
  ['giêng', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'].map((name, at) => [fold(name), at + 1]),
)
MONTHS.set(fold('một'), 1)
MONTHS.set(fold('bốn'), 4)
MONTHS.set(fold('bẩy'), 7)
MONTHS.set(fold('chạp'), 12)

type Parts = Readonly<Record<string, string>>
type Guess = readonly [pattern: RegExp, codes: (parts: Parts) => readonly (string | null)[]]
const guess = (source: string, codes: Guess[1]): Guess => [new RegExp(`^${source}$`), codes]

const month = (number: number | undefined): string | null => (number === undefined ? null : String(number).padStart(2, '0'))

/** What stands behind the year in the code of a period. */
const GUESSES: readonly Guess[] = [
  guess(`(?<part>i{1,3}|iv) ${YEAR}`, ({ part = '' }) => [`Q${quarterOf(part)}`]),
  guess(`${YEAR} (?<part>0?[1-9]|1[0-2])`, ({ part }) => [month(Number(part))]),
  guess(`h (?<part>[12]) ${YEAR}`, ({ part }) => [`H${part}`]),
  guess(`thang\u0301? (?<part>.{2,12}?) ${YEAR}`, ({ part = '' }) => [month(MONTHS.get(part))]),
  guess(
    `(?:quy\u0301?|q) (?<one>${QUARTER}) (?:va\u0300 |đên\u0301 )?(?:(?:quy\u0301?|q) )?(?<two>${QUARTER}) ${YEAR}`,
    ({ one = '', two = '' }) => {
      const [from, to] = [quarterOf(one), quarterOf(two)]
      // Two quarters that are no half of the year are no period.
      return to !== from + 1 || from === 2 ? [] : [`H${to / 2}`]
    },
  ),
]

/** `folded` has its digits apart from its letters. */
export const guessPeriods = (folded: string): Period[] =>
  GUESSES.flatMap(([pattern, codes]) => {
    const parts = pattern.exec(folded)?.groups
    return parts ? codes(parts).flatMap((code) => (code === null ? [] : [`${parts.year}-${code}`])) : []
  })
