// What one figure of the quarterly summary counts, agency by agency in the order of the register: of the log who was on
// time, of the rows the rest. Rows are read of the agencies that are shown.
import { figureId, Ledger, TOTAL_ROW } from '../../shared/quarter/ledger.ts'
import { tracedFigures } from '../../shared/quarter/traced-figures.ts'
import type { Value } from '../../shared/value.ts'
import type { FigurePlace, FigureTrace, SummaryRow } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { agenciesAt } from '../store/agency-counts.ts'
import { ofOneMoment } from './one-moment.ts'
import { countAgencies } from './quarter-shares.ts'
import { begun, monthlyReports, type Summarised, summarised } from './summarise-quarter.ts'

/** Places of one page, or as many as its last agency has. */
const PAGE = 100
/** Agencies whose rows are read at once. */
const PIECE = 20

const pathOf = (figure: string): string => `$.figures."${figure}"`

interface Shown {
  /** The figures that it is, or that it is the total of. */
  readonly figures: readonly string[]
  readonly rows: readonly SummaryRow[]
  readonly value: Value
  /** How many things are counted. */
  readonly count: number
}

/** A figure that is shown: `table.row.field`, `table.*.field` (the total of its rows) or `outside.name`. */
function shownAs({ summary, outside }: Summarised, figure: string): Shown {
  const [key, rowId, field = ''] = figure.split('.')
  const table = summary.tables.find((one) => one.key === key)
  if (table) {
    const isTotal = rowId === TOTAL_ROW && Object.hasOwn(table.totals, field)
    const rows = table.rows.filter(({ id, counts }) => (isTotal || id === rowId) && Object.hasOwn(counts, field))
    const value = (isTotal ? table.totals : rows[0]?.values)?.[field] ?? null
    const count = rows.reduce((sum, { counts }) => sum + counts[field]!, 0)
    if (rows.length > 0) return { figures: rows.map(({ id }) => figureId(table.key, id, field)), rows, value, count }
  }
  if (key === 'outside' && rowId !== undefined && Object.hasOwn(summary.outside, rowId)) {
    const name = rowId as keyof typeof summary.outside
    return { figures: [figure], rows: [], value: summary.outside[name], count: outside[name] }
  }
  throw new ProblemError('not-found')
}

/** What the log says of figures of one column: who was on time. Of the others it says nothing, and nobody reads it. */
async function ofTheLog(
  parts: Parts,
  from: Summarised['from'],
  traced: readonly string[],
  own: ReadonlySet<string> | null,
): Promise<readonly FigurePlace[]> {
  const { table, due, onTime, late, missing } = from.source.into.agencies
  const [of, , field = ''] = traced[0]!.split('.')
  if (traced[0] !== 'outside.unreported' && (of !== table || ![due, onTime, late, missing].includes(field))) return []
  const ledger = new Ledger(traced)
  const reports = await monthlyReports(parts, from)
  begun(from, own ? reports.filter((one) => own.has(one.agency)) : reports, ledger)
  return ledger.places
}

/** `after`: the agency after which the page begins. */
export const figureTrace = (
  parts: Parts,
  code: string,
  period: string,
  figure: string,
  after: string | null,
  limit = PAGE,
): Promise<FigureTrace> => ofOneMoment(parts.db, () => traceOf(parts, code, period, figure, after, limit))

async function traceOf(
  parts: Parts,
  code: string,
  period: string,
  figure: string,
  after: string | null,
  limit: number,
): Promise<FigureTrace> {
  const made = await summarised(parts, code, period)
  const { from } = made
  const { figures, rows, value, count } = shownAs(made, figure)
  const traced = tracedFigures(from.source, figures)
  const { table, agency } = from.source.into.agencies
  const own = figure.startsWith(`${table}.`) ? new Set(rows.map(({ values }) => String(values[agency]))) : null
  const known = Map.groupBy(await ofTheLog(parts, from, traced, own), ({ agency }) => agency)
  const some = new Set([...known.keys(), ...(own ?? (await agenciesAt(parts.db, from.asked.counting, traced.map(pathOf))))])
  const all = from.register.agencies.flatMap((one) => (some.has(one.code) ? [one.code] : []))
  const order = new Map(from.register.agencies.map((one, at) => [one.code, at]))
  const place = after === null ? -1 : (order.get(after) ?? -1)
  const open = all.filter((one) => order.get(one)! > place)
  const places: FigurePlace[] = []
  let shown = 0
  while (shown < open.length && places.length < limit) {
    const piece = open.slice(shown, shown + PIECE)
    const ledgers = new Map(piece.map((one) => [one, new Ledger(traced)]))
    await countAgencies(parts.db, from.asked, piece, (one) => ledgers.get(one)!)
    for (const [one, counted] of ledgers) {
      if (places.length >= limit) break
      places.push(...(known.get(one) ?? []), ...counted.places)
      shown++
    }
  }
  const next = shown < open.length ? open[shown - 1]! : null
  return { figure, value, count, places, next }
}
