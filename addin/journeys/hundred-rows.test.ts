// A hundred rows of an old workbook pasted at once: more than the form has ready, numbers and
// dates as text, agencies by their short names, a column of one's own beside. All hundred arrive.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cellInRow, check, fill, headerCellOf, openBrowser, openForm, openSandbox, select, signIn, valueAt } from './browser.ts'

const OBLIGATION = 'PL2.2025-03.STTTT'
const ROWS = 100

/** As people keep them: 400.000 and 1.234,5 are texts, and so is the day. */
const project = (number: number): Record<string, string> => ({
  stt: String(number),
  ten: `Nâng cấp hạ tầng số giai đoạn ${number}`,
  chu_dau_tu: 'Sở TT&TT',
  nhom_du_an: 'B',
  tinh_chat: 'Khởi công mới',
  tru_cot: 'Hạ tầng',
  muc_tieu: 'Mở rộng hạ tầng trung tâm dữ liệu của tỉnh',
  quy_mo: 'Máy chủ, lưu trữ và đường truyền',
  thoi_gian: '2025-2026',
  qd_so: `${900 + number}/QĐ-UBND`,
  qd_ngay: '20/02/2025',
  tmdt: '4.000,5',
  lk_bo_tri: '0',
  lk_giai_ngan: '0',
  nc_nstw: '0',
  nc_dtc: `1.${String(100 + number)},5`,
  nc_tx: '0',
  nc_khac: '0',
  kp_attt: '400,5',
  cap_do: '-',
  nhom_uu_tien: '01',
  nhiem_vu: 'III.3.a',
})

let browser: Browser
let page: Page
let pane: Frame

const columnOf = (at: string) => at.replace(/\d+$/, '')
const rowOf = (at: string) => Number(/\d+$/.exec(at)![0])

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane } = await openSandbox(browser, inject('origin')))
  await signIn(pane, 'filer.stttt@khanhhoa.example')
  await openForm(page, pane, OBLIGATION)
})
afterAll(() => browser.close())

it('the form gets more rows than it had ready, and the hundred go in', async () => {
  await pane.click('[data-testid=add-rows]')
  await pane.waitForSelector('[data-testid=add-rows]:not([disabled])')
  const letters = await Promise.all(Object.keys(project(1)).map(async (key) => [key, columnOf(await cellInRow(page, 0, key))] as const))
  const first = rowOf(await cellInRow(page, 0, 'ten'))
  const cells = Array.from({ length: ROWS }, (_, at) =>
    letters.map(([key, letter]) => ({ at: `${letter}${first + at}`, value: `'${project(at + 1)[key]}` })),
  ).flat()
  const signers = ['nguoi_lap', 'nguoi_ky'].map(async (key) => ({
    at: await headerCellOf(page, key),
    value: 'Nguyễn Thị Hoa, 0258 3822 000',
  }))
  // A column of her own, right of the form.
  const own = { at: `BF${first}`, value: 'hỏi lại chị Lan' }
  await fill(page, [...cells, ...(await Promise.all(signers)), own])
})

it('what is written otherwise than the form has it is fixed at once, after a look at all of it', async () => {
  await check(pane)
  await pane.click('[data-testid=fix-all]')
  await pane.waitForSelector('[data-testid=fix-preview]')
  expect(await pane.innerText('[data-testid=fix-preview]')).toMatch(/4\.000,5[\s\S]*→/)
  await page.locator('[data-testid=pane]').screenshot({ path: '.data/journeys/fix-preview.png' })
  await pane.click('[data-testid=fix-preview-apply]')
  await pane.waitForSelector('[data-testid=fix-undo]', { timeout: 60_000 })
  await pane.waitForSelector('[data-testid=check]:not([disabled])')
  const left = await check(pane)
  await page.screenshot({ path: '.data/journeys/hundred-rows.png' })
  expect(left.filter((one) => one.startsWith('error'))).toEqual([])
})

it('rows in the middle that are blank or taken out again do no harm, and all hundred arrive', async () => {
  const at = await cellInRow(page, 40, 'ten')
  await select(page, at)
  const row = rowOf(at)
  await page.evaluate((above) => {
    const { workbook } = (
      window as unknown as { sandbox: { workbook: { active(): { id: string }; addRows(id: string, above: number, n: number): void } } }
    ).sandbox
    workbook.addRows(workbook.active().id, above, 3)
  }, row - 1)
  expect(await valueAt(page, await cellInRow(page, 43, 'ten'))).toContain('giai đoạn 41')
  for (const box of await pane.locator('[data-testid=finding-explain]').all()) await box.fill('Số liệu đúng theo hồ sơ dự án')
  await pane.click('[data-testid=submit]')
  await pane.waitForSelector('[data-testid=confirm-facts]', { timeout: 60_000 })
  expect(await pane.innerText('[data-testid=confirm-facts]')).toContain(`${ROWS} dòng`)
  await pane.click('[data-testid=confirm-send]')
  await pane.waitForSelector('[data-testid=receipt-number]', { timeout: 60_000 })
  expect(await pane.innerText('main')).toMatch(/Số dòng\s+100/)
  expect(await valueAt(page, `BF${rowOf(await cellInRow(page, 0, 'ten'))}`)).toBe('hỏi lại chị Lan')
})
