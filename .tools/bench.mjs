// `npm run bench -- NAME`: runs NAME.bench.ts, wherever it stands, in Node and
// then in workerd. `npm run bench -- NAME node` (or workerd): only there. Without a name: what there is.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureInstalled, quietWrangler, root, run, stop } from './runtime.mjs'

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

async function inNode(file) {
  const [{ meter }, { default: bench }] = await Promise.all([import('./meter.ts'), import(pathToFileURL(file).href)])
  await bench(meter('node', (line) => console.log(line)))
}

/** Peak memory since it was last asked, of the workerd processes that this one started; null where the system does not say. */
function memoryMeter() {
  let peak = 0
  const children = () =>
    readdirSync('/proc/self/task').flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean))
  const resident = (pid) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      return /^Name:\s*workerd/m.test(status) ? Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1024 : 0
    } catch {
      return 0
    }
  }
  if (process.platform !== 'linux') return { stop() {}, take: () => null }
  const timer = setInterval(() => {
    peak = Math.max(peak, ...children().map(resident))
  }, 25)
  return {
    stop: () => clearInterval(timer),
    take() {
      const taken = peak
      peak = 0
      return taken
    },
  }
}

async function inWorkerd(file) {
  Object.assign(process.env, quietWrangler)
  const { unstable_startWorker: startWorker } = await import('wrangler')
  const folder = join(root, 'node_modules', '.cache', 'bench', basename(file, ENDING))
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'entry.ts'),
    `import bench from '${from(folder, file)}'
import { meter } from '${from(folder, join(root, '.tools', 'meter.ts'))}'
export default {
  fetch() {
    const { readable, writable } = new TransformStream()
    const writer = writable.getWriter()
    const write = (line: string) => void writer.write(new TextEncoder().encode(line + '\\n'))
    bench(meter('workerd', write)).catch((error) => write(String(error?.stack ?? error))).finally(() => writer.close())
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
  const memory = memoryMeter()
  for await (const bytes of answer.body) {
    const peak = memory.take()
    process.stdout.write(peak ? String(Buffer.from(bytes)).replace(/\n$/, `   [${peak.toFixed(0)} MB]\n`) : bytes)
  }
  memory.stop()
  await worker.dispose()
  rmSync(folder, { recursive: true })
}

await ensureInstalled()
const [name, where] = process.argv.slice(2)
const file = benches.get(name)
if (!file) stop(`There ${name ? 'is no such bench' : 'must be a name'}. There are: ${[...benches.keys()].sort().join(', ')}.`)
if (where === 'node' || where === 'workerd') {
  await (where === 'node' ? inNode(file) : inWorkerd(file))
  process.exit(0)
}
for (const place of ['node', 'workerd']) {
  console.log(`\n${name} in ${place}`)
  if ((await run('.tools/bench.mjs', [name, place])) !== 0) process.exit(1)
}
