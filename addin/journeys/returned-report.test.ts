// The way of a report between people: prepared, handed back and signed in its own
// agency, returned by the province with notes at cells, answered in Excel, accepted.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import {
  cellOf,
  fill,
  headerCellOf,
  openBrowser,
  openForm,
  openSandbox,
  rowIds,
  select,
  selectedCell,
  signIn,
  submit,
  type,
  valueAt,
} from './browser.ts'

const OBLIGATION = 'THANG.2025-03.STC'
const CHOOSE = `[data-testid="obligation-${OBLIGATION}"]`
/** A slow machine is no fault of the product. */
const PATIENT = { timeout: 20_000 }
const NOTES = ['Nêu rõ văn bản và thời hạn.', 'Người ký phải là Giám đốc.']

let browser: Browser
let page: Page
let pane: Frame
let errors: string[]
let portal: Page
let row = ''

const test = (id: string) => `[data-testid=${id}]`

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane, errors } = await openSandbox(browser, inject('origin')))
  portal = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN' })
  portal.on('pageerror', (error) => errors.push(error.message))
})
afterAll(() => browser.close())

/** Somebody else of the agency takes the chair; the workbook stays open. */
async function changeTo(email: string): Promise<void> {
  await pane.click(test('sign-out'))
  await signIn(pane, email)
  await pane.waitForSelector(CHOOSE)
}
const stateOf = async (state: string) => pane.waitForSelector(`${CHOOSE} ${test(`state-${state}`)}`)

/** The head of the agency looks at what waits. */
async function lookToSign(): Promise<void> {
  await changeTo('signer.stc@khanhhoa.example')
  await pane.click(CHOOSE)
  await pane.click(`${test('to-sign')}:not([disabled])`)
  await pane.waitForSelector(test('sign-lead'))
}

/** Whether the focus is on the line of this number, of all that there are. */
const onLine = (line: 'first' | 'last') =>
  portal.evaluate((wanted) => {
    const row = document.activeElement?.closest('tr')
    return row?.ariaRowIndex === (wanted === 'first' ? '2' : row?.closest('table')?.ariaRowCount)
  }, line)

async function openReview(): Promise<void> {
  await portal.focus(test('open-STC'))
  await portal.keyboard.press('End')
  await expect.poll(() => onLine('last')).toBe(true)
  await portal.keyboard.press('Home')
  await expect.poll(() => onLine('first')).toBe(true)
  await portal.click(test('open-STC'))
  await portal.waitForSelector(test('review-counts'))
}

describe('a report that the head of the agency signs', () => {
  it('is prepared, and does not count before it is signed', async () => {
    await signIn(pane, 'filer.stc@khanhhoa.example')
    await openForm(page, pane, OBLIGATION)
    const ids = (await rowIds(page)).filter((id) => /^(III\.|IV\.|PL1-)/.test(id))
    row = ids[0]!
    const cells = await Promise.all(
      ids.flatMap((id) => [
        cellOf(page, id, 'trang_thai').then((at) => ({ at, value: 'Chưa triển khai' })),
        cellOf(page, id, 'ty_le').then((at) => ({ at, value: 0 })),
        cellOf(page, id, 'ky_toi').then((at) => ({ at, value: 'Xây dựng kế hoạch triển khai' })),
      ]),
    )
    await fill(page, cells)
    await type(page, await headerCellOf(page, 'nguoi_lap'), 'Đặng Thị Mai')
    await type(page, await headerCellOf(page, 'nguoi_ky'), 'Huỳnh Ngọc Bình')
    await pane.click(test('submit'))
    await pane.waitForSelector(test('confirm-signer'), { timeout: 60_000 })
    await pane.click(test('confirm-send'))
    await pane.waitForSelector(test('receipt-number'))
    expect(await pane.innerText('main')).toContain('Đã gửi lãnh đạo ký')
    await pane.click(test('to-list'))
    await stateOf('awaiting-sign-off')
  })

  it('is handed back with a sentence that the preparer reads', async () => {
    await lookToSign()
    await pane.click(test('hand-back'))
    await pane.fill(test('hand-back-why'), 'Ghi rõ việc của tháng tới.')
    await pane.click(test('hand-back-confirm'))
    await stateOf('handed-back')
    await changeTo('filer.stc@khanhhoa.example')
    await pane.click(CHOOSE)
    expect(await pane.innerText(test('handed-back'))).toContain('Ghi rõ việc của tháng tới.')
  })

  it('is mended, sent and signed: now it is submitted', async () => {
    await type(page, await cellOf(page, row, 'ky_toi'), 'Trình kế hoạch trong tháng 4')
    await submit(pane)
    await lookToSign()
    expect(await pane.innerText(test('sign-lead'))).toContain('Đặng Thị Mai')
    await pane.click(test('sign'))
    await stateOf('submitted')
  })
})

