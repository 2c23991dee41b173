// Who may call which route: declared here and nowhere else. A route that is not
// in the list answers nobody; a test tries every one of them.

/**
 * public: anybody · demo: anybody, but only in a demonstration, else 404 · signed-in: any person ·
 * obligation-reader, submission-reader: its agency, and the roles that see the whole province; others 404 ·
 * obligation-filer, submission-filer: its agency alone; the province's roles 403, others 404 ·
 * submission-signer: a signer of its agency; the agency's others and the province's roles 403, others 404 ·
 * submission-receiver: the aggregator; the province's other roles and its own agency 403, others 404 ·
 * receiver: aggregator · province: aggregator, admin, auditor · auditor: auditor, admin · admin: admin.
 */
export type Right =
  | 'public'
  | 'demo'
  | 'signed-in'
  | 'obligation-reader'
  | 'obligation-filer'
  | 'submission-reader'
  | 'submission-filer'
  | 'submission-signer'
  | 'submission-receiver'
  | 'receiver'
  | 'province'
  | 'auditor'
  | 'admin'

export const RIGHTS: Readonly<Record<string, Right>> = {
  'GET /': 'public',
  'GET /problems/:slug': 'public',
  'GET /board': 'public',
  'GET /board/:period': 'public',
  'GET /api/board': 'public',
  'GET /api/board/:file': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/health': 'public',
  'GET /api/clock': 'public',
  'PUT /api/clock': 'demo',
  'GET /api/demo/accounts': 'demo',
  'POST /api/session': 'public',
  'DELETE /api/session': 'signed-in',
  'GET /api/me': 'signed-in',
  'GET /api/me/mail': 'signed-in',
  'PUT /api/me/mail': 'signed-in',
  'GET /api/periods': 'signed-in',
  'GET /api/obligations': 'signed-in',
  'GET /api/obligations/:id': 'obligation-reader',
  'GET /api/obligations/:id/form': 'obligation-reader',
  'GET /api/obligations/:id/form.xlsx': 'obligation-reader',
  'GET /api/obligations/:id/past': 'obligation-reader',
  'GET /api/obligations/:id/draft': 'obligation-filer',
  'PUT /api/obligations/:id/draft': 'obligation-filer',
  'DELETE /api/obligations/:id/draft': 'obligation-filer',
  'POST /api/obligations/:id/check': 'obligation-filer',
  'POST /api/obligations/:id/submissions': 'obligation-filer',
  'GET /api/obligations/:id/submissions': 'obligation-reader',
  'POST /api/obligations/:id/upload': 'obligation-filer',
  'POST /api/obligations/:id/upload/report': 'obligation-filer',
  'POST /api/obligations/:id/upload/sheets': 'obligation-filer',
  'POST /api/obligations/:id/form.xlsx': 'obligation-filer',
  'GET /api/submissions/:id': 'submission-reader',
  'POST /api/submissions/:id/withdraw': 'submission-filer',
  'GET /api/obligations/:id/notes': 'obligation-reader',
  'POST /api/submissions/:id/review': 'submission-receiver',
  'POST /api/submissions/:id/sign': 'submission-signer',
  'POST /api/reviews': 'receiver',
  'GET /api/status': 'province',
  'GET /api/matrix': 'province',
  'GET /api/matrix/workbook.xlsx': 'province',
  'GET /api/consolidations/:template/:period': 'province',
  'GET /api/consolidations/:template/:period/rows': 'province',
  'GET /api/consolidations/:template/:period/totals': 'province',
  'GET /api/consolidations/:template/:period/workbook.xlsx': 'province',
  'GET /api/reconciliations/:template/:period': 'province',
  'GET /api/snapshots': 'province',
  'POST /api/snapshots': 'receiver',
  'GET /api/snapshots/:snapshot/comparison': 'province',
  'GET /api/summaries/:template/:period': 'province',
  'GET /api/summaries/:template/:period/figures/:figure': 'province',
  'GET /api/waivers': 'province',
  'POST /api/waivers': 'admin',
  'POST /api/waivers/:id/end': 'admin',
  'GET /api/sign-offs': 'province',
  'POST /api/sign-offs': 'admin',
  'GET /api/template-surroundings': 'province',
  'GET /api/templates': 'province',
  'GET /api/templates/:code/versions/:version': 'province',
  'POST /api/templates/:code/versions/:version/withdraw': 'admin',
  'GET /api/templates/:code/versions/:version/workbook.xlsx': 'province',
  'GET /api/templates/:code/versions/:version/template.json': 'province',
  'POST /api/template-imports': 'admin',
  'GET /api/templates/:code/draft': 'admin',
  'PUT /api/templates/:code/draft': 'admin',
  'DELETE /api/templates/:code/draft': 'admin',
  'POST /api/templates/:code/check': 'admin',
  'POST /api/templates/:code/try': 'admin',
  'POST /api/templates/:code/publish': 'admin',
  'GET /api/reports/:template/:file': 'province',
  'GET /api/reports/:template/:period/words': 'province',
  'PUT /api/reports/:template/:period/words': 'receiver',
  'GET /api/boards': 'province',
  'POST /api/boards/:period/release': 'admin',
  'POST /api/boards/:period/withdraw': 'admin',
  'GET /api/progress': 'province',
  'GET /api/progress/:template/:period': 'province',
  'GET /api/events/verify': 'auditor',
  'GET /api/agencies': 'province',
  'GET /api/agencies.xlsx': 'province',
  'POST /api/agencies/upload': 'admin',
  'PUT /api/agencies/:code': 'admin',
  'PUT /api/agency-groups/:code': 'admin',
  'GET /api/reorganisations': 'admin',
  'POST /api/reorganisations/preview': 'admin',
  'POST /api/reorganisations': 'admin',
  'GET /api/timetable': 'province',
  'POST /api/timetable/preview': 'admin',
  'POST /api/timetable': 'admin',
  'GET /api/extensions': 'province',
  'POST /api/extensions': 'admin',
  'POST /api/extensions/revoke': 'admin',
  'GET /api/people': 'admin',
  'POST /api/people/invitations': 'admin',
  'POST /api/people/:id/invitation': 'admin',
  'PUT /api/people/:id/roles': 'admin',
  'POST /api/people/:id/hand-over': 'admin',
  'PUT /api/people/:id/state': 'admin',
  'GET /api/reminders': 'province',
  'PUT /api/reminders': 'admin',
  'GET /api/outbox': 'admin',
  'POST /api/outbox/decisions': 'admin',
  'POST /api/outbox/run': 'admin',
  'GET /api/webhook': 'admin',
  'PUT /api/webhook': 'admin',
  'GET /api/invitations/:token': 'public',
  'POST /api/invitations/:token': 'public',
  'GET /api/plan': 'province',
  'PUT /api/plan/totals': 'admin',
  'PUT /api/code-lists/:list': 'admin',
  'PUT /api/plan/tasks': 'admin',
  'POST /api/plan/next': 'admin',
  'GET /api/audit': 'auditor',
  'GET /api/audit.csv': 'auditor',
  'GET /api/audit.xlsx': 'auditor',
}
