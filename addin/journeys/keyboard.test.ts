// A report is filed with the keyboard alone: no mouse at hand, or no hand for it.
// Where the keyboard is can be seen at every step, and it goes nowhere unasked.
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openBrowser, openSandbox } from './browser.ts'

const OBLIGATION = 'VUONGMAC.2025.STTTT'

let browser: Browser
let page: Page
let pane: Frame

beforeAll(async () => {
  browser = await openBrowser()
  ;({ page, pane } = await openSandbox(browser, inject('origin')))
  // The pane has the keyboard, as after F6 in Excel; nothing in it is pressed.
  await pane.evaluate(() => (window as unknown as { focus(): void }).focus())
})
afterAll(() => browser.close())

/** What has the keyboard: its test id or its tag, and whether an outline or border shows it. */
const focused = () =>
  pane.evaluate(() => {
    const one = document.activeElement as HTMLElement
    const drawn = (element: Element, part?: string) => {
      const { outlineStyle, outlineWidth, boxShadow, borderBottomStyle, borderBottomWidth } = getComputedStyle(element, part)
      const border = part !== undefined && borderBottomStyle !== 'none' && Number.parseFloat(borderBottomWidth) > 0
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none' || border
    }
    const around = [one, one.parentElement, one.nextElementSibling].filter((element) => element !== null)
    const seen = around.some((element) => drawn(element) || drawn(element, '::after'))
    return { at: one.dataset.testid ?? one.tagName.toLowerCase(), seen }
  })

/** Presses Tab, or Shift+Tab to go back, until something has the keyboard; every stop on the way can be seen. */
async function tabTo(testId: string, press: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(press)
    const { at, seen } = await focused()
    if (at !== 'body') expect({ at, seen }).toEqual({ at, seen: true })
    if (at === testId) return
  }
  throw new Error(`the keyboard does not reach ${testId}`)
}

/** The screen has come and its heading has the keyboard. */
const arrived = async (stage: string): Promise<void> => {
  await pane.waitForSelector(`[data-testid=stage-${stage}] h1`, { timeout: 60_000 })
  await expect.poll(async () => (await pane.evaluate(() => document.activeElement?.tagName)) ?? '', { timeout: 20_000 }).toBe('H1')
}

const said = () => pane.innerText('[data-testid=announcer]')

it('signs in and comes to the list', async () => {
  await tabTo('sign-in-email')
  await page.keyboard.type('filer.stttt@khanhhoa.example')
  await tabTo('sign-in-password')
  await page.keyboard.type('demo-2044')
  await page.keyboard.press('Enter')
  await arrived('list')
})

it('puts the guide away and finds it again behind the question mark', async () => {
  await pane.waitForSelector('[data-testid=guide]')
  await tabTo('guide-done', 'Shift+Tab')
  await page.keyboard.press('Enter')
  expect(await pane.locator('[data-testid=guide]').count()).toBe(0)
  await tabTo('help', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await pane.waitForSelector('[data-testid=guide]')
  await page.keyboard.press('Enter')
  expect(await pane.locator('[data-testid=guide]').count()).toBe(0)
})

it('opens an obligation and answers with the arrows', async () => {
  await tabTo(`obligation-${OBLIGATION}`)
  await page.keyboard.press('Enter')
  await arrived('obligation')
  await tabTo('answer-form')
  await page.keyboard.press('ArrowDown')
  expect((await focused()).at).toBe('answer-nothing')
  await tabTo('answer-nguoi_lap')
  await page.keyboard.type('Lê Thị Thu Hằng, 0258 3822 001')
})

it('what is missing is said aloud, and the keyboard is taken to it', async () => {
  await tabTo('submit')
  await page.keyboard.press('Enter')
  await arrived('findings')
  await expect.poll(said).toMatch(/1 lỗi phải sửa/)
  await tabTo('check')
  await page.keyboard.press('Enter')
  // Checking again leaves the keyboard where it was.
  await expect.poll(said).toMatch(/1 lỗi phải sửa/)
  expect((await focused()).at).toBe('check')
})

it('mends it, looks once more, sends and hears the receipt', async () => {
  await tabTo('back', 'Shift+Tab')
  await page.keyboard.press('Enter')
  await arrived('obligation')
  await tabTo('answer-nguoi_ky')
  await page.keyboard.type('Trần Minh Quân, Giám đốc')
  await tabTo('submit')
  await page.keyboard.press('Enter')
  await arrived('confirm')
  await tabTo('confirm-send')
  await page.keyboard.press('Enter')
  await arrived('receipt')
  const number = await pane.innerText('[data-testid=receipt-number]')
  expect(number).toMatch(/KH25-\d{6}/)
  await expect.poll(said).toContain(number)
  await tabTo('to-list')
  await page.keyboard.press('Enter')
  await arrived('list')
})
