// What could stand where somebody is typing in a formula: columns by their titles, functions,
// totals of the plan, dates of the period, code lists. Pure; knows no box.
import type { Language } from '../../../shared/bilingual.ts'
import type { Plan } from '../../../shared/plan.ts'
import { functionNamed, functionNames } from '../../../shared/rule/functions.ts'
import type { Template } from '../../../shared/template.ts'
import { foldBare } from '../../../shared/text/fold.ts'

export interface Offer {
  readonly kind: 'field' | 'function' | 'name'
  /** What is written in the place of what was typed. */
  readonly insert: string
  readonly label: string
  readonly detail: string
}

export interface Completion {
  /** The stretch that an offer takes the place of. */
  readonly from: number
  readonly to: number
  readonly offers: readonly Offer[]
}

export interface FormulaPlace {
  readonly template: Template
  readonly table: number
  readonly about: 'row' | 'table'
  readonly plan: Plan
  readonly language: Language
}

const MOST = 12

const arity = (name: string): string => {
  const spec = functionNamed(name)
  if (!spec) return ''
  return spec.max > spec.min ? `${name}(${spec.min}–${spec.max})` : `${name}(${spec.min})`
}

/** The columns that a formula here may name, those of the tables above as `[table.key]`. */
export function fieldOffers({ template, table: at, about, language }: FormulaPlace): Offer[] {
  const table = template.tables[at]
  if (!table) return []
  const own = table.fields.map(
    ({ key, title }): Offer => ({
      ...{ kind: 'field', label: title[language] || key, detail: key },
      insert: about === 'row' ? `[@${key}]` : `[${key}]`,
    }),
  )
  if (about === 'row') return own
  const above = template.tables.slice(0, at).flatMap((one) =>
    one.fields.map(
      ({ key, title }): Offer => ({
        ...{ kind: 'field', insert: `[${one.key}.${key}]`, detail: `${one.key}.${key}` },
        label: `${one.title?.[language] || one.key} – ${title[language] || key}`,
      }),
    ),
  )
  return [...own, ...above]
}

function nameOffers({ plan }: FormulaPlace): Offer[] {
  const names = [
    ...['nam', 'ngay', ...Object.keys(plan.totals)].map((name) => `plan.${name}`),
    ...['tu', 'den', 'khoa', 'nam', 'don_vi'].map((name) => `ky.${name}`),
    ...plan.lists.map(({ id }) => `list.${id.replaceAll('-', '_')}.label`),
  ]
  return names.map((name) => ({ kind: 'name', insert: name, label: name, detail: '' }))
}

/** How well a typed text fits: 0 at the beginning, 1 at the beginning of a word, 2 inside; null not at all. */
function closeness(typed: string, ...texts: readonly string[]): number | null {
  const sought = foldBare(typed)
  if (sought === '') return 0
  const fits = texts.map((text) => {
    const found = foldBare(text).indexOf(sought)
    if (found < 0) return 3
    return found === 0 ? 0 : foldBare(text)[found - 1] === ' ' ? 1 : 2
  })
  const best = Math.min(...fits)
  return best === 3 ? null : best
}

const matching = (offers: readonly Offer[], typed: string): Offer[] =>
  offers
    .flatMap((offer) => {
      const rank = closeness(typed, offer.label, offer.detail.replaceAll('_', ' '), offer.detail)
      return rank === null ? [] : [{ offer, rank }]
    })
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ offer }) => offer)

/** Null where nothing is to be offered: in a text between quotes, after a number, at the very beginning. */
export function completionAt(source: string, caret: number, place: FormulaPlace): Completion | null {
  const before = source.slice(0, caret)
  if ((before.match(/"/g) ?? []).length % 2 === 1) return null
  const bracket = /\[@?\[?([^[\]]*)$/.exec(before)
  if (bracket) {
    const rest = /^[^[\]()=<>+\-*/&,"]*\]?/.exec(source.slice(caret))?.[0] ?? ''
    // Without a closing bracket what follows is not part of the name.
    const to = caret + (rest.endsWith(']') ? rest.length : 0)
    return offered({ from: bracket.index, to, offers: matching(fieldOffers(place), bracket[1] ?? '') })
  }
  const word = /[\p{L}_][\p{L}\d_.]*$/u.exec(before)
  if (!word) return null
  const to = caret + (/^[\p{L}\d_.]*/u.exec(source.slice(caret))?.[0].length ?? 0)
  const typed = word[0]
  const functions = functionNames
    .filter((name) => name.startsWith(typed.toUpperCase()))
    .map((name): Offer => ({ kind: 'function', insert: `${name}(`, label: name, detail: arity(name) }))
  const names = nameOffers(place).filter(({ label }) => label.startsWith(typed.toLowerCase()))
  const fields = typed.length > 1 ? matching(fieldOffers(place), typed) : []
  return offered({ from: word.index, to, offers: [...functions, ...names, ...fields] })
}

const offered = ({ from, to, offers }: Completion): Completion | null =>
  offers.length === 0 ? null : { from, to, offers: offers.slice(0, MOST) }

/** The formula with the offer in its place, and where the caret stands then: after a bracket that opens, inside of it. */
export function completed(
  source: string,
  { from, to }: Pick<Completion, 'from' | 'to'>,
  { insert }: Offer,
): { source: string; caret: number } {
  const follows = insert.endsWith('(') && source[to] === '('
  const written = follows ? insert.slice(0, -1) : insert
  return { source: source.slice(0, from) + written + source.slice(to), caret: from + insert.length }
}
