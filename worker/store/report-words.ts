// The words of reports, revision by revision. A save names the revision it was made
// on (its etag); a save made on an older one keeps nothing.
import type { ReportWords } from '../../shared/report/report-words.ts'

export interface SavedWords {
  readonly words: ReportWords
  readonly etag: string
  readonly savedAt: string
  readonly savedBy: string
}

export async function readReportWords(db: D1Database, template: string, period: string): Promise<SavedWords | null> {
  const row = await db
    .prepare(
      `SELECT words, etag, saved_at AS savedAt, saved_by AS savedBy FROM report_words
       WHERE template = ?1 AND period = ?2 ORDER BY revision DESC LIMIT 1`,
    )
    .bind(template, period)
    .first<Omit<SavedWords, 'words'> & { words: string }>()
  return row && { ...row, words: JSON.parse(row.words) as ReportWords }
}

/** False where `basedOn` is not what stands now; null says that nothing stood there. */
export async function keepReportWords(
  db: D1Database,
  { template, period }: { template: string; period: string },
  personId: string,
  { words, etag, savedAt, savedBy }: SavedWords,
  basedOn: string | null,
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `INSERT INTO report_words (template, period, revision, words, etag, saved_at, person_id, saved_by)
       SELECT ?1, ?2, coalesce(max(revision), 0) + 1, ?3, ?4, ?5, ?6, ?7 FROM report_words WHERE template = ?1 AND period = ?2
       HAVING (SELECT etag FROM report_words WHERE template = ?1 AND period = ?2 ORDER BY revision DESC LIMIT 1) IS ?8`,
    )
    .bind(template, period, JSON.stringify(words), etag, savedAt, personId, savedBy, basedOn)
    .run()
  return meta.changes > 0
}
