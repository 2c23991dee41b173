// Filing without the add-in: the form as a file, filled anywhere, uploaded in
// the portal, where the same rules answer.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { parseAddress } from '../../shared/a1.ts'
import type { GridSheet } from '../../shared/sheet/grid.ts'
import { oldTables } from '../../shared/testing/old-tables.ts'
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
  return join(folder, `${basename(file, extname(file))}.${format.split(':')[0]}`)
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

/** A sheet as LibreOffice keeps it in one file, without any form of ours. */
function flatSheet({ cells }: GridSheet): string {
  const spots = [...cells].map(([at, { value }]) => ({ ...parseAddress(at)!, value }))
  const [rows, columns] = (['row', 'column'] as const).map((key) => Math.max(...spots.map((spot) => spot[key])) + 1)
  const cell = (row: number, column: number) => {
    const value = spots.find((spot) => spot.row === row && spot.column === column)?.value
    if (value === undefined) return '<table:table-cell/>'
    if (typeof value === 'number') return `<table:table-cell office:value-type="float" office:value="${value}"/>`
    return `<table:table-cell office:value-type="string"><text:p>${String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text:p></table:table-cell>`
  }
  const each = <T>(count: number, make: (at: number) => T) => Array.from({ length: count }, (_, at) => make(at))
  const lines = each(rows!, (row) => `<table:table-row>${each(columns!, (column) => cell(row, column)).join('')}</table:table-row>`)
  const names = ['office', 'table', 'text'].map((one) => `xmlns:${one}="urn:oasis:names:tc:opendocument:xmlns:${one}:1.0"`).join(' ')
  const file = join(mkdtempSync(join(tmpdir(), 'old-')), 'so-cu.fods')
  writeFileSync(
    file,
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Sổ cũ">${lines.join('')}</table:table></office:spreadsheet></office:body></office:document>`,
  )
  return file
}

it('an old table of another shape is mapped onto the form, and saved as our form with what it held', async () => {
  const old = oldTables.find(({ shape }) => shape === 'columns in another order')!
  await page.setInputFiles('[data-testid=upload-file]', converted(flatSheet(old.sheet), 'xlsx:Calc MS Excel 2007 XML'))
  await page.click('[data-testid=upload-tables]')
  await page.waitForSelector('[data-testid=takeover-columns]')
  for (const [letter, field] of Object.entries(old.expected[0]!.columns))
    expect(await page.inputValue(`[data-testid=takeover-column-${letter}]`), letter).toBe(field)
  await page.click('[data-testid=takeover-apply]')
  await page.waitForSelector('[data-testid=file-tables-summary]')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=file-tables-save]')])
  const saved = join(mkdtempSync(join(tmpdir(), 'saved-')), 'da-dien.xlsx')
  copyFileSync(await download.path(), saved)
  const held = readFileSync(converted(saved, 'fods'), 'utf8')
  const names = [...old.sheet.cells.values()].flatMap(({ value }) => (typeof value === 'string' && value.length > 40 ? [value] : []))
  expect(names.filter((name) => held.includes(name)).length).toBeGreaterThan(0)
})
