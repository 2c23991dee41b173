// When a person who opens the sandbox with nothing in the browser's cache sees what they
// can begin with: in the pane the sign-in form, its heading and fields painted, or for who
// is still signed in the heading of their list. Then when the pane itself answers, and
// when the grid beside it can be worked with.
import type { Browser, Frame, Page } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import type { Bench } from '../../.tools/meter.ts'

const RUNS = 5
const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** Milliseconds since the whole page was asked for. */
type Moment = 'frame' | 'form' | 'answers' | 'list' | 'grid'

/** Runs in the page around the pane: notes when something of the pane is first painted. */
function watch(): void {
  if (window !== window.top) return
  const seen: Record<string, number> = {}
  Object.assign(window, { seen })
  const shows = (selector: string) => document.querySelector('iframe')?.contentDocument?.querySelector(selector)?.checkVisibility() === true
  const painted = (name: string) => {
    if (name in seen) return
    seen[name] = Number.NaN
    // A task behind the next frame: what stands here now has been painted.
    requestAnimationFrame(() =>
      setTimeout(() => {
        seen[name] = performance.now()
      }),
    )
  }
  const look = () => {
    if (shows('#root h1') && shows('#root input[type=email]') && shows('#root input[type=password]')) painted('form')
    if (shows('[data-testid=sign-in-email]')) painted('answers')
    if (shows('[data-testid=stage-list] h1')) painted('list')
    requestAnimationFrame(look)
  }
  look()
}

async function open(browser: Browser, origin: string, token: string | null): Promise<{ page: Page; pane: Frame }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'vi-VN' })
  if (token !== null) await page.addInitScript((kept) => localStorage.setItem('phu-luc-so.pane.token', kept), token)
  await page.addInitScript(watch)
  await page.goto(`${origin}/sandbox.html`)
  const pane = (await (await page.waitForSelector('[data-testid=pane]')).contentFrame())!
  return { page, pane }
}

const momentsOf = (pane: Frame) =>
  pane.evaluate(() => ({
    ...(window.parent as unknown as { seen: Partial<Record<Moment, number>> }).seen,
    frame: performance.timeOrigin - parent.performance.timeOrigin,
  }))

async function strangerSees(origin: string, browser: Browser): Promise<Partial<Record<Moment, number>>> {
  const { page, pane } = await open(browser, origin, null)
  await pane.waitForSelector('[data-testid=sign-in-email]')
  await page.waitForSelector('[data-testid=grid]')
  const grid = await page.evaluate(() => performance.now())
  return { ...(await momentsOf(pane)), grid }
}

async function knownSees(origin: string, browser: Browser, token: string): Promise<Partial<Record<Moment, number>>> {
  const { page, pane } = await open(browser, origin, token)
  await pane.waitForSelector('[data-testid=stage-list] h1')
  await page.waitForSelector('[data-testid=grid]')
  return momentsOf(pane)
}

const bench: Bench = async ({ runtime, say }) => {
  if (runtime !== 'node') return say('A browser is started from Node.')
  const [{ serve, served }, { openBrowser }] = await Promise.all([import('./whole-product.ts'), import('./browser.ts')])
  const place = { origin: '', data: '' }
  const provide = (what: keyof typeof place, value: string) => {
    place[what] = value
  }
  const end = await serve({ provide } as unknown as TestProject)
  const { origin, data } = place
  await served(origin, data)
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'filer.stttt@khanhhoa.example', password: 'demo-2044' }),
  })
  const { token } = (await answer.json()) as { token: string }
  const strangers: Partial<Record<Moment, number>>[] = []
  const known: Partial<Record<Moment, number>>[] = []
  // The first round finds the server cold and is left out.
  for (let run = 0; run <= RUNS; run++)
    for (const [all, sees] of [
      [strangers, (browser: Browser) => strangerSees(origin, browser)],
      [known, (browser: Browser) => knownSees(origin, browser, token)],
    ] as const) {
      const browser = await openBrowser()
      const seen = await sees(browser)
      if (run > 0) all.push(seen)
      await browser.close()
    }
  await end()
  const tell = (all: readonly Partial<Record<Moment, number>>[], moment: Moment, since?: Moment) => {
    const times = all.map((one) => one[moment]! - (since ? one[since]! : 0))
    return `${median(times).toFixed(0)} ms (${times.map((time) => time.toFixed(0)).join(', ')})`
  }
  say(`sign-in form painted, since the page was asked for: ${tell(strangers, 'form')}`)
  say(`the same, since the pane's own page was:            ${tell(strangers, 'form', 'frame')}`)
  say(`the pane answers:                                   ${tell(strangers, 'answers')}`)
  say(`grid and pane ready to work:                        ${tell(strangers, 'grid')}`)
  say(`still signed in, heading of the list painted:       ${tell(known, 'list')}`)
}

export default bench
