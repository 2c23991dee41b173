// The Worker in wrangler dev over data of a folder, and people signed in to it: what is measured at its own door.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch, root, run } from './runtime.mjs'

const pause = (ms) => new Promise((done) => setTimeout(done, ms))

/** Resolves once it answers, with its process. */
export async function devServer(data, port) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  if ((await run('.tools/migrate.mjs', [data], { quiet: true })) !== 0) throw new Error('the database could not be prepared')
  const child = launch('node_modules/wrangler/bin/wrangler.js', [
    ...['dev', '--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', data],
    ...['--show-interactive-dev-session=false', '--log-level', 'error'],
    ...['--var', 'MODE:demo', '--var', 'AUTH_SECRET:a secret of a measurement, long enough for tokens'],
  ])
  for (let tries = 0; tries < 600; tries++) {
    if ((await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))?.ok) return child
    await pause(100)
  }
  child.kill('SIGTERM')
  throw new Error('the server did not start')
}

/** The headers of one of the demonstration's people. */
export async function signedIn(origin, email) {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'demo-2044' }),
  })
  return { authorization: `Bearer ${(await answer.json()).token}` }
}
