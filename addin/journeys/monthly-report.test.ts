// The main job: a filer fills the monthly report in the spreadsheet, is told
// what is wrong, mends it, submits; an aggregator pulls the workbook with her rows.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  cellOf,
  check,
  fill,
  headerCellOf,
  openBrowser,
  openForm,
  openSandbox,
  rowIds,
  select,
  selectedCell,
  signIn,
  submit,
  type,
  valueAt,
} from './browser.ts'
import { readSheets } from './libreoffice.ts'

const OBLIGATION = 'THANG.2025-03.STTTT'
const RESULT = 'Đã trình dự thảo Kế hoạch kiểm tra; đang lấy ý kiến các sở, ngành.'

let browser: Browser
let page: Page
let pane: Frame
let errors: string[]

const finding = (code: string) => pane.locator(`[data-testid^=finding-][data-code=${code}]`)
beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane, errors } = await openSandbox(browser, inject('origin')))
})
afterAll(() => browser.close())

describe('the monthly report of Sở Thông tin và Truyền thông', () => {
  let receiptNumber = ''

  it('is among what the filer owes', async () => {
    await signIn(pane, 'filer.stttt@khanhhoa.example')
    await pane.waitForSelector(`[data-testid="obligation-${OBLIGATION}"]`)
  })

  it('opens as a form with its 25 tasks and 15 documents', async () => {
    await openForm(page, pane, OBLIGATION)
    const ids = await rowIds(page)
    expect(ids.filter((id) => id.startsWith('III.'))).toHaveLength(25)
    expect(ids.filter((id) => id.startsWith('PL1-'))).toHaveLength(15)
    expect(await valueAt(page, await cellOf(page, 'III.1.a', 'ten_nv'))).toContain('Tổ chức kiểm tra đầu tư ứng dụng công nghệ thông tin')
  })

  it('takes what is typed on the keyboard, and tells 120 % and a missing result', async () => {
    // Everything but the first task as a paste would bring it; the first task by hand.
    const rest = (await rowIds(page)).filter((id) => /^(III\.|PL1-)/.test(id) && id !== 'III.1.a')
    const cells = await Promise.all(
      rest.flatMap((id) => [
        cellOf(page, id, 'trang_thai').then((at) => ({ at, value: 'Chưa triển khai' })),
        cellOf(page, id, 'ty_le').then((at) => ({ at, value: 0 })),
        cellOf(page, id, 'ky_toi').then((at) => ({ at, value: 'Xây dựng kế hoạch triển khai trong tháng 4' })),
      ]),
    )
    // Due in December 2024: a task that is overdue says what holds it up and why.
    const overdue = [
      { at: await cellOf(page, 'PL1-2', 'kho_khan'), value: 'Chờ ý kiến của các sở, ngành' },
      { at: await cellOf(page, 'PL1-2', 'nguyen_nhan'), value: 'Phối hợp' },
    ]
    await fill(page, [...cells, ...overdue])
    for (const key of ['nguoi_lap', 'nguoi_ky']) {
      await type(page, await headerCellOf(page, key), key === 'nguoi_lap' ? 'Nguyễn Thị Hoa, 0258 3822 000' : 'Trần Văn Nam, Giám đốc')
    }
    await type(page, await cellOf(page, 'III.1.a', 'trang_thai'), 'Đang thực hiện')
    await type(page, await cellOf(page, 'III.1.a', 'ty_le'), '120')
    await type(page, await cellOf(page, 'III.1.a', 'ky_toi'), 'Ban hành kế hoạch kiểm tra')
    expect((await check(pane)).filter((one) => !one.startsWith('info'))).toEqual(['error above-maximum', 'error required'])
    expect(await finding('required').innerText()).toContain('Kết quả trong kỳ')
  })

  it('jumps to the cell', async () => {
    await select(page, 'B2')
    await finding('above-maximum').locator('[data-testid=finding-jump]').click()
    const at = await cellOf(page, 'III.1.a', 'ty_le')
    const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!
    const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
    await expect.poll(() => selectedCell(page)).toEqual({ row: Number(digits) - 1, column })
    await page.locator('[data-testid=pane]').screenshot({ path: '.data/journeys/pane-findings.png' })
    await page.screenshot({ path: '.data/journeys/sandbox.png' })
  })

  it('mended, it is submitted and answered with a receipt', async () => {
    await type(page, await cellOf(page, 'III.1.a', 'ty_le'), '60')
    await type(page, await cellOf(page, 'III.1.a', 'ket_qua'), RESULT)
    expect((await check(pane)).filter((one) => !one.startsWith('info'))).toEqual([])
    receiptNumber = await submit(pane)
    expect(receiptNumber).toMatch(/KH25-\d{6}/)
    expect(await pane.innerText('[data-testid=receipt-hash]')).toMatch(/[0-9a-f]{8}/)
    await page.locator('[data-testid=pane]').screenshot({ path: '.data/journeys/pane-receipt.png' })
    expect(errors).toEqual([])
  })

  it('stands in the consolidated workbook that the aggregator downloads, Vietnamese intact', async () => {
    const portal = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN', acceptDownloads: true })
    portal.setDefaultTimeout(60_000)
    await portal.goto(`${inject('origin')}/portal.html`)
    await signIn(portal, 'aggregator@khanhhoa.example')
    await portal.waitForSelector('[data-testid=status-table]')
    await portal.selectOption('[data-testid=template-select]', 'THANG')
    await portal.selectOption('[data-testid=period-select]', '2025-03')
    await expect.poll(() => portal.innerText('[data-testid=status-STTTT]')).toContain(receiptNumber)
    await portal.screenshot({ path: '.data/journeys/portal.png' })
    const [download] = await Promise.all([portal.waitForEvent('download'), portal.click('[data-testid=download-consolidated]')])
    const sheets = await readSheets(await download.path())
    const cells = sheets.flatMap((sheet) => sheet.rows.flat())
    expect(cells).toContain(RESULT)
    expect(cells.some((cell) => cell.includes('Sở Thông tin và Truyền thông'))).toBe(true)
    const row = sheets.flatMap((sheet) => sheet.rows).find((one) => one.includes(RESULT))!
    expect(row).toContain('60')
    expect(row).toContain('Đang thực hiện')
  })
})
