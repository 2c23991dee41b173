// `npm test`: installs what is missing, then type check, lint, build and all
// tests. `npm run test:unit`: only the fast ones. Ends with one plain line.
import { buildPages } from './pages.mjs'
import { programs } from './programs.mjs'
import { ensureInstalled, run } from './runtime.mjs'

// File names have Vietnamese letters: where the machine says nothing of its letters, Chromium and LibreOffice lose them.
const vitest = (args, env) => run('node_modules/vitest/vitest.mjs', ['run', ...args], { env: { ...env, LC_ALL: 'C.UTF-8' } })

/** What is looked at before the tests, all at once: each on one core, each shown only where it fails. */
const CHECKS = {
  'Type check': ['node_modules/typescript/bin/tsc', '-b'],
  Lint: ['node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  'Unused code': ['node_modules/knip/bin/knip.js'],
}

/** Each check that failed counts as one failed test. */
async function checked() {
  console.log(`${Object.keys(CHECKS).join(', ')} …`)
  const codes = await Promise.all(Object.values(CHECKS).map(([script, ...args]) => run(script, args, { quiet: true })))
  const failed = Object.keys(CHECKS).filter((_, index) => codes[index] !== 0)
  if (failed.length === 0) return
  console.log(`${failed.join(', ')} failed.\n0 passed, ${failed.length} failed, 0 skipped`)
  process.exit(1)
}

await ensureInstalled()
if (process.argv[2] === 'unit') process.exit(await vitest(['--project', 'unit', ...process.argv.slice(3)], {}))

const found = programs()
await Promise.all([checked(), buildPages()])
process.exit(await vitest(process.argv.slice(2), found))
