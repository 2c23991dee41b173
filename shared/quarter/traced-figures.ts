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

export const tracedFigures = (source: QuarterSource, figures: readonly string[]): string[] =>
  figures.map((figure) => {
    const [table = '', row = '', field = ''] = figure.split('.')
    const counted = behind(source, table)[field]
    return counted === undefined ? figure : figureId(table, row, counted)
  })
