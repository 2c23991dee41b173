// A database of D1's interface over whoever answers SQL statements: SQLite in this process, or
// one beside it that is asked over the wire, as a Worker asks D1. Counts the statements; for measurements only.

export interface SqlStatement {
  readonly sql: string
  readonly values: readonly (string | number | null)[]
}

/** Without the names of the columns in each row, as D1 answers. */
export interface SqlAnswer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly changes: number
}

/** All in one transaction. */
export type AskSql = (statements: readonly SqlStatement[]) => Promise<readonly SqlAnswer[]>

const objects = ({ columns, rows }: SqlAnswer): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(row.map((value, at) => [columns[at], value])))

const resultOf = (answer: SqlAnswer) => ({ results: objects(answer), success: true, meta: { changes: answer.changes } })

class Statement {
  readonly #asked: AskSql
  readonly #sql: string
  readonly #values: SqlStatement['values']

  constructor(asked: AskSql, sql: string, values: SqlStatement['values'] = []) {
    this.#asked = asked
    this.#sql = sql
    this.#values = values
  }

  get asStatement(): SqlStatement {
    return { sql: this.#sql, values: this.#values }
  }

  bind(...values: (string | number | null)[]): Statement {
    return new Statement(this.#asked, this.#sql, values)
  }

  async all() {
    const [answer] = await this.#asked([this.asStatement])
    if (!answer) throw new Error('a statement was not answered')
    return resultOf(answer)
  }

  run = this.all

  async first(): Promise<unknown> {
    return (await this.all()).results[0] ?? null
  }
}

export function askedDatabase(ask: AskSql): { readonly db: D1Database; readonly statements: () => number } {
  let statements = 0
  const counted: AskSql = (all) => {
    statements += all.length
    return ask(all)
  }
  const db = {
    prepare: (sql: string) => new Statement(counted, sql),
    batch: async (all: readonly Statement[]) => (await counted(all.map((one) => one.asStatement))).map(resultOf),
  }
  return { db: db as unknown as D1Database, statements: () => statements }
}
