// Walks a filer's way through every screen of the pane, stopping at each: what is
// looked at there is the caller's matter.
import type { Browser, Frame, Page } from 'playwright-core'
import { oldTables } from '../../shared/testing/old-tables.ts'
import type { Draft } from '../../shared/wire.ts'
import { askedAs } from './asked.ts'
import { cellInRow, fill, openForm, openSandbox, ready, select, signIn, type } from './browser.ts'
import { putSheet } from './put-sheet.ts'
import { formToReplace } from './replaced-form.ts'
import type { PaneScreen } from './screens.ts'

/** `where` shows the screen and is idle. */
type LookAtPane = (screen: PaneScreen, where: Frame, page: Page) => Promise<void>

export const FILER = 'filer.dienkhanh@khanhhoa.example'
export const MONTHLY = 'THANG.2025-03.UBND_DIENKHANH'
/** A report without rows of its own: answered with "nothing to report". */
export const OCCASIONAL = 'VUONGMAC.2025.UBND_DIENKHANH'
/** Of an agency whose head signs. */
const SIGNED = 'PL3.2025-03.STC'
/** A form that is published and replaced on the way. */
const REPLACED = 'THEODOI.2025.UBND_DIENKHANH'

const shown = (pane: Frame, testId: string) => pane.waitForSelector(`[data-testid=${testId}]`, { timeout: 60_000 })

async function back(pane: Frame, stage: string): Promise<void> {
  await pane.click('[data-testid=back]')
  await shown(pane, `stage-${stage}`)
}

/** From the list: the obligation is answered with "nothing to report" and sent. */
async function sendNothing(pane: Frame, signer: string, atConfirm?: () => Promise<void>): Promise<void> {
  await pane.check('[data-testid=answer-nothing]')
  await pane.fill('[data-testid=answer-nguoi_lap]', 'Nguyễn Thị Hoa, 0258 3822 000')
  await pane.fill('[data-testid=answer-nguoi_ky]', signer)
  await pane.click('[data-testid=submit]')
  await shown(pane, 'confirm-facts')
  if (atConfirm) await atConfirm()
  else await pane.click('[data-testid=confirm-send]')
  await shown(pane, 'receipt-number')
}

/** At another computer the draft is opened and saved with another word. */
async function colleagueSaves(origin: string): Promise<void> {
  const ask = await askedAs(origin, FILER)
  const path = `obligations/${MONTHLY}/draft`
  const { filing, etag } = (await (await ask(path)).json()) as Draft
  const header = { ...filing.header, nguoi_lap: { ...filing.header.nguoi_lap, value: 'Trần Thị Mai, 0258 3822 001' } }
  await ask(path, { method: 'PUT', body: JSON.stringify({ ...filing, header }), headers: { 'if-match': `"${etag}"` } })
}

/** A form stands in the workbook when its template is replaced: it is brought into the new one. */
async function carriedOver(origin: string, page: Page, pane: Frame): Promise<void> {
  const replace = await formToReplace(origin, 'THEODOI', 'UBND_DIENKHANH')
  await back(pane, 'history')
  await back(pane, 'obligation')
  await back(pane, 'list')
  await openForm(page, pane, REPLACED)
  const typed = { ma_nv: 'III.3.d', noi_dung: 'Chưa có hướng dẫn về định mức thuê dịch vụ', trang_thai: 'Đang xử lý' }
  await fill(page, await Promise.all(Object.entries(typed).map(async ([key, value]) => ({ at: await cellInRow(page, 0, key), value }))))
  await replace()
  await back(pane, 'list')
  await pane.click(`[data-testid="obligation-${REPLACED}"]`)
  await pane.click(ready('carry-over'))
  await shown(pane, 'stage-carried')
}

/** Prepared by one, to be signed by another. */
async function waitingForSignature(pane: Frame): Promise<void> {
  await pane.click('[data-testid=sign-out]')
  await signIn(pane, 'filer.stc@khanhhoa.example')
  await pane.click(`[data-testid="obligation-${SIGNED}"]`)
  await pane.waitForSelector(ready('answer-nothing'))
  await sendNothing(pane, 'Lê Thị Hạnh, Phó Giám đốc')
  await pane.click('[data-testid=sign-out]')
  await signIn(pane, 'signer.stc@khanhhoa.example')
  await pane.click(`[data-testid="obligation-${SIGNED}"]`)
  await pane.click(ready('to-sign'))
  await shown(pane, 'sign-lead')
}

