// Every screen, in both languages: nothing that axe-core calls serious, in light,
// dark and forced colours; nothing sideways at 320 pixels, also with text of twice
// the size; nothing cut off; nothing too small to be hit.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { faults } from '../faults.ts'
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
  const wrong: Record<string, string[]> = {}
  await walkPane(browser, inject('origin'), async (screen, where, page) => {
    wrong[screen] = await faults(where, page, (pixels) => widen(page, pixels))
  })
  expect(Object.keys(wrong).sort()).toEqual(Object.values(PANE_SCREENS).flat().sort())
  expect(Object.fromEntries(Object.entries(wrong).filter(([, all]) => all.length > 0))).toEqual({})
}, 900_000)

it('every page of the portal can be used by everybody', async () => {
  const wrong: Record<string, string[]> = {}
  await walkPortal(browser, inject('origin'), async (screen, page) => {
    wrong[screen] = await faults(page, page, (width) => page.setViewportSize({ width, height: 860 }))
    await page.setViewportSize({ width: 1280, height: 860 })
  })
  expect(Object.keys(wrong).sort()).toEqual(Object.values(PORTAL_SCREENS).flat().sort())
  expect(Object.fromEntries(Object.entries(wrong).filter(([, all]) => all.length > 0))).toEqual({})
}, 900_000)
