// The rows of all agencies as far as somebody has looked, and whether what is held is still of one moment.
import type { ConsolidatedPage } from '../../../shared/wire-province.ts'
import { type Pages, usePages } from '../use-pages.ts'

export interface Rows extends Omit<Pages<ConsolidatedPage>, 'pages' | 'unread'> {
  readonly first: ConsolidatedPage | null
  readonly rows: ConsolidatedPage['rows']
  readonly next: string | null
  /** Something happened since the first page: the rows are of two moments. A day that is over stays as it was. */
  readonly moved: boolean
}

/** `key` says whose rows they are; another key begins anew, and null is nothing yet. */
export function useRows(key: string | null, page: (after: string | null) => Promise<ConsolidatedPage>): Rows {
  const { pages, ...held } = usePages(key, page)
  const first = pages[0] ?? null
  return {
    ...{ ...held, first, rows: pages.flatMap(({ rows }) => rows), next: pages.at(-1)?.next ?? null },
    moved: first?.on === null && pages.some(({ event }) => event !== first.event),
  }
}
