// The rows of all agencies page by page, for whoever looks at them and never needs all: each
// page begins after the last row of the one before, and says what state of the log it shows.
import { Consolidating } from '../../shared/consolidate.ts'
import { tableOf } from '../../shared/template.ts'
import type { ConsolidatedRow } from '../../shared/wire.ts'
import type { ConsolidatedPage } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import {
  countedAgencies,
  countedHeads,
  countedPage,
  namedPage,
  numbersUpTo,
  type PlacedRow,
  type RowChoice,
  type RowKey,
} from '../store/counted-rows.ts'
import { lastBefore, lastHappening } from '../store/events.ts'
import { openedVersion } from '../store/obligations.ts'
import { readTemplate } from '../store/plan.ts'
import { type ConsolidationChoice, EVERYTHING, endOf } from './consolidation-choice.ts'
import { periodStanding } from './period-standing.ts'
import { listed } from './tallied-totals.ts'

/** Two screens of an old laptop, twice. */
const PAGE = 200

const keyText = ({ agency, position }: RowKey) => `${agency}/${position}`

function keyOf(text: string): RowKey {
  const [agency = '', position = ''] = text.split('/')
  if (agency === '' || !/^\d{1,9}$/.test(position)) throw new ProblemError('bad-request', 'after is the `next` of an earlier answer')
  return { agency, position: Number(position) }
}

interface Placed {
  /** Number of the event whose moment it is. */
  readonly event: number
  /** One more than a page has, where there are as many. */
  readonly rows: readonly PlacedRow[]
  /** The agencies whose rows count; null where a page before has told them. */
  readonly agencies: ConsolidatedPage['agencies']
}

/** Of what counts now, as the database finds it by itself. */
async function livePage({ db }: Parts, choice: RowChoice, from: RowKey | null, limit: number): Promise<Placed> {
  const event = await lastHappening(db)
  const [rows, agencies] = await Promise.all([countedPage(db, choice, from, limit), from === null ? countedAgencies(db, choice) : null])
  return { event, rows, agencies }
}

/** Of some agencies, or of what counted when a day ended. */
async function chosenPage(
  parts: Parts,
  { template, period, table, agency }: RowChoice,
  choice: ConsolidationChoice,
  from: RowKey | null,
  limit: number,
): Promise<Placed> {
  const { db, clock } = parts
  const end = choice.on === null ? null : endOf(choice.on, clock.now())
  const event = await (end ? lastBefore(db, end) : lastHappening(db))
  const { reports } = await periodStanding(parts, template, period, choice)
  const counted = await countedHeads(db, listed(reports))
  const heads = counted.filter((head) => (head.rows[table] ?? 0) > 0 && (agency === null || head.agency === agency))
  const at = from === null ? 0 : heads.findIndex((head) => head.agency === from.agency)
  if (at < 0) throw new ProblemError('bad-request', 'after is the `next` of an earlier answer')
  // Of the first one only what comes after the key is left.
  let to = at + 1
  for (let rows = 0; to < heads.length && rows < limit; to++) rows += heads[to]!.rows[table]!
  return {
    event,
    rows: await namedPage(db, table, heads.slice(at, to), from?.position ?? -1, limit),
    agencies: from === null ? heads.map((head) => ({ agency: head.agency, name: head.agencyName, rows: head.rows[table]! })) : null,
  }
}

/** `after`: the `next` of the page before; null is the first page, which also says which agencies there are. */
export async function consolidatedPage(
  parts: Parts,
  rowsOf: RowChoice,
  after: string | null,
  { choice = EVERYTHING, limit = PAGE }: { readonly choice?: ConsolidationChoice; readonly limit?: number } = {},
): Promise<ConsolidatedPage> {
  const { db } = parts
  const { template: code, period, table: key } = rowsOf
  const version = await openedVersion(db, code, period)
  const template = version === null ? null : await readTemplate(db, code, version)
  const table = template && tableOf(template, key)
  if (!template || !table) throw new ProblemError('not-found')
  const from = after === null ? null : keyOf(after)
  const isLive = choice.agencies === null && choice.on === null
  const {
    event,
    rows: placed,
    agencies,
  } = await (isLive ? livePage(parts, rowsOf, from, limit + 1) : chosenPage(parts, rowsOf, choice, from, limit + 1))
  const shown = placed.slice(0, limit)
  const [first, last] = [shown[0], shown.at(-1)]
  const all = new Consolidating(template)
  const rows: ConsolidatedRow[] = []
  // A page may begin in the middle of a report, whose rows are numbered through.
  let earlier = first && from?.agency === first.agency ? await numbersUpTo(db, first.submissionId, table, from.position) : []
  for (const [submission, own] of Map.groupBy(shown, ({ submissionId }) => submissionId)) {
    rows.push(...all.take({ ...(own[0] as PlacedRow), submissionId: submission }, table, own, earlier))
    earlier = []
  }
  return {
    ...{ event, madeAt: parts.clock.now().toISOString(), on: choice.on, agencies, rows },
    next: last && placed.length > limit ? keyText(last) : null,
  }
}
