// What holding a month against the plan, the other agencies and its own past costs with 100,
// 1,000 and 10,000 agencies of 50 rows: time, memory beside each line, and how many pages of
// rows the database is asked for, each one statement.
import type { Bench } from '../.tools/meter.ts'
import { khanhHoa2025 } from '../shared/packs/khanh-hoa-2025/pack.ts'
import { type PeriodReports, reconcile } from '../shared/reconcile/matters.ts'
import { type CountedHead, type RowSource, type SourceRow, survey } from '../shared/survey.ts'
import { sampleRows } from './testing/consolidation-sample.ts'

const ROWS = 50
/** As the store pages (counted-rows.ts). */
const PAGE = 500
const DISTINCT = 400
const { templates, plan, register } = khanhHoa2025

const template = templates.find(({ code }) => code === 'PL2')!
const rows = sampleRows(template.tables[0]!, DISTINCT, plan, 2044)

const heads = (agencies: number): CountedHead[] =>
  Array.from({ length: agencies }, (_, at) => ({
    ...{ agency: `A${at}`, agencyName: `Cơ quan số ${at}`, submissionId: `s${at}`, sequence: 1, receiptNumber: `KH25-${at}` },
    ...{ declaration: null, rows: { main: ROWS } },
  }))

function reports(all: readonly CountedHead[], period: string, asked: { pages: number }): PeriodReports {
  const sourceOf = (): RowSource => {
    let given = 0
    return {
      async next(count) {
        if (given % PAGE === 0) {
          asked.pages++
          await new Promise((done) => setTimeout(done, 0))
        }
        const most = Math.min(count, PAGE - (given % PAGE))
        const some = Array.from({ length: most }, (_, at): SourceRow => {
          const row = rows[(given + at) % DISTINCT]!
          return { ...row, id: `n${(given + at) % ROWS}`, values: { ...row.values, ten: `${row.values.ten} ${given + at}` } }
        })
        given += most
        return some
      },
    }
  }
  return {
    ...{ heads: all, sourceOf },
    reportOf: ({ agency, agencyName, submissionId, receiptNumber }) => ({
      ...{ obligationId: `PL2.${period}.${agency}`, template: 'PL2', period, agency, agencyName, submissionId, receiptNumber },
    }),
  }
}

const bench: Bench = async ({ say }) => {
  await say('agencies       ms  µs a row    pages  matters')
  for (const agencies of [100, 1_000, 10_000]) {
    const asked = { pages: 0 }
    const all = heads(agencies)
    const now = reports(all, '2025-06', asked)
    const from = performance.now()
    const surveyed = await survey(template, all, now.sourceOf)
    const before = [reports(all, '2025-05', asked)]
    const { matters } = await reconcile({ template, survey: surveyed, now, before, names: { register, plan }, final: {} })
    const ms = performance.now() - from
    const shown = [agencies, ms.toFixed(0), ((1000 * ms) / (agencies * ROWS)).toFixed(0), asked.pages, matters.length]
    await say(shown.map((one, at) => String(one).padStart(at === 0 ? 8 : 9)).join(''))
  }
}

export default bench
