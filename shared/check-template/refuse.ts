// How the parts of the check say what they refuse, and where. Knows no part.
import type { Bilingual } from '../bilingual.ts'
import type { TemplateRefusal, TemplateRefusalCode } from '../check-template.ts'
import { cleanText } from '../text/clean.ts'

/** `source` is the formula, where one is spoken of. */
export interface Spot extends Pick<TemplateRefusal, 'path' | 'table' | 'part' | 'of'> {
  readonly source?: string
}

export type Refuse = (spot: Spot, code: TemplateRefusalCode, params?: TemplateRefusal['params'], at?: { from: number; to: number }) => void

/** The same thing, at one of its own parts. */
export const within = (spot: Spot, ...path: TemplateRefusal['path']): Spot => ({ ...spot, path: [...spot.path, ...path] })

export const isBlank = (text: string): boolean => cleanText(text) === ''

/** What people read stands there in both languages. */
export function refuseBlank(refuse: Refuse, spot: Spot, said: Bilingual): void {
  for (const language of ['vi', 'en'] as const) if (isBlank(said[language])) refuse(within(spot, language), 'blank', { language })
}

export function refuseOutside(refuse: Refuse, spot: Spot, value: number, min: number, max: number): void {
  if (!Number.isInteger(value) || value < min || value > max) refuse(spot, 'number-range', { value, min, max })
}

/** Of several with one key all but the first are refused. */
export function refuseTwice(refuse: Refuse, keys: readonly string[], spotOf: (at: number) => Spot): void {
  for (const [at, key] of keys.entries()) if (keys.indexOf(key) < at) refuse(spotOf(at), 'key-twice', { key })
}
