// The totals of a period from what each submission adds to them, without reading a row. Shares of submissions
// from before there were any are made of their rows here, once, and kept.
import type { ReportStanding } from '../../shared/period-standing.ts'
import { Tally, type TallyShare } from '../../shared/tally.ts'
import type { Template } from '../../shared/template.ts'
import type { Consolidation } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedHeads, type ListedSubmission, rowSource } from '../store/counted-rows.ts'
import { readTemplate } from '../store/plan.ts'
import { fillTallies, keptTallies } from '../store/tallies.ts'
import { periodStanding } from './period-standing.ts'

type Totals = Consolidation['totals']
type MadeShare = Parameters<typeof fillTallies>[1][number]

async function makeShares(db: D1Database, template: Template, list: readonly ListedSubmission[]): Promise<MadeShare[]> {
  const heads = await countedHeads(db, list)
  const made: MadeShare[] = []
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

/** In the order of the list: the last one that gave a value is the last of the list. */
export async function talliedTotals({ db }: Pick<Parts, 'db'>, template: Template, list: readonly ListedSubmission[]): Promise<Totals> {
  const tallies = new Map(template.tables.map((table) => [table.key, new Tally(table)]))
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
    for (const { submissionId, table, share } of page) {
      const own = share ?? shareOf.get(`${submissionId} ${table}`)
      if (own) tallies.get(table)?.join(known.get(submissionId)!.agency, own)
    }
  }
  return Object.fromEntries([...tallies].map(([key, tally]) => [key, tally.totals()]))
}

export const listed = (reports: readonly ReportStanding[]): ListedSubmission[] =>
  reports.flatMap(({ agency, counted }) => (counted ? [{ ...counted, agency }] : []))

export async function consolidatedTotals(parts: Parts, code: string, period: string): Promise<Totals> {
  const { version, reports } = await periodStanding(parts, code, period)
  const template = await readTemplate(parts.db, code, version)
  if (!template) throw new ProblemError('not-found')
  return talliedTotals(parts, template, listed(reports))
}
