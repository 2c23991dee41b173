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

type Language = 'vi' | 'en'
const PAGES = {
  /** In the sandbox, in its frame. */
  pane: { address: 'sandbox.html', late: '**/office-js/excel-web-16.00.js' },
  portal: { address: 'portal.html', late: '**/assets/*.js' },
}

/** On a line so slow that what draws the page has not come, until it is let through. */
async function onSlowLine(name: keyof typeof PAGES, language: Language): Promise<{ page: Page; where: Frame; letThrough: () => void }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(60_000)
  await page.addInitScript((one) => localStorage.setItem('phu-luc-so.language', one), language)
  let letThrough = () => {}
  const through = new Promise<void>((done) => {
    letThrough = done
  })
  await page.route(PAGES[name].late, (route) => through.then(() => route.continue()))
  await page.goto(`${inject('origin')}/${PAGES[name].address}`, { waitUntil: 'commit' })
  const where = name === 'portal' ? page.mainFrame() : await (await page.waitForSelector('[data-testid=pane]')).contentFrame()
  return { page, where: where!, letThrough }
}

/** Where the parts of the form stand, from the top of the page's main part. */
const places = (where: Frame): Promise<string[]> =>
  where.evaluate(() => {
    const main = document.querySelector('main')!.getBoundingClientRect()
    return [...document.querySelectorAll('main :is(h1, label, input, form button)')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return `${one.tagName} ${[x - main.x, y - main.y, width, height].map((number) => number.toFixed(1)).join(' ')}`
    })
  })

it.each(['pane', 'portal'] as const)('the %s shows its form before any code has come; nothing of it moves or is lost', async (name) => {
  const { page, where, letThrough } = await onSlowLine(name, 'vi')
  await where.fill('input[type=email]', 'filer.stttt@khanhhoa.example')
  const before = await places(where)
  expect(before.length).toBeGreaterThan(7)
  expect(await where.locator('[data-testid]').count()).toBe(0)
  letThrough()
  await where.waitForSelector('[data-testid=sign-in-email]')
  expect(await places(where)).toEqual(before)
  expect(await where.inputValue('[data-testid=sign-in-email]')).toBe('filer.stttt@khanhhoa.example')
  expect(await where.evaluate(() => (document.activeElement as HTMLElement).dataset.testid)).toBe('sign-in-email')
  await page.close()
})

it.each(['pane', 'portal'] as const)('who has pressed in the %s before any code has come is signed in once it has', async (name) => {
  const { page, where, letThrough } = await onSlowLine(name, 'en')
  await where.fill('input[type=email]', 'filer.stttt@khanhhoa.example')
  await where.fill('input[type=password]', 'demo-2044')
  await where.press('input[type=password]', 'Enter')
  expect(await where.innerText('main')).toContain('Password')
  letThrough()
  await where.waitForSelector('[data-testid=sign-out]')
  await page.close()
})

it.each(['pane', 'portal'] as const)(
  'where the code of the %s does not come, that is said, what was typed stays, and one press asks for it again',
  async (name) => {
    const page = await browser.newPage({ locale: 'vi-VN' })
    await page.route('**/assets/*.js', (route) => (route.request().url().includes(name) ? route.abort() : route.continue()))
    await page.goto(`${inject('origin')}/${PAGES[name].address}`, { waitUntil: 'commit' })
    const where = name === 'portal' ? page.mainFrame() : (await (await page.waitForSelector('[data-testid=pane]')).contentFrame())!
    const again = where.getByRole('button', { name: 'Tải lại trang' })
    await again.waitFor()
    await where.fill('input[type=email]', 'filer.stttt@khanhhoa.example')
    await page.unroute('**/assets/*.js')
    await again.click()
    await where.waitForSelector('[data-testid=sign-in-email]')
    await page.close()
  },
)
