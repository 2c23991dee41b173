// Sheets as agencies made them before there was a form, built from rows of values:
// merges, legacy fonts, formats. For tests only.
import { address } from '../a1.ts'
import type { GridCell, GridSheet } from '../sheet/grid.ts'
import { legacyText } from '../text/legacy-font.ts'

type Written = string | number | boolean | null | GridCell

export const oldSheet = (rows: readonly (readonly Written[])[], merges: readonly string[] = []): GridSheet => ({
  name: 'Bảng cũ',
  visibility: 'visible',
  cells: new Map(
    rows.flatMap((row, at) =>
      row.flatMap((value, column): [string, GridCell][] =>
        value === null || value === '' ? [] : [[address(at, column), typeof value === 'object' ? value : { value }]],
      ),
    ),
  ),
  merges,
  hiddenRows: new Set(),
})

const LATIN = Array.from({ length: 0x5f }, (_, at) => String.fromCharCode(0xa1 + at))
const LETTERS = [...'aeouyAEOUY', 'ô', 'ö', 'Ô', 'Ö']

/** Unicode letter → how the encoding writes it, found out by asking for each writing. */
function writings(font: string, codes: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  // A letter is converted only inside of what can be a syllable.
  for (const [before, after] of [
    ['b', 'n'],
    ['b', ''],
    ['', 'a'],
  ] as const)
    for (const code of codes) {
      const syllable = legacyText(before + code + after, font)?.converted ?? ''
      const letter = syllable.slice(before.length, syllable.length - after.length)
      if ([...letter].length === 1 && !found.has(letter)) found.set(letter, code)
    }
  return found
}

const TCVN3 = writings('.VnTime', [...LATIN, '\u00AD'])
const VNI = writings('VNI-Times', [...LETTERS.flatMap((letter) => LATIN.map((mark) => letter + mark)), ...LATIN])

const written = (text: string, letters: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => letters.get(letter) ?? letter).join('')

/** The text as typed with .VnTime. */
export const inTcvn3 = (text: string): GridCell => ({ value: written(text, TCVN3), font: '.VnTime' })
/** The text as typed with VNI-Times. */
export const inVni = (text: string): GridCell => ({ value: written(text, VNI), font: 'VNI-Times' })

export const asPercent = (value: number): GridCell => ({ value, format: '0%' })
export const asDay = (value: number): GridCell => ({ value, format: 'dd/mm/yyyy' })
