// Filing without the add-in: the form as a file, filled anywhere, uploaded in
// the portal, where the same rules answer.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, signIn } from './browser.ts'

const OBLIGATION = 'THANG.2025-03.UBND_DIENKHANH'

let browser: Browser
let page: Page
let form = ''

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
  const folder = mkdtempSync(join(tmpdir(), 'resaved-'))
  execFileSync(process.env.LIBREOFFICE ?? 'soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    ...['--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', folder, form],
  ])
  await page.setInputFiles('[data-testid=upload-file]', join(folder, 'bieu-mau.xlsx'))
  await page.waitForSelector('[data-testid=finding-table]')
  const text = await page.innerText('[data-testid=finding-table]')
  expect(text).toContain('Thiếu "Tình trạng"')
  expect(text).toMatch(/[A-Z]+\d+/)
  expect(await page.locator('[data-testid=upload-submit]:not([disabled])').count()).toBe(0)
})

it('a file that is no workbook is refused in words', async () => {
  await page.setInputFiles('[data-testid=upload-file]', {
    name: 'so-lieu.xlsx',
    mimeType: 'text/csv',
    buffer: Buffer.from('tên;giá trị\n'),
  })
  await expect.poll(() => page.innerText('body')).toMatch(/không phải|không đọc được/)
})
