// The first screens of pane and portal as they stand in their pages before any script has
// run: drawn when the pages are built, by the components and texts that draw them later.
import { createDOMRenderer, FluentProvider, RendererProvider, renderToStyleElements } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { dark, light } from '../components/theme.ts'
import { TroubleBar } from '../components/trouble-bar.tsx'
import { beginning } from '../pane/beginning.ts'
import { Pane } from '../pane/pane.tsx'
import type { PullPorts } from '../pane/pull/pull-perform.ts'
import type { Session } from '../pane/session.ts'
import { step } from '../pane/step.ts'
import { SignedOut } from '../portal/signed-out.tsx'
import { en } from '../text/en.ts'
import { LanguageProvider, useText } from '../text/language.tsx'
import { vi } from '../text/vi.ts'

type Drawn = 'start' | 'sign-in'
/** `missing` stands above what is drawn where our own code does not come. */
type Stage = Drawn | 'missing'

/** Nothing that is drawn only asks anybody anything. */
const nobody = {} as PullPorts
const nothing = async () => {}

function pane(stage: Drawn): ReactElement {
  const asked = step(beginning(null), { type: 'start-asked' }).session
  const session: Session = stage === 'start' ? asked : step(asked, { type: 'started', clock: null, accounts: [], person: null }).session
  const runner = { session: () => session, dispatch: () => {}, subscribe: () => () => {}, failed: () => {} }
  return <Pane runner={runner} province={nobody} />
}

function portal(stage: Drawn): ReactElement {
  const busy = stage === 'start' ? 'starting' : null
  return <SignedOut account={{ clock: null, accounts: [], busy, problem: null, start: nothing, signIn: nothing }} />
}

const PAGES = { pane, portal }

function Missing() {
  const { t } = useText()
  return <TroubleBar message={t.screenMissing} onRetry={() => {}} retryLabel={t.reload} />
}

/** Custom properties of a theme, those that these styles ask for. */
const propertiesFor = (styles: string, theme: Record<string, unknown>): string =>
  Object.entries(theme)
    .filter(([name]) => styles.includes(`var(--${name})`))
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

const whatDarkChanges = Object.fromEntries(Object.entries(dark).filter(([name, value]) => value !== light[name as keyof typeof light]))

/** What goes into a page's head, and into its body behind the place that the page is drawn in. */
export function firstDrawing(page: keyof typeof PAGES): { readonly head: string; readonly body: string } {
  const renderer = createDOMRenderer(undefined)
  const markupOf = (speech: { language: 'vi'; t: typeof vi } | { language: 'en'; t: typeof en }, stage: Stage): string =>
    renderToStaticMarkup(
      <RendererProvider renderer={renderer}>
        <LanguageProvider first={speech}>
          <FluentProvider theme={light}>{stage === 'missing' ? <Missing /> : PAGES[page](stage)}</FluentProvider>
        </LanguageProvider>
      </RendererProvider>,
    )
      // The theme comes once for all, and who looks for a screen that answers must not find this one.
      .replace(/<style.*?<\/style>/gs, '')
      .replace(/ data-testid="[^"]*"/g, '')
  const speeches = [
    { language: 'vi', t: vi },
    { language: 'en', t: en },
  ] as const
  const stages: readonly Stage[] = ['start', 'sign-in', 'missing']
  const body = speeches
    .flatMap((speech) =>
      stages.map((stage) => `<template data-language="${speech.language}" data-stage="${stage}">${markupOf(speech, stage)}</template>`),
    )
    .join('\n')
  const styles = renderToStaticMarkup(renderToStyleElements(renderer)).replace(/<\/?style[^>]*>/g, '')
  const needed = styles + body
  const head = `<style id="first-style">
template{display:none}
#root{${propertiesFor(needed, light)}}
#root[data-dark]{${propertiesFor(needed, whatDarkChanges)}}
${styles}
</style>`
  return { head, body }
}
