// The report to the province: figures of the quarter, words that people keep, both
// together as a document. Two people on the words: the second is told, never overwrites.
import * as v from 'valibot'
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { QuarterSource } from '../../shared/quarter/source.ts'
import { quarterlyReport } from '../../shared/report/quarterly-report.ts'
import { type ReportWords, wordsAtFirst } from '../../shared/report/report-words.ts'
import type { Template } from '../../shared/template.ts'
import type { Person } from '../../shared/wire.ts'
import type { ReportView } from '../../shared/wire-province.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedContent } from '../store/counted.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { readPlan, readTemplate } from '../store/plan.ts'
import { keepReportWords, readReportWords, type SavedWords } from '../store/report-words.ts'
import { ofOneMoment } from './one-moment.ts'
import { monthlyReports, summarised } from './summarise-quarter.ts'

interface Reported {
  readonly template: Template
  readonly obligation: Obligation
  readonly saved: SavedWords | null
}

/** A template whose figures are counted goes up as a letter; others do not. */
async function reported({ db }: Parts, code: string, period: string): Promise<Reported> {
  const [obligation] = await obligationsOfTemplate(db, code, period)
  const template = obligation && (await readTemplate(db, code, obligation.version))
  if (!template?.countedFrom) throw new ProblemError('not-found')
  return { template, obligation: obligation!, saved: await readReportWords(db, code, period) }
}

async function view({ db }: Parts, { obligation: { id, template, period, agency }, saved }: Reported): Promise<ReportView> {
  return {
    ...{ template, period, agency },
    words: saved?.words ?? wordsAtFirst(await countedContent(db, id)),
    ...{ etag: saved?.etag ?? null, savedAt: saved?.savedAt ?? null, savedBy: saved?.savedBy ?? null },
  }
}

export const reportView = async (parts: Parts, template: string, period: string): Promise<ReportView> =>
  view(parts, await reported(parts, template, period))

/** `basedOn` is the etag of the words that the change was made on; null says that nobody had saved any. */
export async function saveReportWords(
  parts: Parts,
  person: Person,
  { template, period }: { template: string; period: string },
  words: ReportWords,
  basedOn: string | null,
): Promise<ReportView> {
  const one = await reported(parts, template, period)
  const saved: SavedWords = {
    ...{ words, etag: await sha256(canonicalJson({ template, period, words })) },
    ...{ savedAt: parts.clock.now().toISOString(), savedBy: person.name },
  }
  if (await keepReportWords(parts.db, { template, period }, person.id, saved, basedOn)) return view(parts, { ...one, saved })
  const standing = await readReportWords(parts.db, template, period)
  if (standing?.etag === saved.etag) return view(parts, { ...one, saved: standing })
  throw new ProblemError('draft-changed', undefined, {
    draft: standing && { etag: standing.etag, savedAt: standing.savedAt, savedBy: standing.savedBy },
  })
}

/** The figures of the quarter with what they lack. */
const figuresOf = (parts: Parts, code: string, period: string) =>
  ofOneMoment(parts.db, async () => {
    const { from, summary } = await summarised(parts, code, period)
    const reports = await monthlyReports(parts, from)
    const unreported = reports.filter((one) => one.period === from.months.at(-1) && one.counted === null)
    return { summary, leftOut: { ...summary, unreported: unreported.map(({ agencyName }) => agencyName) } }
  })

export async function reportDocument(parts: Parts, code: string, period: string): Promise<ArrayBuffer> {
  const one = await reported(parts, code, period)
  const { obligation, template } = one
  const [loaded, figures] = await Promise.all([readPlan(parts.db), figuresOf(parts, code, period)])
  const agency = loaded?.register.agencies.find((each) => each.code === obligation.agency)
  if (!loaded || !agency) throw new Error(`${obligation.id} has no plan or agency`)
  const { words } = await view(parts, one)
  const window = { from: obligation.dates.windowFrom, to: obligation.dates.windowTo }
  const source = v.parse(QuarterSource, template.countedFrom)
  // The document library is loaded by those who ask for a document, and by nobody else.
  const { writeDocument } = await import('../docx/write.ts')
  return writeDocument(quarterlyReport({ template, names: loaded, period, agency, window, source, ...figures, words }))
}
