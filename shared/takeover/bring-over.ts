// A table of theirs, with the columns as a person confirmed them, as contents for
// the rows of our form; and everything that finds no place there, told one by one.
import { address, columnLetter } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import { type FieldFinding, readEntry } from '../field/field.ts'
import type { Entry, FilingRow } from '../filing.ts'
import type { GridSheet } from '../sheet/grid.ts'
import { isAddedId } from '../sheet/row-identity.ts'
import { isTyped } from '../sheet/table-formulas.ts'
import { type Field, fieldOf, type Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import { bringCell, type CellContent } from './bring-cell.ts'
import { type MatchedBy, RowMatcher } from './match-rows.ts'
import type { Proposal, TheirColumn } from './recognise.ts'
import type { SkippedAs } from './their-rows.ts'
import { TheirSheet } from './their-sheet.ts'

export interface BroughtRow {
  /** Row number in their sheet, from 1. */
  readonly at: number
  readonly name: string
  /** Id of the row of ours; null where a row is to be added. */
  readonly ours: string | null
  readonly by: MatchedBy | 'added'
  /** What the row of ours is called. */
  readonly meant: string
  readonly contents: Readonly<Record<string, CellContent>>
}

export interface LeftColumn {
  readonly column: string
  readonly titles: readonly string[]
  /** unasked: no field of ours was chosen · computed: the form works it out · numbering: the form numbers its rows itself. */
  readonly why: 'unasked' | 'computed' | 'numbering'
  /** How many data rows hold something there. */
  readonly cells: number
}

export interface LeftRow {
  readonly at: number
  readonly text: string
  /** no-match: no row of the form, and none is to be added · twice: another row of theirs was taken for the same · empty: nothing in the columns that were chosen. */
  readonly why: SkippedAs | 'no-match' | 'twice' | 'empty'
}

export interface LeftCell {
  /** Address in their sheet. */
  readonly cell: string
  readonly field: string
  /**
   * unfit: `finding` says why · doubtful: written as it was found, the check asks about it ·
   * kept: another value stands in our cell · carried: the server brought another value, which stays.
   */
  readonly why: 'unfit' | 'doubtful' | 'kept' | 'carried'
  readonly finding: FieldFinding | null
}

export interface Brought {
  readonly rows: readonly BroughtRow[]
  /** Cells that stand in our form already as they are in theirs. */
  readonly same: number
  readonly columns: readonly LeftColumn[]
  readonly left: readonly LeftRow[]
  readonly cells: readonly LeftCell[]
}

export interface TheirTable {
  readonly sheet: GridSheet
  readonly date1904: boolean
  readonly proposal: Proposal
  /** Field key by column, as confirmed; what is not in it is not taken. */
  readonly fields: ReadonlyMap<number, string>
}

interface Ours {
  readonly table: Table
  /** The rows of the table as they stand in our form. */
  readonly rows: readonly FilingRow[]
  /** Whether what already stands in an input cell gives way. */
  readonly overwrite: boolean
  /** Whether rows that are none of ours become rows of their own, where the table takes such rows. */
  readonly add: boolean
}

const isSame = (one: Value, other: Value): boolean =>
  typeof one === 'string' && typeof other === 'string' ? fold(one) === fold(other) : JSON.stringify(one) === JSON.stringify(other)

/** Rows that the form numbers itself take no numbers from elsewhere. */
const numbersItself = (field: Field, table: Table): boolean => field.type.kind === 'sequence' && table.rows.source !== 'free'

export function bringOver({ sheet: grid, date1904, proposal, fields }: TheirTable, ours: Ours, context: CheckContext): Brought {
  const { table, overwrite } = ours
  const mayAdd = ours.add && table.rows.source !== 'carried'
  const sheet = new TheirSheet(grid, date1904)
  const mapped = proposal.columns.flatMap((column) => {
    const field = fieldOf(table, fields.get(column.column) ?? '')
    return field ? [{ column, field }] : []
  })
  const taken = mapped.filter(({ field }) => field.source !== 'computed' && !numbersItself(field, table))
  const matcher = new RowMatcher(table, ours.rows, context)
  const rows: BroughtRow[] = []
  const left: LeftRow[] = proposal.skipped.map(({ row, as, text }) => ({ at: row + 1, text, why: as }))
  const cells: LeftCell[] = []
  let same = 0

  for (const row of proposal.rows) {
    const entries: Record<string, Entry> = Object.fromEntries(
      mapped.map(({ column, field }) => [field.key, sheet.entry(row, column.column, field.type)]),
    )
    const text = rowText(sheet, row)
    const lose = (why: LeftRow['why']) => left.push({ at: row + 1, text, why })
    const { found, twice } = matcher.match(entries)
    if (twice) lose('twice')
    else if (!found && !mayAdd) lose('no-match')
    else {
      const brought = bringRow(found?.ours ?? null, entries, row)
      if (!found && Object.keys(brought).length === 0) lose('empty')
      else
        rows.push({
          at: row + 1,
          name: text,
          ours: found?.ours.id ?? null,
          by: found?.by ?? 'added',
          meant: found?.name ?? '',
          contents: brought,
        })
    }
  }

  function bringRow(mine: FilingRow | null, entries: Readonly<Record<string, Entry>>, row: number): Record<string, CellContent> {
    const contents: Record<string, CellContent> = {}
    const given = mine !== null && !isAddedId(mine.id)
    for (const { column, field } of taken) {
      const entry = entries[field.key]!
      if (entry.value === null || (typeof entry.value === 'string' && entry.value.trim() === '')) continue
      const { content, value, finding } = bringCell(field, entry, column.unit, context)
      const tell = (why: LeftCell['why'], about: FieldFinding | null = null) =>
        cells.push({ cell: address(row, column.column), field: field.key, why, finding: about })
      const standing = mine?.entries[field.key]
      const before = standing ? readEntry(field.type, standing, context, field.nilAllowed).value : null
      if (value !== null && isSame(value, before)) same++
      else if (!isTyped(field, given)) tell('carried')
      else if (content === undefined) tell('unfit', finding)
      else if (standing && standing.value !== null && standing.value === content) same++
      else if (standing && standing.value !== null && standing.value !== '' && !overwrite) tell('kept')
      else {
        contents[field.key] = content
        if (finding) tell('doubtful', finding)
      }
    }
    return contents
  }

  return { rows, same, columns: leftColumns(proposal, sheet, mapped, table), left: left.sort((one, other) => one.at - other.at), cells }
}

function leftColumns(
  proposal: Proposal,
  sheet: TheirSheet,
  mapped: readonly { readonly column: TheirColumn; readonly field: Field }[],
  table: Table,
): LeftColumn[] {
  const byColumn = new Map(mapped.map(({ column, field }) => [column.column, field]))
  return proposal.columns.flatMap(({ column, titles }): LeftColumn[] => {
    const field = byColumn.get(column)
    const why = !field ? 'unasked' : field.source === 'computed' ? 'computed' : numbersItself(field, table) ? 'numbering' : null
    if (why === null) return []
    const filled = proposal.rows.filter(
      (row) => !['', undefined].includes(sheet.index.cell(row, column)?.value as string | undefined),
    ).length
    return [{ column: columnLetter(column), titles, why, cells: filled }]
  })
}

const LONGEST = 90

/** What a person knows the row by: its first text that is more than a number or a code, else all of it. */
function rowText(sheet: TheirSheet, row: number): string {
  const texts = sheet.row(row).map(([column, { value }]) => sheet.text(row, column) || String(value))
  const text = texts.find((one) => /\p{L}{2,}.*\s/u.test(one)) ?? texts.join(' · ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
