// What the session knows of notes and of the signature: its part of the events and
// effects, and what of a draft is said in the pane. step-on-review.ts moves it.
import type { Filing } from '../../shared/filing.ts'
import type { Note, SignRequest } from '../../shared/review.ts'
import type { Form, SubmissionView } from '../../shared/wire.ts'
import { cellAt, type Places } from './places.ts'
import type { Said } from './session.ts'

/** What waits for the signature, beside what was sent before it. */
export interface ToSign {
  readonly submission: SubmissionView
  readonly before: SubmissionView | null
}

export type ReviewEvent =
  | { readonly type: 'note-answered'; readonly note: string; readonly text: string }
  | { readonly type: 'note-jump-asked'; readonly note: string }
  | { readonly type: 'to-sign-asked' }
  /** Null: nothing waits any more. */
  | { readonly type: 'to-sign-loaded'; readonly id: string; readonly toSign: ToSign | null }
  | { readonly type: 'sign-asked'; readonly request: SignRequest; readonly key: string }
  | { readonly type: 'signed-off' }

export type ReviewEffect =
  | { readonly do: 'load-to-sign'; readonly id: string }
  | { readonly do: 'sign'; readonly submission: string; readonly request: SignRequest; readonly key: string }

/** What was sent with an earlier submission is no answer to what was said since. */
export function saidIn({ declaration, header, explanations, answers = {} }: Filing, notes: readonly Note[]): Said {
  const sent = new Map(notes.map(({ id, answers: before }) => [id, before.at(-1)?.text]))
  const typed = Object.entries(header).flatMap(([key, { value }]): [string, string][] => (typeof value === 'string' ? [[key, value]] : []))
  return {
    declaration,
    header: Object.fromEntries(typed),
    explanations,
    answers: Object.fromEntries(Object.entries(answers).filter(([id, text]) => sent.get(id) !== text)),
  }
}

/** Left out where nothing is answered, so that a filing without notes looks as it always did. */
export function withAnswers({ answers: _, ...filing }: Filing, said: Readonly<Record<string, string>>): Filing {
  const answers = Object.fromEntries(Object.entries(said).filter(([, text]) => text.trim() !== ''))
  return Object.keys(answers).length === 0 ? filing : { ...filing, answers }
}

/** Notes are for the filer to answer as long as the report has come back. */
export const toAnswer = ({ obligation: { state }, notes }: Form): readonly Note[] =>
  state === 'returned' || state === 'handed-back' ? notes.filter(({ resolvedAt }) => resolvedAt === null) : []

/** Cells of the sheet that are noted. */
export const notedCells = (form: Form | null, places: Places | null): string[] =>
  form && places ? toAnswer(form).flatMap(({ place }) => cellAt(places, place) ?? []) : []
