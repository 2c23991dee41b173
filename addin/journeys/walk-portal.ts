// Walks everybody's way through the pages of the portal, stopping at each: what is
// looked at there is the caller's matter.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { askedAs } from './asked.ts'
import { signIn } from './browser.ts'
import type { PortalScreen } from './screens.ts'
import { FILER, MONTHLY, OCCASIONAL } from './walk.ts'

type LookAtPortal = (screen: PortalScreen, page: Page) => Promise<void>

/** After `walkPane` in the same product: the receiver looks at what was sent there. */
export async function walkPortal(browser: Browser, origin: string, look: LookAtPortal): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN', acceptDownloads: true })
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
  const others = await (await askedAs(origin, 'filer.stttt@khanhhoa.example'))('obligations/THANG.2025-03.STTTT/form.xlsx')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.setInputFiles('[data-testid=upload-file]', { name: 'bang-cu.xlsx', mimeType, buffer: Buffer.from(await others.arrayBuffer()) })
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
  await walkAdmin(page, look)
  await walkTemplates(page, at)
  await page.close()
}

/** The admin's pages, each with one of its forms open. */
async function walkAdmin(page: Page, lookAt: LookAtPortal): Promise<void> {
  const at = (screen: PortalScreen) => lookAt(screen, page)
  await signIn(page, 'admin@khanhhoa.example')
  await page.click('[data-testid=page-admin]')
  await page.click('[data-testid=agency-STTTT]')
  await page.waitForSelector('[data-testid=agency-form]')
  await at('portal-agencies')
  await page.click('[data-testid=reorganisation-sap-xep-so-2025-03]')
  await page.waitForSelector('[data-testid=reorganisation-preview]')
  await at('portal-reorganisation')
  await page.click('[data-testid=admin-calendar]')
  await page.click('[data-testid=calendar-schedule]')
  await page.selectOption('[data-testid=schedule-day-off]', 'next-working-day')
  await at('portal-calendar')
  await page.click('[data-testid=schedule-preview]')
  await page.waitForSelector('[data-testid=timetable-moved]')
  await at('portal-timetable')
  await page.click('[data-testid=admin-plan]')
  await page.click('[data-testid="task-III.1.a"]')
  await page.waitForSelector('[data-testid=task-form]')
  await at('portal-plan')
  await page.click('[data-testid=admin-people]')
  await page.click('[data-testid="person-filer.dienkhanh@khanhhoa.example"]')
  await page.waitForSelector('[data-testid=person-form]')
  await at('portal-people')
  await page.click('[data-testid=people-invite]')
  await page.fill('[data-testid=invite-name]', 'Lê Văn Mới')
  await page.fill('[data-testid=invite-email]', 'le.van.moi@khanhhoa.example')
  await page.click('[data-testid=role-add]')
  await page.fill('[data-testid=invite-reason]', 'Cán bộ mới của đơn vị')
  await page.click('[data-testid=invite-send]')
  const [link = ''] = /http\S+/.exec(await page.innerText('[data-testid=invitation-link]')) ?? []
  const invited = await page
    .context()
    .browser()!
    .newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN' })
  await invited.goto(link)
  await invited.waitForSelector('[data-testid=invitation-password]')
  await lookAt('portal-invitation', invited)
  await invited.close()
  await page.click('[data-testid=admin-outgoing]')
  await page.click('[data-testid=outbox-open]')
  await page.waitForSelector('[data-testid=outbox-opened]')
  await page.waitForSelector('[data-testid=reminders-before]')
  await at('portal-outgoing')
  await page.click('[data-testid=admin-settings]')
  await page.waitForSelector('[data-testid=waivers] table')
  await at('portal-settings')
  await page.click('[data-testid=admin-improve]')
  await page.waitForSelector('[data-testid=improve-rules] table')
  await at('portal-improve')
  await page.click('[data-testid=admin-audit]')
  await page.click('[data-testid=audit-verify]')
  await page.waitForSelector('[data-testid=audit-chain]')
  await at('portal-audit')
}

/** Templates: the list, a rule in the workshop, a draft on its way to a version. */
async function walkTemplates(page: Page, at: (screen: PortalScreen) => Promise<void>): Promise<void> {
  await page.click('[data-testid=page-templates]')
  await page.waitForSelector('[data-testid=template-list]')
  await at('portal-templates')
  await page.click('[data-testid=edit-RAQUET]')
  await page.waitForSelector('[data-testid=sheet-preview]')
  await page.click('[data-testid=add-rule]')
  await page.fill('[data-testid=rule-formula]', '=[@')
  await page.waitForSelector('[data-testid=formula-offers] [role=option]')
  await at('portal-template-editor')
  await page.click('[data-testid=to-life]')
  await page.waitForSelector('[data-testid=check-outcome]')
  await at('portal-template-life')
}
