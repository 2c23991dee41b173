// Filing without the add-in: the form as a file, filled anywhere, uploaded in
// the portal, where the same rules answer.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, signIn } from './browser.ts'

const OBLIGATION = 'THANG.2025-03.UBND_DIENKHANH'

let browser: Browser
let page: Page
let form = ''

/** Opened in LibreOffice and saved in another format; the path of what it saved. */
function converted(file: string, format: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'converted-'))
  execFileSync(process.env.LIBREOFFICE ?? 'soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', format, '--outdir', folder, file],
  ])
  return join(folder, `${basename(file, '.xlsx')}.${format.split(':')[0]}`)
}

beforeAll(async () => {
  browser = await openBrowser()
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN', acceptDownloads: true })
  await page.goto(`${inject('origin')}/portal.html`)
  await signIn(page, 'filer.dienkhanh@khanhhoa.example')
  await page.click(`[data-testid="obligation-${OBLIGATION}"]`)
})
afterAll(() => browser.close())

it('UBND huyện Diên Khánh downloads its form', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=download-form]')])
  form = join(mkdtempSync(join(tmpdir(), 'upload-')), 'bieu-mau.xlsx')
  copyFileSync(await download.path(), form)
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
})

it('saved again by LibreOffice it is still its form, and every missing cell is named', async () => {
  await page.setInputFiles('[data-testid=upload-file]', converted(form, 'xlsx:Calc MS Excel 2007 XML'))
  await page.waitForSelector('[data-testid=finding-table]')
  const text = await page.innerText('[data-testid=finding-table]')
  expect(text).toContain('Thiếu "Tình trạng"')
  expect(text).toMatch(/[A-Z]+\d+/)
  expect(await page.locator('[data-testid=upload-submit]:not([disabled])').count()).toBe(0)
})

it('the report is the same workbook with a list of what to correct, each line leading to its cell', async () => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=upload-report]')])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const report = join(mkdtempSync(join(tmpdir(), 'report-')), 'bao-cao-loi.xlsx')
  copyFileSync(await download.path(), report)
  const sheets = readFileSync(converted(report, 'fods'), 'utf8').split('<table:table table:name="')
  expect(sheets.filter((sheet) => sheet.startsWith('THANG 2025-03"'))).toHaveLength(1)
  const list = sheets.find((sheet) => sheet.startsWith('Lỗi cần sửa"')) ?? ''
  const links = [...list.matchAll(/xlink:href="#&apos;?([^"]*?)&apos;?\.([A-Z]+\d+)"/g)]
  expect(links.length).toBeGreaterThan(3)
  for (const [, sheet] of links) expect(sheet).toBe('THANG 2025-03')
  expect(list).toContain('Thiếu &quot;Tình trạng&quot;')
  // Their cells are marked in the form itself and say what is wrong.
  const form = sheets.find((sheet) => sheet.startsWith('THANG 2025-03"')) ?? ''
  expect(form.match(/<office:annotation[ >]/g)?.length ?? 0).toBeGreaterThan(3)
})

it('a file that is no workbook is refused in words', async () => {
  await page.setInputFiles('[data-testid=upload-file]', {
    name: 'so-lieu.xlsx',
    mimeType: 'text/csv',
    buffer: Buffer.from('tên;giá trị\n'),
  })
  await expect.poll(() => page.innerText('body'), { timeout: 60_000 }).toMatch(/không phải|không đọc được/)
})
