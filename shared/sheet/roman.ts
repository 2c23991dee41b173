// Roman numerals, as Vietnamese appendices number their parts.
const SIGNS = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

/** 1 and more. */
export function roman(number: number): string {
  let [rest, text] = [number, '']
  for (const [value, sign] of SIGNS)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}

/** Of I to C; no appendix has more parts. Null where it is no numeral. */
const MOST = 100
const values = new Map(Array.from({ length: MOST }, (_, at) => [roman(at + 1), at + 1]))
export const romanValue = (text: string): number | null => values.get(text) ?? null
