// Walks everybody's way through the pages of the portal, stopping at each: what is
// looked at there is the caller's matter.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { askedAs } from './asked.ts'
import { signIn } from './browser.ts'
import type { PortalScreen } from './screens.ts'
import { FILER, MONTHLY, OCCASIONAL } from './walk.ts'
import { type LookAtPortal, walkAdmin, walkTemplates } from './walk-admin.ts'

/** After `walkPane` in the same product: the receiver looks at what was sent there. */
export async function walkPortal(browser: Browser, origin: string, look: LookAtPortal): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN', acceptDownloads: true })
  // A loaded machine takes its time.
  page.setDefaultTimeout(60_000)
  const at = (screen: PortalScreen) => look(screen, page)
  await page.goto(`${origin}/portal.html`)
  await page.waitForSelector('[data-testid=sign-in-email]')
  await at('portal-sign-in')
  await signIn(page, FILER)
  await page.waitForSelector(`[data-testid="obligation-${MONTHLY}"]`)
  await at('portal-filing')
  await page.click('[data-testid=my-mail]')
  await page.waitForSelector('[data-testid=my-mail-reminded]')
  await at('portal-my-mail')
  await page.click(`[data-testid="obligation-${MONTHLY}"]`)
  await page.waitForSelector('[data-testid=download-form]')
  await at('portal-obligation')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=download-form]')])
  const form = join(mkdtempSync(join(tmpdir(), 'walk-')), 'bieu-mau.xlsx')
  await download.saveAs(form)
  await page.setInputFiles('[data-testid=upload-file]', form)
  await page.waitForSelector('[data-testid=finding-table]')
  await at('portal-findings')
  // A file of another office is no form of theirs, but its table is like it.
  const theirs = await (await askedAs(origin, 'filer.stttt@khanhhoa.example'))('obligations/THANG.2025-03.STTTT/form.xlsx')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const others = { name: 'bang-cu.xlsx', mimeType, buffer: Buffer.from(await theirs.arrayBuffer()) }
  await page.setInputFiles('[data-testid=upload-file]', others)
  await page.click('[data-testid=upload-tables]')
  await page.waitForSelector('[data-testid=takeover-columns]')
  await at('portal-file-tables')
  await page.click('[data-testid=sign-out]')
  await signIn(page, 'aggregator@khanhhoa.example')
  await page.waitForSelector('[data-testid=status-table]')
  await at('portal-status')
  // What the walk of the pane has sent.
  await page.selectOption('[data-testid=template-select]', 'VUONGMAC')
  await page.click('[data-testid=open-UBND_DIENKHANH]')
  await page.waitForSelector('[data-testid=review-counts]')
  await at('portal-review')
  await page.click('[data-testid=cell-nguoi_ky]')
  await page.fill('[data-testid=note-text]', 'Người ký phải là Chủ tịch hoặc Phó Chủ tịch.')
  await page.click('[data-testid=note-pin]')
  await page.click('[data-testid=review-return]')
  await page.waitForSelector('[data-testid=review-done]')
  await page.click('[data-testid=page-matrix]')
  await page.waitForSelector('[data-testid=matrix] tbody th')
  await at('portal-matrix')
  await page.click('[data-testid=sign-out]')
  await signIn(page, FILER)
  await page.click(`[data-testid="obligation-${OCCASIONAL}"]`)
  await page.waitForSelector('[data-testid=note-1]')
  await at('portal-notes')
  await page.click('[data-testid=sign-out]')
  await walkAdmin(page, origin, look)
  await walkTemplates(page, others, at)
  await page.close()
}
