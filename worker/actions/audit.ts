// The audit page by page, and all of it that a filter names as a file in one language.
import { auditHead, auditLines, auditWorkbook } from '../../shared/audit/audit-lines.ts'
import type { AuditEntry, AuditFilter, AuditPage } from '../../shared/audit/change.ts'
import type { Language } from '../../shared/bilingual.ts'
import { csv } from '../../shared/csv.ts'
import type { Parts } from '../parts.ts'
import { auditedPeople, readAudit } from '../store/changes.ts'
import { writeWorkbook } from '../xlsx/write.ts'

const PAGE = 50
/** More lines than this are asked for in smaller stretches of time: a file is drawn in memory. */
const LINES_MOST = 50_000

const nextAfter = (entries: readonly AuditEntry[], page: number): string | null =>
  entries.length < page ? null : String(entries.at(-1)?.seq)

export async function auditPage(parts: Parts, filter: AuditFilter): Promise<AuditPage> {
  const [entries, people] = await Promise.all([readAudit(parts.db, filter, PAGE), auditedPeople(parts.db)])
  return { entries, people, next: nextAfter(entries, PAGE) }
}

async function linesOf(parts: Parts, filter: AuditFilter, language: Language): Promise<(readonly (string | number)[])[]> {
  const lines: (readonly (string | number)[])[] = []
  let before = filter.before ?? null
  do {
    const entries = await readAudit(parts.db, before === null ? filter : { ...filter, before }, PAGE)
    lines.push(...auditLines(entries, language))
    before = nextAfter(entries, PAGE)
  } while (before !== null && lines.length < LINES_MOST)
  return lines
}

export const auditCsv = async (parts: Parts, filter: AuditFilter, language: Language): Promise<string> =>
  csv([auditHead(language), ...(await linesOf(parts, filter, language))])

export const auditFile = async (parts: Parts, filter: AuditFilter, language: Language): Promise<Uint8Array> =>
  writeWorkbook(auditWorkbook(await linesOf(parts, filter, language), language))
