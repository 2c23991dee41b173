// The Worker. The only reader of `env`: makes the parts of each request from it
// and hands them to the app, and every few minutes to what is done without being asked.

import { type Accounts, makeAccounts } from './accounts.ts'
import { regularRun } from './actions/regular-run.ts'
import { afterAnswer } from './after-answers.ts'
import { createApp } from './app.ts'
import { demoClock, machineClock } from './clocks.ts'
import { answering } from './let-others-in.ts'
import { type MailSettings, mailSetup } from './mailer.ts'
import type { Parts } from './parts.ts'
import { hmac } from './webhook-call.ts'

/** Bindings of wrangler.toml, and what is set as secrets beside them. */
export interface Settings extends Omit<Env, 'MODE'>, MailSettings {
  /** "demo" is a demonstration; anything else is production. */
  readonly MODE: string
  /** Signs the bearer tokens. */
  readonly AUTH_SECRET?: string
  readonly BOOTSTRAP_ADMIN_EMAIL?: string
  readonly BOOTSTRAP_PASSWORD?: string
  /** The address of the portal for the links in mails: https://phulucso.example.gov.vn */
  readonly PUBLIC_URL?: string
}

const SECRET_MIN = 32

// Making them costs milliseconds and they hold nothing of a request.
const accountsOf = new WeakMap<D1Database, { secret: string; accounts: Accounts }>()

function accounts(db: D1Database, secret: string | undefined): Accounts {
  if (!secret || secret.length < SECRET_MIN)
    throw new Error(`AUTH_SECRET is missing or shorter than ${SECRET_MIN} characters. Set it: wrangler secret put AUTH_SECRET`)
  const known = accountsOf.get(db)
  if (known?.secret === secret) return known.accounts
  const made = makeAccounts(db, secret)
  accountsOf.set(db, { secret, accounts: made })
  return made
}

/** `run`: what the platform keeps alive until all is done. */
export async function partsOf(env: Settings, run?: Pick<ExecutionContext, 'waitUntil'>): Promise<Parts> {
  const { DB: db, FILES: files, BOOTSTRAP_ADMIN_EMAIL: email, BOOTSTRAP_PASSWORD: password } = env
  const demo = env.MODE === 'demo'
  return {
    ...{ db, files, demo, newId: () => crypto.randomUUID(), portal: env.PUBLIC_URL?.replace(/\/+$/, '') || null },
    afterwards: (work) => afterAnswer(work, run),
    mail: mailSetup(env),
    webhookSecret: (id) => hmac(env.AUTH_SECRET ?? '', `webhook ${id}`),
    clock: demo ? await demoClock(db) : machineClock,
    accounts: accounts(db, env.AUTH_SECRET),
    firstAdmin: email && password ? { email, password } : null,
  }
}

const app = createApp()

export default {
  async fetch(request, env, run?: ExecutionContext) {
    try {
      return await answering(async () => app.fetch(request, { parts: await partsOf(env, run) }))
    } catch (error) {
      // Only a deployment that is not set up comes here; the operator finds the sentence in the log.
      console.error(error instanceof Error ? error.message : String(error))
      const body = { type: '/problems/internal', title: 'Something broke on our side', status: 500, instance: crypto.randomUUID() }
      return Response.json(body, { status: 500, headers: { 'Content-Type': 'application/problem+json; charset=utf-8' } })
    }
  },
  async scheduled(_controller, env, run?: ExecutionContext) {
    await regularRun(await partsOf(env, run))
  },
} satisfies ExportedHandler<Settings>
