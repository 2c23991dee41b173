// Which counted figures stand behind a figure that is shown: a share is opened as its total,
// a rank as the reports that were due, an assessment as the result.
import { figureId } from './ledger.ts'
import type { QuarterSource } from './source.ts'

function behind({ into }: QuarterSource, table: string): Readonly<Record<string, string>> {
  const { counts, groups, agencies, indicators, money } = into
  if (table === groups.table) return { [counts.share]: counts.total }
  if (table === agencies.table) return { [agencies.prefix + counts.share]: agencies.prefix + counts.total, [agencies.rank]: agencies.due }
  if (table === indicators.table) return { [indicators.met]: indicators.result }
  return table === money.table ? { [money.share]: money.paidSoFar } : {}
}

/** Of one table: which counted figure stands behind a field of a row. */
export function countedBehind(source: QuarterSource, table: string): (row: string, field: string) => string {
  const shown = behind(source, table)
  return (row, field) => figureId(table, row, shown[field] ?? field)
}

export const tracedFigures = (source: QuarterSource, figures: readonly string[]): string[] =>
  figures.map((figure) => {
    const [table = '', row = '', field = ''] = figure.split('.')
    return field === '' ? figure : countedBehind(source, table)(row, field)
  })
