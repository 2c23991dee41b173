// The pages about the whole province, with a quarter of reports in them, as every other screen is
// looked at: axe-core, colours, both languages, narrow, large text, small targets.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, signIn } from '../browser.ts'
import { faults, pageFaults, wrongAt } from '../faults.ts'
import { PROVINCE_SCREENS } from '../screens.ts'
import { widen } from '../sizes.ts'
import { AGGREGATOR, SCREEN, walkProvince } from './walk-province.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('every page about the province can be used by everybody', async () => {
  const found = new Map<string, string[]>()
  await walkProvince(browser, inject('origin'), async (screen, where, page) => {
    const width = (pixels: number) => (where === page ? page.setViewportSize({ ...SCREEN, width: pixels }) : widen(page, pixels))
    found.set(screen, await faults(where, page, width))
    if (where === page) await page.setViewportSize(SCREEN)
  })
  expect(wrongAt(PROVINCE_SCREENS, found)).toEqual([])
}, 600_000)

it.each(['vi', 'en'])('the board that everybody sees can be used by everybody (%s)', async (language) => {
  const page = await browser.newPage({ viewport: SCREEN })
  await page.goto(`${inject('origin')}/board/2025-05?lang=${language}`)
  expect(await page.getAttribute('html', 'lang')).toBe(language)
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(30)
  expect(await pageFaults(page)).toEqual([])
  await page.close()
})

it('by keyboard a row of the consolidated table is opened and left again, and one stands where one was', async () => {
  const page = await browser.newPage({ viewport: SCREEN, locale: 'vi-VN' })
  await page.goto(`${inject('origin')}/portal.html`)
  await signIn(page, AGGREGATOR)
  await page.click('[data-testid=page-province]')
  await page.click('[data-testid=province-rows]')
  const table = page.locator('[data-testid=consolidated-rows]')
  await table.locator('tbody th').first().waitFor()
  const focused = () => page.evaluate(() => Number(document.activeElement?.closest('tr')?.dataset.index ?? -1))
  await expect
    .poll(async () => {
      // Far down, where only the rows in sight are drawn; as often as it takes, for a list that
      // arrives anew stands at its beginning.
      await table.locator('xpath=..').evaluate((scrolled) => scrolled.scrollTo(0, 3000))
      await table.locator('tbody button').nth(12).focus()
      return focused()
    })
    .toBeGreaterThan(12)
  const row = await focused()
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-testid=row-receipt]')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[data-testid=opened-row]', { state: 'detached' })
  await expect.poll(focused).toBe(row)
  await page.close()
})
