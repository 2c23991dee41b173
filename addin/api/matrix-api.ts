// What the table of who has reported what asks of the server. A table that is open asks
// again and again: with the mark of what it shows, so that nothing comes where nothing changed.
import { Matrix, type MatrixChoice, type MatrixRow } from '../../shared/matrix.ts'
import { ObligationView, PeriodChoices } from '../../shared/wire.ts'
import { caller, type Fetch } from './call.ts'
import type { TokenStore } from './token-store.ts'

export interface WholeMatrix extends Omit<Matrix, 'next'> {
  readonly rows: MatrixRow[]
  readonly mark: string
}

export type MatrixApi = ReturnType<typeof matrixApi>

export function matrixApi(base: string, tokens: TokenStore, fetcher: Fetch = (input, init) => fetch(input, init)) {
  const { call, exchange, file } = caller(base, tokens, fetcher)
  const query = (choice: MatrixChoice, more: Record<string, string> = {}) => new URLSearchParams({ ...choice, ...more })
  return {
    periods: () => call(PeriodChoices, '/api/periods'),
    obligation: (id: string) => call(ObligationView, `/api/obligations/${encodeURIComponent(id)}`),
    /** Page by page, telling what has come so far; null where nothing changed since `mark`. */
    async matrix(choice: MatrixChoice, mark: string | null, told: (soFar: WholeMatrix) => void): Promise<WholeMatrix | null> {
      const first = await exchange(Matrix, `/api/matrix?${query(choice)}`, mark === null ? {} : { headers: { 'if-none-match': mark } })
      if (first === null) return null
      const rows = [...first.body.rows]
      for (let { next } = first.body; next !== null; ) {
        told({ ...first.body, rows: [...rows], mark: '' })
        const page = await call(Matrix, `/api/matrix?${query(choice, { after: next })}`)
        rows.push(...page.rows)
        next = page.next
      }
      return { ...first.body, rows, mark: first.etag }
    },
    workbook: (choice: MatrixChoice) => file(`/api/matrix/workbook.xlsx?${query(choice)}`),
  }
}
