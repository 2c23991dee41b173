// Counts what a quarterly report says while the reports it is made from pass by, row by row:
// tasks, money, indicators, who was on time. What the report looks like is put together in quarterly-summary.ts.
import { isAddedId } from '../sheet/row-identity.ts'
import type { SourceRow } from '../survey.ts'
import { fold } from '../text/fold.ts'
import type { Value } from '../value.ts'
import type { FigurePlace } from '../wire-province.ts'
import { figureId, type Ledger, type LedgerFigures } from './ledger.ts'
import type { Projects } from './projects.ts'
import type { QuarterSource } from './source.ts'
import { countedAs } from './task-state.ts'

/** A counted submission, or a report that is owed. */
export type Report = Omit<FigurePlace, 'cell'>

export interface Month {
  readonly period: string
  readonly windowFrom: string
  readonly windowTo: string
}

/** Rows of the quarterly report by what they are about. */
export interface RowIds {
  group(code: string): string
  agency(code: string): string
  source(code: string): string
  indicator(code: string): string | null
}

export interface QuarterFacts {
  readonly source: QuarterSource
  /** In order; the last one counts for states and cumulative amounts. */
  readonly months: readonly Month[]
  readonly ids: RowIds
  readonly projects: Projects
  /**
   * Tasks reported before the quarter, by `taskKey`: the first day of the window since which they are completed, null where
   * they are not. Of what is not completed, only the tasks of heirs need be here.
   */
  readonly before: ReadonlyMap<string, string | null>
  /** Of agencies that ended, the one that goes on with their work by the last month. */
  readonly heirs: Heirs
}

/** The agency that goes on, by the one that ended. */
export type Heirs = Readonly<Record<string, string>>

export const taskKey = (agency: string, rowId: string): string => `${agency} ${rowId}`

const textOf = (value: Value | undefined): string | null => (typeof value === 'string' && value !== '' && value !== '-' ? value : null)

/** What several agencies said about an indicator that is no rate. */
export interface Extremes {
  readonly lowest: number
  readonly highest: number
  readonly met: number
  readonly said: number
}

/** Another way of counting takes another number here: what was kept is counted anew then. */
export const QUARTER_COUNTED_AS = 3

/** What the reports of one agency, and of those whose work it took over, add to a quarter: nothing of it depends on another one. */
export interface QuarterShare {
  readonly figures: LedgerFigures
  /** By row of the indicators' table. */
  readonly extremes: Readonly<Record<string, Extremes>>
}

export class QuarterCount {
  readonly #facts: QuarterFacts
  readonly #ledger: Ledger
  readonly #doneSince = new Map<string, string>()
  /** Tasks that were reported. */
  readonly #said = new Set<string>()
  readonly #seen = new Set<string>()
  /** Agencies whose report of the last month counts: only theirs are added up, so that paid and paid so far belong together. */
  readonly #reported = new Set<string>()
  /** Agencies with a row in the quarter, and the first month of each. */
  readonly #begun = new Map<string, number>()
  readonly #extremes = new Map<string, Extremes>()

  constructor(facts: QuarterFacts, ledger: Ledger) {
    this.#facts = facts
    this.#ledger = ledger
    for (const [key, since] of facts.before) {
      this.#said.add(key)
      if (since !== null) this.#doneSince.set(key, since)
    }
  }

