// Which agencies of the table are shown, in their groups: by a word and by what one
// of their reports is like. Knows nothing of how they are drawn.
import type { Matrix, MatrixCell, MatrixRow } from '../../../shared/matrix.ts'
import { foldBare } from '../../../shared/text/fold.ts'

export const SHOWS = ['all', 'missing', 'late', 'waiting', 'returned', 'noted'] as const
export type Show = (typeof SHOWS)[number]

const IS: Readonly<Record<Show, (cell: MatrixCell) => boolean>> = {
  all: () => true,
  missing: ({ receipt, state }) => receipt === null && state !== 'not-open',
  late: ({ late }) => late,
  waiting: ({ receipt, accepted }) => receipt !== null && !accepted,
  returned: ({ state }) => state === 'returned',
  noted: ({ openNotes }) => openNotes > 0,
}

export type ShownLine =
  | { readonly kind: 'group'; readonly code: string | null; readonly name: string; readonly rows: readonly MatrixRow[] }
  | { readonly kind: 'agency'; readonly row: MatrixRow }

/** One line for each group that has something to show, followed by its agencies unless it is folded. */
export function shownLines(
  { rows, groups }: Pick<Matrix, 'rows' | 'groups'>,
  { word, show, folded }: { readonly word: string; readonly show: Show; readonly folded: ReadonlySet<string | null> },
): ShownLine[] {
  const wanted = foldBare(word)
  const shown = rows.filter(
    ({ name, agency, cells }) =>
      (wanted === '' || foldBare(name).includes(wanted) || foldBare(agency).includes(wanted)) &&
      (show === 'all' || cells.some((cell) => cell !== null && IS[show](cell))),
  )
  return [...groups, { code: null, name: '' }].flatMap(({ code, name }): ShownLine[] => {
    const members = shown.filter(({ group }) => group === code)
    if (members.length === 0) return []
    return [
      { kind: 'group', code, name, rows: members },
      ...(folded.has(code) ? [] : members.map((row) => ({ kind: 'agency' as const, row }))),
    ]
  })
}
