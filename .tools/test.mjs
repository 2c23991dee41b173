// `npm test`: installs what is missing, then type check, lint, build and all
// tests. `npm run test:unit`: only the fast ones. Ends with one plain line.
import { buildPages } from './pages.mjs'
import { programs } from './programs.mjs'
import { ensureInstalled, run } from './runtime.mjs'

const vitest = (args, env) => run('node_modules/vitest/vitest.mjs', ['run', ...args], { env })

/** A step before the tests that failed counts as one failed test. */
async function step(name, script, args) {
  console.log(`${name} …`)
  if ((await run(script, args)) === 0) return
  console.log(`${name} failed.\n0 passed, 1 failed, 0 skipped`)
  process.exit(1)
}

await ensureInstalled()
if (process.argv[2] === 'unit') process.exit(await vitest(['--project', 'unit', ...process.argv.slice(3)], {}))

const found = programs()
await step('Type check', 'node_modules/typescript/bin/tsc', ['-b'])
await step('Lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '.'])
await step('Unused code', 'node_modules/knip/bin/knip.js', [])
await buildPages()
process.exit(await vitest(process.argv.slice(2), found))
