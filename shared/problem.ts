// Every way the API can refuse a request (RFC 9457). Slug, status and fixed
// title; the sentence for people stands in text/. Findings are not problems.

export const PROBLEMS = {
  'bad-request': { status: 400, title: 'The request is not understood' },
  'signed-out': { status: 401, title: 'Sign in first' },
  'wrong-password': { status: 401, title: 'E-mail or password is wrong' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here for you' },
  'not-open': { status: 409, title: 'The period is not open yet' },
  locked: { status: 409, title: 'The period is locked' },
  counted: { status: 409, title: 'The submission has been counted and cannot be withdrawn' },
  'moved-on': { status: 409, title: 'The submission no longer stands as you saw it' },
  'draft-changed': { status: 412, title: 'Somebody else saved in the meantime' },
  'changed-meanwhile': { status: 412, title: 'Somebody else changed the same thing in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'not-a-workbook': { status: 415, title: 'The file is not an .xlsx workbook we can read' },
  'wrong-form': { status: 422, title: 'The workbook holds another form' },
  'filing-blocked': { status: 422, title: 'The filing has findings that block it' },
  'template-refused': { status: 422, title: 'The template has something that cannot be kept' },
  'key-missing': { status: 400, title: 'Idempotency-Key is missing' },
  'key-reused': { status: 422, title: 'The idempotency key was used with another body' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  counting: { status: 503, title: 'The figures are still being counted; ask again' },
  internal: { status: 500, title: 'Something broke on our side' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemSlug = keyof typeof PROBLEMS
