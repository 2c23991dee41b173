// One column of a sheet in which a template is written: what it is called, which place of
// the template it holds, and how its cells are spelt. Knows no particular sheet.

/** How a cell is spelt. word: a key or code · words: several, separated by commas · sets: lists of words, separated by semicolons. */
export type Spelling = 'text' | 'word' | 'number' | 'yes-no' | 'words' | 'sets' | 'json'

export interface SheetColumn {
  /** The plain word by which the column is known, in English. */
  readonly name: string
  /** The same in Vietnamese, shown before it. */
  readonly vi: string
  /** The way to the place within the thing that the row stands for. */
  readonly path: readonly (string | number)[]
  readonly as: Spelling
  /** What may stand there, where it is one of few words. */
  readonly options?: readonly string[]
  /** What a blank cell means; where left out, that nothing is said. */
  readonly blank?: unknown
  readonly width?: number
}

const DIVIDER = ' · '

export const headingOf = ({ name, vi }: Pick<SheetColumn, 'name' | 'vi'>): string => `${vi}${DIVIDER}${name}`

/** What a heading names: the whole of it, or either half. */
export const headingWords = (text: string): string[] =>
  [text, ...text.split(DIVIDER.trim())].map((word) => word.trim().toLowerCase().normalize('NFC'))

export const names = (column: Pick<SheetColumn, 'name' | 'vi'>, words: readonly string[]): boolean =>
  [headingOf(column), column.name, column.vi].some((word) => words.includes(word.toLowerCase().normalize('NFC')))

/** The two columns of a text in both languages. */
export const bilingual = (name: string, vi: string, path: readonly (string | number)[], rest: Partial<SheetColumn> = {}): SheetColumn[] =>
  (['vi', 'en'] as const).map((language) => ({
    ...{ name: `${name} ${language}`, vi: `${vi} (${language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'})`, path: [...path, language] },
    ...{ as: 'text' as const, width: 30 },
    ...rest,
  }))
