// The pane's page where the pane cannot run: an old web view, a plain browser, a
// network without Microsoft's CDN.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from './browser.ts'

const CDN = 'https://appsforoffice.microsoft.com/**'
const pane = () => `${inject('origin')}/pane.html`

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A page whose requests to the CDN are counted and refused, as a closed network would. */
async function behindClosedNetwork(userAgent?: string): Promise<{ page: Page; asked: string[] }> {
  const page = await (await browser.newContext({ locale: 'vi-VN', ...(userAgent === undefined ? {} : { userAgent }) })).newPage()
  const asked: string[] = []
  await page.route(CDN, (route) => {
    asked.push(route.request().url())
    return route.abort()
  })
  return { page, asked }
}

it.each([
  ['Trident', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  [
    'EdgeHTML',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/70.0.3538.102 Safari/537.36 Edge/18.19042',
  ],
])('%s gets the address of the portal instead of a blank page', async (_, userAgent) => {
  const { page, asked } = await behindClosedNetwork(userAgent)
  await page.goto(pane())
  expect(await page.innerText('#too-old')).toContain('trình duyệt quá cũ')
  expect(await page.getAttribute('#too-old-link', 'href')).toBe(`${inject('origin')}/portal.html`)
  expect(asked).toEqual([])
  await page.close()
})

it('the CDN is asked for Office.js, and where it does not answer the page says so', async () => {
  const { page, asked } = await behindClosedNetwork()
  await page.goto(pane())
  await page.waitForSelector('[data-testid=outside-excel]')
  expect(asked).toEqual(['https://appsforoffice.microsoft.com/lib/1/hosted/office.js'])
  await page.close()
})

it('built for a closed network, the page runs the copy of Office.js that lies beside it', async () => {
  const { page, asked } = await behindClosedNetwork()
  await page.route('**/pane.html', async (route) => {
    const response = await route.fetch()
    const built = await response.text()
    expect(built).toContain('name="office-js" content="cdn"')
    await route.fulfill({ response, body: built.replace('name="office-js" content="cdn"', 'name="office-js" content="self-hosted"') })
  })
  await page.goto(pane())
  await page.waitForFunction(() => typeof (globalThis as { Office?: { onReady?: unknown } }).Office?.onReady === 'function')
  await page.waitForSelector('[data-testid=outside-excel]', { timeout: 30_000 })
  expect(asked).toEqual([])
  await page.close()
})
