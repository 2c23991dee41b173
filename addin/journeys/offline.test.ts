// A network that goes away while one types: everything goes on, what was sent waits
// and goes out once, also when only the answer was lost or the pane was closed.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cellInRow, check, fill, headerCellOf, openBrowser, openForm, openSandbox, signIn, type } from './browser.ts'

const OBLIGATION = 'VUONGMAC.2025.SKHDT'
const SUBMISSIONS = `**/api/obligations/${OBLIGATION}/submissions`

let browser: Browser
let page: Page
let pane: Frame
let errors: string[]

const paneOf = async () => (await (await page.waitForSelector('[data-testid=pane]')).contentFrame())!
const shot = (name: string) => page.locator('[data-testid=pane]').screenshot({ path: `.data/journeys/${name}.png` })

/** What the server holds for the obligation, asked beside the pane. */
async function history(): Promise<{ receipt: { number: string; sequence: number } }[]> {
  const signed = await fetch(`${inject('origin')}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'filer.skhdt@khanhhoa.example', password: 'demo-2044' }),
  })
  const { token } = (await signed.json()) as { token: string }
  const answer = await fetch(`${inject('origin')}/api/obligations/${OBLIGATION}/submissions`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return ((await answer.json()) as { submissions: { receipt: { number: string; sequence: number } }[] }).submissions
}

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane, errors } = await openSandbox(browser, inject('origin')))
  await signIn(pane, 'filer.skhdt@khanhhoa.example')
  await openForm(page, pane, OBLIGATION)
})
afterAll(() => browser.close())

it('typing and checking go on without a network, and the pane says so calmly', async () => {
  await page.context().setOffline(true)
  const obstacle = {
    ma_nv: 'III.3.d',
    noi_dung: 'Chưa có hướng dẫn về định mức thuê dịch vụ điện toán đám mây',
    muc_do: 'Thường',
    tham_quyen: 'Sở Tài chính',
  }
  const cells = Object.entries(obstacle).map(async ([key, value]) => ({ at: await cellInRow(page, 0, key), value }))
  const signers = ['nguoi_lap', 'nguoi_ky'].map(async (key) => ({
    at: await headerCellOf(page, key),
    value: 'Phạm Thị Lan, 0258 3822 111',
  }))
  await fill(page, await Promise.all([...cells, ...signers]))
  await type(page, await cellInRow(page, 0, 'de_xuat'), 'Đề nghị ban hành hướng dẫn định mức thuê dịch vụ')
  await pane.waitForSelector('[data-testid=offline]')
  expect(await pane.innerText('[data-testid=offline]')).toContain('Đang mất mạng')
  expect((await check(pane)).filter((one) => one.startsWith('error'))).toEqual([])
  await shot('offline-typing')
})

it('what is sent then waits, and is still the same attempt after the pane was closed', async () => {
  await pane.click('[data-testid=submit]')
  await pane.waitForSelector('[data-testid=confirm-facts]')
  await pane.click('[data-testid=confirm-send]')
  await pane.waitForSelector('[data-testid=waiting-to-send]')
  await shot('offline-waiting')
  // The answer gets lost on its way, once the network is back: the server has taken it.
  let taken = 0
  await page.route(SUBMISSIONS, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    taken++
    await route.fetch()
    return route.abort('connectionreset')
  })
  await page.context().setOffline(false)
  await expect.poll(() => taken).toBe(1)
  await pane.waitForSelector('[data-testid=waiting-to-send]')
  expect(await history()).toHaveLength(1)
  await page.unroute(SUBMISSIONS)
  await pane.evaluate(() => location.reload())
  pane = await paneOf()
  await pane.waitForSelector(`[data-testid="unsent-${OBLIGATION}"]`)
  await shot('offline-unsent')
})

it('it goes out again on one press: one submission, one receipt', async () => {
  await pane.click('[data-testid=unsent-open]')
  await pane.waitForSelector('[data-testid=check]:not([disabled])')
  // A slow line: the pane says that it is sending, and sends once.
  await page.route(SUBMISSIONS, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await route.continue()
  })
  await pane.click('[data-testid=send-again]')
  await expect.poll(() => pane.innerText('[data-testid=submit]')).toContain('Đang gửi')
  const number = await (await pane.waitForSelector('[data-testid=receipt-number]')).innerText()
  const sent = await history()
  expect(sent.map(({ receipt }) => receipt.number)).toEqual([number])
  await pane.click('[data-testid=to-list]')
  await pane.waitForSelector(`[data-testid="obligation-${OBLIGATION}"]`)
  expect(await pane.locator('[data-testid^=unsent-]').count()).toBe(0)
  expect(errors).toEqual([])
})
