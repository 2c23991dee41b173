// What offices bring with them: old tables of other shapes beside the form, a form whose
// template was replaced, and a receipt on paper at the end.
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { oldTables } from '../../shared/testing/old-tables.ts'
import { letIn } from './asked.ts'
import { cellInRow, fill, headerCellOf, openBrowser, openForm, openSandbox, ready, signIn, submit, valueAt } from './browser.ts'
import { putSheet } from './put-sheet.ts'
import { formToReplace } from './replaced-form.ts'

// Nobody else files for it: what is brought over stays in its drafts.
const AGENCY = 'SKHCN'
const REPLACED = `BANGCU.2025.${AGENCY}`

let browser: Browser
let page: Page
let pane: Frame
let errors: string[]
const test = (id: string) => `[data-testid="${id}"]`

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane, errors } = await openSandbox(browser, inject('origin')))
  await signIn(pane, await letIn(inject('origin'), AGENCY))
})
afterAll(() => browser.close())

/** Every cell that the form holds now, as text. */
const shown = async (): Promise<string[]> =>
  page.evaluate(() => {
    const { workbook } = (
      window as unknown as { sandbox: { workbook: { active(): { usedArea(): Area | null; value(r: number, c: number): unknown } } } }
    ).sandbox
    interface Area {
      row: number
      column: number
      rows: number
      columns: number
    }
    const sheet = workbook.active()
    const { row, column, rows, columns } = sheet.usedArea()!
    return Array.from({ length: rows * columns }, (_, at) =>
      String(sheet.value(row + Math.floor(at / columns), column + (at % columns)) ?? ''),
    ).filter((text) => text !== '')
  })

/** Of each form that the office owes in March, all old tables there are. `bring`: the rows of the first are taken over. */
const FORMS = [
  { template: 'THANG', period: '2025-03', bring: true },
  { template: 'PL1', period: '2025-03', bring: true },
  { template: 'PL2', period: '2025-03', bring: true },
  { template: 'VUONGMAC', period: '2025', bring: false },
  { template: 'CHITIEU', period: '2025-Q1', bring: false },
] as const

it('the office has twelve old tables of different shapes', () => {
  expect(oldTables.filter(({ template }) => FORMS.some((form) => form.template === template))).toHaveLength(12)
})

it.each(FORMS)(
  'old tables for $template are recognised in every shape; what stands in the first comes into the form',
  async ({ template, period, bring }) => {
    const olds = oldTables.filter((one) => one.template === template).map((one, at) => ({ ...one, name: `Cũ ${template} ${at + 1}` }))
    for (const { name, sheet } of olds) await putSheet(page, name, sheet)
    const obligation = `${template}.${period}.${AGENCY}`
    await openForm(page, pane, obligation)
    await pane.click(ready('takeover'))
    await pane.waitForSelector(test('takeover-columns'))
    const offered = await pane.locator(`${test('takeover-table')} option`).allInnerTexts()
    for (const { name, expected, shape } of olds) {
      const index = offered.findIndex((one) => one.includes(`“${name}”`))
      expect(index >= 0, shape).toBe(expected.length > 0)
      if (index < 0) continue
      await pane.selectOption(test('takeover-table'), { index })
      // Each column of theirs stands beside the column of ours that it was taken for.
      for (const [letter, field] of Object.entries(expected[0]!.columns))
        expect(await pane.inputValue(test(`takeover-column-${letter}`)), `${shape}: ${letter} is ${field}`).toBe(field ?? '')
    }
    if (bring) await bringOver(olds[0]!, offered)
    await pane.click(test('back'))
    await pane.click(test('back'))
    await pane.waitForSelector(test(`obligation-${obligation}`))
  },
)