export async function walkPane(browser: Browser, origin: string, look: LookAtPane): Promise<void> {
  const { page, pane } = await openSandbox(browser, origin)
  const at = (screen: PaneScreen) => look(screen, pane, page)
  await at('sign-in')
  await signIn(pane, FILER)
  await shown(pane, `obligation-${MONTHLY.replaceAll('.', '\\.')}`)
  await shown(pane, 'guide')
  await at('guide')
  await pane.click('[data-testid=guide-done]')
  await at('list')
  await pane.click(`[data-testid="obligation-${MONTHLY}"]`)
  await pane.waitForSelector(ready('open-form'))
  await at('obligation')
  await back(pane, 'list')
  await openForm(page, pane, MONTHLY)
  await at('form-open')
  await fill(page, [
    { at: await cellInRow(page, 0, 'ty_le'), value: 120 },
    { at: await cellInRow(page, 1, 'ty_le'), value: "'60,5" },
  ])
  await pane.click('[data-testid=check]')
  await shown(pane, 'findings-summary')
  await pane.waitForSelector(ready('check'))
  await at('findings')
  await pane.click('[data-testid=fix-all]')
  await shown(pane, 'fix-preview')
  await at('fix-preview')
  await back(pane, 'obligation')
  await select(page, await cellInRow(page, 0, 'ty_le'))
  await shown(pane, 'cell-card')
  await at('cell')
  await putSheet(page, 'Sổ năm trước', oldTables[0]!.sheet)
  await pane.click('[data-testid=takeover]')
  await shown(pane, 'stage-takeover')
  await at('takeover')
  await back(pane, 'obligation')
  await colleagueSaves(origin)
  await type(page, await cellInRow(page, 0, 'ky_toi'), 'Trình kế hoạch trong tháng tới')
  await pane.click('[data-testid=conflict-look]')
  await shown(pane, 'conflict-who')
  await at('conflict')
  await back(pane, 'obligation')
  await back(pane, 'list')
  await pane.click(`[data-testid="obligation-${OCCASIONAL}"]`)
  await pane.waitForSelector(ready('answer-not-applicable'))
  await pane.check('[data-testid=answer-not-applicable]')
  await at('answer')
  await sendNothing(pane, 'Trần Văn Nam, Giám đốc', async () => {
    await at('confirm')
    await page.context().setOffline(true)
    await pane.click('[data-testid=confirm-send]')
    await shown(pane, 'waiting-to-send')
    await at('waiting')
    // The answer gets lost, and the pane is opened anew.
    await page.route('**/submissions', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await page.context().setOffline(false)
    await pane.evaluate(() => location.reload())
    await shown(pane, 'unsent-open')
    await at('unsent')
    await page.unroute('**/submissions')
    await pane.click('[data-testid=unsent-open]')
    // It goes out by itself, unless somebody is quicker.
    await Promise.race([shown(pane, 'receipt-number'), pane.click(ready('send-again'), { timeout: 20_000 }).catch(() => {})])
  })
  await at('receipt')
  await back(pane, 'list')
  await pane.click(`[data-testid="obligation-${OCCASIONAL}"]`)
  await pane.waitForSelector(ready('answer-nothing'))
  await sendNothing(pane, 'Lê Thị Hạnh, Phó Giám đốc')
  await back(pane, 'list')
  await pane.click(`[data-testid="obligation-${OCCASIONAL}"]`)
  await pane.waitForSelector(ready('history'))
  await pane.click('[data-testid=history]')
  await shown(pane, 'submission-2')
  await at('history')
  await pane.locator('[data-testid=compare]').first().click()
  await shown(pane, 'difference-title')
  await at('difference')
  await carriedOver(origin, page, pane)
  await at('carried')
  await waitingForSignature(pane)
  await at('sign')
  await page.close()
  await outside(browser, origin, look)
}

/** The pane's page in a plain browser, as somebody sees it who follows a link to it. */
async function outside(browser: Browser, origin: string, look: LookAtPane): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 350, height: 700 }, locale: 'vi-VN' })
  await page.route('https://appsforoffice.microsoft.com/**', (route) => route.abort())
  await page.goto(`${origin}/pane.html`)
  await page.waitForSelector('[data-testid=outside-excel]')
  await look('outside-excel', page.mainFrame(), page)
  await page.close()
}
