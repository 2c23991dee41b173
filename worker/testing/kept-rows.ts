// All rows of some tables, kept outside the database and put back into one that is empty.
import { env } from 'cloudflare:workers'

export interface Rows {
  readonly table: string
  readonly columns: readonly string[]
  /** Each an array of rows as JSON, short enough for one parameter of D1. */
  readonly parts: readonly string[]
}

const PART_ROWS = 500

export async function keptRows(tables: readonly string[]): Promise<readonly Rows[]> {
  if (tables.length === 0) return []
  const all = await env.DB.batch<Record<string, unknown>>(tables.map((name) => env.DB.prepare(`SELECT * FROM "${name}"`)))
  return all.flatMap(({ results }, index) => {
    const columns = Object.keys(results[0] ?? {})
    const parts = []
    for (let at = 0; at < results.length; at += PART_ROWS) parts.push(JSON.stringify(results.slice(at, at + PART_ROWS).map(Object.values)))
    return parts.length > 0 ? [{ table: tables[index]!, columns, parts }] : []
  })
}

export const puttingBack = ({ table, columns, parts }: Rows): D1PreparedStatement[] => {
  const values = columns.map((_, index) => `value ->> ${index}`).join(', ')
  const sql = `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(', ')}) SELECT ${values} FROM json_each(?)`
  return parts.map((part) => env.DB.prepare(sql).bind(part))
}
