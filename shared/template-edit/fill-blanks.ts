// What is still blank in a draft, filled at one word of its admin: English texts with the
// Vietnamese beside them, the elements of its regime with those of another template. Overwrites nothing.
import type { Bilingual } from '../bilingual.ts'
import type { TemplateRefusal } from '../check-template.ts'
import type { Regime, Template } from '../template.ts'

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const isBlank = (text: string): boolean => text.trim() === ''

/** A copy in which the text that a path leads to is what stands beside it in Vietnamese. */
function filled(value: Json, path: readonly (string | number)[]): Json {
  if (typeof value !== 'object' || value === null) return value
  const [step, ...rest] = path
  if (step === 'en' && rest.length === 0 && 'vi' in value) return { ...value, en: value.vi as Json }
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? filled(one, rest) : one))
  return { ...value, [step as string]: filled((value as { readonly [key: string]: Json })[step as string] ?? null, rest) }
}

/** English that is blank and has Vietnamese beside it. */
function isEnglish(refusals: readonly TemplateRefusal[]): (refusal: TemplateRefusal) => boolean {
  const blank = new Set(refusals.filter(({ code }) => code === 'blank').map(({ path }) => path.join('/')))
  return ({ code, path }) => code === 'blank' && path.at(-1) === 'en' && !blank.has([...path.slice(0, -1), 'vi'].join('/'))
}

/** How many English texts are refused because they are blank, and can be taken from the Vietnamese. */
export const blankEnglish = (refusals: readonly TemplateRefusal[]): number => refusals.filter(isEnglish(refusals)).length

export const withEnglish = (template: Template, refusals: readonly TemplateRefusal[]): Template =>
  refusals.filter(isEnglish(refusals)).reduce((done, { path }) => filled(done as Json, path) as unknown as Template, template)

const ELEMENTS = ['content', 'reporter', 'receiver', 'channel', 'deadline', 'dataWindow', 'outline', 'guidance'] as const

const joined = (own: Bilingual, other: Bilingual): Bilingual => (isBlank(own.vi) && isBlank(own.en) ? other : own)

/** Frequency and days come along only where nothing of the regime was written yet. */
export function withRegimeOf(template: Template, other: Regime): Template {
  const { regime } = template
  const untouched = ELEMENTS.every((key) => isBlank(regime[key].vi))
  const elements = Object.fromEntries(ELEMENTS.map((key) => [key, joined(regime[key], other[key])]))
  return {
    ...template,
    regime: {
      ...{ ...regime, ...elements },
      basis: isBlank(regime.basis) ? other.basis : regime.basis,
      ...(untouched ? { frequency: other.frequency, dates: other.dates } : {}),
    },
  }
}
