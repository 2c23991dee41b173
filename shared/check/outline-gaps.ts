// Numbers of an outline that miss the one before them: 19.3 without 19.2, 19.1
// without 19, III without II. Rows may stand in any order; kept until numbers change.
import { roman, romanValue } from '../sheet/roman.ts'
import type { Value } from '../value.ts'
import type { Column } from './columns.ts'
import type { Line } from './line.ts'
import type { Change } from './seen-columns.ts'

/** The number that has to be there before this one, or null. */
export function missingBefore(number: string, there: ReadonlySet<string>): string | null {
  const dot = number.lastIndexOf('.')
  const [above, last] = [number.slice(0, Math.max(dot, 0)), number.slice(dot + 1)]
  if (above !== '' && !there.has(above)) return above
  const part = romanValue(last)
  const previous = part ? roman(part - 1) : /^\d+$/.test(last) && Number(last) > 1 ? String(Number(last) - 1) : ''
  const whole = above === '' ? previous : `${above}.${previous}`
  return previous === '' || there.has(whole) ? null : whole
}

/** The count that a number is, without dots and zeros before it; 0 where it is none. */
function countIn(number: Value | undefined): number {
  if (typeof number !== 'string' || number.length > 6 || number.startsWith('0')) return 0
  let count = 0
  for (let at = 0; at < number.length; at++) {
    const digit = number.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return 0
    count = 10 * count + digit
  }
  return count
}

/** Whether rows run 1, 2, 3 … from the first to the last, or have no number: then there is no gap. */
function countsOn(lines: readonly Line[], column: number): boolean {
  let last = 0
  for (const { judged } of lines) {
    const number = judged?.values[column]
    if (typeof number !== 'string') continue
    if (countIn(number) !== last + 1) return false
    last++
  }
  return true
}

interface Gap {
  /** Position among the counted rows; which line stands there may be another at the next check. */
  readonly at: number
  readonly actual: string
  readonly expected: string
}

export class OutlineGaps {
  readonly column: Column
  /** The last number of rows that so far ran 1, 2, 3 …, taken one after the other; null where they do not, or are no longer known to. */
  #last: number | null = 0
  #found: readonly Gap[] | null = null

  constructor(column: Column) {
    this.column = column
  }

  /** Rows came, went or changed places: they are to be taken anew, from the first to the last. */
  begin(): void {
    this.#last = 0
    this.#found = null
  }

  take({ judged }: Line): void {
    const number = judged!.values[this.column.at]
    if (this.#last === null || typeof number !== 'string') return
    this.#last = countIn(number) === this.#last + 1 ? this.#last + 1 : null
  }

  forgetIfChanged({ before, after }: Change): void {
    if (before.values[this.column.at] === after.values[this.column.at]) return
    this.#last = null
    this.#found = null
  }

  among(lines: readonly Line[]): readonly Gap[] {
    if (this.#found) return this.#found
    const { at: column } = this.column
    if (this.#last !== null || countsOn(lines, column)) {
      this.#found = []
      return this.#found
    }
    const numbered = lines.flatMap((line, at) => {
      const actual = line.judged?.values[column]
      return typeof actual === 'string' ? [{ at, actual }] : []
    })
    const there = new Set(numbered.map(({ actual }) => actual))
    this.#found = numbered.flatMap((one) => {
      const expected = missingBefore(one.actual, there)
      return expected === null ? [] : [{ ...one, expected }]
    })
    return this.#found
  }
}
