// What is known about a consolidation before it is written: its totals and each agency's, from what every submission
// adds to them, and texts that several agencies filed, from the numbers kept for them. Only rows that are told are read.
import type { Declaration } from './filing.ts'
import type { Repeat } from './reconcile/repeat.ts'
import { MOST_TEXTS, NO_REPEATS, RepeatSearch, type RowsAt } from './reconcile/repeats.ts'
import { type RowTexts, textsKey } from './reconcile/row-texts.ts'
import { Tally, type TallyShare, type Values } from './tally.ts'
import type { Table, Template } from './template.ts'
import type { Value } from './value.ts'

/** A submission of a list, before it is known what it holds. */
export interface ListedSubmission {
  readonly agency: string
  readonly agencyName: string
  readonly submissionId: string
  /** 1, 2, 3 … within the obligation. */
  readonly sequence: number
  readonly receiptNumber: string
}

/** A counted submission without its rows. */
export interface CountedHead extends ListedSubmission {
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

/** The texts of one of the tables of a submission. */
export interface SubmissionTexts {
  readonly submissionId: string
  readonly table: string
  readonly texts: RowTexts
}

/** Of all heads, in their order, in portions. */
export type Texts = AsyncIterable<readonly SubmissionTexts[]>

/** Of each table with texts to compare. */
export async function searchRepeats(
  { tables }: Pick<Template, 'tables'>,
  heads: readonly ListedSubmission[],
  texts: Texts,
  most = MOST_TEXTS,
): Promise<ReadonlyMap<string, RepeatSearch>> {
  const compared = tables.filter((table) => textsKey(table) !== null)
  const searches = new Map(compared.map((table) => [table.key, new RepeatSearch(table, most)]))
  const known = new Map(heads.map((head) => [head.submissionId, head]))
  for await (const portion of texts)
    for (const { submissionId, table, texts } of portion) {
      const head = known.get(submissionId)
      if (head) searches.get(table)?.add(head, texts)
    }
  return searches
}

export type TableTotals = Pick<TableSurvey, 'totals' | 'bySubmission'>

/** By table. */
export async function surveyTotals(
  { tables }: Pick<Template, 'tables'>,
  heads: readonly ListedSubmission[],
  shares: Shares,
): Promise<ReadonlyMap<string, TableTotals>> {
  const byTable = new Map(
    tables.map((table) => [table.key, { table, all: new Tally(table), bySubmission: new Map<string, Record<string, Value>>() }]),
  )
  const agencyOf = new Map(heads.map(({ submissionId, agency }) => [submissionId, agency]))
  for await (const portion of shares)
    for (const { submissionId, table: key, share } of portion) {
      const [known, agency] = [byTable.get(key), agencyOf.get(submissionId)]
      if (!known || agency === undefined) continue
      const own = new Tally(known.table)
      for (const tally of [own, known.all]) tally.join(agency, share)
      known.bySubmission.set(submissionId, own.totals())
    }
  return new Map([...byTable].map(([key, { all, bySubmission }]) => [key, { totals: all.totals(), bySubmission }]))
}

/** What was kept with each submission. */
export interface KeptShares {
  readonly shares: Shares
  readonly texts: Texts
  readonly rowsAt: RowsAt
}

export async function survey(
  template: Template,
  heads: readonly CountedHead[],
  { shares, texts, rowsAt }: KeptShares,
  mostTexts = MOST_TEXTS,
): Promise<Survey> {
  const totals = await surveyTotals(template, heads, shares)
  const searches = await searchRepeats(template, heads, texts, mostTexts)
  const tables = new Map<string, TableSurvey>()
  for (const [key, own] of totals) {
    const { found, count, comparedOnly } = (await searches.get(key)?.repeats(rowsAt)) ?? NO_REPEATS
    tables.set(key, { ...own, repeats: found, repeatCount: count, comparedOnly })
  }
  return tables
}
