// A database as the migrations leave it. Running all of them takes a third of a second; so the
// first test of a process does it, the others get the schema and the rows that came of it.
import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { keptRows, puttingBack, type Rows } from './kept-rows.ts'

interface Made {
  /** In the order of their making: a table before its indexes and triggers. */
  readonly statements: readonly string[]
  readonly rows: readonly Rows[]
}

let made: Made | null = null

async function make(): Promise<Made> {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  const { results } = await env.DB.prepare(
    "SELECT type, name, sql FROM sqlite_master WHERE sql NOT NULL AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' ORDER BY rowid",
  ).all<{ type: string; name: string; sql: string }>()
  const rows = await keptRows(results.filter(({ type }) => type === 'table').map(({ name }) => name))
  return { statements: results.map(({ sql }) => sql), rows }
}

/** Resolves once the empty database has every table, and in them what the migrations themselves put there. */
export async function migrated(): Promise<void> {
  if (made) await env.DB.batch([...made.statements.map((sql) => env.DB.prepare(sql)), ...made.rows.flatMap(puttingBack)])
  else made = await make()
}
