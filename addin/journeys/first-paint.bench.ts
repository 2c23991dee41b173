// When a person who opens the sandbox with nothing in the browser's cache sees the pane:
// its first paint, its first screen, and when the grid beside it can be worked with.
import type { TestProject } from 'vitest/node'
import type { Bench } from '../../.tools/meter.ts'

const RUNS = 5
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

interface Seen {
  /** Milliseconds since the pane's own page was asked for. */
  readonly first: number
  readonly screen: number
  /** Since the whole page was. */
  readonly fromPage: number
  readonly grid: number
}

const bench: Bench = async ({ runtime, say }) => {
  if (runtime !== 'node') return say('A browser is started from Node.')
  const [{ default: wholeProduct }, { openBrowser, openSandbox }] = await Promise.all([
    import('./whole-product.ts'),
    import('./browser.ts'),
  ])
  let origin = ''
  const provide = (_: string, value: string) => {
    origin = value
  }
  const end = await wholeProduct({ provide } as unknown as TestProject)
  const all: Seen[] = []
  // The first one finds the server cold and is left out.
  for (let run = 0; run <= RUNS; run++) {
    const browser = await openBrowser()
    const { page, pane } = await openSandbox(browser, origin)
    const grid = await page.evaluate(() => performance.now())
    const seen = await pane.evaluate(
      () =>
        new Promise<Omit<Seen, 'grid'>>((resolve) => {
          const first = performance.getEntriesByName('first-contentful-paint')[0]!.startTime
          new PerformanceObserver((list) => {
            const screen = list.getEntries().at(-1)!.startTime
            resolve({ first, screen, fromPage: screen + performance.timeOrigin - parent.performance.timeOrigin })
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
    if (run > 0) all.push({ ...seen, grid })
    await browser.close()
  }
  await end()
  const ms = (read: (one: Seen) => number) =>
    `${median(all.map(read)).toFixed(0)} ms (${all.map((one) => read(one).toFixed(0)).join(', ')})`
  say(`pane, first paint:                      ${ms(({ first }) => first)}`)
  say(`pane, its first screen (LCP):           ${ms(({ screen }) => screen)}`)
  say(`the same, since the page was asked for: ${ms(({ fromPage }) => fromPage)}`)
  say(`grid and pane ready to work:            ${ms(({ grid }) => grid)}`)
}

export default bench
