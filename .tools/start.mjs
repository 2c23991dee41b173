// `npm start`: the whole product on this machine, without account or network:
// installs, builds, migrates, loads the plan, serves everything on one origin.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { buildPages } from './pages.mjs'
import { ensureInstalled, launch, root, run, stop } from './runtime.mjs'

const flag = (name) => process.argv.includes(`--${name}`)
const option = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : undefined
}

const port = Number(option('port') ?? process.env.PORT ?? 8787)
const protocol = flag('https') ? 'https' : 'http'
const data = option('data') ?? join(root, '.data')
const wrangler = 'node_modules/wrangler/bin/wrangler.js'

const isFree = (number) =>
  new Promise((done) => {
    const probe = createServer()
    probe.once('error', () => done(false))
    probe.listen(number, '127.0.0.1', () => probe.close(() => done(true)))
  })

/** Signs the sessions of this machine's demo; kept so that a restart does not sign people out. */
function demoSecret() {
  const file = join(data, 'auth-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}

async function healthy(url) {
  // The local https certificate is self-signed.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = protocol === 'https' ? '0' : '1'
  for (let tries = 0; tries < 1800; tries++) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined)
    if (answer?.ok) return true
    await new Promise((next) => setTimeout(next, 100))
  }
  return false
}

async function main() {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) stop('The port must be a number from 1 to 65535: npm start -- --port 8788')
  if (!(await isFree(port)))
    stop(`Port ${port} is in use. Stop the program that uses it, or choose another: npm start -- --port ${port + 1}`)
  await ensureInstalled()
  mkdirSync(data, { recursive: true })
  await buildPages()
  console.log('Preparing the database …')
  if ((await run('.tools/migrate.mjs', [data], { quiet: true })) !== 0)
    stop('The database could not be prepared (see above). `npm run reset` empties it.')

  const server = launch(wrangler, [
    'dev',
    ...['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', data],
    ...['--local-protocol', protocol, '--show-interactive-dev-session=false', '--log-level', 'warn'],
    ...['--var', 'MODE:demo', '--var', `AUTH_SECRET:${demoSecret()}`, '--var', `PUBLIC_URL:${protocol}://localhost:${port}`],
  ])
  const log = []
  const keep = (chunk) => {
    log.push(String(chunk))
    if (flag('verbose')) process.stdout.write(chunk)
  }
  server.stdout.on('data', keep)
  server.stderr.on('data', keep)
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    server.kill('SIGTERM')
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  server.on('exit', (code) => {
    if (!ending) stop(`The server ended by itself (code ${code}):\n${log.join('').slice(-4000)}`)
    process.exit(0)
  })

  const url = `${protocol}://localhost:${port}`
  if (!(await healthy(`${protocol}://127.0.0.1:${port}`))) {
    end()
    stop(`The server did not start:\n${log.join('').slice(-4000)}`)
  }
  const { accounts } = await (await fetch(`${protocol}://127.0.0.1:${port}/api/demo/accounts`)).json()
  const clock = await (await fetch(`${protocol}://127.0.0.1:${port}/api/clock`)).json()
  console.log(`
Phụ lục số is running (demo clock: ${clock.day}).

  Sandbox   ${url}/sandbox.html    a spreadsheet with the task pane beside it
  Portal    ${url}/portal.html     upload a filled form; see who has submitted; pull the consolidated workbook
  Pane      ${url}/pane.html       the page that Excel loads (side-loading: see README)
  API       ${url}/api/openapi.json

  Demo accounts${accounts[0] ? `, password ${accounts[0].password}` : ''}:
${accounts.map((account) => `    ${account.email.padEnd(36)} ${account.name}, ${account.description ?? account.role}`).join('\n')}

Ctrl-C ends it. The data stays in ${data === join(root, '.data') ? '.data' : data}; npm run reset empties it.
`)
}

await main()
