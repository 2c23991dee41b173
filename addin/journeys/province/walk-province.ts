// Walks the aggregator's and the admin's way through the pages about the whole province, once
// its agencies have reported for a quarter, stopping at each: what is looked at is the caller's matter.
import type { Browser, Frame, Page } from 'playwright-core'
import { openSandbox, pulledCellOf, ready, select, signIn } from '../browser.ts'
import type { ProvinceScreen } from '../screens.ts'

type LookAtProvince = (screen: ProvinceScreen, where: Page | Frame, page: Page) => Promise<void>

export const AGGREGATOR = 'aggregator@khanhhoa.example'
const QUARTER = '2025-Q2'
const test = (id: string) => `[data-testid="${id}"]`

/** At 1366 × 768, as most offices have it. */
export const SCREEN = { width: 1366, height: 768 }

export async function walkProvince(browser: Browser, origin: string, look: LookAtProvince): Promise<void> {
  const page = await browser.newPage({ viewport: SCREEN, locale: 'vi-VN' })
  page.setDefaultTimeout(60_000)
  const at = (screen: ProvinceScreen) => look(screen, page, page)
  await page.goto(`${origin}/portal.html`)
  await signIn(page, AGGREGATOR)
  await page.click(test('page-province'))
  await page.waitForSelector(test('summary-checks'))
  await at('portal-quarter')
  await page
    .locator(`${test('summary-b')} [data-figure$=".nv_ht_dung"]`)
    .first()
    .click()
  await page.waitForSelector(test('place-list'))
  await at('portal-figure')
  await page.click(test('open-place-1'))
  await page.waitForSelector(test('marked-cell'))
  await at('portal-row')
  await page.click(test('province-reconcile'))
  await page.selectOption(test('choose-period'), '2025-06')
  await page.waitForSelector(test('matters-count'))
  await page
    .locator(`${test('matter')} summary`)
    .first()
    .click()
  await at('portal-reconcile')
  await page.click(test('province-rows'))
  await page.selectOption(test('choose-template'), 'PL3')
  await page.selectOption(test('choose-period'), '2025-05')
  await page.waitForSelector(`${test('consolidated-rows')} tbody th`)
  await page.waitForSelector(test('rows-total-nc_tx'))
  await page.selectOption(test('choose-agency'), 'some')
  for (const agency of ['STTTT', 'STC']) await page.check(test(`tick-${agency}`))
  await page.waitForSelector(test('rows-total-nc_tx'))
  await at('portal-rows')
  await page.click(test('province-snapshots'))
  await page.selectOption(test('choose-template'), 'PL3')
  await page.fill(test('snapshot-reason'), 'Trước khi gửi báo cáo')
  await page.click(ready('snapshot-make'))
  await page.waitForSelector(test('snapshot-made'))
  await page.click(test('compare-1'))
  await page.waitForSelector(test('comparison'))
  await at('portal-snapshots')
  await page.click(test('page-progress'))
  await page.selectOption(test('quarter-select'), QUARTER)
  await page.waitForSelector(test('chart-indicators'))
  await page.locator(`${test('chart-groups')} summary`).click()
  await at('portal-progress')
  await page.click(test('page-report'))
  await page.selectOption(test('report-quarter'), QUARTER)
  await page.waitForSelector(test('words-assessment'))
  await at('portal-report')
  await page.click(test('sign-out'))
  await signIn(page, 'admin@khanhhoa.example')
  await page.click(test('page-board'))
  await page.click(test('release-2025-05'))
  await page.waitForSelector(test('withdraw-2025-05'))
  await at('portal-board')
  await page.click(test('sign-out'))
  await page.goto(`${origin}/portal.html#review=PL3.2025-05.STC`)
  await page.reload()
  await signIn(page, AGGREGATOR)
  await page.waitForSelector(test('review-counts'))
  await at('portal-linked-review')
  await page.close()
  await walkPull(browser, origin, look)
}

/** The part of the pane for whoever sees the whole province. */
async function walkPull(browser: Browser, origin: string, look: LookAtProvince): Promise<void> {
  const { page, pane } = await openSandbox(browser, origin)
  const at = (screen: ProvinceScreen) => look(screen, pane, page)
  await signIn(pane, AGGREGATOR)
  await pane.waitForSelector(test('pull-which'))
  await pane.selectOption(test('pull-which'), 'PL3 2025-05')
  await pane.selectOption(test('pull-scope'), 'some')
  await pane.locator(`${test('pull-received')} summary`).waitFor({ state: 'detached' })
  for (const agency of ['STTTT', 'STC', 'SYT']) await pane.check(test(`pull-agency-${agency}`))
  await at('pull-choice')
  await pane.click(ready('pull'))
  await pane.waitForSelector(test('pull-outcome'))
  await at('pull-outcome')
  await select(page, await pulledCellOf(page, 'STC', 'n1', 'stt'))
  await pane.waitForSelector(test('place-counts'))
  await pane.click(ready('place-compare'))
  await pane.waitForSelector(test('place-history'))
  await at('pull-line')
  await select(page, await pulledCellOf(page, '', '', 'nc_tx'))
  await pane.waitForSelector(test('share-STC'))
  await at('pull-total')
  await page.close()
}
