// `npm run demo:data`: files a whole quarter of the demonstration (35 agencies, April to June 2025)
// into the local data of `npm start`, through the product's own actions. `--data FOLDER` for another place.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, quietWrangler, root, run, stop } from './runtime.mjs'

const option = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? process.argv[at + 1] : otherwise
}
const data = option('data', join(root, '.data'))
const port = option('port', process.env.PORT ?? '8787')

await ensureInstalled()
if (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))
  stop('The product is running and holds its data. End it (Ctrl-C), run this, then start it again.')

Object.assign(process.env, quietWrangler)
for (const folder of [data, join(root, 'dist')]) mkdirSync(folder, { recursive: true })
console.log('Preparing the database …')
if ((await run('.tools/migrate.mjs', [data], { quiet: true })) !== 0)
  stop('The database could not be prepared (see above). `npm run reset` empties it.')

const { unstable_startWorker: startWorker } = await import('wrangler')
const from = performance.now()
const worker = await startWorker({
  config: join(root, 'wrangler.toml'),
  entrypoint: join(root, 'worker', 'testing', 'demo-worker.ts'),
  dev: { server: { hostname: '127.0.0.1', port: 0 }, inspector: false, logLevel: 'error', watch: false, persist: data },
})
const answer = await worker.fetch('http://demo/api/file')
for await (const bytes of answer.body) process.stdout.write(bytes)
await worker.dispose()
console.log(`${((performance.now() - from) / 1000).toFixed(0)} s. \`npm start\` shows them; its clock stands on 23/06/2025.`)
process.exit(0)
