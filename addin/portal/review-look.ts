// What there is to say about each cell of a submission: findings, notes, whether it
// changed since the submission before. Pure; asked for every cell that is drawn.
import type { Content } from '../../shared/filing.ts'
import type { Finding, Severity } from '../../shared/finding.ts'
import type { NewNote, Note, NotePlace } from '../../shared/review.ts'
import type { Value } from '../../shared/value.ts'

export type Look = (place: NotePlace) => { readonly severity: Severity | null; readonly notes: number; readonly changed: boolean }

const keyOf = ({ table, rowId, field }: NotePlace): string => `${table ?? ''}\n${rowId ?? ''}\n${field ?? ''}`
const GRAVEST: readonly Severity[] = ['error', 'warning', 'info']

/** A cell is changed where both submissions have its row and say something else there. */
export function lookOf(
  content: Content,
  before: Content | null,
  findings: readonly Finding[],
  notes: readonly (Pick<Note, 'place'> | NewNote)[],
): Look {
  const severities = new Map<string, Severity>()
  for (const severity of GRAVEST.toReversed())
    for (const { place, severity: one } of findings)
      if (one === severity && place.field)
        severities.set(keyOf({ table: place.table ?? null, rowId: place.rowId ?? null, field: place.field }), severity)
  const counts = new Map<string, number>()
  for (const { place } of notes) counts.set(keyOf(place), (counts.get(keyOf(place)) ?? 0) + 1)
  const now = valuesOf(content)
  const then = before && valuesOf(before)
  return (place) => {
    const key = keyOf(place)
    const changed = then?.has(`${place.table ?? ''}\n${place.rowId ?? ''}`) === true && told(now, place) !== told(then, place)
    return { severity: severities.get(key) ?? null, notes: counts.get(key) ?? 0, changed }
  }
}

type ValuesByRow = ReadonlyMap<string, Readonly<Record<string, Value>>>

const valuesOf = ({ header, rows }: Content): ValuesByRow =>
  new Map([['\n', header], ...rows.map(({ table, id, values }) => [`${table}\n${id}`, values] as const)])

const told = (values: ValuesByRow, { table, rowId, field }: NotePlace): string =>
  JSON.stringify(values.get(`${table ?? ''}\n${rowId ?? ''}`)?.[field ?? ''] ?? null)

export const valueAt = (content: Content, { table, rowId, field }: NotePlace): Value =>
  (table === null ? content.header : content.rows.find((row) => row.table === table && row.id === rowId)?.values)?.[field ?? ''] ?? null
