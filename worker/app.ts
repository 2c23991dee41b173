// The whole API on one page: what every request passes, in order, then the
// routes. Knows neither env nor SQL.
import { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { answerHeaders } from './middleware/answer-headers.ts'
import { bodySize } from './middleware/body-size.ts'
import { guard } from './middleware/guard.ts'
import { ProblemError, writeProblem } from './problem.ts'
import { agencies } from './routes/agencies.ts'
import { audit } from './routes/audit.ts'
import { boards } from './routes/boards.ts'
import { deployment } from './routes/deployment.ts'
import { improving } from './routes/improvements.ts'
import { obligations } from './routes/obligations.ts'
import { openapi } from './routes/openapi.ts'
import { outbox } from './routes/outbox.ts'
import { people } from './routes/people.ts'
import { plan } from './routes/plan.ts'
import { problemPages } from './routes/problem-pages.ts'
import { progress } from './routes/progress.ts'
import { province } from './routes/province.ts'
import { reminders } from './routes/reminders.ts'
import { reports } from './routes/reports.ts'
import { reviews } from './routes/reviews.ts'
import { session } from './routes/session.ts'
import { signOffs } from './routes/sign-offs.ts'
import { snapshots } from './routes/snapshots.ts'
import { submissions } from './routes/submissions.ts'
import { summaries } from './routes/summaries.ts'
import { templateFiles } from './routes/template-files.ts'
import { templates } from './routes/templates.ts'
import { timetable } from './routes/timetable.ts'
import { waivers } from './routes/waivers.ts'

export function createApp(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()

  app.onError((error, c) => writeProblem(error, c))
  app.notFound((c) => writeProblem(new ProblemError('not-found'), c))

  app.use(answerHeaders)
  app.use(guard)
  app.use(bodySize)

  app.get('/', (c) => c.redirect('/portal.html'))
  app.route('/', problemPages)
  app.route('/', deployment)
  app.route('/', session)
  app.route('/', obligations)
  app.route('/', submissions)
  app.route('/', reviews)
  app.route('/', signOffs)
  app.route('/', province)
  app.route('/', snapshots)
  app.route('/', summaries)
  app.route('/', waivers)
  app.route('/', templates)
  app.route('/', templateFiles)
  app.route('/', reports)
  app.route('/', boards)
  app.route('/', progress)
  app.route('/', agencies)
  app.route('/', timetable)
  app.route('/', people)
  app.route('/', reminders)
  app.route('/', outbox)
  app.route('/', improving)
  app.route('/', plan)
  app.route('/', audit)
  app.route('/', openapi(app))

  return app
}
