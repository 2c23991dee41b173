// An SQLite database in a file, migrated as a deployment's D1 is, that answers statements: the database of
// benches, outside of the process that is measured. For measurements only.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { root } from './runtime.mjs'

/** Opens a file that is there, or begins a new one with every migration applied. */
export function openSqlite(file, { fresh }) {
  if (fresh) rmSync(file, { force: true })
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false })
  // Nothing of it must survive a power cut.
  db.exec('PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA cache_size = -65536')
  if (fresh) {
    const folder = join(root, 'worker', 'migrations')
    for (const name of readdirSync(folder).sort()) db.exec(readFileSync(join(folder, name), 'utf8'))
  }
  const prepared = new Map()
  const statementOf = (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = db.prepare(sql)
    statement.setReturnArrays(true)
    prepared.set(sql, statement)
    return statement
  }
  return {
    async ask(statements) {
      db.exec('BEGIN')
      try {
        const answers = statements.map(({ sql, values }) => {
          const statement = statementOf(sql)
          const columns = statement.columns().map(({ name }) => name)
          if (columns.length > 0) return { columns, rows: statement.all(...values), changes: 0 }
          return { columns, rows: [], changes: Number(statement.run(...values).changes) }
        })
        db.exec('COMMIT')
        return answers
      } catch (error) {
        db.exec('ROLLBACK')
        throw error
      }
    },
    close: () => db.close(),
  }
}
