// Which field of ours each column of theirs probably is: titles propose, contents
// decide between equal titles and refuse what cannot be, order breaks ties.
import type { Field, Table } from '../template.ts'
import { type Content, isTelling } from './column-content.ts'
import { titleLikeness } from './title-likeness.ts'

export type Reason =
  /** The titles say the same. */
  | 'title'
  /** The titles are alike. */
  | 'alike'
  /** What stands in the column says it, more than its title. */
  | 'content'
  /** A title like one of ours, but what stands below it cannot be that. */
  | 'refused'
  | 'none'

export interface Pairing {
  readonly column: number
  readonly field: string | null
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: Reason
}

interface Choice {
  readonly column: number
  readonly field: Field
  readonly title: number
  readonly content: number | null
  readonly score: number
}

const LEAST_TITLE = 0.5
const LEAST_SCORE = 0.48
/** With contents that only this field takes, a title may be less like ours. */
const LEAST_HINT = 0.26
const SURE_CONTENT = 0.85
const REFUSED = 0.25
const SAME_TITLE = 0.97

const isAccepted = ({ field, title, content, score }: Choice): boolean =>
  (title >= LEAST_TITLE && score >= LEAST_SCORE) || (title >= LEAST_HINT && content !== null && content >= SURE_CONTENT && isTelling(field))

/** `content`: null where the column says nothing, or where nobody has looked yet. */
export function pairColumns(
  table: Table,
  titles: ReadonlyMap<number, readonly string[]>,
  content: (column: number, field: Field) => Content | null,
): Pairing[] {
  const likeness = titleLikeness(table)
  const columns = [...titles.keys()].sort((one, other) => one - other)
  const refused = new Set<number>()
  const choices = columns.flatMap((column, at) =>
    table.fields.flatMap((field, place): Choice[] => {
      const title = likeness(titles.get(column)!, field)
      if (title < LEAST_HINT) return []
      const looked = content(column, field)
      const found = looked?.fit ?? null
      // One wrong cell under the right title is a wrong cell.
      if (looked && looked.fit < REFUSED && (looked.cells > 1 || title < SAME_TITLE)) {
        if (title >= LEAST_TITLE) refused.add(column)
        return []
      }
      const order = 1 - Math.abs(at / Math.max(1, columns.length - 1) - place / Math.max(1, table.fields.length - 1))
      // Of two alike the one that the filer types is the likelier.
      const typed = field.source === 'input' ? 0.02 : field.carryFrom === undefined ? 0.01 : 0
      const score = (found === null ? title * 0.92 : title * 0.8 + found * 0.2) + order * 0.03 + typed
      return [{ column, field, title, content: found, score }]
    }),
  )
  const paired = new Map<number, Choice>()
  const taken = new Set<string>()
  for (const choice of choices.filter(isAccepted).sort((one, other) => other.score - one.score)) {
    if (paired.has(choice.column) || taken.has(choice.field.key)) continue
    paired.set(choice.column, choice)
    taken.add(choice.field.key)
  }
  return columns.map((column): Pairing => {
    const choice = paired.get(column)
    if (!choice) return { column, field: null, confidence: 0, reason: refused.has(column) ? 'refused' : 'none' }
    const reason = choice.title >= SAME_TITLE ? 'title' : choice.title >= LEAST_TITLE ? 'alike' : 'content'
    return { column, field: choice.field.key, confidence: Math.min(1, choice.score), reason }
  })
}
