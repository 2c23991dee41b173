// The report after the first: beside the cell stands what was said last month; before
// sending, what changed; afterwards any two submissions can be compared. It moves the
// clock, so it has a product of its own: for all others it is March.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cellOf, check, fill, headerCellOf, openBrowser, openForm, openSandbox, rowIds, select, signIn, submit, type } from '../browser.ts'

const EMAIL = 'filer.skhdt@khanhhoa.example'
let browser: Browser
let page: Page
let pane: Frame
let firstRow = ''

const moveClock = (now: string) =>
  fetch(`${inject('origin')}/api/clock`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ now }) })

/** Everything but the first row not begun; the first under way. */
async function fillIn(percent: number, result: string): Promise<void> {
  const ids = (await rowIds(page)).filter((id) => /^(III\.|IV\.|PL1-)/.test(id))
  firstRow = ids[0]!
  const cells = await Promise.all(
    ids.flatMap((id) => [
      cellOf(page, id, 'trang_thai').then((at) => ({ at, value: id === firstRow ? 'Đang thực hiện' : 'Chưa triển khai' })),
      cellOf(page, id, 'ty_le').then((at) => ({ at, value: id === firstRow ? percent : 0 })),
      cellOf(page, id, 'ky_toi').then((at) => ({ at, value: 'Xây dựng kế hoạch triển khai' })),
    ]),
  )
  await fill(page, cells)
  await fill(page, [{ at: await cellOf(page, firstRow, 'ket_qua'), value: result }])
  for (const key of ['nguoi_lap', 'nguoi_ky']) await type(page, await headerCellOf(page, key), 'Lê Thị Thu Hằng, 0258 3822 000')
}

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane } = await openSandbox(browser, inject('origin')))
  await signIn(pane, EMAIL)
  await openForm(page, pane, 'THANG.2025-03.SKHDT')
  await fillIn(30, 'Đã trình UBND tỉnh dự thảo kế hoạch vốn năm 2025')
})
afterAll(() => browser.close())

it('the selected cell is explained in the pane', async () => {
  await select(page, await cellOf(page, firstRow, 'ty_le'))
  const card = pane.locator('[data-testid=cell-card]')
  await card.waitFor()
  expect(await card.innerText()).toContain('% hoàn thành lũy kế')
  expect(await card.innerText()).toContain('Số từ 0 đến 100')
})

it('the first submission says that it is the first, and is sent when confirmed', async () => {
  expect((await check(pane)).filter((one) => one.startsWith('error'))).toEqual([])
  await pane.click('[data-testid=submit]')
  await pane.waitForSelector('[data-testid=confirm-facts]')
  expect(await pane.innerText('body')).toContain('lần nộp đầu tiên')
  await pane.click('[data-testid=confirm-back]')
  expect(await submit(pane)).toMatch(/KH25-\d{6}/)
})

it('sent again, it says what changed since, and the two can be compared afterwards', async () => {
  await pane.click('[data-testid=to-list]')
  await pane.click('[data-testid="obligation-THANG.2025-03.SKHDT"]')
  await pane.waitForSelector('[data-testid=check]:not([disabled])')
  await fill(page, [{ at: await cellOf(page, firstRow, 'ty_le'), value: 35 }])
  await pane.click('[data-testid=submit]')
  const changed = await pane.waitForSelector('[data-testid=against-submission]')
  expect(await changed.innerText()).toMatch(/1 ô thay đổi[\s\S]*% hoàn thành lũy kế[\s\S]*30[\s\S]*35/)
  await page.locator('[data-testid=pane]').screenshot({ path: '.data/journeys/pane-confirm.png' })
  await pane.click('[data-testid=confirm-send]')
  await pane.waitForSelector('[data-testid=receipt-number]')
  await pane.click('[data-testid=to-list]')
  await pane.click('[data-testid="obligation-THANG.2025-03.SKHDT"]')
  await pane.click('[data-testid=history]')
  await pane.click('[data-testid=compare]')
  await pane.waitForSelector('[data-testid=difference-title]')
  expect(await pane.innerText('body')).toMatch(/Lần 2 so với lần 1[\s\S]*30[\s\S]*35/)
})

it('a month later, last month’s value stands beside the cell', async () => {
  await moveClock('2025-04-10T02:00:00.000Z')
  await page.reload()
  pane = (await (await page.waitForSelector('[data-testid=pane]', { timeout: 60_000 })).contentFrame())!
  await openForm(page, pane, 'THANG.2025-04.SKHDT')
  await fillIn(60, 'Đã ban hành kế hoạch vốn năm 2025 và giao vốn đợt 1')
  await check(pane)
  await pane.click('[aria-label="Quay lại"]')
  await select(page, await cellOf(page, firstRow, 'ty_le'))
  await page.screenshot({ path: '.data/journeys/sandbox-april.png' })
  const before = await pane.waitForSelector('[data-testid=cell-before]')
  expect(await before.innerText()).toMatch(/Tháng 3\/2025:\s*35[\s\S]*\+25/)
})
