// What goes up and what people look at: an admin releases a board that anybody sees; the
// aggregator edits the words of the report and downloads the document, whose figures are those of the API.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Board } from '../../shared/board/board.ts'
import type { QuarterlySummary } from '../../shared/wire-province.ts'
import { openBrowser, signIn } from './browser.ts'
import { readDocument } from './libreoffice.ts'

const PERIOD = '2025-03'
const QUARTER = '2025-Q1'
const ASSESSMENT = 'Các nhiệm vụ của quý được triển khai đúng Kế hoạch; công tác phối hợp có chuyển biến.'

let browser: Browser
const origin = () => inject('origin')

async function portalAs(email: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'vi-VN', acceptDownloads: true })
  await page.goto(`${origin()}/portal.html`)
  await signIn(page, email)
  return page
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

it('an admin releases the board of a period', async () => {
  const page = await portalAs('admin@khanhhoa.example')
  await page.click('[data-testid=page-board]')
  await page.click(`[data-testid=release-${PERIOD}]`)
  await page.waitForSelector(`[data-testid=withdraw-${PERIOD}]`)
  expect(await page.innerText(`[data-testid=board-${PERIOD}]`)).toContain('Đã công bố')
  await page.close()
})

it('somebody without an account sees it, on a telephone and without scripts; CSV says what JSON says', async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${origin()}/board`)
  expect(await page.innerText('h1')).toBe('Bảng tiến độ báo cáo · Tháng 3/2025')
  expect(await page.innerText('main')).toContain('Cách đánh giá')
  const board = (await (await fetch(`${origin()}/api/board/${PERIOD}.json`)).json()) as Board
  const csv = (await (await fetch(`${origin()}/api/board/${PERIOD}.csv`)).text()).trimEnd().split('\r\n').slice(1)
  expect(csv.map((line) => [line.split(',')[0], line.split(',').at(-1)])).toEqual(
    board.agencies.map(({ code, tasksLight }) => [code, tasksLight]),
  )
  expect(csv).toHaveLength(35)
  const rows = await page.locator('tbody tr').count()
  expect(rows).toBe(board.agencies.length)
  await page.screenshot({ path: '.data/journeys/board-narrow.png' })
  await context.close()
  const wide = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await wide.goto(`${origin()}/board/${PERIOD}?lang=en`)
  await wide.screenshot({ path: '.data/journeys/board.png' })
  // Nothing is wider than the page.
  await wide.setViewportSize({ width: 320, height: 640 })
  expect(await wide.evaluate('document.documentElement.scrollWidth')).toBe(320)
  await wide.close()
})

it('progress is drawn with its figures behind every chart', async () => {
  const page = await portalAs('aggregator@khanhhoa.example')
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.click('[data-testid=page-progress]')
  await page.waitForSelector('[data-testid=chart-indicators] svg')
  for (const chart of ['chart-groups', 'chart-money', 'chart-agencies', 'chart-indicators']) {
    const rows = page.locator(`[data-testid=${chart}] tbody tr`)
    const name = await page.getAttribute(`[data-testid=${chart}] svg`, 'aria-label')
    expect(await page.locator(`[data-testid=${chart}] svg > g`).count(), chart).toBe(await rows.count())
    for (const row of await rows.locator('th').allTextContents()) expect(name, chart).toContain(row)
  }
  await page.screenshot({ path: '.data/journeys/progress.png', fullPage: true })
  await page.setViewportSize({ width: 320, height: 640 })
  await page.waitForTimeout(300)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(errors).toEqual([])
  await page.close()
})

it('the aggregator edits the words, and the document holds them and the figures of the API', { timeout: 300_000 }, async () => {
  const page = await portalAs('aggregator@khanhhoa.example')
  await page.click('[data-testid=page-report]')
  await page.waitForSelector('[data-testid=words-assessment]')
  await page.selectOption('[data-testid=report-quarter]', QUARTER)
  await page.fill('[data-testid=words-number]', '125')
  await page.fill('[data-testid=words-assessment]', ASSESSMENT)
  await page.click('[data-testid=save-words]')
  await expect.poll(() => page.innerText('[data-testid=words-state]')).toContain('Đã lưu')
  await page.screenshot({ path: '.data/journeys/report-words.png', fullPage: true })
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid=download-report]')])
  expect(download.suggestedFilename()).toBe(`QUY_${QUARTER}_bao-cao.docx`)
  const { text, pages } = await readDocument(await download.path())
  expect(pages).toBeGreaterThanOrEqual(5)
  expect(text).toContain('Số: 125/BC-STTTT')
  expect(text).toContain(ASSESSMENT)

  const session = await fetch(`${origin()}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'aggregator@khanhhoa.example', password: 'demo-2044' }),
  })
  const { token } = (await session.json()) as { token: string }
  const answer = await fetch(`${origin()}/api/summaries/QUY/${QUARTER}`, { headers: { authorization: `Bearer ${token}` } })
  const { tables } = (await answer.json()) as QuarterlySummary
  const totals = (key: string) => tables.find((table) => table.key === key)?.totals as Record<string, number>
  expect(text).toContain(`Tổng số ${totals('a').tong} nhiệm vụ`)
  expect(text).toContain(`phải nộp ${totals('b').so_ky} báo cáo: đúng hạn ${totals('b').dung_han}`)
  expect(text).toContain('Kế hoạch năm 477.330 triệu đồng')
  await page.close()
})
