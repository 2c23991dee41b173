// An admin takes the Excel file of a form in use: what was made out is shown, what is not sure
// is looked at, and the draft opens in the workshop. A template that went out as a file comes in again.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, ready, signIn } from './browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN' })
  page.setDefaultTimeout(60_000)
  await page.goto(`${inject('origin')}/portal.html`)
  await signIn(page, 'admin@khanhhoa.example')
  await page.click(at('page-templates'))
  await page.waitForSelector(at('template-list'))
})
afterAll(() => browser.close())

const at = (testId: string) => `[data-testid=${testId}]`

/** Saved by the program with which offices make such forms. */
function formInUse(): string {
  const folder = mkdtempSync(join(tmpdir(), 'form-'))
  const lines = [
    'BÁO CÁO THIẾT BỊ CÔNG NGHỆ THÔNG TIN',
    'STT,Tên thiết bị,Số lượng,Kinh phí (triệu đồng),Đơn vị sử dụng',
    '1,Máy chủ,2,500,Sở Nội vụ',
    '2,Máy trạm,10,150,Sở Tài chính',
    ',Người lập biểu,,,Thủ trưởng đơn vị',
  ]
  const csv = join(folder, 'thiet-bi.csv')
  writeFileSync(csv, lines.join('\n'))
  execFileSync(process.env.LIBREOFFICE ?? 'soffice', [
    ...[`-env:UserInstallation=file://${folder}/profile`, '--headless', '--infilter=CSV:44,34,76,1'],
    ...['--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder, csv],
  ])
  return join(folder, 'thiet-bi.xlsx')
}

it('a form in use becomes a draft once an admin has looked at what is not sure', async () => {
  await page.setInputFiles(at('template-file'), formInUse())
  await page.waitForSelector(at('file-read'))
  expect(await page.innerText(at('file-read'))).toContain('1 bảng, 5 cột')
  expect(await page.innerText(at('file-look'))).toContain('Đơn vị sử dụng')
  await page.fill(at('file-code'), 'THIETBI')
  expect(await page.locator(ready('file-create')).count()).toBe(0)
  await page.check(at('file-looked'))
  await page.click(ready('file-create'))
  await page.waitForSelector(at('outline'))
  expect(await page.innerText(at('sheet-preview'))).toContain('Kinh phí (triệu đồng)')
  await page.click(ready('to-life'))
  await page.click(ready('discard'))
  await page.click(ready('discard-yes'))
  await page.waitForSelector(at('discard'), { state: 'detached' })
  await page.click(at('templates-back'))
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
