// Money as officials type it: 322.799 triệu as text, as a number, with stray
// spaces is the same amount of đồng or a question, never a thousandfold slip.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { cellInRow, check, fill, headerCellOf, openBrowser, openForm, openSandbox, signIn, submit, type } from './browser.ts'
import { readSheets } from './libreoffice.ts'

const OBLIGATION = 'PL2.2025-03.UBND_DIENKHANH'

let browser: Browser
let page: Page
let pane: Frame

const project = (name: string): Record<string, string | number> => ({
  stt: '1',
  ten: name,
  chu_dau_tu: 'UBND huyện Diên Khánh',
  nhom_du_an: 'B',
  tinh_chat: 'Khởi công mới',
  tru_cot: 'Hạ tầng',
  muc_tieu: 'Mở rộng hạ tầng trung tâm dữ liệu của tỉnh',
  quy_mo: 'Máy chủ, lưu trữ và đường truyền',
  thoi_gian: '2025-2026',
  qd_so: '954/QĐ-UBND',
  qd_ngay: '20/02/2025',
  tmdt: 400000,
  lk_bo_tri: 0,
  lk_giai_ngan: 0,
  nc_nstw: 0,
  nc_tx: 0,
  nc_khac: 0,
  kp_attt: 40000,
  cap_do: '-',
  nhom_uu_tien: '01',
  nhiem_vu: 'III.3.a',
})

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane } = await openSandbox(browser, inject('origin')))
  await signIn(pane, 'filer.dienkhanh@khanhhoa.example')
  await openForm(page, pane, OBLIGATION)
  for (const key of ['nguoi_lap', 'nguoi_ky']) await type(page, await headerCellOf(page, key), 'Nguyen Thi Hoa')
  const cells = Object.entries(project('Trung tâm dữ liệu tỉnh')).map(async ([key, value]) => ({
    at: await cellInRow(page, 0, key),
    value,
  }))
  await fill(page, await Promise.all(cells))
})
afterAll(() => browser.close())

it.each([
  ['text as people write it', "'322.799"],
  ['text with stray spaces', "'  322.799 "],
  ['a real number', 322799],
])('%s is 322.799 triệu without an error', async (_, typed) => {
  await fill(page, [{ at: await cellInRow(page, 0, 'nc_dtc'), value: typed }])
  expect((await check(pane)).filter((one) => one.startsWith('error'))).toEqual([])
})

it('a number that lost its thousands is a question, not an amount', async () => {
  await fill(page, [{ at: await cellInRow(page, 0, 'nc_dtc'), value: 322.799 }])
  expect(await check(pane)).toContain('warning thousandfold')
})

it('typed on the keyboard as 322799 it arrives in the province as 322.799', async () => {
  await type(page, await cellInRow(page, 0, 'nc_dtc'), '322799')
  expect((await check(pane)).filter((one) => !one.startsWith('info'))).toEqual([])
  await submit(pane)
  const token = await signedIn('aggregator@khanhhoa.example')
  const asked = { headers: { authorization: `Bearer ${token}` } }
  const base = `${inject('origin')}/api/consolidations/PL2/2025-03`
  const consolidation = (await (await fetch(base, asked)).json()) as {
    rows: { agency: string; values: { nc_dtc: number } }[]
    totals: Record<string, Record<string, unknown>>
  }
  expect(consolidation.rows.filter(({ agency }) => agency === 'UBND_DIENKHANH').map(({ values }) => values.nc_dtc)).toEqual([
    322_799_000_000,
  ])
  // Others have filed as well by now, or not: the total is the sum of whoever has.
  expect(consolidation.totals.main!.nc_dtc).toBe(consolidation.rows.reduce((sum, { values }) => sum + values.nc_dtc, 0))
  const file = join(mkdtempSync(join(tmpdir(), 'pl2-')), 'pl2.xlsx')
  const answer = await fetch(`${base}/workbook.xlsx`, asked)
  expect(answer.status).toBe(200)
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()))
  const cells = (await readSheets(file)).flatMap((sheet) => sheet.rows.flat())
  expect(cells.filter((cell) => cell.replace(/[.,\s]/g, '') === '322799').length).toBeGreaterThanOrEqual(1)
  expect(cells).toContain('Trung tâm dữ liệu tỉnh')
})

async function signedIn(email: string): Promise<string> {
  const answer = await fetch(`${inject('origin')}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'demo-2044' }),
  })
  return ((await answer.json()) as { token: string }).token
}
