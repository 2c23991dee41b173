// What is wrong with one screen: barriers that axe-core calls serious, in light, dark
// and forced colours; what is cut off, too small, or moves sideways; in both languages.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Page } from 'playwright-core'
import { cutTexts, doubleText, drawn, sideways, smallTargets } from './sizes.ts'

const SCHEMES = [
  { colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'dark', forcedColors: 'none', reducedMotion: 'reduce' },
  { colorScheme: 'light', forcedColors: 'active', reducedMotion: 'reduce' },
] as const

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The little of axe-core that is asked here, as it stands in the page. */
interface Axe {
  run(
    root: Document,
    options: { resultTypes: string[]; runOnly?: string[]; rules?: Record<string, { enabled: boolean }> },
  ): Promise<{ violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[] }>
}

/** What a screen in other colours can break, and only there: of everything else, and of another language, the first colours tell. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']
type Asked = 'everything' | 'colours' | 'all but colours'

/** Rules that axe calls serious or critical, with the elements that break them. */
async function barriers(where: Frame | Page, asked: Asked): Promise<string[]> {
  if (!(await where.evaluate(() => 'axe' in globalThis))) await where.evaluate(AXE)
  const rules = {
    everything: {},
    colours: { runOnly: OF_COLOUR },
    'all but colours': { rules: Object.fromEntries(OF_COLOUR.map((rule) => [rule, { enabled: false }])) },
  }[asked]
  return where.evaluate(async (those) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...those })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`))
  }, rules)
}

/** What is wrong with a page that takes its language from its address and runs no script. */
export async function pageFaults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of SCHEMES) {
    await page.emulateMedia(scheme)
    await drawn(page)
    found.push(...(await barriers(page, scheme === SCHEMES[0] ? 'everything' : 'colours')))
  }
  await page.setViewportSize({ width: 320, height: 700 })
  return [...found, ...(await sideways(page))]
}

/** Rows of a table are alike: what axe-core says of a hundred, it says of a few. */
const FEW_ROWS = 'tbody tr:nth-child(n + 7) { display: none }'

/** What is wrong with one screen, each fault with where it shows. */
export async function faults(where: Frame | Page, page: Page, width: (pixels: number) => Promise<void>): Promise<string[]> {
  const found: string[] = []
  // Colours that fade into one another are none of the two: nothing fades while it is measured.
  await where.evaluate(() => {
    const still = document.createElement('style')
    still.textContent = '*, *::before, *::after { transition: none !important }'
    document.head.append(still)
  })
  const note = (how: string, what: readonly string[]) => found.push(...what.map((one) => `${how}: ${one}`))
  for (const language of ['vi', 'en']) {
    if ((await where.evaluate(() => document.documentElement.lang)) !== language) await where.click('[data-testid=switch-language]')
    await where.waitForSelector(`html[lang=${language}]`)
    await width(350)
    note(`${language} cut off at 350`, await cutTexts(where))
    note(`${language} small at 350`, await smallTargets(where))
    const few = await where.addStyleTag({ content: FEW_ROWS })
    // Colours are the same in every language.
    for (const scheme of language === 'vi' ? SCHEMES : SCHEMES.slice(0, 1)) {
      await page.emulateMedia(scheme)
      await drawn(where)
      const asked = scheme !== SCHEMES[0] ? 'colours' : language === 'vi' ? 'everything' : 'all but colours'
      note(`${language} ${scheme.colorScheme} ${scheme.forcedColors}`, await barriers(where, asked))
    }
    await few.evaluate((style) => (style as unknown as { remove(): void }).remove())
    await page.emulateMedia(SCHEMES[0])
    await width(320)
    note(`${language} sideways at 320`, await sideways(where))
    await doubleText(where, true)
    note(`${language} sideways at 320, text doubled`, await sideways(where))
    await doubleText(where, false)
    await width(350)
  }
  await where.click('[data-testid=switch-language]')
  await where.waitForSelector('html[lang=vi]')
  return found
}

/** The screens at which a walk found something wrong, with what; one that it did not come to is wrong. */
export const wrongAt = (screens: Readonly<Record<string, readonly string[]>>, found: ReadonlyMap<string, readonly string[]>) =>
  Object.values(screens)
    .flat()
    .map((screen) => [screen, found.get(screen) ?? ['was not walked to']] as const)
    .filter(([, all]) => all.length > 0)
