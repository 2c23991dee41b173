// Two people of one agency on one report: the second is told who saved what and when,
// sees the differences and chooses; nothing is lost whichever she chooses.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest'
import type { Draft } from '../../shared/wire.ts'
import { cellInRow, fill, headerCellOf, openBrowser, openForm, openSandbox, signIn, type, valueAt } from './browser.ts'

const OBLIGATION = 'VUONGMAC.2025.STC'
const OBSTACLE = {
  ma_nv: 'III.3.d',
  noi_dung: 'Chưa có hướng dẫn về định mức thuê dịch vụ điện toán đám mây',
  muc_do: 'Thường',
  tham_quyen: 'Sở Tài chính',
}

let browser: Browser
let page: Page
let pane: Frame
let token = ''

const asked = (path: string, init: RequestInit = {}) =>
  fetch(`${inject('origin')}/api/obligations/${OBLIGATION}/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
  })
const draft = async () => (await (await asked('draft')).json()) as Draft

/** The colleague at another computer opens the draft, writes another proposal and saves. */
async function colleagueSaves(proposal: string): Promise<void> {
  const { filing, etag } = await draft()
  const rows = filing.rows.map((row, at) =>
    at === 0 ? { ...row, entries: { ...row.entries, de_xuat: { ...row.entries.de_xuat, value: proposal } } } : row,
  )
  const saved = await asked('draft', { method: 'PUT', body: JSON.stringify({ ...filing, rows }), headers: { 'if-match': `"${etag}"` } })
  expect(saved.status).toBe(200)
}

const sheetNames = () =>
  page.evaluate(() =>
    (window as unknown as { sandbox: { workbook: { sheets(): { name: string; visibility: string }[] } } }).sandbox.workbook
      .sheets()
      .flatMap(({ name, visibility }) => (visibility === 'Visible' ? [name] : [])),
  )
const proposalIn = async (sheet: string) => {
  const at = await cellInRow(page, 0, 'de_xuat')
  return page.evaluate(
    ([name, cell]) => (window as unknown as { sandbox: { value(sheet: string, at: string): unknown } }).sandbox.value(name!, cell!),
    [sheet, at],
  )
}

beforeAll(async () => {
  browser = await openBrowser()
  const signed = await fetch(`${inject('origin')}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'signer.stc@khanhhoa.example', password: 'demo-2044' }),
  })
  token = ((await signed.json()) as { token: string }).token
  ;({ page, pane } = await openSandbox(browser, inject('origin')))
  await signIn(pane, 'filer.stc@khanhhoa.example')
  await openForm(page, pane, OBLIGATION)
  const cells = Object.entries(OBSTACLE).map(async ([key, value]) => ({ at: await cellInRow(page, 0, key), value }))
  await fill(page, await Promise.all(cells))
  await type(page, await cellInRow(page, 0, 'de_xuat'), 'Đề nghị ban hành hướng dẫn')
  const saved = async () => expect((await draft()).filing.rows[0]?.entries.de_xuat?.value).toBe('Đề nghị ban hành hướng dẫn')
  await vi.waitFor(saved, { timeout: 60_000, interval: 500 })
})
afterAll(() => browser.close())

it('the second to save is told by whom and when, and sees where the two differ', async () => {
  await colleagueSaves('Đề nghị Bộ trả lời trước 30/4')
  await type(page, await cellInRow(page, 0, 'de_xuat'), 'Đề nghị ban hành hướng dẫn trong quý II')
  const told = await pane.waitForSelector('[data-testid=draft-conflict]')
  expect(await told.innerText()).toMatch(/Huỳnh Ngọc Bình.*lúc 17\/03\/2025 \d+:\d+/)
  await pane.click('[data-testid=conflict-look]')
  await pane.waitForSelector('[data-testid=conflict-who]')
  expect(await pane.innerText('main')).toMatch(/1 ô khác nhau[\s\S]*Đề xuất[\s\S]*30\/4[\s\S]*quý II/)
  await page.locator('[data-testid=pane]').screenshot({ path: '.data/journeys/conflict.png' })
})

it('who keeps her own saves it on top, and the other stands on a sheet beside the form', async () => {
  await pane.click('[data-testid=conflict-mine]')
  await pane.waitForSelector('[data-testid=draft-saved]')
  expect((await draft()).filing.rows[0]?.entries.de_xuat?.value).toContain('quý II')
  expect(await sheetNames()).toEqual(['Sheet1', 'VUONGMAC 2025', 'VUONGMAC 2025 (người khác)'])
  expect(await proposalIn('VUONGMAC 2025 (người khác)')).toContain('30/4')
  expect(await valueAt(page, await cellInRow(page, 0, 'de_xuat'))).toContain('quý II')
})

it('who takes the other goes on with it, and her own stands beside it', async () => {
  await colleagueSaves('Đề nghị Sở Tài chính hướng dẫn')
  await type(page, await headerCellOf(page, 'nguoi_lap'), 'Đặng Thị Mai')
  await pane.waitForSelector('[data-testid=draft-conflict]')
  await pane.click('[data-testid=conflict-look]')
  await pane.click('[data-testid=conflict-theirs]')
  await pane.waitForSelector('[data-testid=draft-saved]')
  await pane.waitForSelector('[data-testid=check]:not([disabled])')
  expect(await valueAt(page, await cellInRow(page, 0, 'de_xuat'))).toBe('Đề nghị Sở Tài chính hướng dẫn')
  expect(await proposalIn('VUONGMAC 2025 (của tôi)')).toContain('quý II')
  await page.screenshot({ path: '.data/journeys/conflict-taken.png' })
  // What is typed from now on is saved on top of hers: no second question.
  await type(page, await headerCellOf(page, 'nguoi_lap'), 'Đặng Thị Mai, 0258 3822 333')
  await expect.poll(async () => JSON.stringify((await draft()).filing.header), { timeout: 60_000 }).toContain('3822 333')
  expect(await pane.locator('[data-testid=draft-conflict]').count()).toBe(0)
})
