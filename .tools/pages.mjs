// Builds the pages (pane, portal, sandbox) into dist/, only when something they
// are made of has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, stop } from './runtime.mjs'

const SOURCES = ['addin', 'shared', 'package-lock.json', 'vite.config.ts']

function* files(path) {
  if (!statSync(path).isDirectory()) yield path
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name))
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of files(join(root, source)))
      if (!/\.test\.tsx?$/.test(file)) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

export async function buildPages() {
  const mark = join(root, 'dist', '.built-from')
  const now = fingerprint()
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return
  console.log('Building the pages …')
  // Tests say NODE_ENV=test, which would put React's development build, half as large again, into the pages.
  const env = { NODE_ENV: 'production' }
  if ((await run('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn'], { quiet: true, env })) !== 0)
    stop('Building the pages failed (see above).')
  writeFileSync(mark, now)
}
