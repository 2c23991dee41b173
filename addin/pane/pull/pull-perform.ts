// One effect of pulling, carried out: asks the server, draws into the workbook, brings a
// sheet up to date. Every effect ends in an event or throws ApiProblem or HostError.

import { rowTitle } from '../../../shared/reconcile/row-title.ts'
import { endedDay } from '../../../shared/sheet/chosen-part.ts'
import type { ChosenAgencies } from '../../../shared/sheet/consolidated-sheet.ts'
import { readPulled } from '../../../shared/sheet/pulled-reading.ts'
import { planRefresh, refusesRefresh, type Told } from '../../../shared/sheet/pulled-refresh.ts'
import { chosenHeads, MOST_PULLED_ROWS, type PulledFacts, pulledTable, pulledWorkbook } from '../../../shared/sheet/pulled-workbook.ts'
import type { Consolidation, PeriodStatus } from '../../../shared/wire.ts'
import type { Api } from '../../api/api.ts'
import { type Host, HostError } from '../../host/host.ts'
import { placeOf, sheetIn } from './pull-place.ts'
import type { Known, Outcome, PullEffect, PullEvent, ToldRow, Which } from './pull-session.ts'

export interface PullPorts {
  readonly api: Pick<Api, 'periods' | 'status' | 'form' | 'history' | 'past' | 'submission'>
  readonly host: Host
  readonly consolidation: (template: string, period: string, on: string | null) => Promise<Consolidation>
}

export interface PullErrand extends PullPorts {
  readonly dispatch: (event: PullEvent) => void
  drawing: AbortController | null
  watching: (() => Promise<void>)[]
  /** Templates with names, by period: published ones never change. */
  readonly known: Map<string, Promise<Known>>
  readonly keys: Map<string, number>
  /** Only the last selection is told. */
  selection: number
}

/** `status`: who owes it, where that is being asked already. */
function knownOf(errand: PullErrand, { template, period }: Which, status?: Promise<PeriodStatus>): Promise<Known> {
  const key = `${template} ${period}`
  const kept = errand.known.get(key)
  if (kept) return kept
  const { api, known } = errand
  const asked = (status ?? api.status(template, period)).then(async ({ obligations }) => {
    // Agencies may owe different versions; what is put together is in the newest.
    const [newest] = obligations.toSorted((one, other) => other.version - one.version)
    return api.form(newest?.id ?? '')
  })
  known.set(key, asked)
  asked.catch(() => known.delete(key))
  return asked
}

/** The template that the rows are in, also where another was published since it was loaded. */
async function knownFor(errand: PullErrand, all: Consolidation): Promise<Known> {
  const known = await knownOf(errand, all)
  if (known.template.version === all.version) return known
  errand.known.delete(`${all.template} ${all.period}`)
  return knownOf(errand, all)
}

export async function performPull(effect: PullEffect, errand: PullErrand): Promise<void> {
  const { api, host, dispatch } = errand
  switch (effect.do) {
    case 'look': {
      const [choices, sheets] = await Promise.all([api.periods(), host.pulled()])
      return dispatch({ type: 'looked', choices, sheets })
    }
    case 'count': {
      const { which } = effect
      const asked = api.status(which.template, which.period)
      const [status, known] = await Promise.all([asked, knownOf(errand, which, asked)])
      return dispatch({ type: 'counted', which, counted: { status, known } })
    }
    case 'pull': {
      errand.drawing = new AbortController()
      const { signal } = errand.drawing
      const { which, chosen } = effect
      const all = await errand.consolidation(which.template, which.period, effect.on)
      // Stopped while the server was asked.
      if (signal.aborted) throw new HostError('stopped')
      const on = endedDay(effect.on, all.madeAt)
      return finish(errand, await draw(errand, { known: await knownFor(errand, all), chosen, all, on }, signal))
    }
    case 'stop':
      return errand.drawing?.abort()
    case 'refresh':
      return finish(errand, await refresh(errand, effect.sheet))
    case 'watch':
      return watch(errand, effect.sheets)
    case 'jump':
      return effect.cell === null ? host.activate(effect.sheet) : host.goTo(effect.sheet, effect.cell)
    case 'place': {
      const { sheet, at } = effect
      const turn = ++errand.selection
      const place = await placeOf({ host, sheet, at, keys: errand.keys, knownOf: (which) => knownOf(errand, which) })
      return turn === errand.selection ? dispatch({ type: 'placed', sheet, at, place }) : undefined
    }
    case 'load-history': {
      const { obligation } = effect
      const [{ submissions: history }, past] = await Promise.all([api.history(obligation), api.past(obligation)])
      return dispatch({ type: 'history-loaded', obligation, history, past })
    }
    case 'compare': {
      const views = await Promise.all(effect.submissions.map((id) => api.submission(id)))
      const contents = Object.fromEntries(views.map(({ receipt, content }) => [receipt.submissionId, content]))
      return dispatch({ type: 'compared', obligation: effect.obligation, contents })
    }
  }
}

