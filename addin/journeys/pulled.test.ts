// The aggregator inside Excel: pulls a consolidation into the open workbook, writes beside a
// row, refreshes when an agency has sent anew, and sees where a row and a total come from.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Consolidation, Form, History, PeriodChoices } from '../../shared/wire.ts'
import { askedAs } from './asked.ts'
import { openBrowser, openSandbox, pulledCellOf, select, selectedCell, signIn, valueAt } from './browser.ts'

const OF = { template: 'PL3', period: '2025-03' }
const OBLIGATION = 'PL3.2025-03.SKHDT'
const AGENCY = 'Sở Kế hoạch và Đầu tư'

let browser: Browser
let page: Page
let pane: Frame
let version: number
const origin = () => inject('origin')

let filer: Awaited<ReturnType<typeof askedAs>>
let province: Awaited<ReturnType<typeof askedAs>>
const answered = async <T>(path: string): Promise<T> => (await province(path)).json() as Promise<T>

const project = (id: string, change: Record<string, string | number>) => {
  const values = {
    ...{ stt: '1', ten: 'Thuê máy chủ', chu_dau_tu: AGENCY, hinh_thuc: 'Bảo trì/vận hành', tinh_chat: 'Mới', tru_cot: 'Hạ tầng' },
    ...{ muc_tieu: 'Hạ tầng dùng chung', noi_dung: 'Máy chủ và đường truyền', phoi_hop: 'Sở Tài chính', thoi_gian: 'Năm 2025' },
    ...{ san_pham: 'Hệ thống vận hành', du_toan: 2000, nc_nstw: 0, nc_tx: 1000, nc_khac: 0, kp_attt: 200 },
    ...{ nhom_uu_tien: '01', nhiem_vu: 'III.3.a', ...change },
  }
  return { id, table: 'main', entries: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value }])) }
}
const send = (rows: readonly ReturnType<typeof project>[]) => {
  const header = { nguoi_lap: { value: 'Lê Thị Thu Hằng' }, nguoi_ky: { value: 'Trần Văn Nam' } }
  const filing = { ...OF, version, agency: 'SKHDT', declaration: null, header, rows, explanations: {} }
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return filer(`obligations/${OBLIGATION}/submissions`, { method: 'POST', headers, body: JSON.stringify({ filing }) })
}

const cellOf = (rowId: string, field: string) => pulledCellOf(page, 'SKHDT', rowId, field)

const outcome = (text: string) => pane.waitForSelector(`[data-testid=pull-outcome]:has-text("${text}")`, { timeout: 60_000 })

beforeAll(async () => {
  browser = await openBrowser()
  filer = await askedAs(origin(), 'filer.skhdt@khanhhoa.example')
  province = await askedAs(origin(), 'aggregator@khanhhoa.example')
  version = ((await (await filer(`obligations/${OBLIGATION}/form`)).json()) as Form).obligation.version
  await send([project('n1', {}), project('n2', { stt: '2', ten: 'Đào tạo kỹ năng số', nc_tx: 500 })])
  ;({ page, pane } = await openSandbox(browser, origin()))
  await signIn(pane, 'aggregator@khanhhoa.example')
})
afterAll(() => browser.close())

it('pulls what the server counts at this moment', async () => {
  await pane.waitForSelector('[data-testid=pull-which]')
  await pane.selectOption('[data-testid=pull-which]', `${OF.template} ${OF.period}`)
  await pane.waitForSelector('[data-testid=pull-received]')
  const all = await answered<Consolidation>(`consolidations/${OF.template}/${OF.period}`)
  await expect.poll(() => pane.innerText('[data-testid=pull-received]')).toContain(`${all.heads.length}/`)
  await pane.click('[data-testid=pull]:not([aria-disabled=true])')
  await outcome(`Đã kéo ${all.rows.length} dòng`)
  expect(await valueAt(page, await cellOf('n1', 'nc_tx'))).toBe(1000)
})

