// A browser for the journeys, and the few gestures that a person makes in the
// sandbox: find a cell of the form, click it, type, press Enter.
import { type Browser, chromium, type Frame, type Page } from 'playwright-core'

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** What the sandbox page leaves in its window: see addin/sandbox/open-grid.ts. */
interface SandboxWindow {
  sandbox: {
    workbook: {
      active(): Sheet
      names(): { name: string; formula: string }[]
      selection(): { area: { row: number; column: number } }
    }
    select(sheet: string, address: string): void
    value(sheet: string, address: string): unknown
  }
}
interface Sheet {
  readonly name: string
  usedArea(): { row: number; column: number; rows: number; columns: number } | null
  value(row: number, column: number): string | number | boolean | null
  setInput(row: number, column: number, input: string | number | null): void
  flush(): void
}
declare const window: SandboxWindow

/** A button that may be pressed: while something is done it keeps the focus, but is not pressed. */
export const ready = (testId: string): string => `[data-testid=${testId}]:not([disabled]):not([aria-disabled=true])`

/** The sandbox with its pane, both ready. */
export async function openSandbox(browser: Browser, origin: string): Promise<{ page: Page; pane: Frame; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  // A loaded machine takes its time.
  page.setDefaultTimeout(60_000)
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(`${origin}/sandbox.html`)
  const frame = await (await page.waitForSelector('[data-testid=pane]', { timeout: 60_000 })).contentFrame()
  if (!frame) throw new Error('the pane has no frame')
  await frame.waitForSelector('[data-testid=sign-in-email]', { timeout: 60_000 })
  await page.waitForSelector('[data-testid=grid]', { timeout: 60_000 })
  await page.waitForFunction(() => 'sandbox' in window, undefined, { timeout: 60_000 })
  return { page, pane: frame, errors }
}

export async function signIn(where: Page | Frame, email: string): Promise<void> {
  await where.fill('[data-testid=sign-in-email]', email)
  await where.fill('[data-testid=sign-in-password]', 'demo-2044')
  await where.click('[data-testid=sign-in-submit]')
}

/** From the list of what is owed to the form drawn in the workbook. */
export async function openForm(page: Page, pane: Frame, obligation: string): Promise<void> {
  await pane.click(`[data-testid="obligation-${obligation}"]`)
  await pane.click('[data-testid=open-form]')
  const [template, period] = obligation.split('.')
  await page.waitForFunction((name) => window.sandbox.workbook.active().name === name, `${template} ${period}`, { timeout: 60_000 })
  await pane.waitForSelector(ready('check'))
}

