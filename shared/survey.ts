// What is known about a consolidation before it is written: its totals, each
// agency's, and texts that several agencies filed. Reads the rows once and keeps none.
import type { Declaration } from './filing.ts'
import { Tally, type Values } from './tally.ts'
import type { Table, Template } from './template.ts'
import { fold } from './text/fold.ts'
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

/** One text that stands in rows of more than one agency. */
export interface Repeat {
  readonly text: string
  /** Each with the row's place among the rows of its submission, from 0. */
  readonly places: readonly { readonly head: CountedHead; readonly index: number }[]
}

export interface TableSurvey {
  readonly totals: Readonly<Record<string, Value>>
  readonly bySubmission: ReadonlyMap<string, Readonly<Record<string, Value>>>
  readonly repeats: readonly Repeat[]
  /** Rows beyond this were not compared; null where all were. */
  readonly comparedOnly: number | null
}

export type Survey = ReadonlyMap<string, TableSurvey>

/** As many names are kept at once: some 20 MB. */
const MOST_NAMES = 100_000

/** The text by which people know a row: the longest of the fields that tell rows apart. Rows that are all given need no comparing. */
function nameField({ rows, fields }: Table): string | undefined {
  if (rows.source === 'carried') return undefined
  const keys = new Set(rows.unique.flat())
  const length = ({ type }: Table['fields'][number]) => (type.kind === 'text' ? type.maxLength : 0)
  return fields.filter((field) => keys.has(field.key) && length(field) > 0).sort((a, b) => length(b) - length(a))[0]?.key
}

async function surveyTable(table: Table, heads: readonly CountedHead[], source: RowSource, most: number): Promise<TableSurvey> {
  const all = new Tally(table)
  const bySubmission = new Map<string, Readonly<Record<string, Value>>>()
  const named = new Map<string, { text: string; places: { head: CountedHead; index: number }[] }>()
  const key = nameField(table)
  let [compared, left] = [0, 0]
  for (const head of heads) {
    const own = new Tally(table)
    const count = head.rows[table.key] ?? 0
    for (let index = 0; index < count; ) {
      for (const row of await source.next(count - index)) {
        all.add(head.agency, row.values)
        own.add(head.agency, row.values)
        // Rows that the server gave to several agencies are theirs by right.
        const text = key === undefined || row.carried ? null : row.values[key]
        if (typeof text === 'string' && compared < most) {
          compared++
          const folded = fold(text)
          const known = named.get(folded)
          if (known) known.places.push({ head, index })
          else if (folded !== '') named.set(folded, { text, places: [{ head, index }] })
        } else if (typeof text === 'string') left++
        index++
      }
    }
    bySubmission.set(head.submissionId, own.totals())
  }
  const repeats = [...named.values()].filter(({ places }) => places.some(({ head }) => head !== places[0]!.head))
  return { totals: all.totals(), bySubmission, repeats, comparedOnly: left > 0 ? compared : null }
}

export async function survey(
  template: Template,
  heads: readonly CountedHead[],
  sourceOf: (table: Table) => RowSource,
  mostNames = MOST_NAMES,
): Promise<Survey> {
  const tables = new Map<string, TableSurvey>()
  for (const table of template.tables) tables.set(table.key, await surveyTable(table, heads, sourceOf(table), mostNames))
  return tables
}
