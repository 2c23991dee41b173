// `node .tools/screens.mjs [http://127.0.0.1:8787] [folder] [province]`: a picture of every
// screen of the product that runs there: the pane at 350 pixels, the portal at 1280
// and at 360, each in both languages and in light and dark. With `province` those about
// the whole province instead, of a product that holds what `npm run demo:data` files.
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBrowser } from '../addin/journeys/browser.ts'
import { walkProvince } from '../addin/journeys/province/walk-province.ts'
import { widen } from '../addin/journeys/sizes.ts'
import { walkPane } from '../addin/journeys/walk.ts'
import { walkPortal } from '../addin/journeys/walk-portal.ts'

const [origin = 'http://127.0.0.1:8787', folder = mkdtempSync(join(tmpdir(), 'screens-')), which = 'all'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
console.log(folder)

/** Every language and scheme of one screen; Vietnamese again at the end. */
async function inAllLooks(where, page, picture) {
  for (const language of ['vi', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(150)
      await picture(`${language}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await where.click('[data-testid=switch-language]')
    await where.waitForSelector(`html[lang=${language === 'vi' ? 'en' : 'vi'}]`)
  }
}

async function ofPane(screen, pane, page) {
  await widen(page, 350)
  const size = page.viewportSize()
  // The whole screen, however long it is: what must be scrolled to is looked at too.
  const frame = page.locator('[data-testid=pane]')
  const high = await pane.evaluate(() => document.documentElement.scrollHeight)
  if ((await frame.count()) > 0) await page.setViewportSize({ width: 1440, height: Math.min(2600, Math.max(800, high + 120)) })
  await inAllLooks(pane, page, async (look) => {
    const path = join(folder, `${screen}-${look}.png`)
    if ((await frame.count()) > 0) await frame.screenshot({ path })
    else await page.screenshot({ path, fullPage: true })
  })
  if (size) await page.setViewportSize(size)
  console.log(screen)
}

async function ofPortal(screen, page) {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 860 })
    await inAllLooks(page, page, (look) => page.screenshot({ path: join(folder, `${screen}-${width}-${look}.png`), fullPage: true }))
  }
  console.log(screen)
}

const browser = await openBrowser()
if (which === 'province') {
  await walkProvince(browser, origin, (screen, where, page) => (where === page ? ofPortal(screen, page) : ofPane(screen, where, page)))
} else {
  await walkPane(browser, origin, ofPane)
  await walkPortal(browser, origin, ofPortal)
}
await browser.close()