async function bringOver(old: (typeof oldTables)[number] & { name: string }, offered: readonly string[]): Promise<void> {
  await pane.selectOption(test('takeover-table'), { index: offered.findIndex((one) => one.includes(`“${old.name}”`)) })
  expect(await pane.innerText(test('takeover-will'))).toMatch(/\d/)
  await pane.click(ready('takeover-apply'))
  await pane.waitForSelector(test('findings-summary'), { timeout: 60_000 })
  const brought = await shown()
  const texts = [...old.sheet.cells.values()].flatMap(({ value, font }) =>
    typeof value === 'string' && !font && value.length > 25 && !/^[A-ZĐÀ-Ỹ ]+$/.test(value) ? [value] : [],
  )
  if (old.template === 'PL1') expect(brought).toContain('Quy chế khai thác dữ liệu dùng chung')
  else expect(texts.filter((text) => brought.includes(text)).length).toBeGreaterThan(0)
}

it('a form whose template was replaced is brought into the new one, and what has no place is told', async () => {
  const replace = await formToReplace(inject('origin'), 'BANGCU', AGENCY)
  await pane.click('[aria-label="Làm mới"]')
  await openForm(page, pane, REPLACED)
  const typed = {
    ma_nv: 'III.3.d',
    noi_dung: 'Chưa có hướng dẫn về định mức',
    muc_do: 'Thường',
    tham_quyen: 'Sở Tài chính',
    de_xuat: 'Sớm ban hành',
  }
  const cells = Object.entries({ ...typed, trang_thai: 'Đang xử lý' })
  await fill(page, await Promise.all(cells.map(async ([key, value]) => ({ at: await cellInRow(page, 0, key), value }))))
  await replace()
  await pane.click(test('back'))
  await pane.click(test(`obligation-${REPLACED}`))
  expect(await pane.innerText(test('older-form'))).toMatch(/phiên bản 1 .*phiên bản 2/)
  await pane.click(ready('carry-over'))
  await pane.waitForSelector(test('stage-carried'), { timeout: 60_000 })
  await expect
    .poll(() => pane.innerText('main'), { timeout: 30_000 })
    .toMatch(/BANGCU 2025 \(phiên bản 1\)[\s\S]*Vướng mắc cụ thể[\s\S]*1 ô có nội dung/)
  expect(await valueAt(page, await cellInRow(page, 0, 'vuong_mac'))).toBe(typed.noi_dung)
  expect(await valueAt(page, await cellInRow(page, 0, 'de_xuat'))).toBe(typed.de_xuat)
})

it('it is sent, and the receipt on paper is one page A4 with number, time and hashes', async () => {
  await pane.click(test('back'))
  for (const key of ['nguoi_lap', 'nguoi_ky'])
    await fill(page, [{ at: await headerCellOf(page, key), value: 'Lê Thị Thu Hằng, 0258 3822 000' }])
  const number = await submit(pane)
  const hash = await pane.innerText(test('receipt-hash'))
  // What the button hands to the printer, caught where the printer would take it.
  await pane.evaluate(() => {
    const add = document.body.append.bind(document.body)
    document.body.append = (...nodes) => {
      const [frame] = nodes
      if (frame instanceof HTMLIFrameElement) Object.assign(window, { printed: frame.srcdoc })
      else add(...nodes)
    }
  })
  await pane.click(test('receipt-print'))
  const html = await pane.evaluate(() => (window as unknown as { printed: string }).printed)
  const paper = await browser.newPage()
  await paper.setContent(html)
  const text = await paper.innerText('body')
  for (const one of [number, hash, 'BIÊN NHẬN NỘP BÁO CÁO', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '17/03/2025']) expect(text).toContain(one)
  expect(text.match(/[0-9a-f]{64}/g)).toHaveLength(3)
  const file = join(mkdtempSync(join(tmpdir(), 'receipt-')), 'bien-nhan.pdf')
  await paper.pdf({ path: file, preferCSSPageSize: true })
  const pdf = readFileSync(file, 'latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(boxes).toEqual([[595, 842]])
  await paper.close()
  expect(errors).toEqual([])
})
