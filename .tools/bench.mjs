// `npm run bench -- NAME`: runs NAME.bench.ts, wherever it stands, or all NAME-*.bench.ts,
// in Node and then in workerd. `npm run bench -- NAME node` (or workerd): only there;
// further words are what the bench is to measure alone. Without a name: what there is.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runInWorkerd } from './bare-workerd.mjs'
import { peakSinceAsked } from './process-memory.mjs'
import { ensureInstalled, npm, root, run, stop } from './runtime.mjs'
import { openSqlite } from './sqlite-beside.mjs'

const ENDING = '.bench.ts'

const benches = new Map(
  ['shared', 'worker', 'addin']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(ENDING))
    .map((entry) => [basename(entry.name, ENDING), join(entry.parentPath, entry.name)]),
)

/** A module specifier as both Node and the bundler take it. */
const from = (folder, file) => {
  const path = relative(folder, file).split(sep).join('/')
  return path.startsWith('.') ? path : `./${path}`
}

const peersFolder = join(root, 'node_modules', '.cache', 'bench-peers')
const peerFolder = (name) => join(peersFolder, 'node_modules', name)

/** Libraries that are only measured against are no part of package-lock.json: whoever runs such a bench fetches them once. */
async function fetchPeers(peers) {
  const isHere = ([name, version]) => {
    const told = join(peerFolder(name), 'package.json')
    return existsSync(told) && JSON.parse(readFileSync(told, 'utf8')).version === version
  }
  if (Object.entries(peers).every(isHere)) return
  mkdirSync(peersFolder, { recursive: true })
  writeFileSync(join(peersFolder, 'package.json'), JSON.stringify({ private: true, dependencies: peers }))
  const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  if ((await npm(['install', '--prefix', peersFolder, ...quietly])) !== 0) stop('The libraries to measure against could not be fetched.')
}

/** Says a line with the most memory that the process held since the last one; an empty line only begins anew. */
function told(line, pid) {
  const most = peakSinceAsked(pid)
  if (line !== '') console.log(most > 0 ? `${line}   | at most ${most.toFixed(0)} MB` : line)
}

const inputOf = (inputs, name) => {
  if (!(name in inputs)) throw new Error(`there is no input ${name}`)
  return inputs[name]()
}

/** The database that a bench asks, filled by it; null where it asks none. */
async function databaseOf({ database }, picks) {
  if (!database) return null
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  const sqlite = openSqlite(join(root, 'node_modules', '.cache', 'bench.sqlite'), { fresh: true })
  await database(sqlite.ask, picks)
  return sqlite
}

async function inNode(file, { inputs = {}, ...needs }, picks) {
  const sqlite = await databaseOf(needs, picks)
  const [{ meter }, { default: bench }] = await Promise.all([import('./meter.ts'), import(pathToFileURL(file).href)])
  const { resolve } = createRequire(join(peersFolder, 'package.json'))
  const link = {
    say: async (line) => told(line, process.pid),
    peer: (name) => import(pathToFileURL(resolve(name)).href),
    input: async (name) => inputOf(inputs, name),
    sql: (statements) => sqlite.ask(statements),
  }
  told('at rest', process.pid)
  await bench(meter('node', link), picks)
}

async function inWorkerd(file, { peers = {}, inputs = {}, heapMb, ...needs }, picks) {
  const sqlite = await databaseOf(needs, picks)
  const folder = join(root, 'node_modules', '.cache', 'bench', basename(file, ENDING))
  const source = `import bench from '${from(folder, file)}'
import { meter } from '${from(folder, join(root, '.tools', 'meter.ts'))}'
const peers = {${Object.keys(peers).map((name) => `'${name}': () => import('${from(folder, peerFolder(name))}')`)}}
const ask = async (path: string, body?: string) => {
  const answer = await fetch('http://parent/' + path, body === undefined ? {} : { method: 'POST', body })
  if (!answer.ok) throw new Error(await answer.text())
  return answer
}
const link = {
  say: async (line: string) => void (await ask('line', line)).body?.cancel(),
  peer: (name) => peers[name](),
  input: async (name) => new Uint8Array(await (await ask('input/' + encodeURIComponent(name))).arrayBuffer()),
  sql: async (statements) => (await ask('sql', JSON.stringify(statements))).json(),
}
export default {
  async fetch() {
    try {
      await link.say('at rest')
      await bench(meter('workerd', link), ${JSON.stringify(picks)})
      return new Response()
    } catch (error) {
      return new Response(String(error?.stack ?? error))
    }
  },
}
`
  const answer = (path, body, pid) => {
    if (path.startsWith('/input/')) return inputOf(inputs, path.slice(7))
    if (path === '/sql') return sqlite.ask(JSON.parse(String(body))).then(JSON.stringify)
    told(String(body), pid)
    return ''
  }
  const error = await runInWorkerd(folder, source, answer, heapMb)
  rmSync(folder, { recursive: true })
  if (error) stop(error)
}

await ensureInstalled()
const PLACES = ['node', 'workerd']
const [name, ...words] = process.argv.slice(2)
const where = words.find((word) => PLACES.includes(word))
/** What the bench is to measure alone. */
const picks = words.filter((word) => !PLACES.includes(word))
const names = [...benches.keys()].sort().filter((one) => one === name || one.startsWith(`${name}-`))
if (names.length === 0) stop(`There ${name ? 'is no such bench' : 'must be a name'}. There are: ${[...benches.keys()].sort().join(', ')}.`)
if (where && names.length === 1) {
  const file = benches.get(names[0])
  const needs = await import(pathToFileURL(file).href)
  await fetchPeers(needs.peers ?? {})
  await (where === 'node' ? inNode : inWorkerd)(file, needs, picks)
  process.exit(0)
}
for (const one of names) {
  for (const place of where ? [where] : PLACES) {
    console.log(`\n${one} in ${place}`)
    if ((await run('.tools/bench.mjs', [one, place, ...picks])) !== 0) process.exit(1)
  }
}
