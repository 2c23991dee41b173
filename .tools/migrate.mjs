// Brings the local database under a folder to the newest migration: `node .tools/migrate.mjs FOLDER`.
// As `wrangler d1 migrations apply --local` does, which counts on in the same table; but that starts
// the database anew for each file, a quarter of a minute for all of them. Each file is taken whole or not at all.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getPlatformProxy, unstable_splitSqlQuery as statementsOf } from 'wrangler'
import { root } from './runtime.mjs'

const FOLDER = join(root, 'worker', 'migrations')
const TABLE = `CREATE TABLE IF NOT EXISTS d1_migrations (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`

const { env, dispose } = await getPlatformProxy({
  ...{ configPath: join(root, 'wrangler.toml'), persist: { path: join(process.argv[2], 'v3') }, envFiles: [], remoteBindings: false },
})
await env.DB.prepare(TABLE).run()
const { results } = await env.DB.prepare('SELECT name FROM d1_migrations').all()
const applied = new Set(results.map(({ name }) => name))
for (const name of readdirSync(FOLDER).sort()) {
  if (!name.endsWith('.sql') || applied.has(name)) continue
  const statements = statementsOf(readFileSync(join(FOLDER, name), 'utf8')).map((sql) => env.DB.prepare(sql))
  await env.DB.batch([...statements, env.DB.prepare('INSERT INTO d1_migrations (name) VALUES (?1)').bind(name)]).catch((error) => {
    throw new Error(`${name} could not be applied`, { cause: error })
  })
}
await dispose()
process.exit(0)
