// What is said about submissions: accept or return one, or many at once; the notes
// of an obligation.
import { Hono } from 'hono'
import * as v from 'valibot'
import { Note, ReviewRequest, ReviewsRequest } from '../../shared/review.ts'
import { ReviewOutcomes, SubmissionSummary } from '../../shared/wire.ts'
import { review } from '../actions/review.ts'
import { reviewMany } from '../actions/review-many.ts'
import type { AppEnv } from '../app-env.ts'
import { notesOf } from '../store/notes.ts'
import { body, operation } from './describe.ts'
import { idempotencyKey, KEY } from './idempotency-key.ts'

const NoteList = v.strictObject({ notes: v.array(Note) })

export const reviews = new Hono<AppEnv>()
  .get(
    '/api/obligations/:id/notes',
    operation({ summary: 'Notes of the receiver with their answers, settled ones too', tag: 'submissions', answer: NoteList }),
    async (c) => c.json({ notes: await notesOf(c.env.parts.db, c.get('obligation').id) }),
  )
  .post(
    '/api/submissions/:id/review',
    operation({
      ...{ summary: 'Accept the submission, or return it with notes pinned to cells', tag: 'submissions', answer: SubmissionSummary },
      ...{ headers: KEY, problems: ['bad-request', 'key-missing', 'moved-on'] },
    }),
    body(ReviewRequest),
    async (c) => c.json(await review(c.env.parts, c.get('person'), c.get('submission'), c.req.valid('json'), idempotencyKey(c))),
  )
  .post(
    '/api/reviews',
    operation({
      ...{ summary: 'Accept or return many; what cannot be any more is told and stops none', tag: 'submissions', answer: ReviewOutcomes },
      ...{ headers: KEY, problems: ['bad-request', 'key-missing'] },
    }),
    body(ReviewsRequest),
    async (c) => c.json(await reviewMany(c.env.parts, c.get('person'), c.req.valid('json'), idempotencyKey(c))),
  )
