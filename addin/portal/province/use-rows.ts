// The rows of all agencies as far as somebody has looked, and whether what is held is still of one moment.
import { endedDay } from '../../../shared/sheet/chosen-part.ts'
import type { ConsolidatedPage } from '../../../shared/wire-province.ts'
import { type Pages, usePages } from '../use-pages.ts'

export interface Rows extends Omit<Pages<ConsolidatedPage>, 'pages' | 'unread'> {
  readonly first: ConsolidatedPage | null
  readonly rows: ConsolidatedPage['rows']
  readonly next: string | null
  /** `YYYY-MM-DD`: the day at whose end they counted; null is the moment of the first page, also on the day itself. */
  readonly on: string | null
  /** Something happened since the first page: the rows are of two moments. A day that is over stays as it was. */
  readonly moved: boolean
}

/** `key` says whose rows they are; another key begins anew, and null is nothing yet. */
export function useRows(key: string | null, page: (after: string | null) => Promise<ConsolidatedPage>): Rows {
  const { pages, ...held } = usePages(key, page)
  const first = pages[0] ?? null
  const on = first && endedDay(first.on, first.madeAt)
  return {
    ...{ ...held, first, on, rows: pages.flatMap(({ rows }) => rows), next: pages.at(-1)?.next ?? null },
    moved: on === null && pages.some(({ event }) => event !== first?.event),
  }
}
