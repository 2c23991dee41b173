// The numbers of the periods before, row by row, so that the pane can show beside a
// cell what stood there last time and how it went since.
import { type Obligation, obligationId } from '../../shared/obligation.ts'
import { previousPeriod } from '../../shared/period.ts'
import type { PastFigures } from '../../shared/wire.ts'
import type { Parts } from '../parts.ts'
import { readPastRows } from '../store/past-rows.ts'

/** Half a year of months; more is no small trend any more. */
const PERIODS = 6

export async function pastFigures(parts: Parts, { template, period, agency }: Obligation): Promise<PastFigures> {
  const periods: string[] = []
  for (let before = previousPeriod(period); periods.length < PERIODS; before = previousPeriod(before)) periods.unshift(before)
  const rows = await readPastRows(
    parts.db,
    periods.map((one) => obligationId(template, one, agency)),
  )
  return {
    periods: periods
      .map((one) => ({
        period: one,
        rows: rows
          .filter((row) => row.period === one)
          .map(({ table, rowId, values }) => ({
            table,
            rowId,
            figures: Object.fromEntries(Object.entries(values).filter((entry): entry is [string, number] => typeof entry[1] === 'number')),
          })),
      }))
      .filter((one) => one.rows.length > 0),
  }
}
