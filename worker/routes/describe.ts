// One operation of the API described beside its handler: what it takes, what it
// answers, how it may refuse. What follows from rights.ts is added in openapi.ts.
import { describeRoute, resolver, validator } from 'hono-openapi'
import type * as v from 'valibot'
import { PROBLEMS, type ProblemSlug } from '../../shared/problem.ts'
import { ProblemBody } from '../../shared/wire.ts'
import { ProblemError } from '../problem.ts'

type Schema = v.GenericSchema

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const FILES = { workbook: XLSX, document: DOCX, csv: 'text/csv' } as const

/** The one etag of an If-Match header, without quotes. */
export const basedOn = (header: string | undefined): string | null => header?.trim().replace(/^(?:W\/)?"(.*)"$/, '$1') || null

/** Of what admins set: so that of two the second is told, and chooses. */
export const SEEN = { 'If-Match': '`asOf` of what the change was made on; a thing that was changed after it is a problem' }
export const CHANGE_PROBLEMS = ['bad-request', 'not-found', 'changed-meanwhile'] as const

/** The refusals of an operation by status. */
export const problemAnswers = (slugs: readonly ProblemSlug[]) =>
  Object.fromEntries(
    [...Map.groupBy(slugs, (slug) => PROBLEMS[slug].status)].map(([status, same]) => [
      status,
      {
        description: same.map((slug) => `${slug}: ${PROBLEMS[slug].title}`).join(' · '),
        content: { 'application/problem+json': { schema: resolver(ProblemBody) } },
      },
    ]),
  )

interface Operation {
  readonly summary: string
  readonly tag: 'session' | 'obligations' | 'submissions' | 'province' | 'templates' | 'board' | 'admin' | 'deployment'
  /** Schema of the answer; a file; or nothing. */
  readonly answer: Schema | 'workbook' | 'document' | 'csv' | null
  readonly status?: 200 | 201 | 204
  readonly problems?: readonly ProblemSlug[]
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly uploads?: true
}

const parameters = ({ headers = {}, query = {} }: Operation) => {
  const named = (place: 'header' | 'query', texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([name, description]) => ({ in: place, name, description, schema: { type: 'string' as const } }))
  return [...named('header', headers), ...named('query', query)]
}

const upload = {
  requestBody: {
    required: true,
    content: {
      [XLSX]: { schema: { type: 'string' as const, format: 'binary' } },
      'multipart/form-data': {
        schema: {
          type: 'object' as const,
          required: ['file'],
          properties: {
            file: { type: 'string' as const, format: 'binary' },
            explanations: { type: 'string' as const },
            answers: { type: 'string' as const },
          },
        },
      },
    },
  },
}

export function operation(spec: Operation) {
  const { summary, tag, answer, status = 200, problems = [] } = spec
  const content =
    answer === null
      ? {}
      : typeof answer === 'string'
        ? { content: { [FILES[answer]]: { schema: { type: 'string' as const, format: 'binary' } } } }
        : { content: { 'application/json': { schema: resolver(answer) } } }
  return describeRoute({
    ...{ summary, tags: [tag], parameters: parameters(spec) },
    ...(spec.uploads ? upload : {}),
    responses: { [status]: { description: 'Done', ...content }, ...problemAnswers(problems) },
  })
}

/** The body as the schema says, or `bad-request` with where it differs. */
export const body = <S extends Schema>(schema: S) =>
  validator('json', schema, (result) => {
    if (result.success) return
    const issues = result.error.slice(0, 20).map(({ message, path = [] }) => ({
      message,
      pointer: path.map((part) => `/${String(typeof part === 'object' ? part.key : part)}`).join(''),
    }))
    throw new ProblemError('bad-request', issues[0] && `${issues[0].pointer}: ${issues[0].message}`, { issues })
  })
