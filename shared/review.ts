// What a receiver, and the head of an agency before, says about a submission:
// verdicts, and notes pinned to places. The shapes; who may say it is the worker's.
import * as v from 'valibot'

/** A cell of a table, a header cell (`table` and `rowId` null), or the whole submission (all three null). */
export const NotePlace = v.pipe(
  v.strictObject({ table: v.nullable(v.string()), rowId: v.nullable(v.string()), field: v.nullable(v.string()) }),
  v.check(
    ({ table, rowId, field }) => (table === null) === (rowId === null) && (table === null || field !== null),
    'a note is pinned to table, rowId and field, to field alone, or to nothing',
  ),
)
export type NotePlace = v.InferOutput<typeof NotePlace>

const NoteText = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(2000))

export const NewNote = v.strictObject({ place: NotePlace, text: NoteText })
export type NewNote = v.InferOutput<typeof NewNote>

export const ReviewRequest = v.variant('verdict', [
  v.strictObject({ verdict: v.literal('accepted') }),
  v.strictObject({
    verdict: v.literal('returned'),
    notes: v.pipe(v.array(NewNote), v.maxLength(200)),
    /** Ids of earlier notes that are settled; the others stay open. */
    resolves: v.array(v.string()),
  }),
])
export type ReviewRequest = v.InferOutput<typeof ReviewRequest>

/** One verdict about many submissions; a return says the same sentence of each. */
const Submissions = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(200))
export const ReviewsRequest = v.variant('verdict', [
  v.strictObject({ verdict: v.literal('accepted'), submissions: Submissions }),
  v.strictObject({ verdict: v.literal('returned'), submissions: Submissions, text: NoteText }),
])
export type ReviewsRequest = v.InferOutput<typeof ReviewsRequest>

/** The head of the agency signs, or hands back with a sentence. */
export const SignRequest = v.variant('verdict', [
  v.strictObject({ verdict: v.literal('signed') }),
  v.strictObject({ verdict: v.literal('handed-back'), sentence: NoteText }),
])
export type SignRequest = v.InferOutput<typeof SignRequest>

export const Note = v.strictObject({
  id: v.string(),
  /** The submission on which it was pinned. */
  submissionId: v.string(),
  sequence: v.number(),
  place: v.strictObject({ table: v.nullable(v.string()), rowId: v.nullable(v.string()), field: v.nullable(v.string()) }),
  text: v.string(),
  writtenAt: v.string(),
  writtenBy: v.string(),
  /** What the agency said, each with the submission that it came with. */
  answers: v.array(v.strictObject({ sequence: v.number(), text: v.string(), answeredAt: v.string(), answeredBy: v.string() })),
  resolvedAt: v.nullable(v.string()),
  resolvedBy: v.nullable(v.string()),
})
export type Note = v.InferOutput<typeof Note>

export const isOpen = ({ resolvedAt }: Pick<Note, 'resolvedAt'>): boolean => resolvedAt === null

/** Answers that the filer gave, without blank ones and those to notes that are not open. */
export function answered(notes: readonly Note[], answers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const note of notes.filter(isOpen)) {
    const text = Object.hasOwn(answers, note.id) ? answers[note.id]?.trim() : undefined
    if (text) kept[note.id] = text
  }
  return kept
}
