// The report to the province: figures of the quarter, words that people keep, both
// together as a document. Two people on the words: the second is told, never overwrites.
import { canonicalJson } from '../../shared/canonical-json.ts'
import type { Content } from '../../shared/filing.ts'
import type { Obligation } from '../../shared/obligation.ts'
import { quarterlyReport, type ReportCase } from '../../shared/report/quarterly-report.ts'
import { type ReportWords, wordsAtFirst } from '../../shared/report/report-words.ts'
import type { Person, ReportView } from '../../shared/wire.ts'
import { sha256 } from '../hash.ts'
import type { Parts } from '../parts.ts'
import { ProblemError } from '../problem.ts'
import { countedContent } from '../store/counted.ts'
import { obligationsOfTemplate } from '../store/obligations.ts'
import { readPlan, readTemplate } from '../store/plan.ts'
import { keepReportWords, readReportWords, type SavedWords } from '../store/report-words.ts'

/** The one template whose filing goes up as a letter. */
const REPORTED = 'QUY'

interface Reported {
  readonly obligation: Obligation
  readonly content: Content
  readonly saved: SavedWords | null
}

async function reported({ db }: Parts, template: string, period: string): Promise<Reported> {
  const [obligation] = template === REPORTED ? await obligationsOfTemplate(db, template, period) : []
  if (!obligation) throw new ProblemError('not-found')
  const [content, saved] = await Promise.all([countedContent(db, obligation.id), readReportWords(db, template, period)])
  if (!content) throw new ProblemError('not-found', `${obligation.id} has no counted submission`)
  return { obligation, content, saved }
}

const view = ({ obligation: { template, period, agency }, content, saved }: Reported): ReportView => ({
  ...{ template, period, agency },
  words: saved?.words ?? wordsAtFirst(content),
  ...{ etag: saved?.etag ?? null, savedAt: saved?.savedAt ?? null, savedBy: saved?.savedBy ?? null },
})

export const reportView = async (parts: Parts, template: string, period: string): Promise<ReportView> =>
  view(await reported(parts, template, period))

/** `basedOn` is the etag of the words that the change was made on; null says that nobody had saved any. */
export async function saveReportWords(
  parts: Parts,
  person: Person,
  { template, period }: { template: string; period: string },
  words: ReportWords,
  basedOn: string | null,
): Promise<ReportView> {
  const { obligation, content } = await reported(parts, template, period)
  const saved: SavedWords = {
    ...{ words, etag: await sha256(canonicalJson({ template, period, words })) },
    ...{ savedAt: parts.clock.now().toISOString(), savedBy: person.name },
  }
  if (await keepReportWords(parts.db, obligation, person.id, saved, basedOn)) return view({ obligation, content, saved })
  const standing = await readReportWords(parts.db, template, period)
  if (standing?.etag === saved.etag) return view({ obligation, content, saved: standing })
  throw new ProblemError('draft-changed', undefined, {
    draft: standing && { etag: standing.etag, savedAt: standing.savedAt, savedBy: standing.savedBy },
  })
}

const rowsOf = ({ rows }: Content, table: string) => rows.filter((row) => row.table === table).map(({ values }) => values)

export async function reportDocument(parts: Parts, code: string, period: string): Promise<ArrayBuffer> {
  const one = await reported(parts, code, period)
  const { obligation, content } = one
  const [loaded, template] = await Promise.all([readPlan(parts.db), readTemplate(parts.db, code, obligation.version)])
  const agency = loaded?.register.agencies.find((each) => each.code === obligation.agency)
  if (!loaded || !template || !agency) throw new Error(`${obligation.id} has no plan, template or agency`)
  const report: ReportCase = {
    ...{ template, names: loaded, period, agency, words: view(one).words },
    window: { from: obligation.dates.windowFrom, to: obligation.dates.windowTo },
    rows: { a: rowsOf(content, 'a'), b: rowsOf(content, 'b'), c: rowsOf(content, 'c'), d: rowsOf(content, 'd') },
  }
  // The document library is loaded by those who ask for a document, and by nobody else.
  const { writeDocument } = await import('../docx/write.ts')
  return writeDocument(quarterlyReport(report))
}
