// The totals of a period from what each submission adds to them, without reading a row. Shares of submissions
// from before there were any are made of their rows here, once, and kept.
import type { ReportStanding } from '../../shared/period-standing.ts'
import type { ListedSubmission, SubmissionShare } from '../../shared/survey.ts'
import { Tally, type TallyShare } from '../../shared/tally.ts'
import type { Template } from '../../shared/template.ts'
import type { Consolidation } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedHeads } from '../store/counted-rows.ts'
import { readTemplate } from '../store/plan.ts'
import { rowSource } from '../store/row-source.ts'
import { fillTallies, keptTallies } from '../store/tallies.ts'
import { type ConsolidationChoice, EVERYTHING } from './consolidation-choice.ts'
import { periodStanding } from './period-standing.ts'

type Totals = Consolidation['totals']

async function makeShares(db: D1Database, template: Template, list: readonly ListedSubmission[]): Promise<SubmissionShare[]> {
  const heads = await countedHeads(db, list)
  const made: SubmissionShare[] = []
  for (const table of template.tables) {
    const source = rowSource(db, table.key, heads)
    for (const { agency, submissionId, rows } of heads) {
      const count = rows[table.key] ?? 0
      if (count === 0) continue
      const tally = new Tally(table)
      for (let done = 0; done < count; ) {
        const some = await source.next(count - done)
        for (const { values } of some) tally.add(agency, values)
        done += some.length
      }
      made.push({ submissionId, table: table.key, share: tally.share() })
    }
  }
  await fillTallies(db, made)
  return made
}

/** In the order of the list. */
export async function* sharesOf(db: D1Database, template: Template, list: readonly ListedSubmission[]): AsyncGenerator<SubmissionShare[]> {
  const known = new Map(list.map((one) => [one.submissionId, one]))
  for await (const page of keptTallies(db, [...known.keys()])) {
    const bare = [...new Set(page.flatMap(({ submissionId, share }) => (share === null ? [submissionId] : [])))]
    const made =
      bare.length === 0
        ? []
        : await makeShares(
            db,
            template,
            bare.map((id) => known.get(id)!),
          )
    const shareOf = new Map<string, TallyShare>(made.map(({ submissionId, table, share }) => [`${submissionId} ${table}`, share]))
    yield page.flatMap(({ submissionId, table, share: kept }) => {
      const share = kept ?? shareOf.get(`${submissionId} ${table}`)
      return share ? [{ submissionId, table, share }] : []
    })
  }
}

/** The last one that gave a value is the last of the list. */
export async function talliedTotals({ db }: Pick<Parts, 'db'>, template: Template, list: readonly ListedSubmission[]): Promise<Totals> {
  const tallies = new Map(template.tables.map((table) => [table.key, new Tally(table)]))
  const agencyOf = new Map(list.map(({ submissionId, agency }) => [submissionId, agency]))
  for await (const portion of sharesOf(db, template, list))
    for (const { submissionId, table, share } of portion) tallies.get(table)?.join(agencyOf.get(submissionId) ?? '', share)
  return Object.fromEntries([...tallies].map(([key, tally]) => [key, tally.totals()]))
}

export const listed = (reports: readonly ReportStanding[]): ListedSubmission[] =>
  reports.flatMap(({ agency, counted }) => (counted ? [{ ...counted, agency }] : []))

export async function consolidatedTotals(
  parts: Parts,
  code: string,
  period: string,
  choice: ConsolidationChoice = EVERYTHING,
): Promise<Totals> {
  const { version, reports } = await periodStanding(parts, code, period, choice)
  const template = await readTemplate(parts.db, code, version)
  if (!template) throw new ProblemError('not-found')
  return talliedTotals(parts, template, listed(reports))
}
