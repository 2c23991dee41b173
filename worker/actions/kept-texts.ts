// The texts of counted submissions as numbers, without reading a row. Those of submissions from before there were any are
// made of their rows here, once, and kept; so many at a time as whoever asks can wait for.
import { comparedColumns, comparedTexts, type TableTexts, textsKey, textsOfRows } from '../../shared/reconcile/row-texts.ts'
import type { ListedSubmission, SubmissionTexts } from '../../shared/survey.ts'
import type { Template } from '../../shared/template.ts'
import { addTexts, keptTexts, rowsAt, textRows } from '../store/row-texts.ts'

/** How many submissions may still be made here; the others are counted. */
export interface Allowance {
  most: number
  left: number
}

/** Submissions whose rows are read at once. */
const PORTION = 100

async function made(db: D1Database, template: Template, submissionIds: readonly string[]): Promise<Map<string, SubmissionTexts>> {
  const all: (TableTexts & { submissionId: string })[] = []
  for (let from = 0; from < submissionIds.length; from += PORTION) {
    const some = submissionIds.slice(from, from + PORTION)
    for (const table of template.tables) {
      const key = textsKey(table)
      if (key === null) continue
      const rows = await textRows(db, some, { table: table.key, fields: comparedColumns(comparedTexts(table)) })
      for (const [submissionId, own] of Map.groupBy(rows, (row) => row.submissionId))
        all.push({ submissionId, table: table.key, key, texts: textsOfRows(table, own) })
    }
  }
  if (all.length > 0) await addTexts(db, all).run()
  return new Map(all.map(({ submissionId, table, texts }) => [`${submissionId} ${table}`, { submissionId, table, texts }]))
}

/** In the order of the list. */
export async function* textsOf(
  db: D1Database,
  template: Template,
  list: readonly ListedSubmission[],
  allowance: Allowance = { most: list.length, left: 0 },
): AsyncGenerator<SubmissionTexts[], void> {
  const keys = Object.fromEntries(
    template.tables.flatMap((table) => [[table.key, textsKey(table)] as const]).filter(([, key]) => key !== null),
  )
  if (Object.keys(keys).length === 0) return
  const ids = list.map(({ submissionId }) => submissionId)
  for await (const page of keptTexts(db, ids, keys as Record<string, string>)) {
    const bare = [...new Set(page.flatMap(({ submissionId, texts }) => (texts === null ? [submissionId] : [])))]
    const now = bare.slice(0, allowance.most)
    allowance.most -= now.length
    allowance.left += bare.length - now.length
    const fresh = await made(db, template, now)
    yield page.flatMap(({ submissionId, table, texts }) => {
      const own = texts === null ? fresh.get(`${submissionId} ${table}`) : { submissionId, table, texts }
      return own ? [own] : []
    })
  }
}

/** Reads the rows in which texts stand. */
export const rowsOfTexts = (db: D1Database) => (table: Template['tables'][number], places: Parameters<typeof rowsAt>[2]) =>
  rowsAt(db, { table: table.key, fields: comparedColumns(comparedTexts(table)) }, places)