describe('returned by the province', () => {
  it('two notes are pinned, one by mouse and one by keyboard, and it goes back', async () => {
    await portal.goto(`${inject('origin')}/portal.html`)
    await signIn(portal, 'aggregator@khanhhoa.example')
    await portal.waitForSelector(test('template-select'))
    await portal.selectOption(test('template-select'), 'THANG')
    await portal.selectOption(test('period-select'), '2025-03')
    await openReview()
    expect(await portal.innerText(test('review-counts'))).toContain('lần 2')
    await portal.click(`[data-testid="cell-${row}-ty_le"]`)
    await portal.click(`[data-testid="cell-${row}-ky_toi"]`)
    await portal.keyboard.press('Enter')
    await portal.keyboard.type(NOTES[0]!)
    await portal.keyboard.press('Control+Enter')
    await portal.waitForSelector(test('pinned-1'))
    await portal.click(test('cell-nguoi_ky'))
    await portal.fill(test('note-text'), NOTES[1]!)
    await portal.click(test('note-pin'))
    await portal.waitForSelector(test('pinned-2'))
    await portal.screenshot({ path: '.data/journeys/portal-review.png' })
    await portal.click(test('review-return'))
    await portal.waitForSelector(test('review-done'))
    await portal.waitForSelector(`${test('status-STC')} ${test('state-returned')}`)
  })

  it('the filer sees how many notes there are, and each at its cell', async () => {
    await changeTo('filer.stc@khanhhoa.example')
    await stateOf('returned')
    expect(await pane.innerText(`${CHOOSE} ${test('open-notes')}`)).toContain('2')
    await pane.click(CHOOSE)
    expect(await pane.innerText(test('note-1'))).toContain(NOTES[0]!)
    expect(await pane.innerText(test('note-1'))).toContain('Phạm Quốc Dũng')
    await pane.click(`${test('open-form')}:not([disabled])`)
    await select(page, 'B2')
    await pane.locator(test('note-1')).locator(test('note-jump')).click()
    const at = await cellOf(page, row, 'ky_toi')
    await expect.poll(() => selectedCell(page), PATIENT).toEqual(cellParts(at))
    await expect.poll(() => pane.locator('[aria-current=true]').locator(test('note-1')).count(), PATIENT).toBe(1)
    await page.waitForTimeout(500)
    await page.screenshot({ path: '.data/journeys/sandbox-notes.png' })
  })

  it('answers both, mends one cell and sends; the answers travel through the signature', async () => {
    await type(page, await cellOf(page, row, 'ky_toi'), 'Trình UBND tỉnh Tờ trình trước ngày 15/4/2025')
    await pane.locator(test('note-1')).locator(test('note-answer')).fill('Đã ghi rõ Tờ trình và thời hạn.')
    await pane.click(test('submit'))
    await pane.waitForSelector(test('confirm-unanswered'), { timeout: 60_000 })
    await pane.click(test('confirm-back'))
    await pane.locator(test('note-2')).locator(test('note-mended')).click()
    await pane.click(`${test('submit')}:not([disabled])`)
    await pane.waitForSelector(test('confirm-facts'), { timeout: 60_000 })
    expect(await pane.innerText(test('confirm-facts'))).toContain('2 trong 2 ý kiến đã trả lời')
    await pane.click(test('confirm-send'))
    await pane.waitForSelector(test('receipt-number'), { timeout: 60_000 })
    await lookToSign()
    expect(await pane.innerText(test('sign-note-1'))).toContain('Đã ghi rõ Tờ trình và thời hạn.')
    expect(await pane.innerText(test('facts-since-submission'))).toContain('lần nộp 2')
    await page.locator(test('pane')).screenshot({ path: '.data/journeys/pane-sign.png' })
  })

  it('is signed on the portal by a head who has no add-in', async () => {
    const head = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'vi-VN' })
    head.on('pageerror', (error) => errors.push(error.message))
    await head.goto(`${inject('origin')}/portal.html`)
    await signIn(head, 'signer.stc@khanhhoa.example')
    await head.click(CHOOSE)
    await head.click(test('to-sign'))
    await head.waitForSelector(test('sign-verdict'))
    expect(await head.innerText(`[data-testid="cell-${row}-ky_toi"]`)).toContain('Tờ trình')
    await head.screenshot({ path: '.data/journeys/portal-sign.png' })
    await head.click(test('sign'))
    await head.waitForSelector(`${CHOOSE} ${test('state-submitted')}`)
    await head.close()
  })

  it('the province reads the answers and accepts; the pane says so, and the figures are whole', async () => {
    await openReview()
    expect(await portal.innerText(test('earlier-1'))).toContain('Đã ghi rõ Tờ trình và thời hạn.')
    expect(await portal.innerText(test('earlier-2'))).toContain('Đã sửa theo ý kiến.')
    await portal.click(test('review-accept'))
    await portal.waitForSelector(test('review-done'))
    await changeTo('filer.stc@khanhhoa.example')
    await stateOf('accepted')
    await pane.click(CHOOSE)
    expect(await pane.innerText(test('accepted'))).toContain('Phạm Quốc Dũng')
    await pane.click(test('history'))
    await pane.waitForSelector(test('review-returned'))
    expect(await pane.locator(test('review-signed')).count()).toBe(2)
    expect(await valueAt(page, await cellOf(page, row, 'ky_toi'))).toContain('Tờ trình')
    expect(errors).toEqual([])
  })
})

function cellParts(at: string): { row: number; column: number } {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!
  return { row: Number(digits) - 1, column: [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}
