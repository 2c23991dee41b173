// A whole quarter of the demonstration, from what its reports say to one signed report:
// what was planted in it is found, a figure is traced to its cell and back, the report is signed and accepted.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { address } from '../../../shared/a1.ts'
import type { Consolidation, PeriodStatus } from '../../../shared/wire.ts'
import type { ConsolidatedPage } from '../../../shared/wire-province.ts'
import { LATE, MISSING, PLANTED } from '../../../worker/testing/demo-story.ts'
import { check, headerCellOf, openBrowser, openForm, openSandbox, ready, selectedCell, signIn, type } from '../browser.ts'
import { readDocument, readSheets } from '../libreoffice.ts'

const QUARTERLY = 'QUY.2025-Q2.STTTT'
const ASSESSMENT = 'Nhiệm vụ quý II cơ bản đúng tiến độ; một số đơn vị nộp báo cáo muộn.'

let browser: Browser
let portal: Page
let sheet: Page
let pane: Frame
const errors: string[] = []
const origin = () => inject('origin')
const test = (id: string) => `[data-testid="${id}"]`

async function tokenOf(email: string): Promise<string> {
  const answer = await fetch(`${origin()}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'demo-2044' }),
  })
  return ((await answer.json()) as { token: string }).token
}

async function ask<T>(token: string, path: string, init: { method?: string; body?: unknown } = {}): Promise<T> {
  const answer = await fetch(`${origin()}${path}`, {
    method: init.method ?? 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: init.body === undefined ? undefined : JSON.stringify(init.body),
  })
  expect(answer.ok, path).toBe(true)
  return (await answer.json()) as T
}

beforeAll(async () => {
  browser = await openBrowser()
  portal = await browser.newPage({ viewport: { width: 1366, height: 900 }, locale: 'vi-VN', acceptDownloads: true })
  portal.setDefaultTimeout(60_000)
  portal.on('pageerror', (error) => errors.push(error.message))
  await portal.goto(`${origin()}/portal.html`)
  await signIn(portal, 'aggregator@khanhhoa.example')
})
afterAll(() => browser.close())

it('the table of all agencies shows who is missing and who was late', async () => {
  await portal.click(test('page-matrix'))
  await portal.selectOption(test('matrix-choice'), '2025-06')
  await portal.waitForSelector(test('cell-STTTT-THANG-2025-06'))
  await portal.selectOption(test('matrix-show'), 'missing')
  const of = (list: readonly string[], state: string) =>
    list.filter((id) => id.startsWith(`${state}.2025-06.`)).map((id) => id.split('.')[2]!)
  for (const agency of of(MISSING, 'THANG')) {
    const cell = portal.locator(test(`cell-${agency}-THANG-2025-06`))
    await cell.scrollIntoViewIfNeeded()
    expect(await cell.innerText(), agency).toContain('Quá hạn')
  }
  await portal.selectOption(test('matrix-show'), 'late')
  for (const agency of of(LATE, 'THANG')) {
    const cell = portal.locator(test(`cell-${agency}-THANG-2025-06`))
    await cell.scrollIntoViewIfNeeded()
    expect(await cell.innerText(), agency).toContain('muộn')
  }
  const [download] = await Promise.all([portal.waitForEvent('download'), portal.click(test('matrix-download'))])
  expect(download.suggestedFilename()).toBe('tinh-hinh-nop_2025-06.xlsx')
})

describe('what was planted is found on the page of what to ask about', () => {
  beforeAll(async () => {
    await portal.click(test('page-province'))
    await portal.click(test('province-reconcile'))
    await portal.waitForSelector(test('choose-kind'))
  })

  it.each(PLANTED)('$code in $template of $period', async ({ code, template, period, agencies }) => {
    const { obligations } = await ask<PeriodStatus>(
      await tokenOf('aggregator@khanhhoa.example'),
      `/api/status?${new URLSearchParams({ template, period })}`,
    )
    await portal.selectOption(test('choose-template'), template)
    await portal.selectOption(test('choose-period'), period)
    await portal.click(test(`kind-${code}`))
    const found = portal.locator(`${test('matter')}[data-code=${code}]`)
    await found.first().waitFor()
    const matters = await found.allInnerTexts()
    const names = agencies.map((agency) => obligations.find((one) => one.agency === agency)?.agencyName ?? agency)
    expect(matters.length).toBeGreaterThan(0)
    expect(matters.some((text) => names.every((name) => text.includes(name)))).toBe(true)
  })
})

it('a figure of the quarter is traced to the cell of one report, and back', async () => {
  await portal.click(test('province-quarter'))
  const figure = portal.locator(`${test('summary-b')} [data-figure$=".nv_ht_dung"]`).first()
  await figure.waitFor()
  const [id, shown] = [(await figure.getAttribute('data-figure'))!, (await figure.innerText()).trim()]
  await figure.click()
  await portal.waitForSelector(test('place-list'))
  expect(await portal.innerText(test('counted-many'))).toContain(shown)
  expect(await portal.locator(`${test('place-list')} tbody tr`).count()).toBe(Number(shown))
  await portal.click(test('open-place-1'))
  await portal.waitForSelector(test('marked-cell'))
  expect(await portal.innerText(test('marked-cell'))).toContain('Hoàn thành')
  expect(await portal.innerText(test('row-receipt'))).toMatch(/KH25-\d{6}/)
  await portal.click(test('row-back'))
  await portal.click(test('list-back'))
  await portal.waitForSelector(test('summary-b'))
  expect(await portal.evaluate('document.activeElement.dataset.figure')).toBe(id)
})

it('the consolidated table and its workbook are of the agencies and the day that were chosen', async () => {
  const token = await tokenOf('aggregator@khanhhoa.example')
  const path = '/api/consolidations/PL3/2025-05'
  const chosen = 'agencies=GRP_SO_BAN_NGANH&on=2025-05-15'
  const countOf = async (query: string) => {
    const { agencies } = await ask<ConsolidatedPage>(token, `${path}/rows?table=main&${query}`)
    return agencies!.reduce((sum, { rows }) => sum + rows, 0)
  }
  const { main } = await ask<Consolidation['totals']>(token, `${path}/totals?${chosen}`)
  const [all, group, count] = [await countOf(''), await countOf('agencies=GRP_SO_BAN_NGANH'), await countOf(chosen)]
  expect(all > group && group > count && count > 0, `${all} ${group} ${count}`).toBe(true)
  const shown = () => portal.innerText(test('rows-count'))
  const total = async () => Number((await portal.innerText(test('rows-total-nc_tx'))).replaceAll('.', '').replace(',', '.')) * 1_000_000

  await portal.click(test('province-rows'))
  await portal.selectOption(test('choose-template'), 'PL3')
  await portal.selectOption(test('choose-period'), '2025-05')
  await portal.selectOption(test('choose-agency'), 'group GRP_SO_BAN_NGANH')
  await expect.poll(shown, { timeout: 30_000 }).toBe(`${group}/${group} dòng`)
  await portal.fill(test('as-of-day'), '15/05/2025')
  await expect.poll(shown, { timeout: 30_000 }).toBe(`${count}/${count} dòng`)
  await expect.poll(total).toBe(main!.nc_tx)
  expect(await portal.innerText('main')).toContain('Số liệu tính đến hết ngày 15/05/2025')
  const [download] = await Promise.all([portal.waitForEvent('download'), portal.click(ready('download-consolidated'))])
  expect(download.suggestedFilename()).toBe('PL3_2025-05_tong-hop_GRP_SO_BAN_NGANH_den-2025-05-15.xlsx')
  const words = (await readSheets(await download.path())).flatMap(({ rows }) => rows.flat()).join(' ')
  expect(words).toContain('tính đến hết ngày 15/05/2025')

  // The day of the clock is not over: that is now.
  await portal.fill(test('as-of-day'), '23/06/2025')
  await expect.poll(shown, { timeout: 30_000 }).toBe(`${group}/${group} dòng`)
  expect(await portal.innerText('main')).toContain('Số liệu lúc 23/06/2025')

  // A day on which nothing counted yet, one that has not come, and what is no day: none shows figures of another.
  await portal.fill(test('as-of-day'), '01/01/2025')
  await expect.poll(() => portal.innerText(test('rows-none')).catch(() => '')).toContain('Đến hết ngày 01/01/2025')
  for (const typed of ['24/06/2025', '31/02/2025']) {
    await portal.fill(test('as-of-day'), typed)
    await expect.poll(shown).toBe('')
    expect(await portal.locator(test('download-consolidated')).isDisabled(), typed).toBe(true)
  }
})

describe('the report of the quarter', () => {
  beforeAll(async () => {
    const admin = await tokenOf('admin@khanhhoa.example')
    await ask(admin, '/api/sign-offs', { method: 'POST', body: { agency: 'STTTT', signsOff: 'required', from: '2025-06-23' } })
    const opened = await openSandbox(browser, origin())
    ;({ page: sheet, pane } = opened)
    sheet.on('pageerror', (error) => errors.push(error.message))
  })

  it('opens in Excel with the figures of the quarter, and only the words are asked for', async () => {
    await signIn(pane, 'filer.stttt@khanhhoa.example')
    await openForm(sheet, pane, QUARTERLY)
    for (const key of ['nguoi_lap', 'nguoi_ky']) await type(sheet, await headerCellOf(sheet, key), 'Nguyễn Thị Hoa')
    expect(await check(pane)).toEqual(['error required', 'error required', 'error required'])
    // Each finding leads to its cell; what is typed there answers it.
    for (let left = 3; left > 0; left--) {
      await pane.click(`${test('finding-1')} ${test('finding-jump')}`)
      const { row, column } = await selectedCell(sheet)
      await type(sheet, address(row, column), left === 3 ? ASSESSMENT : 'Đã nêu trong báo cáo của các đơn vị.')
      await expect.poll(() => pane.locator('[data-testid^=finding-][data-code=required]').count(), { timeout: 20_000 }).toBe(left - 1)
    }
    expect(await check(pane)).toEqual([])
    await pane.click(test('submit'))
    await pane.waitForSelector(test('confirm-signer'))
    await pane.click(test('confirm-send'))
    await pane.waitForSelector(test('receipt-number'))
  })

  it('is signed by the head of the agency and accepted', async () => {
    await pane.click(test('sign-out'))
    await signIn(pane, 'signer.stttt@khanhhoa.example')
    await pane.click(test(`obligation-${QUARTERLY}`))
    await pane.click(`${test('to-sign')}:not([disabled])`)
    await pane.waitForSelector(test('sign-lead'))
    await pane.click(test('sign'))
    await pane.waitForSelector(`${test(`obligation-${QUARTERLY}`)} ${test('state-submitted')}`)

    await portal.click(test('page-matrix'))
    await portal.selectOption(test('matrix-show'), 'all')
    await portal.click(test('cell-STTTT-QUY-2025-Q2'))
    await portal.waitForSelector(test('review-counts'))
    await portal.click(test('review-accept'))
    await portal.waitForSelector(`${test('cell-STTTT-QUY-2025-Q2')} ${test('state-accepted')}`)
  })

  it('goes up as a document with the words and the figures', async () => {
    await portal.click(test('page-report'))
    await portal.waitForSelector(test('words-assessment'))
    await portal.selectOption(test('report-quarter'), '2025-Q2')
    // What was signed in the form is where the words begin.
    await expect.poll(() => portal.inputValue(test('words-assessment'))).toBe(ASSESSMENT)
    await portal.fill(test('words-number'), '188')
    await portal.click(test('save-words'))
    await expect.poll(() => portal.innerText(test('words-state'))).toContain('Đã lưu')
    const [download] = await Promise.all([portal.waitForEvent('download'), portal.click(test('download-report'))])
    const { text } = await readDocument(await download.path())
    expect(text).toContain('Số: 188/BC-STTTT')
    expect(text).toContain(ASSESSMENT)
    expect(text).toContain('Kế hoạch năm 477.330 triệu đồng')
    expect(errors).toEqual([])
  })
})