  /** A report that was due; all of them before the first row. `late` is null where nothing was sent that counts. */
  timeliness(report: Report, late: boolean | null): void {
    const { into, tasks } = this.#facts.source
    const { table, due, onTime, missing, late: lateField } = into.agencies
    if (report.template !== tasks.template) return
    const row = this.#facts.ids.agency(report.agency)
    const place = () => ({ ...report, cell: null })
    this.#ledger.add(figureId(table, row, due), 1, place)
    this.#ledger.add(figureId(table, row, late === null ? missing : late ? lateField : onTime), 1, place)
    if (report.period !== this.#facts.months.at(-1)?.period) return
    if (late === null) this.#ledger.add('outside.unreported', 1, place)
    else this.reported(report.agency)
  }

  /** The report of the last month counts. */
  reported(agency: string): void {
    this.#reported.add(agency)
  }

  share(): QuarterShare {
    return { figures: this.#ledger.figures, extremes: Object.fromEntries(this.#extremes) }
  }

  join({ figures, extremes }: QuarterShare): void {
    this.#ledger.join(figures)
    for (const [id, own] of Object.entries(extremes)) this.#widen(id, own)
  }

  /** A row of the report of tasks; months in order. */
  task(report: Report, row: SourceRow): void {
    const { source, months } = this.#facts
    const { tasks, into } = source
    const at = months.findIndex(({ period }) => period === report.period)
    const month = months[at]
    if (!month) return
    if (!this.#begun.has(report.agency)) this.#begun.set(report.agency, at)
    if (row.values[tasks.role] !== tasks.lead) return
    const opens = this.#opensWith(report.agency, row, at)
    this.#follow(report.agency, row, month)
    const isLast = at === months.length - 1
    this.#money(report, row, [
      [into.money.paid, tasks.paid],
      ...(opens ? [[into.money.before, tasks.paidBefore] as const] : []),
      ...(isLast ? [[into.money.paidSoFar, tasks.paidSoFar] as const] : []),
    ])
    if (isLast) this.#state(report, row, month)
  }

  /** A row of the last report that said something, of an agency that had nothing to report in the last month: it stands as it was. */
  standing(report: Report, row: SourceRow): void {
    const { tasks, into } = this.#facts.source
    if (row.values[tasks.role] !== tasks.lead) return
    this.#money(report, row, [
      ...(this.#begun.has(report.agency) ? [] : [[into.money.before, tasks.paidSoFar] as const]),
      [into.money.paidSoFar, tasks.paidSoFar],
    ])
    this.#state(report, row, this.#facts.months.at(-1)!)
  }

  /** Whether what the report brings was paid before the quarter: not later on, and not what an heir takes over in it. */
  #opensWith(agency: string, row: SourceRow, at: number): boolean {
    const { heirs } = this.#facts
    if (this.#begun.get(agency) !== at) return false
    return at === 0 || this.#said.has(taskKey(agency, row.id)) || ![...this.#begun.keys()].some((one) => heirs[one] === agency)
  }

  /** Since when a task is completed: an heir that says so when it first speaks of it goes on from what was said before it. */
  #follow(agency: string, row: SourceRow, { windowFrom }: Month): void {
    const { heirs, source } = this.#facts
    const key = taskKey(agency, row.id)
    if (source.tasks.states[String(row.values[source.tasks.state])] !== 'done') this.#doneSince.delete(key)
    else if (!this.#doneSince.has(key)) {
      // Rows that were added by hand are numbered anew under an heir.
      const taken = this.#said.has(key) || isAddedId(row.id) ? [] : Object.keys(heirs).filter((one) => heirs[one] === agency)
      const since = taken.flatMap((one) => this.#doneSince.get(taskKey(one, row.id)) ?? [])
      this.#doneSince.set(key, since.sort()[0] ?? windowFrom)
    }
    this.#said.add(key)
  }

  #state(report: Report, row: SourceRow, month: Month): void {
    const { source } = this.#facts
    const { tasks } = source
    const meaning = tasks.states[String(row.values[tasks.state])]
    const cell = this.#cell(report, row, tasks.table, tasks.name)
    const place = cell(tasks.state)
    const code = this.#codeOf(row)
    const group = this.#groupOf(report.agency, row)
    // A state that an admin has added to the list since is in none of the columns.
    if (!group || meaning === undefined) {
      this.#ledger.add('outside.ungrouped', 1, place)
      return
    }
    // A task is counted once for each agency that leads it, also where the plan gives it twice.
    const agency = this.#lineOf(report.agency)
    const once = `${agency} ${code === null ? `name ${fold(textOf(row.values[tasks.name]) ?? row.id)}` : fold(code)}`
    if (this.#seen.has(once)) {
      this.#ledger.add('outside.repeated', 1, place)
      return
    }
    this.#seen.add(once)
    const counted = countedAs(
      {
        meaning,
        ...{ lastDay: textOf(row.values[tasks.lastDay]), documentDate: textOf(row.values[tasks.documentDate]) },
        doneSince: this.#doneSince.get(taskKey(report.agency, row.id)) ?? null,
      },
      month.windowTo,
    )
    const { counts, groups, agencies } = source.into
    const [groupRow, agencyRow] = [this.#facts.ids.group(group), this.#facts.ids.agency(agency)]
    for (const column of [counts.total, counts[counted]]) {
      this.#ledger.add(figureId(groups.table, groupRow, column), 1, place)
      this.#ledger.add(figureId(agencies.table, agencyRow, agencies.prefix + column), 1, place)
    }
  }