/** Where a field of a row stands in the active sheet, found by the form's hidden keys as its reader does: `F12`. */
export const cellOf = (page: Page, rowId: string, field: string): Promise<string> =>
  page.evaluate(
    ([id, key]) => {
      const sheet = window.sandbox.workbook.active()
      const used = sheet.usedArea()!
      const letter = (column: number): string =>
        (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
      let [keyColumn, idRow] = [-1, -1]
      for (let row = 0; row < used.row + used.rows; row++)
        for (let column = 0; column < used.column + used.columns; column++) {
          const value = sheet.value(row, column)
          if (keyColumn < 0 && value === key) keyColumn = column
          if (idRow < 0 && column === 0 && value === id) idRow = row
        }
      if (keyColumn < 0 || idRow < 0) throw new Error(`no cell for ${id} ${key}`)
      return `${letter(keyColumn)}${idRow + 1}`
    },
    [rowId, field] as const,
  )

/** Where a field stands in the n-th data row (from 0) of the form's table. */
export const cellInRow = (page: Page, nth: number, field: string): Promise<string> =>
  page.evaluate(
    ([index, key]) => {
      const sheet = window.sandbox.workbook.active()
      const data = window.sandbox.workbook
        .names()
        .find((one) => one.name.startsWith('_pls_data_') && one.formula.includes(`'${sheet.name}'!`))!
      const first = Number(/\$(\d+):/.exec(data.formula)![1])
      const used = sheet.usedArea()!
      const letter = (column: number): string =>
        (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
      for (let row = 0; row < first; row++)
        for (let column = 1; column < used.column + used.columns; column++)
          if (sheet.value(row, column) === key) return `${letter(column)}${first + index}`
      throw new Error(`no column ${key}`)
    },
    [nth, field] as const,
  )

/** Where a field of an agency's row stands in a sheet of consolidated rows, by its hidden cells; in the row of totals where no row is named. */
export const pulledCellOf = (page: Page, agency: string, rowId: string, field: string): Promise<string> =>
  page.evaluate(
    ([who, id, key]) => {
      const sheet = window.sandbox.workbook.active()
      const used = sheet.usedArea()!
      const letter = (column: number): string =>
        (column < 26 ? '' : letter(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
      const columns = new Map<unknown, number>()
      for (let row = 0; row < used.row + used.rows; row++) {
        const cells = Array.from({ length: used.column + used.columns }, (_, column) => sheet.value(row, column))
        if (String(cells[0]).startsWith('#consolidated|')) cells.forEach((value, column) => columns.set(value, column))
        const at = (name: string) => cells[columns.get(name) ?? -1]
        if (id === '' ? cells[0] === '#total' : at('_agency') === who && at('_row') === id) return `${letter(columns.get(key)!)}${row + 1}`
      }
      throw new Error(`no cell for ${id} ${key}`)
    },
    [agency, rowId, field] as const,
  )

/** Where a header field of the active form stands, by its hidden name. */
export const headerCellOf = (page: Page, field: string): Promise<string> =>
  page.evaluate((key) => {
    const sheet = `'${window.sandbox.workbook.active().name}'!`
    const name = window.sandbox.workbook
      .names()
      .find((one) => one.name.startsWith('_pls_head_') && one.name.endsWith(`_${key}`) && one.formula.includes(sheet))
    if (!name) throw new Error(`no header cell for ${key}`)
    return name.formula
      .slice(name.formula.lastIndexOf('!') + 1)
      .replaceAll('$', '')
      .split(':')[0]!
  }, field)

/** Ids of the rows in the active sheet, in order. */
export const rowIds = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const sheet = window.sandbox.workbook.active()
    const used = sheet.usedArea()!
    const ids: string[] = []
    for (let row = 0; row < used.row + used.rows; row++) {
      const value = sheet.value(row, 0)
      if (typeof value === 'string' && !value.startsWith('#') && !value.startsWith('_')) ids.push(value)
    }
    return ids
  })

/** Clicks a cell of the active sheet. */
export const select = (page: Page, address: string): Promise<void> =>
  page.evaluate((at) => window.sandbox.select(window.sandbox.workbook.active().name, at), address)

/** Clicks into a cell and types on the keyboard. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await select(page, address)
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(80)
}

export const valueAt = (page: Page, address: string): Promise<unknown> =>
  page.evaluate((at) => window.sandbox.value(window.sandbox.workbook.active().name, at), address)

export const selectedCell = (page: Page): Promise<{ row: number; column: number }> =>
  page.evaluate(() => {
    const { row, column } = window.sandbox.workbook.selection().area
    return { row, column }
  })

/** Fills many cells at once, as a paste would. */
export const fill = (page: Page, cells: readonly { at: string; value: string | number }[]): Promise<void> =>
  page.evaluate((all) => {
    const sheet = window.sandbox.workbook.active()
    for (const { at, value } of all) {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(at)!
      const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
      sheet.setInput(Number(digits) - 1, column, value)
    }
    sheet.flush()
  }, cells)

/** Presses *Gửi báo cáo*, looks once more and sends; resolves with the receipt's number. */
export async function submit(pane: Frame): Promise<string> {
  await pane.click('[data-testid=submit]')
  await pane.waitForSelector('[data-testid=confirm-facts]', { timeout: 60_000 })
  await pane.click('[data-testid=confirm-send]')
  return (await pane.waitForSelector('[data-testid=receipt-number]', { timeout: 60_000 })).innerText()
}

/** Presses *Kiểm tra* and waits for the verdict: `error required`, `warning thousandfold` … in the order shown. */
export async function check(pane: Frame): Promise<string[]> {
  await pane.click('[data-testid=check]')
  await pane.waitForSelector('[data-testid=findings-summary]', { state: 'attached' })
  // The list of the verdict before stands until the new one is there.
  await pane.waitForTimeout(800)
  await pane.waitForSelector(ready('check'))
  return pane
    .locator('[data-testid^=finding-][data-code]')
    .evaluateAll((all) => all.map((one) => `${one.getAttribute('data-severity')} ${one.getAttribute('data-code')}`))
}
