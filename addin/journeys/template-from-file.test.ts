// From an office's own Excel file to the consolidated figure, no code touched: an admin takes the
// file, adds a rule, publishes for a group; a filer of it is stopped by the rule, mends and
// submits; the province reads the figure. And a template that went out as a file comes in again.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { letIn } from './asked.ts'
import { cellInRow, check, headerCellOf, openBrowser, openForm, openSandbox, ready, signIn, submit, type } from './browser.ts'
import { readSheets } from './libreoffice.ts'

const AGENCY = 'CONG_TTDT'
const MESSAGE = 'Số đang dùng không được lớn hơn số được cấp.'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await portalOf('admin@khanhhoa.example')
  await page.click(at('page-templates'))
  await page.waitForSelector(at('template-list'))
})
afterAll(() => browser.close())

const at = (testId: string) => `[data-testid=${testId}]`

async function portalOf(email: string): Promise<Page> {
  const portal = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' })
  portal.setDefaultTimeout(60_000)
  await portal.goto(`${inject('origin')}/portal.html`)
  await signIn(portal, email)
  return portal
}

/** As an office has it: a web page that its program saved as a workbook, titles broken, columns numbered, half merged. */
function formInUse(): string {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  const row = (...cells: (string | number)[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const lines = [
    '<tr><td colspan="3">CƠ QUAN BÁO CHÍ</td><td colspan="3">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>',
    '<tr><td colspan="6"><b>BÁO CÁO TRANG THIẾT BỊ<br>CÔNG NGHỆ THÔNG TIN</b></td></tr>',
    '<tr><td colspan="6"><i>ĐVT: triệu đồng</i></td></tr>',
    '<tr><th rowspan="2">TT</th><th rowspan="2">Tên thiết bị</th><th colspan="2">Số lượng</th><th rowspan="2">Kinh phí<br>đã chi</th><th rowspan="2">Xếp loại</th></tr>',
    '<tr><th>Được cấp</th><th>Đang dùng</th></tr>',
    row('(1)', '(2)', '(3)', '(4)', '(5)', '(6)'),
    row(1, 'Máy quay', 4, 3, 512.5, 'A'),
    row(2, 'Máy dựng hình', 2, 2, 140, 'B'),
    row('', 'Tổng cộng', 6, 5, 652.5, ''),
    '<tr><td colspan="3">Lập biểu</td><td colspan="3">TỔNG BIÊN TẬP<br>(Ký tên, đóng dấu)</td></tr>',
  ]
  const source = join(folder, 'thiet-bi.html')
  writeFileSync(source, `<html lang="vi"><head><meta charset="utf-8"></head><body><table>${lines.join('')}</table></body></html>`)
  execFileSync(process.env.LIBREOFFICE ?? 'soffice', [
    ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--infilter=HTML (StarCalc)'],
    ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder, source],
  ])
  return join(folder, 'thiet-bi.xlsx')
}

it('an admin makes a template of the file, adds a rule and publishes it for a group', async () => {
  await page.setInputFiles(at('template-file'), formInUse())
  await page.waitForSelector(at('file-read'))
  expect(await page.innerText(at('file-read'))).toContain('1 bảng, 6 cột')
  await page.fill(at('file-code'), 'THIETBI')
  expect(await page.locator(ready('file-create')).count()).toBe(0)
  await page.check(at('file-looked'))
  await page.click(ready('file-create'))
  await page.click(at('part-regime'))
  await page.selectOption(at('regime-like'), 'THANG')
  await page.selectOption(at('regime-owing'), 'GRP_BAO_CHI')
  await page.click(at('add-rule'))
  await page.fill(at('rule-formula'), '=[@dang_dung]<=[@duoc_cap]')
  await page.fill(at('rule-message-vi'), MESSAGE)
  await page.selectOption(at('rule-severity'), 'error')
  await page.click(ready('fill-english'))
  await page.waitForSelector(`${at('problems')}[data-count="0"]`)
  expect(await page.innerText(at('sheet-preview'))).toContain('Được cấp')
  await page.waitForSelector(`${at('draft-state')}[data-state=saved]`)
  await page.click(ready('to-life'))
  await page.waitForSelector(at('check-outcome'))
  await page.selectOption(at('publish-from'), '2025-03')
  await page.click(ready('publish'))
  await page.waitForSelector(at('published'))
  await page.click(at('templates-back'))
})

it('a filer of the group is stopped by the rule, mends and submits', async () => {
  const opened = await openSandbox(browser, inject('origin'))
  const [sheet, pane]: [Page, Frame] = [opened.page, opened.pane]
  await signIn(pane, await letIn(inject('origin'), AGENCY))
  await openForm(sheet, pane, `THIETBI.2025-03.${AGENCY}`)
  await type(sheet, await headerCellOf(sheet, 'nguoi_lap'), 'Phan Thị Kim Liên')
  const put = async (field: string, typed: string) => type(sheet, await cellInRow(sheet, 0, field), typed)
  await put('ten_thiet_bi', 'Máy quay phim')
  await put('duoc_cap', '4')
  await put('dang_dung', '5')
  await put('kinh_phi_da_chi', '512,5')
  expect((await check(pane)).filter((one) => one.startsWith('error'))).toHaveLength(1)
  expect(await pane.innerText('[data-testid^=finding-][data-severity=error]')).toContain(MESSAGE)
  await put('dang_dung', '3')
  expect((await check(pane)).filter((one) => one.startsWith('error'))).toEqual([])
  expect(await submit(pane)).toMatch(/KH25-\d{6}/)
  expect(opened.errors).toEqual([])
  await sheet.close()
})

it('the province reads the figure in the portal and in the consolidated workbook', async () => {
  const portal = await portalOf('aggregator@khanhhoa.example')
  await portal.waitForSelector(at('status-table'))
  await portal.selectOption(at('template-select'), 'THIETBI')
  await portal.selectOption(at('period-select'), '2025-03')
  await expect.poll(() => portal.innerText(at(`status-${AGENCY}`))).toContain('KH25-')
  const [download] = await Promise.all([portal.waitForEvent('download'), portal.click(at('download-consolidated'))])
  const rows = (await readSheets(await download.path())).flatMap((sheet) => sheet.rows)
  expect(rows.find((row) => row.includes('Máy quay phim'))?.join(' ')).toMatch(/4 3 512[.,]5/)
  await portal.click(at('page-province'))
  await portal.click(at('province-rows'))
  await portal.selectOption(at('choose-template'), 'THIETBI')
  await portal.selectOption(at('choose-period'), '2025-03')
  await portal.waitForSelector(`[data-testid^=row-${AGENCY}-]`)
  expect(await portal.innerText(at('consolidated-rows'))).toContain('512,5')
  await portal.close()
})

it('a template that was downloaded is read again as it was', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(at('download-PL1-xlsx'))])
  const file = join(mkdtempSync(join(tmpdir(), 'template-')), 'PL1.xlsx')
  await download.saveAs(file)
  await page.setInputFiles(at('template-file'), file)
  await page.waitForSelector(at('file-read'))
  expect(await page.inputValue(at('file-code'))).toBe('PL1')
  expect(await page.locator(at('file-look')).count()).toBe(0)
})
