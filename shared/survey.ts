// What is known about a consolidation before it is written: its totals, each
// agency's, and texts that several agencies filed. Reads the rows once and keeps none.
import type { Declaration } from './filing.ts'
import { MOST_TEXTS, type Repeat, RepeatSearch } from './reconcile/repeats.ts'
import { Tally, type Values } from './tally.ts'
import type { Table, Template } from './template.ts'
import type { Value } from './value.ts'

/** A counted submission without its rows. */
export interface CountedHead {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  /** 1, 2, 3 … within the obligation. */
  readonly sequence: number
  readonly receiptNumber: string
  readonly declaration: Declaration | null
  /** How many rows it has, by table. */
  readonly rows: Readonly<Record<string, number>>
}

export interface SourceRow {
  readonly id: string
  readonly carried: boolean
  /** Where its first cell stood in the sheet that was sent; null where nobody said. */
  readonly cell: string | null
  readonly values: Values
}

/** The rows of one table, in the order of the heads. Gives as many as are at hand, at most `count`, never none. */
export interface RowSource {
  next(count: number): Promise<readonly SourceRow[]>
}

export interface TableSurvey {
  readonly totals: Readonly<Record<string, Value>>
  readonly bySubmission: ReadonlyMap<string, Readonly<Record<string, Value>>>
  readonly repeats: readonly Repeat[]
  /** Of more than a person reads only the first are told. */
  readonly repeatCount: number
  /** Rows beyond this were not compared; null where all were. */
  readonly comparedOnly: number | null
}

/** Nothing is known but the rows: totals are live formulas without a stored result. */
export const NO_SURVEY: TableSurvey = { totals: {}, bySubmission: new Map(), repeats: [], repeatCount: 0, comparedOnly: null }

export type Survey = ReadonlyMap<string, TableSurvey>

/** Rows of a table: of all heads, or of those that are named, in their order. */
export type SourceOf = (table: Table, heads?: readonly CountedHead[]) => RowSource

async function surveyTable(table: Table, heads: readonly CountedHead[], sourceOf: SourceOf, most: number): Promise<TableSurvey> {
  const source = sourceOf(table)
  const all = new Tally(table)
  const bySubmission = new Map<string, Readonly<Record<string, Value>>>()
  const search = new RepeatSearch(table, most)
  for (const head of heads) {
    const own = new Tally(table)
    const count = head.rows[table.key] ?? 0
    for (let index = 0; index < count; ) {
      for (const row of await source.next(count - index)) {
        own.add(head.agency, row.values)
        search.add(head, index, row)
        index++
      }
    }
    // As the store does it: the same numbers joined in the same way.
    all.join(head.agency, own.share())
    bySubmission.set(head.submissionId, own.totals())
  }
  const { found, count, comparedOnly } = await search.repeats((some) => sourceOf(table, some))
  return { totals: all.totals(), bySubmission, repeats: found, repeatCount: count, comparedOnly }
}

export async function survey(
  template: Template,
  heads: readonly CountedHead[],
  sourceOf: SourceOf,
  mostTexts = MOST_TEXTS,
): Promise<Survey> {
  const tables = new Map<string, TableSurvey>()
  for (const table of template.tables) tables.set(table.key, await surveyTable(table, heads, sourceOf, mostTexts))
  return tables
}
