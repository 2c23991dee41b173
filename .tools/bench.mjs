// `npm run bench -- NAME`: runs NAME.bench.ts, wherever it stands, in Node and
// then in workerd. `npm run bench -- NAME node` (or workerd): only there;
// further words are what the bench is to measure alone. Without a name: what there is.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join, relative, sep } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { rss, workerdOf } from './process-memory.mjs'
import { ensureInstalled, npm, quietWrangler, root, run, stop } from './runtime.mjs'

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

/** Says a line with the most memory that the process held since the last one. */
function told(pidOf) {
  let most = 0
  setInterval(() => {
    const pid = pidOf()
    if (pid) most = Math.max(most, rss(pid))
  }, 20).unref()
  return (line) => {
    console.log(most > 0 ? `${line}   | at most ${most.toFixed(0)} MB` : line)
    most = 0
  }
}

async function inNode(file, _, picks) {
  const [{ meter }, { default: bench }] = await Promise.all([import('./meter.ts'), import(pathToFileURL(file).href)])
  const { resolve } = createRequire(join(peersFolder, 'package.json'))
  await bench(
    meter(
      'node',
      told(() => process.pid),
      (name) => import(pathToFileURL(resolve(name)).href),
    ),
    picks,
  )
}

async function inWorkerd(file, peers, picks) {
  Object.assign(process.env, quietWrangler)
  const { unstable_startWorker: startWorker } = await import('wrangler')
  const folder = join(root, 'node_modules', '.cache', 'bench', basename(file, ENDING))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'entry.ts'),
    `import bench from '${from(folder, file)}'
import { meter } from '${from(folder, join(root, '.tools', 'meter.ts'))}'
const peers = {${Object.keys(peers).map((name) => `'${name}': () => import('${from(folder, peerFolder(name))}')`)}}
export default {
  fetch() {
    const { readable, writable } = new TransformStream()
    const writer = writable.getWriter()
    const write = (line: string) => void writer.write(new TextEncoder().encode(line + '\\n'))
    bench(meter('workerd', write, (name) => peers[name]()), ${JSON.stringify(picks)}).catch((error) => write(String(error?.stack ?? error))).finally(() => writer.close())
    return new Response(readable)
  },
}
`,
  )
  const config = join(folder, 'wrangler.json')
  writeFileSync(
    config,
    JSON.stringify({
      ...{ name: 'bench', main: 'entry.ts', compatibility_date: '2026-10-20', compatibility_flags: ['nodejs_compat'] },
    }),
  )
  const dev = { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, logLevel: 'error', watch: false, persist: false }
  const worker = await startWorker({ config, dev })
  const answer = await worker.fetch('http://bench/')
  const pid = workerdOf(process.pid)
  const say = told(() => pid)
  for await (const line of createInterface({ input: Readable.fromWeb(answer.body) })) say(line)
  await worker.dispose()
  rmSync(folder, { recursive: true })
}

await ensureInstalled()
const PLACES = ['node', 'workerd']
const [name, ...words] = process.argv.slice(2)
const where = words.find((word) => PLACES.includes(word))
/** What the bench is to measure alone. */
const picks = words.filter((word) => !PLACES.includes(word))
const file = benches.get(name)
if (!file) stop(`There ${name ? 'is no such bench' : 'must be a name'}. There are: ${[...benches.keys()].sort().join(', ')}.`)
const { peers = {} } = await import(pathToFileURL(file).href)
await fetchPeers(peers)
if (where) {
  await (where === 'node' ? inNode : inWorkerd)(file, peers, picks)
  process.exit(0)
}
for (const place of PLACES) {
  console.log(`\n${name} in ${place}`)
  if ((await run('.tools/bench.mjs', [name, place, ...picks])) !== 0) process.exit(1)
}
