// What an agency's report says beside what the same agency said before: the same words again,
// amounts out of all proportion, what was completed and is not. One agency at a time.
import type { Bilingual } from '../bilingual.ts'
import type { Names } from '../field/field.ts'
import { shownInBoth } from '../field/field.ts'
import type { Report } from '../quarter/quarter-count.ts'
import type { SourceRow } from '../survey.ts'
import type { Field, Table } from '../template.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import type { FigurePlace } from '../wire-province.ts'
import type { Matter, MatterCode } from './matter.ts'
import { rowTitle } from './row-title.ts'
import { type WatchedColumns, watchedColumns } from './watched-columns.ts'

/** The rows of one table of a report that counts. */
export interface ReportedRows {
  readonly report: Report
  readonly rows: readonly SourceRow[]
}

/** Other questions, or others held against each other, take another number here: what was counted of them is counted anew then. */
export const HISTORY_ASKED_AS = 2

/** Typed in đồng or nghìn where triệu was meant: at least so many times what was ever said. */
const THOUSANDFOLD = 300
/** So many times more than ever before. */
const OUTLIER = 4
/** Against fewer amounts nobody can tell what is usual. */
const FEWEST = 2
/** R17: a denominator that moves by more asks for a reason. */
const DENOMINATOR_PERCENT = 10
/** So much of the report, and so many rows at least, must be word for word the same. */
const UNCHANGED_SHARE = 0.8
const UNCHANGED_ROWS = 3

export interface HistoryFacts {
  readonly names: Names
  /** Values that mean that something is completed, by field. */
  readonly final: Readonly<Record<string, readonly string[]>>
}

interface Before {
  readonly report: Report
  readonly row: SourceRow
}

const numberIn = (row: SourceRow, { key }: Field): number | null => {
  const value = row.values[key]
  return typeof value === 'number' ? value : null
}

export class OwnHistory {
  readonly #table: Table
  readonly #facts: HistoryFacts
  readonly #watched: WatchedColumns
  /** Texts that tell rows apart. */
  readonly #naming: readonly Field[]
  /** Of rows that are at hand: each is asked for several times. */
  readonly #names = new WeakMap<SourceRow, readonly string[]>()

  constructor(table: Table, facts: HistoryFacts) {
    this.#table = table
    this.#facts = facts
    this.#watched = watchedColumns(table)
    const keys = new Set(table.rows.unique.flat())
    this.#naming = table.fields.filter(({ key, type }) => keys.has(key) && type.kind === 'text')
  }

