// The pages about the whole province, with a quarter of reports in them, as every other screen is
// looked at: axe-core, colours, both languages, narrow, large text, small targets.
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser } from '../browser.ts'
import { faults } from '../faults.ts'
import { PROVINCE_SCREENS } from '../screens.ts'
import { widen } from '../sizes.ts'
import { SCREEN, walkProvince } from './walk-province.ts'

/** Rows of a table are alike: a thousand figures are measured by those of a few. */
const FEW_ROWS = 'tbody tr:nth-child(n + 7) { display: none }'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('every page about the province can be used by everybody', async () => {
  const wrong: Record<string, string[]> = {}
  await walkProvince(browser, inject('origin'), async (screen, where, page) => {
    const few = await where.addStyleTag({ content: FEW_ROWS })
    wrong[screen] = await faults(where, page, (pixels) =>
      where === page ? page.setViewportSize({ ...SCREEN, width: pixels }) : widen(page, pixels),
    )
    await few.evaluate((style) => (style as unknown as { remove(): void }).remove())
    if (where === page) await page.setViewportSize(SCREEN)
  })
  expect(Object.keys(wrong).sort()).toEqual(Object.values(PROVINCE_SCREENS).flat().sort())
  expect(Object.fromEntries(Object.entries(wrong).filter(([, all]) => all.length > 0))).toEqual({})
}, 600_000)
