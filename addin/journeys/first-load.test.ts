// What an old laptop on a slow line must fetch before the pane shows anything:
// our own scripts and styles, as they are served compressed. Office.js is Microsoft's.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'

const DIST = resolve(import.meta.dirname, '../../dist')
const MOST_BYTES = 160_000

/** Files that a page names itself; what they import later is not part of the first load. */
const firstFiles = (page: string): string[] => [
  ...new Set([...readFileSync(join(DIST, page), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!)),
]

it.each(['pane.html', 'portal.html'])('%s loads at most 160 kB of our own code before it shows something', (page) => {
  const files = firstFiles(page)
  const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`${page}: ${total} bytes gzip in ${files.length} files`)
  expect(files.length).toBeGreaterThan(2)
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(MOST_BYTES)
})