  /** Whoever goes on with an agency's work: itself where it goes on. */
  #lineOf(agency: string): string {
    return this.#facts.heirs[agency] ?? agency
  }

  /** A row of the report of indicators. */
  indicator(report: Report, row: SourceRow): void {
    const { indicators, into } = this.#facts.source
    const id = this.#facts.ids.indicator(String(row.values[indicators.code]))
    if (id === null) return
    const { table, reported, result, met } = into.indicators
    const cell = this.#cell(report, row, indicators.table, indicators.code)
    this.#ledger.add(figureId(table, id, reported), 1, cell(indicators.applies))
    if (row.values[indicators.applies] !== indicators.yes) return
    if (row.values[indicators.kind] === indicators.rate) {
      const [over, under] = [row.values[indicators.numerator], row.values[indicators.denominator]]
      if (typeof over !== 'number' || typeof under !== 'number') return
      this.#ledger.add(figureId(table, id, result), 0, cell(indicators.numerator))
      this.#ledger.add(figureId(table, id, result), 0, cell(indicators.denominator))
      // Kept beside the figure, which is their quotient.
      this.#ledger.add(figureId(table, id, 'numerator'), over, cell(indicators.numerator))
      this.#ledger.add(figureId(table, id, 'denominator'), under, cell(indicators.denominator))
      return
    }
    const said = row.values[indicators.result]
    if (typeof said !== 'number') return
    this.#ledger.add(figureId(table, id, result), 0, cell(indicators.result))
    const isMet = row.values[indicators.met] === indicators.isMet
    if (isMet) this.#ledger.add(figureId(table, id, met), 1, cell(indicators.met))
    this.#widen(id, { lowest: said, highest: said, met: isMet ? 1 : 0, said: 1 })
  }

  #widen(id: string, own: Extremes): void {
    const before = this.#extremes.get(id)
    if (!before) this.#extremes.set(id, own)
    else
      this.#extremes.set(id, {
        ...{ lowest: Math.min(before.lowest, own.lowest), highest: Math.max(before.highest, own.highest) },
        ...{ met: before.met + own.met, said: before.said + own.said },
      })
  }

  extremesOf(indicatorRow: string): Extremes | null {
    return this.#extremes.get(indicatorRow) ?? null
  }

  #cell(report: Report, row: SourceRow, table: string, name: string) {
    return (field: string) => (): FigurePlace => ({
      ...report,
      cell: {
        ...{ table, rowId: row.id, field, at: row.cell, value: row.values[field] ?? null },
        name: textOf(row.values[name]) ?? row.id,
      },
    })
  }

  #codeOf({ values }: SourceRow): string | null {
    const { code, same } = this.#facts.source.tasks
    const own = textOf(values[code])
    return same.find(([twin]) => twin === own)?.[1] ?? own
  }

  #groupOf(agency: string, row: SourceRow): string | null {
    const { tasks, groups } = this.#facts.source
    const code = this.#codeOf(row)
    const byCode = code !== null && groups.find(({ prefix }) => prefix !== undefined && code.startsWith(prefix))
    if (byCode) return byCode.code
    const project = this.#facts.projects.find(this.#lineOf(agency), code, row.values[tasks.name])
    return groups.find(({ projects }) => project !== null && projects === project.template)?.code ?? null
  }

  /** `columns`: of the report, and of which column of its row. */
  #money(report: Report, row: SourceRow, columns: readonly (readonly [into: string, from: string])[]): void {
    const { tasks, into } = this.#facts.source
    if (!this.#reported.has(report.agency)) return
    const given = columns.filter(([, field]) => typeof row.values[field] === 'number')
    if (given.length === 0) return
    const project = this.#facts.projects.find(this.#lineOf(report.agency), row.values[tasks.code], row.values[tasks.name])
    const cell = this.#cell(report, row, tasks.table, tasks.name)
    const source = project?.source ?? null
    for (const [column, field] of given) {
      const amount = row.values[field] as number
      if (source !== null) this.#ledger.add(figureId(into.money.table, this.#facts.ids.source(source), column), amount, cell(field))
      else if (amount !== 0 && column !== into.money.before)
        this.#ledger.add(column === into.money.paid ? 'outside.unsourced' : 'outside.unsourcedPaidSoFar', amount, cell(field))
    }
  }
}
