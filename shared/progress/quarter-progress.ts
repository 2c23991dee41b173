// The quarterly summary as charts need it: names beside codes, figures by what they
// mean and no longer by column. Which column that is, the template's source says.
import type { Bilingual } from '../bilingual.ts'
import { type Names, shownInBoth } from '../field/field.ts'
import type { QuarterSource } from '../quarter/source.ts'
import { fieldOf, type Template, tableOf } from '../template.ts'
import { isNothing, type Value } from '../value.ts'
import type { QuarterProgress, SummaryPage, SummaryRow } from '../wire-province.ts'

const number = (value: Value | undefined): number => (typeof value === 'number' ? value : 0)

export function quarterProgress(
  template: Template,
  { into, indicators: of }: QuarterSource,
  summary: SummaryPage,
  names: Names,
): QuarterProgress {
  const rowsOf = (key: string): readonly SummaryRow[] => summary.tables.find((table) => table.key === key)?.rows ?? []
  /** A code in words, as its column shows it. */
  const named = (table: string, key: string, value: Value | undefined): Bilingual => {
    const found = tableOf(template, table)
    const field = found && fieldOf(found, key)
    return field ? shownInBoth(field.type, value ?? null, names) : { vi: String(value ?? ''), en: String(value ?? '') }
  }
  const { groups, agencies, indicators, money, counts } = into
  const tasks = ({ values }: SummaryRow, prefix: string) => ({
    total: number(values[prefix + counts.total]),
    done: number(values[prefix + counts.doneOnTime]) + number(values[prefix + counts.doneLate]),
    overdue: number(values[prefix + counts.overdue]),
  })
  return {
    period: summary.period,
    madeAt: summary.madeAt,
    next: summary.next,
    groups: rowsOf(groups.table).map((row) => ({
      ...{ id: row.id, name: named(groups.table, groups.group, row.values[groups.group]), ...tasks(row, '') },
    })),
    agencies: rowsOf(agencies.table).map((row) => ({
      ...{ id: row.id, name: named(agencies.table, agencies.agency, row.values[agencies.agency]), ...tasks(row, agencies.prefix) },
    })),
    money: rowsOf(money.table).map(({ id, values }) => ({
      ...{ id, name: named(money.table, money.source, values[money.source]) },
      ...{ planned: number(values[money.planned]), before: number(values[money.before]) },
      ...{ paid: number(values[money.paid]), paidSoFar: number(values[money.paidSoFar]) },
    })),
    indicators: rowsOf(indicators.table).map(({ id, values }) => {
      const [result, met] = [values[indicators.result], values[indicators.met]]
      return {
        id,
        // The plan names its indicators in Vietnamese alone.
        name: String(values[indicators.name] ?? values[indicators.code] ?? id),
        operator: named(indicators.table, of.operator, values[of.operator]),
        target: number(values[indicators.target]),
        result: typeof result === 'number' ? result : null,
        met: isNothing(met) ? null : met === of.isMet,
        isRate: values[of.kind] === of.rate,
      }
    }),
  }
}