  /** `before`: the latest first. */
  matters(now: ReportedRows, before: readonly ReportedRows[]): Matter[] {
    const known = before.map(({ report, rows }) => ({ report, rows: this.#byNames(rows) }))
    const earlier = (row: SourceRow): Before[] =>
      known.flatMap(({ report, rows }) => {
        const own = this.#namesOf(row).flatMap((name) => rows.get(name) ?? [])[0]
        return own ? [{ report, row: own }] : []
      })
    const last = before[0]
    return [
      ...now.rows.flatMap((row) => this.#ofRow(now.report, row, earlier(row))),
      ...(last ? this.#unchanged(now, last) : []),
      ...(last && now.rows.length > 0 ? this.#gone(now, last) : []),
    ]
  }

  /** By what a row is known from month to month: its id, or what tells it apart where the server has taken over a row that was typed before. */
  #namesOf(row: SourceRow): readonly string[] {
    const known = this.#names.get(row)
    if (known) return known
    const { id, values } = row
    const texts = this.#naming.flatMap(({ key }) => {
      const text = values[key]
      return typeof text === 'string' && text !== '-' ? [`${key} ${fold(text)}`] : []
    })
    const names = [id, ...texts]
    this.#names.set(row, names)
    return names
  }

  #byNames(rows: readonly SourceRow[]): Map<string, SourceRow> {
    return new Map(rows.toReversed().flatMap((row) => this.#namesOf(row).map((name) => [name, row] as const)))
  }

  #ofRow(report: Report, row: SourceRow, before: readonly Before[]): Matter[] {
    const last = before[0]
    if (!last) return []
    const { amounts, flows, cumulative, denominators } = this.#watched
    const say = (code: MatterCode, field: Field, against: readonly Before[], params: Matter['params'] = {}): Matter => ({
      id: `${code}:${report.obligationId}:${this.#table.key}/${row.id}/${field.key}`,
      ...{ code, severity: 'warning', label: field.title },
      params: {
        agency: report.agencyName,
        row: rowTitle(this.#table, row),
        now: this.#show(field, row.values[field.key] ?? null),
        before: this.#show(field, against[0]?.row.values[field.key] ?? null),
        ...params,
      },
      places: [this.#place(report, row, field), ...against.map((one) => this.#place(one.report, one.row, field))],
    })
    const slipped = amounts.filter((field) => {
      const [amount, past] = [numberIn(row, field), positives(before, field)]
      return amount !== null && amount > 0 && past.length > 0 && past.every((one) => Math.max(amount / one, one / amount) >= THOUSANDFOLD)
    })
    const strange = flows.filter((field) => {
      const [amount, past] = [numberIn(row, field), positives(before, field)]
      return !slipped.includes(field) && amount !== null && past.length >= FEWEST && amount >= OUTLIER * Math.max(...past)
    })
    return [
      ...slipped.map((field) => say('thousandfold', field, before)),
      ...strange.map((field) =>
        say('outlier', field, before, { times: Math.round(numberIn(row, field)! / Math.max(...positives(before, field))) }),
      ),
      ...denominators.flatMap((field) => {
        const [under, past] = [numberIn(row, field), numberIn(last.row, field)]
        if (under === null || past === null || past === 0) return []
        const percent = Math.round((100 * (under - past)) / past)
        return Math.abs(percent) > DENOMINATOR_PERCENT ? [say('denominator-moved', field, [last], { percent })] : []
      }),
      ...cumulative.flatMap(({ field, brought }) => {
        // After a month that was not filed the form begins at nothing: what counts is the last amount that was ever said.
        const known = before.find((one) => numberIn(one.row, field) !== null)
        if (!known || (numberIn(row, brought) ?? 0) >= numberIn(known.row, field)!) return []
        return [say('cumulative-fell', field, [known], { start: this.#show(brought, row.values[brought.key] ?? 0) })]
      }),
      ...this.#table.fields.flatMap((field) => {
        const final = this.#facts.final[field.key] ?? []
        const [state, past] = [row.values[field.key], last.row.values[field.key]]
        return final.includes(String(past)) && !final.includes(String(state)) ? [say('reopened', field, [last])] : []
      }),
    ]
  }

  #unchanged(now: ReportedRows, last: ReportedRows): Matter[] {
    const past = this.#byNames(last.rows)
    const before = (row: SourceRow) => this.#namesOf(row).flatMap((name) => past.get(name) ?? [])[0]
    return this.#watched.words.flatMap((field) => {
      const told = now.rows.filter((row) => typeof row.values[field.key] === 'string' && row.values[field.key] !== '-')
      const same = told.filter((row) => {
        const [words, own] = [before(row)?.values[field.key], String(row.values[field.key])]
        return typeof words === 'string' && (words === own || fold(words) === fold(own))
      })
      if (same.length < UNCHANGED_ROWS || same.length < UNCHANGED_SHARE * told.length) return []
      return [
        {
          id: `unchanged:${now.report.obligationId}:${this.#table.key}/${field.key}`,
          ...({ code: 'unchanged', severity: 'warning', label: field.title } as const),
          params: { agency: now.report.agencyName, same: same.length, of: told.length },
          places: same.flatMap((row) => [this.#place(now.report, row, field), this.#place(last.report, before(row)!, field)]),
        },
      ]
    })
  }

  /** Rows that the agency added itself; those the plan gives it are the plan's matter. */
  #gone(now: ReportedRows, last: ReportedRows): Matter[] {
    const here = this.#byNames(now.rows)
    const name = this.#table.fields.find(({ key, type }) => type.kind === 'text' && this.#table.rows.unique.flat().includes(key))
    return last.rows.flatMap((row) => {
      if (row.carried || !name || this.#namesOf(row).some((one) => here.has(one))) return []
      return [
        {
          id: `row-gone:${now.report.obligationId}:${this.#table.key}/${row.id}`,
          ...({ code: 'row-gone', severity: 'warning', label: null } as const),
          params: { agency: now.report.agencyName, row: rowTitle(this.#table, row), receipt: last.report.receiptNumber ?? '' },
          places: [this.#place(last.report, row, name), { ...now.report, cell: null }],
        },
      ]
    })
  }

  #show({ type }: Field, value: Value): Bilingual {
    return shownInBoth(type, value, this.#facts.names)
  }

  #place(report: Report, row: SourceRow, field: Field): FigurePlace {
    const cell = { table: this.#table.key, rowId: row.id, field: field.key, name: rowTitle(this.#table, row) }
    return { ...report, cell: { ...cell, at: row.cell, value: row.values[field.key] ?? null } }
  }
}

const positives = (before: readonly Before[], field: Field): number[] =>
  before.flatMap(({ row }) => {
    const amount = numberIn(row, field)
    return amount !== null && amount > 0 ? [amount] : []
  })