async function finish({ host, dispatch }: PullErrand, outcome: Outcome): Promise<void> {
  dispatch({ type: 'done', outcome, sheets: await host.pulled() })
}

interface Wanted {
  readonly known: Known
  readonly chosen: ChosenAgencies | null
  readonly all: Consolidation
  readonly on: string | null
}

const rowsIn = (facts: PulledFacts): number =>
  chosenHeads(facts).reduce((sum, { rows }) => Object.values(rows).reduce((own, count) => own + count, sum), 0)

async function draw(errand: PullErrand, { known, chosen, all, on }: Wanted, stop?: AbortSignal): Promise<Outcome> {
  const facts = { template: known.template, names: known, all, chosen, on }
  if (chosenHeads(facts).length === 0) return { kind: 'nothing-sent', on }
  const rows = rowsIn(facts)
  if (rows > MOST_PULLED_ROWS) return { kind: 'too-many', rows }
  const layout = await pulledWorkbook(facts)
  const told = (done: number, of: number) => errand.dispatch({ type: 'progress', done, of })
  const missing = all.missing.filter((agency) => chosen?.codes.includes(agency) ?? true).length
  return { kind: 'pulled', rows, missing, on, sheet: await errand.host.draw(layout, told, stop) }
}

async function refresh(errand: PullErrand, name: string): Promise<Outcome> {
  const { host, dispatch } = errand
  const [found] = (await host.pulled()).filter(({ sheet }) => sheet === name)
  if (!found) throw new HostError('sheet-gone')
  const { template, period, table: key, agencies, on } = found.mark
  const all = await errand.consolidation(template, period, on)
  const known = await knownFor(errand, all)
  // Read after the server has answered: what is planned must still be true when it is written.
  const grid = await host.grid(name)
  const sheet = sheetIn(grid, name)
  const pulled = sheet && readPulled(sheet)
  const table = known.template.tables.find((one) => one.key === key)
  if (!sheet || !pulled || !table) return { kind: 'unreadable', sheet: name }
  const chosen = agencies && { codes: agencies, name: null }
  const facts = { template: known.template, names: known, all, chosen, on }
  // The file of a large consolidation has the same marks, but more rows than are kept up to date here.
  if (rowsIn(facts) > MOST_PULLED_ROWS) return { kind: 'too-many', rows: rowsIn(facts) }
  const wanted = await pulledTable(facts, table)
  const why = refusesRefresh(pulled, wanted)
  if (why) {
    const drawn = await draw(errand, { known, all, chosen, on })
    return drawn.kind === 'pulled' ? { kind: 'anew', why, old: name, sheet: drawn.sheet, on } : drawn
  }
  const { revision, told } = planRefresh(pulled, sheet, wanted, grid.date1904)
  await host.revise(name, revision, (done, of) => dispatch({ type: 'progress', done, of }))
  return { kind: 'refreshed', sheet: name, told: named(told, all, known, key), on }
}

function named(told: readonly Told[], all: Consolidation, { template, register }: Known, key: string): ToldRow[] {
  const table = template.tables.find((one) => one.key === key)
  const nameOf = ({ agency, rowId }: { agency: string; rowId: string }) => `${agency}\n${rowId}`
  const rows = new Map(all.rows.flatMap((row) => (row.table === key ? [[nameOf(row), row]] : [])))
  const agencies = new Map(register.agencies.map(({ code, name }) => [code, name]))
  return told.map((one) => {
    const row = rows.get(nameOf(one))
    const title = row && table ? rowTitle(table, { id: row.rowId, values: row.values }) : one.rowId
    return { ...one, agencyName: row?.agencyName ?? agencies.get(one.agency) ?? one.agency, title }
  })
}

async function watch(errand: PullErrand, sheets: Extract<PullEffect, { do: 'watch' }>['sheets']): Promise<void> {
  await unwatch(errand)
  for (const { sheet } of sheets)
    errand.watching.push(await errand.host.onSelect(sheet, (at) => errand.dispatch({ type: 'selected', sheet, at })))
}

export async function unwatch(errand: PullErrand): Promise<void> {
  const stops = errand.watching
  errand.watching = []
  await Promise.all(stops.map((stop) => stop()))
}
