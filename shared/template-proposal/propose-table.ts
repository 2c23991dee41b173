// One table of a form that nobody tuned to, as a table of a draft with what was inferred.
import { address } from '../a1.ts'
import type { CheckContext } from '../check-context.ts'
import { unitLineAbove } from '../takeover/recognise.ts'
import type { HeaderRows } from '../takeover/their-header.ts'
import { theirRows } from '../takeover/their-rows.ts'
import type { TheirSheet } from '../takeover/their-sheet.ts'
import type { Table } from '../template.ts'
import type { Besides } from './column-beside.ts'
import { titlesOf } from './column-titles.ts'
import { isHeaderAgain, isSequenceTitle } from './find-table-headers.ts'
import type { Inferred } from './inferred.ts'
import { type ProposedColumn, proposeColumns } from './propose-columns.ts'
import { proposeFormulas } from './propose-formulas.ts'

export interface ProposedTable {
  readonly table: Table
  /** Paths begin at the table. */
  readonly inferred: readonly Inferred[]
  /** Zero-based: the last row that belongs to it. */
  readonly last: number
}

interface Place {
  readonly key: string
  /** Zero-based, exclusive: where the next table begins. */
  readonly below: number
  readonly code: string
  readonly ruleIds: ReadonlySet<string>
  readonly besides: Besides
  /** The last row that may be its own, where nothing is filled yet. */
  readonly to: number
}

const MOST_ROWS = 500
/** So many rows say what their columns are. */
const LOOKED_AT = 1_000
/** From so many named rows on they are a list that the form brings. */
const FEW_ROWS = 3

/** Rows that are named and otherwise to be filled: the form brings them. */
function rowsGiven(sheet: TheirSheet, rows: readonly number[], name: number, columns: readonly ProposedColumn[]): Omit<Inferred, 'path'>[] {
  const named = rows.filter((row) => sheet.text(row, name) !== '')
  const typed = columns.filter(({ column, field }) => column > name && field.source === 'input')
  const filled = named.flatMap((row) => typed.filter(({ column }) => sheet.index.cell(row, column) !== undefined))
  if (named.length < FEW_ROWS || filled.length * 2 > named.length * typed.length) return []
  const [first] = named
  return [
    {
      code: 'rows-given',
      sheet: sheet.name,
      cell: address(first!, name),
      found: `${sheet.text(first!, name)} (${named.length})`,
      confidence: 0.5,
    },
  ]
}

export function proposeTable(
  sheet: TheirSheet,
  header: HeaderRows,
  { key, below, code, ruleIds, besides, to }: Place,
  context: CheckContext,
): ProposedTable {
  const titled = titlesOf(sheet, header, below)
  const sequence = [...titled].find(([, titles]) => titles.some(isSequenceTitle))?.[0] ?? null
  const name = [...titled.keys()].sort((one, other) => one - other).find((column) => column !== sequence) ?? null
  const region = { from: header.to + 1, to: below - 1, sequence, name, columns: new Set(titled.keys()) }
  const { data: rows, skipped } = theirRows(sheet, region)
  const data = rows.filter((row) => !isHeaderAgain(sheet, header, row)).slice(0, LOOKED_AT)
  const proposed = proposeColumns(sheet, header, data, { titled, unitLine: unitLineAbove(sheet, header), besides, to }, context)
  const { columns, rules, ruled } = proposeFormulas(sheet, proposed, data, header.to + 1, code, ruleIds)
  const headings = skipped.filter(({ as }) => as === 'group')
  const inferred: Inferred[] = [
    ...columns.flatMap((one, at) => one.inferred.map((each) => ({ ...each, path: ['fields', at], sheet: sheet.name }))),
    ...rules.map((_, at) => ({ code: 'rule' as const, path: ['rules', at], sheet: sheet.name, ...ruled[at]!, confidence: 0.7 })),
    ...headings.slice(0, 1).map(({ row, text }) => ({
      ...{
        code: 'row-headings' as const,
        path: ['rows'],
        sheet: sheet.name,
        cell: address(row, sequence ?? name ?? 0),
        found: text,
        confidence: 0.5,
      },
    })),
    ...(name === null ? [] : rowsGiven(sheet, data, name, columns)).map((one) => ({ ...one, path: ['rows'] })),
    // Values under no title: nobody knows what they are.
    ...[...new Set(data.flatMap((row) => sheet.row(row).map(([column]) => column)))]
      .filter((column) => !titled.has(column))
      .map((column) => ({
        ...{ code: 'untitled' as const, path: ['fields'], sheet: sheet.name, cell: address(data[0]!, column), confidence: 0.3 },
        found: String(sheet.index.cell(data[0]!, column)?.value ?? ''),
      })),
  ]
  const last = Math.max(header.to, ...data, ...skipped.filter(({ as }) => as === 'total' || as === 'numbering').map(({ row }) => row))
  const table: Table = {
    ...{ key, fields: columns.map(({ field }) => field), rules: [...rules] },
    rows: { source: 'free', max: MOST_ROWS, unique: [] },
  }
  return { table, inferred, last }
}
