// What the tables of the quarterly summary add up to, as the sentences of the report
// say it. Which columns those are, the template says. Writes no sentence.
import type { QuarterSource } from '../quarter/source.ts'
import type { Values } from '../tally.ts'
import type { QuarterlySummary } from '../wire-province.ts'

interface Summed {
  readonly rows: readonly Values[]
  readonly totals: Values
}

export function quarterFigures({ into }: QuarterSource, { tables }: Pick<QuarterlySummary, 'tables'>) {
  const table = (key: string): Summed => {
    const found = tables.find((one) => one.key === key)
    return { rows: found?.rows.map(({ values }) => values) ?? [], totals: found?.totals ?? {} }
  }
  const [groups, agencies, indicators, money] = [into.groups, into.agencies, into.indicators, into.money].map(({ table: key }) =>
    table(key),
  ) as [Summed, Summed, Summed, Summed]
  const of = ({ totals }: Summed, column: string) => Number(totals[column] ?? 0)
  const { counts } = into
  const completed = (one: Summed, prefix: string) => of(one, prefix + counts.doneOnTime) + of(one, prefix + counts.doneLate)
  const judged = indicators.rows.filter((row) => row[into.indicators.met] !== null && row[into.indicators.met] !== undefined)
  const [planned, paid, paidSoFar] = [into.money.planned, into.money.paid, into.money.paidSoFar].map((column) => of(money, column)) as [
    number,
    number,
    number,
  ]
  return {
    tasks: Object.fromEntries(Object.entries(counts).map(([name, column]) => [name, of(groups, column)])) as Record<
      keyof typeof counts,
      number
    >,
    completed: completed(groups, ''),
    agencies: agencies.rows.length,
    reports: {
      ...{ due: of(agencies, into.agencies.due), onTime: of(agencies, into.agencies.onTime) },
      ...{ late: of(agencies, into.agencies.late), missing: of(agencies, into.agencies.missing) },
    },
    indicators: {
      all: indicators.rows.length,
      judged: judged.length,
      met: judged.filter((row) => row[into.indicators.met] === 'dat').length,
    },
    money: { planned, paid, paidSoFar },
    tables: { groups, agencies, indicators, money },
  }
}