it('refreshes in place: own notes stand beside their rows, the total is right, changes are told and jumped to', async () => {
  const own = (at: string) => `AG${/\d+$/.exec(at)![0]}`
  await select(page, own(await cellOf('n1', 'ten')))
  await page.keyboard.type('bỏ dòng này?')
  await page.keyboard.press('Enter')
  await select(page, own(await cellOf('n2', 'ten')))
  await page.keyboard.type('đã gọi điện')
  await page.keyboard.press('Enter')
  await send([
    project('n0', { ten: 'Mua bản quyền', nc_tx: 70, kp_attt: 50 }),
    project('n2', { stt: '2', ten: 'Đào tạo kỹ năng số', nc_tx: 650 }),
  ])
  await pane.click('[data-testid=pulled-refresh]')
  await outcome('1 dòng mới')
  for (const kind of ['new', 'changed', 'kept']) expect(await pane.locator(`[data-testid=told-${kind}]`).count(), kind).toBe(1)
  expect(await valueAt(page, own(await cellOf('n2', 'ten')))).toBe('đã gọi điện')
  expect(await valueAt(page, own(await cellOf('n1', 'ten')))).toBe('bỏ dòng này?')
  expect((await valueAt(page, own(await cellOf('n0', 'ten')))) ?? '').toBe('')
  const { totals } = await answered<Consolidation>(`consolidations/${OF.template}/${OF.period}`)
  await expect.poll(async () => valueAt(page, await cellOf('', 'nc_tx'))).toBe(Number(totals.main?.nc_tx) / 1_000_000)
  await pane.click('[data-testid=told-changed] summary')
  await pane.click('[data-testid=told-changed] [data-testid=told-jump]')
  const row = Number(/\d+$/.exec(await cellOf('n2', 'nc_tx'))![0])
  await expect.poll(async () => (await selectedCell(page)).row).toBe(row - 1)
})

it('a row leads back to agency, submission and what it said before; a total to its agencies', async () => {
  await select(page, await cellOf('n2', 'nc_tx'))
  const { submissions } = await answered<History>(`obligations/${OBLIGATION}/submissions`)
  const counted = submissions.at(-1)!.receipt
  await expect.poll(() => pane.innerText('[data-testid=place-receipt]')).toContain(counted.number)
  expect(await pane.innerText('[data-testid=place-agency]')).toBe(AGENCY)
  await expect.poll(() => pane.innerText('[data-testid=place-counts]')).toBe('Lần nộp này đang được tính.')
  await pane.click('[data-testid=place-compare]')
  await expect.poll(() => pane.innerText('[data-testid=place-history]')).toMatch(/500[\s\S]*650/)
  await select(page, await cellOf('', 'nc_tx'))
  await expect.poll(() => pane.innerText('[data-testid=share-SKHDT]')).toContain('720')
})

it('of a day that is over it pulls what had been sent by then: nothing here; and nothing while what is typed is no day', async () => {
  const { day: today } = await answered<PeriodChoices>('periods')
  const day = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  const then = await answered<Consolidation>(`consolidations/${OF.template}/${OF.period}?on=${day}`)
  expect(then.heads).toEqual([])
  await pane.fill('[data-testid=pull-day]', 'hôm qua')
  await pane.waitForSelector('[data-testid=pull][aria-disabled=true]')
  await pane.fill('[data-testid=pull-day]', day.split('-').reverse().join('/'))
  await pane.waitForSelector('[data-testid=pull-received]:has-text("Lúc này")')
  await pane.click('[data-testid=pull]:not([aria-disabled=true])')
  await outcome(`Đến hết ngày ${day.split('-').reverse().join('/')}`)
  await pane.fill('[data-testid=pull-day]', '')
})

it('the link opens the report in the portal', async () => {
  await select(page, await cellOf('n2', 'ten'))
  const link = await (await pane.waitForSelector('[data-testid=place-portal]')).getAttribute('href')
  const portal = await browser.newPage()
  await portal.goto(origin() + link!)
  await signIn(portal, 'aggregator@khanhhoa.example')
  await portal.waitForSelector('[data-testid=review-counts]')
  expect(await portal.innerText('h1')).toContain(AGENCY)
  await portal.close()
})
