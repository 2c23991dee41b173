// What is known about a consolidation before it is written: its totals and each agency's, from what every submission
// adds to them, and texts that several agencies filed. Of rows only the columns with such texts are read; none is kept.
import type { Declaration } from './filing.ts'
import { MOST_TEXTS, NO_REPEATS, type Repeat, RepeatSearch, type Repeats } from './reconcile/repeats.ts'
import { Tally, type TallyShare, type Values } from './tally.ts'
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

/** What is wanted of a table. */
export interface RowsWanted {
  /** Of these heads, in their order; else of all. */
  readonly heads?: readonly CountedHead[]
  /** Other columns may be left out. */
  readonly fields?: readonly string[]
}

export type SourceOf = (table: Table, wanted?: RowsWanted) => RowSource

/** What one submission adds to the totals of one of its tables. */
export interface SubmissionShare {
  readonly submissionId: string
  readonly table: string
  readonly share: TallyShare
}

/** Of all heads, in their order, in portions. */
export type Shares = AsyncIterable<readonly SubmissionShare[]>

async function repeatsOf(table: Table, heads: readonly CountedHead[], sourceOf: SourceOf, most: number): Promise<Repeats> {
  const search = new RepeatSearch(table, most)
  const { fields } = search
  if (fields.length === 0) return NO_REPEATS
  const source = sourceOf(table, { fields })
  for (const head of heads) {
    const count = head.rows[table.key] ?? 0
    for (let index = 0; index < count; ) for (const row of await source.next(count - index)) search.add(head, index++, row)
  }
  return search.repeats((some) => sourceOf(table, { heads: some, fields }))
}

interface Totals {
  readonly all: Tally
  readonly bySubmission: Map<string, Readonly<Record<string, Value>>>
}

async function totalsOf({ tables }: Template, heads: readonly CountedHead[], shares: Shares): Promise<ReadonlyMap<Table, Totals>> {
  const byTable = new Map(tables.map((table) => [table.key, { table, totals: { all: new Tally(table), bySubmission: new Map() } }]))
  const agencyOf = new Map(heads.map(({ submissionId, agency }) => [submissionId, agency]))
  for await (const portion of shares)
    for (const { submissionId, table: key, share } of portion) {
      const [known, agency] = [byTable.get(key), agencyOf.get(submissionId)]
      if (!known || agency === undefined) continue
      const own = new Tally(known.table)
      for (const tally of [own, known.totals.all]) tally.join(agency, share)
      known.totals.bySubmission.set(submissionId, own.totals())
    }
  return new Map([...byTable.values()].map(({ table, totals }) => [table, totals]))
}

export async function survey(
  template: Template,
  heads: readonly CountedHead[],
  shares: Shares,
  sourceOf: SourceOf,
  mostTexts = MOST_TEXTS,
): Promise<Survey> {
  const tables = new Map<string, TableSurvey>()
  for (const [table, { all, bySubmission }] of await totalsOf(template, heads, shares)) {
    const { found, count, comparedOnly } = await repeatsOf(table, heads, sourceOf, mostTexts)
    tables.set(table.key, { totals: all.totals(), bySubmission, repeats: found, repeatCount: count, comparedOnly })
  }
  return tables
}
