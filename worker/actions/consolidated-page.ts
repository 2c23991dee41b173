// The rows of all agencies page by page, for whoever looks at them and never needs all: each
// page begins after the last row of the one before, and says what state of the log it shows.
import { Consolidating } from '../../shared/consolidate.ts'
import { tableOf } from '../../shared/template.ts'
import type { ConsolidatedRow } from '../../shared/wire.ts'
import type { ConsolidatedPage } from '../../shared/wire-province.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedAgencies, countedPage, numbersUpTo, type PlacedRow, type RowChoice, type RowKey } from '../store/counted-rows.ts'
import { lastHappening } from '../store/events.ts'
import { openedVersion } from '../store/obligations.ts'
import { readTemplate } from '../store/plan.ts'

/** Two screens of an old laptop, twice. */
const PAGE = 200

const keyText = ({ agency, position }: RowKey) => `${agency}/${position}`

function keyOf(text: string): RowKey {
  const [agency = '', position = ''] = text.split('/')
  if (agency === '' || !/^\d{1,9}$/.test(position)) throw new ProblemError('bad-request', 'after is the `next` of an earlier answer')
  return { agency, position: Number(position) }
}

/** `after`: the `next` of the page before; null is the first page, which also says which agencies there are. */
export async function consolidatedPage(parts: Parts, choice: RowChoice, after: string | null, limit = PAGE): Promise<ConsolidatedPage> {
  const { db } = parts
  const { template: code, period, table: key } = choice
  const version = await openedVersion(db, code, period)
  const template = version === null ? null : await readTemplate(db, code, version)
  const table = template && tableOf(template, key)
  if (!template || !table) throw new ProblemError('not-found')
  const from = after === null ? null : keyOf(after)
  const event = await lastHappening(db)
  const [placed, agencies] = await Promise.all([
    countedPage(db, choice, from, limit + 1),
    from === null ? countedAgencies(db, choice) : null,
  ])
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
  return { event, madeAt: parts.clock.now().toISOString(), agencies, rows, next: last && placed.length > limit ? keyText(last) : null }
}
