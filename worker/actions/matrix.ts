// Who has reported what, agencies by reports: one page of it as JSON, all of it as a
// workbook, and the mark that changes whenever any cell of it may have.

import { groupsOn } from '../../shared/agency.ts'
import { dayInVietnam } from '../../shared/clock.ts'
import { columnsOf, type Matrix, type MatrixChoice, type MatrixColumn, type MatrixRow } from '../../shared/matrix.ts'
import { periodRange } from '../../shared/period.ts'
import { matrixWorkbook as drawn } from '../../shared/sheet/matrix-sheet.ts'
import type { ObligationView } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { lastSaved } from '../store/drafts.ts'
import { lastHappening } from '../store/events.ts'
import { obligationsFrom, openedPeriods, passedDates } from '../store/obligations.ts'
import { readPlan, readTemplates } from '../store/plan.ts'
import { writeWorkbook } from '../xlsx/write.ts'
import { viewObligations } from './view-obligations.ts'

/** Agencies of one page. */
const MOST_AGENCIES = 250

const cellOf = ({ state, late, lastReceipt, accepted, openNotes, submissions }: ObligationView) => ({
  ...{ state, late, accepted, openNotes, submissions, receipt: lastReceipt?.number ?? null },
})

async function matrixColumns(parts: Parts, choice: MatrixChoice): Promise<MatrixColumn[]> {
  const [opened, templates] = await Promise.all([openedPeriods(parts.db), readTemplates(parts.db)])
  const order = new Map(templates.map(({ code }, index) => [code, index]))
  const columns = columnsOf(opened, choice)
    .map(({ template, period, dueAt }) => ({
      ...{ template, period, dueAt, title: templates.find(({ code }) => code === template)?.title ?? { vi: template, en: template } },
    }))
    .toSorted((a, b) => ('span' in choice ? (order.get(a.template) ?? 0) - (order.get(b.template) ?? 0) : 0))
  if (columns.length === 0) throw new ProblemError('not-found')
  return columns
}

const keyOf = ({ template, period }: { template: string; period: string }) => `${template} ${period}`

/** `after`: the agency after which the page begins; null is the first page. */
export async function matrixPage(parts: Parts, choice: MatrixChoice, after: string | null, limit = MOST_AGENCIES): Promise<Matrix> {
  const now = parts.clock.now()
  const [columns, loaded] = await Promise.all([matrixColumns(parts, choice), readPlan(parts.db)])
  if (!loaded) throw new ProblemError('not-found')
  const { register } = loaded
  const day = dayInVietnam(now)
  // Groups as they stood when the last of the reports was about something, so that an old table keeps its order.
  const groupOf = groupsOn(
    register,
    columns.map(({ period }) => periodRange(period).to).reduce((a, b) => (a > b ? a : b)),
  )
  const { obligations, next } = await obligationsFrom(parts.db, columns, after, limit)
  const views = new Map((await viewObligations(parts, obligations)).map((view) => [view.id, view]))
  const places = new Map(columns.map((column, index) => [keyOf(column), index]))
  const rows = new Map<string, MatrixRow & { cells: (Matrix['rows'][number]['cells'][number] | null)[] }>()
  for (const obligation of obligations) {
    const { agency } = obligation
    const [view, place] = [views.get(obligation.id), places.get(keyOf(obligation))]
    if (!view || place === undefined) continue
    const row = rows.get(agency) ?? {
      ...{ agency, name: view.agencyName, group: groupOf(agency)?.code ?? null },
      cells: columns.map(() => null),
    }
    row.cells[place] = cellOf(view)
    rows.set(agency, row)
  }
  return {
    ...{ day, madeAt: now.toISOString(), columns, next, rows: [...rows.values()] },
    groups: register.groups.map(({ code, name }) => ({ code, name })),
  }
}

/** Read at once for a file: what each page begins with (columns, groups) is made less often. */
const AGENCIES_OF_A_FILE = 1_000

/** The whole of it, read page by page. */
export async function matrixWorkbook(parts: Parts, choice: MatrixChoice): Promise<Uint8Array> {
  const first = await matrixPage(parts, choice, null, AGENCIES_OF_A_FILE)
  const rows = [...first.rows]
  for (let { next } = first; next !== null; ) {
    const page = await matrixPage(parts, choice, next, AGENCIES_OF_A_FILE)
    rows.push(...page.rows)
    next = page.next
  }
  return writeWorkbook(drawn({ ...first, rows }))
}

/** Something was sent, judged, saved or newly owed, or a date has passed. */
export async function matrixMark(parts: Parts): Promise<string> {
  const now = parts.clock.now().toISOString()
  return (await Promise.all([lastHappening(parts.db), lastSaved(parts.db), passedDates(parts.db, now)])).join('.')
}
