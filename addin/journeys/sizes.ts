// What is measured of a screen: whether it can be moved sideways, whether a text is
// cut off, whether everything that is pressed is large enough.
import type { Frame, Page } from 'playwright-core'

/** Until what the last change of the surroundings asked for is drawn. */
export const drawn = (where: Frame | Page): Promise<void> =>
  where.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))))

/** Gives the pane beside the sandbox's grid, or a page without a grid, so many pixels. */
export async function widen(page: Page, pixels: number): Promise<void> {
  const beside = await page.evaluate((width) => {
    const frame = document.querySelector<HTMLElement>('[data-testid=pane]')
    if (!frame) return false
    frame.style.width = `${width}px`
    frame.style.flexBasis = 'auto'
    return true
  }, pixels)
  if (!beside) await page.setViewportSize({ width: pixels, height: 700 })
  await drawn(page)
}

/** How far the page can be scrolled to the right, and what sticks out; empty where it cannot. */
export const sideways = (where: Frame | Page): Promise<string[]> =>
  where.evaluate(() => {
    const page = document.documentElement
    const over = Math.max(page.scrollWidth, document.body.scrollWidth) - page.clientWidth
    if (over <= 0) return []
    const outside = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1)
    return [
      `${over} px, by ${outside
        .slice(-2)
        .map((one) => one.outerHTML.slice(0, 120))
        .join(' and ')}`,
    ]
  })

/** Elements whose text is wider than what is shown of it. */
export const cutTexts = (where: Frame | Page): Promise<string[]> =>
  where.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')].flatMap((one) => {
      const { overflowX, clipPath } = getComputedStyle(one)
      const hides = (overflowX === 'hidden' || overflowX === 'clip') && clipPath === 'none'
      return hides && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1 ? [one.outerHTML.slice(0, 160)] : []
    }),
  )

/** Controls lower or narrower than 32 pixels, but for links, which stand in text. */
export const smallTargets = (where: Frame | Page): Promise<string[]> =>
  where.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button:not(.fui-Link), select, textarea, input, summary')].flatMap((one) => {
      const { width, height } = one.getBoundingClientRect()
      const shown = one.checkVisibility({ checkOpacity: false }) && width > 1 && height > 1
      // A field is as large as the frame around it, of which it is the middle.
      const around = one.matches('input, select, textarea')
        ? (one.parentElement?.getBoundingClientRect() ?? { width, height })
        : { width, height }
      const small = Math.max(width, around.width) < 31.5 || Math.max(height, around.height) < 31.5
      return shown && small ? [`${Math.round(width)} x ${Math.round(height)} ${one.outerHTML.slice(0, 120)}`] : []
    }),
  )

/** Sizes of Fluent's type, as its theme gives them. */
const TYPE = { 100: [10, 14], 200: [12, 16], 300: [14, 20], 400: [16, 22], 500: [20, 28], 600: [24, 32] } as const

/** Text of twice the size in boxes of the same width, as the system's setting for larger text makes it. */
export async function doubleText(where: Frame | Page, on: boolean): Promise<void> {
  const sizes = Object.entries(TYPE).map(
    ([step, [font, line]]) => `--fontSizeBase${step}:${font * 2}px !important;--lineHeightBase${step}:${line * 2}px !important;`,
  )
  await where.evaluate(
    ([css, wanted]) => {
      document.getElementById('double-text')?.remove()
      if (!wanted) return
      const style = document.createElement('style')
      style.id = 'double-text'
      style.textContent = css
      document.head.append(style)
    },
    [`.fui-FluentProvider{${sizes.join('')}}`, on] as const,
  )
}
