// Every screen, in both languages: nothing that axe-core calls serious, in light,
// dark and forced colours; nothing sideways at 320 pixels, also with text of twice
// the size; nothing cut off; nothing too small to be hit.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { faults, wrongAt } from '../faults.ts'
import { PANE_SCREENS, PORTAL_SCREENS } from '../screens.ts'
import { widen } from '../sizes.ts'
import { walkPane } from '../walk.ts'
import { walkPortal } from '../walk-portal.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('every screen of the pane can be used by everybody', async () => {
  const found = new Map<string, string[]>()
  await walkPane(browser, inject('origin'), async (screen, where, page) => {
    found.set(screen, await faults(where, page, (pixels) => widen(page, pixels)))
  })
  expect(wrongAt(PANE_SCREENS, found)).toEqual([])
}, 900_000)

it('every page of the portal can be used by everybody', async () => {
  const found = new Map<string, string[]>()
  await walkPortal(browser, inject('origin'), async (screen, page) => {
    found.set(screen, await faults(page, page, (width) => page.setViewportSize({ width, height: 860 })))
    await page.setViewportSize({ width: 1280, height: 860 })
  })
  expect(wrongAt(PORTAL_SCREENS, found)).toEqual([])
}, 900_000)
