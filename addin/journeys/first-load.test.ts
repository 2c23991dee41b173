// What an old laptop on a slow line must fetch before the pane answers: our own scripts
// and styles, as they are served compressed (Office.js is Microsoft's); and what a person
// can do meanwhile with the screen that stands in the page itself.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from './browser.ts'

const DIST = resolve(import.meta.dirname, '../../dist')
const MOST_BYTES = 160_000

/** Files that a page names itself; what they import later is not part of the first load. */
const firstFiles = (page: string): string[] => [
  ...new Set([...readFileSync(join(DIST, page), 'utf8').matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!)),
]

it.each(['pane.html', 'portal.html'])('%s loads at most 160 kB of our own code before it answers', (page) => {
  const files = firstFiles(page)
  const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length }))
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  console.log(`${page}: ${total} bytes gzip in ${files.length} files`)
  expect(files.length).toBeGreaterThan(2)
  expect(total, JSON.stringify(sizes, null, 1)).toBeLessThanOrEqual(MOST_BYTES)
})

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The sandbox on a line so slow that Excel's library has not come, until it is let through. */
async function onSlowLine(language: 'vi' | 'en'): Promise<{ page: Page; pane: Frame; letThrough: () => void }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  await page.addInitScript((one) => localStorage.setItem('phu-luc-so.language', one), language)
  let letThrough = () => {}
  const through = new Promise<void>((done) => {
    letThrough = done
  })
  await page.route('**/office-js/excel-web-16.00.js', (route) => through.then(() => route.continue()))
  await page.goto(`${inject('origin')}/sandbox.html`, { waitUntil: 'commit' })
  const pane = await (await page.waitForSelector('[data-testid=pane]')).contentFrame()
  return { page, pane: pane!, letThrough }
}

/** Where the parts of the form stand, from the top of the pane's main part. */
const places = (pane: Frame): Promise<string[]> =>
  pane.evaluate(() => {
    const main = document.querySelector('main')!.getBoundingClientRect()
    return [...document.querySelectorAll('main :is(h1, label, input, form button)')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return `${one.tagName} ${[x - main.x, y - main.y, width, height].map((number) => number.toFixed(1)).join(' ')}`
    })
  })

it('the sign-in form stands before any code has come, and nothing of it moves or is lost when the pane takes over', async () => {
  const { page, pane, letThrough } = await onSlowLine('vi')
  await pane.fill('input[type=email]', 'filer.stttt@khanhhoa.example')
  const before = await places(pane)
  expect(before.length).toBeGreaterThan(7)
  expect(await pane.locator('[data-testid]').count()).toBe(0)
  letThrough()
  await pane.waitForSelector('[data-testid=sign-in-email]')
  expect(await places(pane)).toEqual(before)
  expect(await pane.inputValue('[data-testid=sign-in-email]')).toBe('filer.stttt@khanhhoa.example')
  expect(await pane.evaluate(() => (document.activeElement as HTMLElement).dataset.testid)).toBe('sign-in-email')
  await page.close()
})

it('who has typed and pressed before any code has come is signed in once it has', async () => {
  const { page, pane, letThrough } = await onSlowLine('en')
  await pane.fill('input[type=email]', 'filer.stttt@khanhhoa.example')
  await pane.fill('input[type=password]', 'demo-2044')
  await pane.press('input[type=password]', 'Enter')
  expect(await pane.innerText('main')).toContain('Password')
  letThrough()
  await pane.waitForSelector('[data-testid=stage-list] h1')
  await page.close()
})
