// The database as it is, except that something happens before one of the questions that it is asked: whoever reads with
// several questions must see what was there before or after, and never a part of each.

interface Disturbed {
  readonly db: D1Database
  /** How many questions were asked. */
  readonly asked: () => number
}

/** `nth`: before which question, from 0 on. */
export function disturbed(db: D1Database, nth: number, happen: () => Promise<unknown>): Disturbed {
  let asked = 0
  const real = new WeakMap<object, D1PreparedStatement>()
  const after = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (asked++ === nth) await happen()
    return ask()
  }
  const watched = (statement: D1PreparedStatement): D1PreparedStatement => {
    const own = {
      bind: (...values: unknown[]) => watched(statement.bind(...values)),
      all: () => after(() => statement.all()),
      run: () => after(() => statement.run()),
      first: (...column: [string]) => after(() => statement.first(...column)),
    }
    real.set(own, statement)
    return own as unknown as D1PreparedStatement
  }
  const own = {
    prepare: (sql: string) => watched(db.prepare(sql)),
    batch: (all: readonly D1PreparedStatement[]) => after(() => db.batch(all.map((one) => real.get(one) ?? one))),
  }
  return { db: own as unknown as D1Database, asked: () => asked }
}
